import './relation-header.css'
import { Link } from '@tanstack/react-router'
import { goesOn } from '@weerklank/core/relation/relation'
import type { RelationDetails } from '@weerklank/core/relation/relation.contract'
import { shortDay } from '@weerklank/core/shared/day-words'
import { AskHowItWas } from '../feedback/feedback.tsx'
import type { Seen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { notify } from '../ui/notices.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { RelationPeople } from './RelationPeople.tsx'
import { useRelationWords } from './relation.ts'
import { useReopen } from './relation-page.actions.ts'
import { relationPageText } from './relation-page.text.ts'

/** Who, in which setting, what for: all in one glance above the line. */
export function RelationHeader({ relation, seen }: { relation: RelationDetails; seen: Seen }) {
  const text = useText(relationPageText)
  const { setting } = useRelationWords()
  const { id, title, closedAt, mayChange } = relation
  return (
    <PageHeader
      title={title}
      intro={text.intro}
      back={<Link to="/samenwerkingen">{text.back}</Link>}
      actions={
        <>
          <Button icon="print" onClick={() => window.print()}>
            {text.print}
          </Button>
          {mayChange && (
            <LinkButton icon="pencil" to="/samenwerkingen/$relation/bewerken" params={{ relation: id }}>
              {text.edit}
            </LinkButton>
          )}
          {goesOn(relation) && <AskHowItWas relation={relation} />}
        </>
      }
    >
      <ul className="wk-setting" aria-label={text.setting}>
        {setting(relation).map((label) => (
          <li key={label}>
            <Chip>{label}</Chip>
          </li>
        ))}
      </ul>
      {closedAt !== null && <Closed relation={id} day={shortDay(closedAt, seen)} mayReopen={mayChange} />}
      <RelationPeople relation={relation} language={seen.language} />
    </PageHeader>
  )
}

function Closed({ relation, day, mayReopen }: { relation: string; day: string; mayReopen: boolean }) {
  const text = useText(relationPageText)
  const reopen = useReopen(relation)
  async function handleReopen() {
    try {
      await reopen.mutateAsync(undefined)
      notify({ text: text.reopened })
    } catch {
      notify({ text: text.failed })
    }
  }
  return (
    <div className="wk-relation-closed">
      <p>{text.closed(day)}</p>
      {mayReopen && (
        <div className="wk-actions">
          <Button busy={reopen.isPending} onClick={handleReopen}>
            {text.reopen}
          </Button>
        </div>
      )}
    </div>
  )
}
