import { Link } from '@tanstack/react-router'
import type { RuptureStep } from '@weerklank/core/feedback/rupture'
import type { Rupture } from '@weerklank/core/feedback/rupture.contract'
import { stepsFor } from '@weerklank/core/feedback/rupture.path'
import { ruptureStepWord } from '@weerklank/core/feedback/rupture.words'
import { useLanguage, useText } from '../language/use-text.ts'
import { Icon } from '../ui/Icon.tsx'
import { ruptureText } from './rupture.text.ts'

/** The steps in the order that fits, each a page of its own; any may be opened. */
export function RuptureSteps({
  relation,
  rupture,
  shown,
}: {
  relation: string
  rupture: Rupture
  shown: RuptureStep
}) {
  const text = useText(ruptureText)
  const language = useLanguage()
  const stateOf = (step: RuptureStep) => rupture.steps.find((one) => one.step === step)?.state
  return (
    <nav aria-label={text.steps} className="wk-no-print">
      <ol className="wk-rupture__steps">
        {stepsFor(rupture.kind).map((step) => {
          const state = stateOf(step)
          const word =
            state === 'done' ? text.stepDone : state === 'skipped' ? text.stepSkipped : text.stepOpen
          return (
            <li key={step}>
              <Link
                to="/samenwerkingen/$relation/schuurt/$rupture"
                params={{ relation, rupture: rupture.id }}
                search={{ stap: step }}
                resetScroll={false}
                activeProps={{ 'aria-current': undefined }}
                aria-current={step === shown ? 'step' : undefined}
              >
                <span className="wk-rupture__mark">
                  {state !== undefined && <Icon name={state === 'done' ? 'check' : 'minus'} />}
                </span>
                <span>
                  {ruptureStepWord(step, language)}
                  <span className="wk-sr-only"> ({word})</span>
                </span>
              </Link>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
