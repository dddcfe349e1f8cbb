import type { LiveStepNow } from '@weerklank/core/dialogue/live.contract'
import { clock } from '@weerklank/core/shared/time'
import { useMe } from '../access/access.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { classes } from '../ui/classes.ts'
import { Icon } from '../ui/Icon.tsx'
import { liveText } from './live.text.ts'
import { useLive } from './live-context.ts'

/** All steps with their minutes; the shadow side is seen from the start. On a phone a bar of what is done. */
export function LiveSteps() {
  const text = useText(liveText)
  const language = useLanguage()
  const { timeZone } = useMe().workspace
  const { room } = useLive().view
  return (
    <section className="wk-live__steps" aria-labelledby="stappen">
      <div className="wk-live__steps-head">
        <h2 id="stappen">{text.steps}</h2>
        <span className="wk-muted wk-small">{text.ends(clock(room.endsAt, language, timeZone))}</span>
      </div>
      <div className="wk-live__bar-of-steps" aria-hidden="true">
        {room.steps.map(({ key, is, isShadow }) => (
          <span key={key} data-is={is} data-shadow={isShadow} />
        ))}
      </div>
      <ol>
        {room.steps.map((step, at) => (
          <Step key={step.key} step={step} at={at + 1} />
        ))}
      </ol>
    </section>
  )
}

function Step({ step, at }: { step: LiveStepNow; at: number }) {
  const text = useText(liveText)
  const language = useLanguage()
  const isShadow = step.isShadow && step.is === 'to-come'
  return (
    <li
      className={classes('wk-live__step', `wk-live__step--${step.is}`, isShadow && 'wk-live__step--shadow')}
      aria-current={step.is === 'now' ? 'step' : undefined}
    >
      <span className="wk-live__number">{step.is === 'done' ? <Icon name="check" /> : at}</span>
      <span>
        <span className="wk-live__name">{step.title[language]}</span>
        {step.is === 'done' && <span className="wk-sr-only">, {text.doneStep}</span>}
        {step.is === 'now' && <small>{text.busy}</small>}
        {step.is === 'skipped' && <small>{text.skippedStep}</small>}
        {isShadow && <small>{text.mandatory}</small>}
        {step.because !== null && <small>{text.because(step.because)}</small>}
      </span>
      <span className="wk-muted wk-small">{text.minutes(step.minutes)}</span>
    </li>
  )
}
