import type { LearnerLine } from '@weerklank/core/learning/learner.contract'
import type { TrajectoryDetails } from '@weerklank/core/learning/trajectory.contract'
import { hoursWord } from '@weerklank/core/learning/trajectory.hours'
import { address } from '../api/address.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { CopyField } from '../ui/CopyField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { QrCode } from '../ui/QrCode.tsx'
import { LearnerFields } from './LearnerFields.tsx'
import { LearnerStanding } from './LearnerStanding.tsx'
import { learnersText } from './learners.text.ts'
import { useLinkLearner } from './trajectory.queries.ts'

type Props = { details: TrajectoryDetails; learner: LearnerLine; today: string; onClose: () => void }

/** One who takes part: her link, her name, whether she goes on, and her certificate. */
export function LearnerDialog({ details, learner, today, onClose }: Props) {
  const isThere = learner.status === 'invited' || learner.status === 'active'
  return (
    <Dialog open title={learner.name} onClose={onClose}>
      <div className="wk-stack wk-stack--wide">
        {details.may.people && isThere && <LinkPart trajectory={details.id} learner={learner} />}
        <LearnerStanding trajectory={details.id} learner={learner} today={today} />
        <Certificate trajectory={details.id} learner={learner} />
        <LearnerFields trajectory={details.id} learner={learner} />
      </div>
    </Dialog>
  )
}

type PartProps = { trajectory: string; learner: LearnerLine }

function LinkPart({ trajectory, learner }: PartProps) {
  const text = useText(learnersText)
  const link = useLinkLearner(trajectory)
  return (
    <section className="wk-stack" aria-label={text.link}>
      <h3>{text.link}</h3>
      <p className="wk-muted wk-small">{text.linkOnce}</p>
      {link.data === undefined ? (
        <div className="wk-actions">
          <Button busy={link.isPending} onClick={() => link.mutate(learner.id)}>
            {text.makeLink}
          </Button>
          {link.error !== null && <p role="alert">{link.error.message}</p>}
        </div>
      ) : (
        <>
          <QrCode url={link.data.url} label={text.qr(learner.name)} failed={text.qrFailed} />
          <CopyField
            id="learner-link"
            label={text.linkLabel}
            value={link.data.url}
            copy={text.copy}
            copied={text.copied}
            copyFailed={text.copyFailed}
          />
        </>
      )}
    </section>
  )
}

function Certificate({ trajectory, learner }: PartProps) {
  const text = useText(learnersText)
  const language = useLanguage()
  const params = { trajectory, learner: learner.id }
  const wasThere = learner.attendance.some(({ attended }) => attended)
  return (
    <section className="wk-stack" aria-label={text.certificate}>
      <h3>{text.certificate}</h3>
      {wasThere ? (
        <>
          <p className="wk-muted wk-small">{text.certificateHours(hoursWord(learner.hours, language))}</p>
          <p>
            <a
              href={address('/api/trajectories/:trajectory/learners/:learner/certificate', params, undefined)}
              download
            >
              {text.certificateGet}
            </a>
          </p>
        </>
      ) : (
        <p className="wk-muted wk-small">{text.certificateNone}</p>
      )}
    </section>
  )
}
