import type { RelationId } from '@weerklank/core/shared/ids'
import type { Moment } from '@weerklank/core/team/circle'
import type { MemberSession } from '../access/access.ts'
import type { MeetingDeps } from '../dialogue/dialogue.ts'

/** What teams and networks need of the world: that of meetings, for they plan them. */
export type CircleDeps = MeetingDeps

/** Who does something with the circle of which collaboration. */
export type CircleDeed = { session: MemberSession; deps: CircleDeps; relation: RelationId }

/** This moment, by the calendar of the organisation. */
export function momentOf({ session, deps }: Pick<CircleDeed, 'session' | 'deps'>): Moment {
  return { now: deps.world.now(), timeZone: session.workspace.timeZone }
}
