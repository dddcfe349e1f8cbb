import { addDays, type Instant, millis } from '../shared/time.ts'
import type { OwnChallenge } from './own-challenge.ts'
import type { SignalFinding } from './signal.ts'

/** A rupture that is open for longer than this comes back to mind. */
export const ruptureOpenDays = 14

/** An entry of the rupture and repair log as far as time goes. */
export type RuptureFacts = { id: string; openedAt: Instant; closedAt: Instant | null }

/** From which moment on a rupture counts as open for long. */
export function ruptureOpenFrom({ openedAt }: Pick<RuptureFacts, 'openedAt'>): Instant {
  return addDays(openedAt, ruptureOpenDays)
}

/** R9: a rupture that is open for more than 14 days. */
export function ruptureOpenSignal(rupture: RuptureFacts, now: Instant): SignalFinding[] {
  const { id, openedAt, closedAt } = rupture
  if (closedAt !== null || millis(now) <= millis(ruptureOpenFrom(rupture))) return []
  return [{ rule: 'rupture-open', rupture: id, since: openedAt, days: ruptureOpenDays }]
}

/** R10: a professional recognised a challenge of her own. It is hers: shown to herself, told to nobody else by the product. */
export function ownChallengeSignal(challenge: OwnChallenge): SignalFinding {
  return { rule: 'own-challenge', challenge }
}
