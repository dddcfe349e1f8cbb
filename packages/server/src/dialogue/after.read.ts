import { afterState, afterWindow } from '@weerklank/core/dialogue/after'
import { type AtTable, type MeetingAct, mayInMeeting } from '@weerklank/core/dialogue/meeting'
import { AppError } from '@weerklank/core/shared/errors'
import type { MeetingId, PersonId, PlaceId } from '@weerklank/core/shared/ids'
import { type Instant, millis } from '@weerklank/core/shared/time'
import type { MemberSession } from '../access/access.ts'
import { type Context, setContext } from '../db/context.ts'
import type { Trx } from '../schema.ts'
import type * as after from './after.repository.ts'
import { findMeeting, type MeetingRow, type PlaceRow, placesOf } from './meeting.repository.ts'

/** A meeting as a colleague at its table finds it. */
export type Table = {
  meeting: MeetingRow
  /** Who sits there, in order; not who left. */
  places: PlaceRow[]
  own: PlaceRow | undefined
  at: AtTable
}

/** The meeting with its places; `not-found` outside one's reach. */
export async function tableOf(trx: Trx, session: MemberSession, id: MeetingId): Promise<Table> {
  const meeting = await findMeeting(trx, id)
  if (meeting === undefined) throw new AppError('not-found')
  const places = (await placesOf(trx, [id])).filter((place) => place.left_at === null)
  const own = places.find((place) => place.member_id === session.member.id)
  const isMaker = meeting.created_by === session.member.id
  return { meeting, places, own, at: { role: own?.role ?? 'participant', isMember: true, isMaker } }
}

/** `not-allowed` unless she may do this at this table now. */
export function enforceAct({ at, meeting }: Table, act: MeetingAct): void {
  if (!mayInMeeting(at, meeting.status, act).allowed) throw new AppError('not-allowed')
}

/** One's own place; `not-allowed` for who sits nowhere. From here on the context acts as that place too. */
export async function atOwnPlace(trx: Trx, session: MemberSession, { own }: Table): Promise<PlaceRow> {
  if (own === undefined) throw new AppError('not-allowed')
  const participants = [own.id as string as NonNullable<Context['participants']>[number]]
  await setContext(trx, { ...session.context, participants })
  return own
}

/** When answers are taken; null while nobody was asked. Before the questions went out it counts from when it ended. */
export function windowOf(
  meeting: Pick<MeetingRow, 'ended_at'>,
  wrap: after.WrapRow | undefined,
  zone: string,
): { askedAt: Instant; closesAt: Instant; endsAt: Instant } | null {
  if (wrap?.asked_at && wrap.closes_at && wrap.ends_at) {
    return { askedAt: wrap.asked_at, closesAt: wrap.closes_at, endsAt: wrap.ends_at }
  }
  if (meeting.ended_at === null) return null
  const { asksAt, closesAt, endsAt } = afterWindow(meeting.ended_at, zone)
  return { askedAt: asksAt, closesAt, endsAt }
}

/** Where the asking of one place stands; null while nobody was asked. */
export function stateOf(
  window: ReturnType<typeof windowOf>,
  row: Pick<after.ReflectionRow, 'answered_at' | 'withdrawn_at'> | undefined,
  now: Instant,
) {
  if (window === null) return null
  const { answered_at: answeredAt = null, withdrawn_at: withdrawnAt = null } = row ?? {}
  return afterState({ window, answeredAt, withdrawnAt }, now)
}

/** Whether what was written can still be changed: until the end, by whoever wrote it. */
export const isChangeable = (window: { endsAt: Instant }, now: Instant) => millis(now) < millis(window.endsAt)

/** What each place expected beforehand, once that was opened. */
export async function expectationsOf(trx: Trx, meeting: MeetingId): Promise<ReadonlyMap<PlaceId, string>> {
  const rows = await trx
    .selectFrom('meeting_text')
    .select(['place_id', 'body'])
    .where('meeting_id', '=', meeting)
    .where('kind', '=', 'expectation')
    .execute()
  return new Map(rows.flatMap(({ place_id, body }) => (place_id === null ? [] : [[place_id, body] as const])))
}

/** Whose consent to be laid beside others is in force, of these people. The context is as it was afterwards. */
export async function mayBeAnalysed(
  trx: Trx,
  context: Context,
  persons: readonly PersonId[],
): Promise<ReadonlySet<PersonId>> {
  if (persons.length === 0) return new Set()
  await setContext(trx, { ...context, persons })
  const rows = await trx
    .selectFrom('consent_grant')
    .select('person_id')
    .where('purpose', '=', 'analysis')
    .where('in_force', '=', true)
    .where('person_id', 'in', [...persons])
    .execute()
  await setContext(trx, context)
  return new Set(rows.map(({ person_id }) => person_id))
}
