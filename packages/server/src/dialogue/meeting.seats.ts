import type { MeetingId, PersonId, PlaceId, RelationId } from '@weerklank/core/shared/ids'
import { addMilliseconds, type Instant } from '@weerklank/core/shared/time'
import { type Context, setContext } from '../db/context.ts'
import { anyOf } from '../db/dialect.ts'
import type { Trx } from '../schema.ts'
import type { MeetingDeps } from './meeting.deps.ts'
import { newPlaceLink } from './meeting.links.ts'
import { findMeeting, placesOf } from './meeting.repository.ts'

/** A place that somebody has at a meeting to come. */
export type Seat = { meeting: MeetingId; seat: PlaceId; title: string; at: Instant; place: string }

/** A meeting that began this long ago may still go on. */
const goesOnMs = 6 * 3_600_000

type Of = { relation: RelationId; person: PersonId; now: Instant }

/**
 * The next meeting of a collaboration at which somebody has a place, who came by another link: the program looks it up. The
 * context is as it was afterwards.
 */
export async function nextSeat(trx: Trx, context: Context, of: Of): Promise<Seat | null> {
  const program: Context = { workspace: context.workspace, actor: 'system', relations: [] }
  await setContext(trx, { ...program, persons: [of.person], purpose: 'access' })
  const places = await trx
    .selectFrom('meeting_place')
    .select(['id', 'meeting_id'])
    .where('person_id', '=', of.person)
    .where('left_at', 'is', null)
    .execute()
  const meetings = places.map(({ meeting_id }) => meeting_id)
  await setContext(trx, { ...program, meetings })
  const row = await trx
    .selectFrom('meeting')
    .select(['id', 'title', 'planned_at', 'place'])
    .where('id', '=', anyOf(meetings))
    .where('relation_id', '=', of.relation)
    .where('status', 'in', ['planned', 'live'])
    .where('planned_at', '>', addMilliseconds(of.now, -goesOnMs))
    .orderBy('planned_at')
    .orderBy('id')
    .executeTakeFirst()
  await setContext(trx, context)
  const seat = places.find(({ meeting_id }) => meeting_id === row?.id)
  if (row === undefined || seat === undefined) return null
  return { meeting: row.id, seat: seat.id, title: row.title, at: row.planned_at, place: row.place }
}

/** A new link to that place, as it would be mailed to her; null where there is none. The links before it end. */
export async function linkToNextSeat(
  trx: Trx,
  context: Context,
  { deps, ...of }: Of & { deps: Pick<MeetingDeps, 'world' | 'publicUrl'> },
): Promise<string | null> {
  const next = await nextSeat(trx, context, of)
  if (next === null) return null
  await setContext(trx, {
    ...{ workspace: context.workspace, actor: 'system', relations: [], meetings: [next.meeting] },
  })
  const meeting = await findMeeting(trx, next.meeting)
  const place = (await placesOf(trx, [next.meeting])).find(({ id }) => id === next.seat)
  const made =
    meeting === undefined || place === undefined ? null : await newPlaceLink(trx, { deps, meeting, place })
  await setContext(trx, context)
  return made === null ? null : made.url
}
