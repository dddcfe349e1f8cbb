import type { LearnerId, PersonId, TrajectoryId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import type { MemberSession } from '../access/access.ts'
import type { ConsentDeps } from '../consent/consent.ts'
import { type Context, setContext } from '../db/context.ts'
import type { Trx } from '../schema.ts'
import type { Calendar } from './calendar.ts'
import type { Place } from './stage.ts'
import type { TrajectoryPerson } from './trajectory.words.ts'

/** Somebody of the trajectory, as whom she is stored. */
export type ToldLearner = TrajectoryPerson & { id: LearnerId; person: PersonId }

/** What the telling of the trajectory works with; the clock stands at the deed that is done. */
export type TrajectoryTelling = {
  trx: Trx
  place: Place
  deps: ConsentDeps
  clock: { at: Instant }
  calendar: Calendar
  now: Instant
  /** Of its lead, Farid; her context reaches the register. */
  session: MemberSession
  trajectory: TrajectoryId
  learners: readonly ToldLearner[]
}

/** One of them by her key; the words of the demo name nobody else. */
export function learnerCalled(told: TrajectoryTelling, key: string): ToldLearner {
  const found = told.learners.find((one) => one.key === key)
  if (found === undefined) throw new Error(`${key} does not take part in the trajectory`)
  return found
}

/** Works as the lead from here on. */
export function asLead({ trx, session }: TrajectoryTelling): Promise<void> {
  return setContext(trx, session.context)
}

/** The program where the trajectory is led, with one person in reach. */
export function programFor(told: TrajectoryTelling, person: PersonId): Context {
  const { place, trajectory } = told
  return {
    workspace: place.workspace,
    actor: 'system',
    relations: [],
    leads: [trajectory],
    persons: [person],
  }
}
