import type { RuptureStep } from '@weerklank/core/feedback/rupture'
import type { RepairHint, Rupture } from '@weerklank/core/feedback/rupture.contract'
import { nextStep, type RupturePath } from '@weerklank/core/feedback/rupture.path'

/** How far repair is, for the rules. */
export function pathOf({ steps, outcome }: Pick<Rupture, 'steps' | 'outcome'>): RupturePath {
  return { taken: steps.filter(({ step }) => step !== 'outcome'), outcome }
}

/** The step that a page begins with: the next one, or the outcome where the path has ended. */
export function stepToShow(rupture: Rupture): RuptureStep {
  return nextStep(rupture.kind, pathOf(rupture)) ?? 'outcome'
}

/** What helps at a step, for this kind of rupture before what helps for both. */
export function hintsFor(
  hints: readonly RepairHint[],
  of: Pick<Rupture, 'kind'>,
  step: RuptureStep,
): RepairHint[] {
  const fitting = hints.filter(
    (hint) => hint.step === step && (hint.kind === of.kind || hint.kind === 'both'),
  )
  return fitting.toSorted((a, b) => Number(a.kind === 'both') - Number(b.kind === 'both'))
}
