import type { RelationFeedback } from '@weerklank/core/feedback/feedback.contract'
import type { Contact, Participant } from '@weerklank/core/relation/relation.contract'
import { momentWords } from '../language/moment-words.ts'
import type { Seen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { notify } from '../ui/notices.ts'
import { AgreementCard } from './AgreementCard.tsx'
import { agreementText } from './agreement.text.ts'
import { agreementView, nextContactAt, splitAgreements } from './agreement-view.ts'
import { useEndAgreement } from './check.actions.ts'

type Props = {
  relation: string
  feedback: RelationFeedback
  participants: readonly Participant[]
  contacts: readonly Contact[]
  seen: Seen
}

/** What was agreed: what one still works with as cards, what is over folded away. */
export function Agreements({ relation, feedback, participants, contacts, seen }: Props) {
  const text = useText(agreementText)
  const { current, ended } = splitAgreements(feedback)
  const { setEnded, busyWith } = useEnding(relation)
  const next = nextContactAt(contacts, seen.now)
  if (current.length + ended.length === 0) return null
  return (
    <section className="wk-stack" aria-label={text.title}>
      {current.map((agreement) => (
        <AgreementCard
          key={agreement.id}
          agreement={agreementView(agreement, participants, seen)}
          nextMoment={next === null ? null : momentWords(next, seen)}
          busy={busyWith === agreement.id}
          onEnd={() => setEnded(agreement.id, true)}
        />
      ))}
      {ended.length > 0 && (
        <div className="wk-no-print">
          <Disclosure label={text.earlier(ended.length)}>
            <ul className="wk-lines">
              {ended.map((agreement) => (
                <li key={agreement.id} className="wk-agreement__ended">
                  <p>{agreement.text}</p>
                  <Button
                    variant="quiet"
                    busy={busyWith === agreement.id}
                    onClick={() => setEnded(agreement.id, false)}
                  >
                    {text.resume}
                  </Button>
                </li>
              ))}
            </ul>
          </Disclosure>
        </div>
      )}
    </section>
  )
}

/** Ends an agreement or takes it up again, and says so with a way back. */
function useEnding(relation: string) {
  const text = useText(agreementText)
  const end = useEndAgreement(relation)
  function setEnded(agreement: string, ended: boolean) {
    end.mutate(
      { agreement, ended },
      {
        onSuccess: () =>
          notify({
            text: ended ? text.ended : text.resumed,
            undo: () => setEnded(agreement, !ended),
          }),
        onError: () => notify({ text: text.failed }),
      },
    )
  }
  return { setEnded, busyWith: end.isPending ? end.variables.agreement : null }
}
