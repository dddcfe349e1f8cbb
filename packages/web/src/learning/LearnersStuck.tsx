import type { LearnerLine } from '@weerklank/core/learning/learner.contract'
import type { TrajectoryDetails } from '@weerklank/core/learning/trajectory.contract'
import { useDates } from '../access/access.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { notify } from '../ui/notices.ts'
import { Section } from '../ui/Section.tsx'
import { type LearnersText, learnersText } from './learners.text.ts'
import { useRemindLearners } from './trajectory.queries.ts'

type Props = { details: TrajectoryDetails; learners: readonly LearnerLine[] }

/** Who may be stuck, by what the register knows, and one button to remind them. */
export function LearnersStuck({ details, learners }: Props) {
  const text = useText(learnersText)
  const dates = useDates()
  const stuck = learners.filter(({ waiting }) => waiting.length > 0)
  return (
    <Section title={text.stuck} intro={text.stuckIntro}>
      {stuck.length === 0 ? (
        <p>{text.nobodyStuck}</p>
      ) : (
        <ul className="wk-lines">
          {stuck.map((one) => (
            <li key={one.id} className="wk-learner-stuck">
              <span className="wk-learner-stuck__name">{one.name}</span>
              <span>
                {one.waiting.map((waiting) => waitingWords(waiting, details, text)).join(' · ')}
                {one.remindedAt !== null && (
                  <span className="wk-muted"> · {text.reminded(dates.dayMonth(one.remindedAt))}</span>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      {details.may.people && stuck.length > 0 && <Remind details={details} learners={stuck} />}
    </Section>
  )
}

function waitingWords(
  waiting: LearnerLine['waiting'][number],
  { moments }: TrajectoryDetails,
  text: LearnersText,
): string {
  if (waiting.why !== 'moment-missing') return text.why[waiting.why]
  return text.missing(moments.find(({ id }) => id === waiting.moment)?.key ?? '')
}

function Remind({ details, learners }: Props) {
  const text = useText(learnersText)
  const remind = useRemindLearners(details.id)
  const count = learners.filter(({ mayRemind, email }) => mayRemind && email !== '').length
  async function handleRemind() {
    try {
      const { mailed, withoutAddress } = await remind.mutateAsync(undefined)
      notify({ text: text.mailed(mailed, withoutAddress) })
    } catch {
      // Said below the button.
    }
  }
  const wasTold = learners.some(({ waiting }) => waiting.some(({ why }) => why !== 'not-invited'))
  if (count === 0) return wasTold ? <p className="wk-muted wk-small">{text.remindNobody}</p> : null
  return (
    <div className="wk-actions">
      <Button icon="mail" busy={remind.isPending} onClick={handleRemind}>
        {text.remind(count)}
      </Button>
      <p className="wk-muted wk-small">{text.remindHint}</p>
      {remind.error !== null && <p role="alert">{remind.error.message}</p>}
    </div>
  )
}
