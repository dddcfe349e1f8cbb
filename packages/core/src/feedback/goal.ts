import { scoreOf } from './instrument.score.ts'
import type { Answers, Instrument } from './instrument.ts'

/** The instrument that asks how far someone is with a goal in her own words. */
export const goalInstrument = 'own-goal'

/** From this share of the scale on a goal counts as met. Our own choice: nobody has to say ten to have got there. */
const metFrom = 0.9

// Tenths are not exact in binary.
const rounding = 1e-9

/** Whether an answer to `own-goal` says that the goal is met; null when it was left empty. */
export function isGoalMet(instrument: Instrument, answers: Answers): boolean | null {
  const score = scoreOf(instrument, answers)
  const { min, max } = instrument.scale
  return score === null ? null : score >= min + (max - min) * metFrom - rounding
}
