import type { MeetingId, PlaceId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import type { MemberSession } from '../access/access.ts'
import type { Context } from '../db/context.ts'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'
import type { Calendar } from './calendar.ts'
import type { Place } from './stage.ts'

/** What the telling of the meeting works with. */
export type Telling = {
  trx: Trx
  place: Place
  world: World
  clock: { at: Instant }
  calendar: Calendar
  session: MemberSession
  meeting: MeetingId
  seats: ReadonlyMap<string, PlaceId>
}

/** As somebody at the table, by the link to her place. */
export function asPlace(told: Telling, id: PlaceId): Context {
  const { place, meeting } = told
  return {
    ...{ workspace: place.workspace, relations: [], meetings: [meeting] },
    actor: { participant: id as string as never },
  }
}
