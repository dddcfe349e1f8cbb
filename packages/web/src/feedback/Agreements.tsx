import type { RelationFeedback } from '@weerklank/core/feedback/feedback.contract'
import { agreementStateWord } from '@weerklank/core/feedback/signal.words'
import type { Contact, Participant } from '@weerklank/core/relation/relation.contract'
import { momentWords } from '../language/moment-words.ts'
import type { Seen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { useKeepFocus } from '../ui/keep-focus.ts'
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
  /** False once the collaboration was ended: then nothing is asked back. */
  going: boolean
  seen: Seen
}

/** What was agreed: what one still works with as cards, what is over folded away. */
export function Agreements({ relation, feedback, participants, contacts, going, seen }: Props) {
  const text = useText(agreementText)
  const { current, over } = splitAgreements(feedback, seen.now)
  const { setEnded, busyWith } = useEnding(relation)
  const next = nextContactAt(contacts, seen.now)
  const keepFocus = useKeepFocus<HTMLElement>()
  if (current.length + over.length === 0) return null
  return (
    <section className="wk-stack" aria-label={text.title} {...keepFocus}>
      {current.map((agreement) => (
        <AgreementCard
          key={agreement.id}
          agreement={agreementView(agreement, participants, seen)}
          nextMoment={next === null ? null : momentWords(next, seen)}
          going={going}
          busy={busyWith === agreement.id}
          onEnd={() => setEnded(agreement.id, true)}
        />
      ))}
      {over.length > 0 && (
        <div className="wk-no-print">
          <Disclosure label={text.earlier(over.length)}>
            <ul className="wk-lines">
              {over.map((agreement) => (
                <li key={agreement.id} className="wk-agreement__ended">
                  <p>{agreement.text}</p>
                  <p className="wk-muted wk-small">{agreementStateWord(agreement.state, seen.language)}</p>
                  {going && agreement.state === 'ended' && (
                    <Button
                      variant="quiet"
                      busy={busyWith === agreement.id}
                      onClick={() => setEnded(agreement.id, false)}
                    >
                      {text.resume}
                    </Button>
                  )}
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
