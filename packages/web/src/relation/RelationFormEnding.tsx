import type { RelationDetails } from '@weerklank/core/relation/relation.contract'
import { dayInSentence } from '@weerklank/core/shared/day-words'
import { useSeen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { notify } from '../ui/notices.ts'
import { Section } from '../ui/Section.tsx'
import { useEndRelation } from './relation-form.actions.ts'
import { relationFormText } from './relation-form.text.ts'

const buttonId = 'afronden'

/** Ends the collaboration or opens it again, with a way back; nothing is erased either way. */
export function RelationFormEnding({
  relation,
  updatedAt,
}: {
  relation: RelationDetails
  updatedAt: number
}) {
  const text = useText(relationFormText)
  const seen = useSeen(updatedAt)
  const { mutateAsync, isPending } = useEndRelation(relation.id)
  const { title, closedAt } = relation
  const closed = closedAt !== null

  function set(toClosed: boolean, undo?: () => void) {
    mutateAsync(toClosed).then(
      () => {
        const said = toClosed ? text.ended(title) : text.reopened(title)
        notify(undo === undefined ? { text: said } : { text: said, undo })
      },
      () => notify({ text: text.endingFailed }),
    )
  }

  function handleUndo() {
    set(closed)
    // The button in the notice goes: on with the one that did it.
    document.getElementById(buttonId)?.focus()
  }

  return (
    <div className="wk-relation-form__ending">
      <Section title={closed ? text.reopening : text.ending}>
        <p>{closed ? text.reopeningText(dayInSentence(closedAt, seen)) : text.endingText}</p>
        <div className="wk-actions">
          <Button id={buttonId} busy={isPending} onClick={() => set(!closed, handleUndo)}>
            {closed ? text.reopen : text.end}
          </Button>
        </div>
      </Section>
    </div>
  )
}
