import type { ContributionId, MeetingId, MemberId, PlaceId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import { anyOf } from '../db/dialect.ts'
import type { Trx } from '../schema.ts'
import type { MeetingLinkTable, MeetingPlaceTable, MeetingTable, MeetingTextTable } from './meeting.table.ts'

export type MeetingRow = Selectable<MeetingTable>
export type PlaceRow = Selectable<MeetingPlaceTable>
export type LinkRow = Selectable<MeetingLinkTable>
export type TextRow = Selectable<MeetingTextTable>

/** Stores a meeting; false when its identifier is taken. */
export async function insertMeeting(trx: Trx, row: Insertable<MeetingTable>): Promise<boolean> {
  const done = await trx
    .insertInto('meeting')
    .values(row)
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n
}

export function findMeeting(trx: Trx, id: MeetingId): Promise<MeetingRow | undefined> {
  return trx.selectFrom('meeting').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Some meetings that are in reach, the latest first. */
export function findMeetings(trx: Trx, ids: readonly MeetingId[]): Promise<MeetingRow[]> {
  return trx
    .selectFrom('meeting')
    .selectAll()
    .where('id', '=', anyOf(ids))
    .orderBy('planned_at', 'desc')
    .orderBy('id')
    .execute()
}

/** The meeting, held until the end of the transaction: what changes it comes one after the other. */
export function lockMeeting(trx: Trx, id: MeetingId): Promise<MeetingRow | undefined> {
  return trx.selectFrom('meeting').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** Changes a meeting that is still at the version the change started from; false when somebody was before. */
export async function updateMeeting(
  trx: Trx,
  of: { id: MeetingId; version: number; now: Instant },
  change: Updateable<MeetingTable>,
): Promise<boolean> {
  const done = await trx
    .updateTable('meeting')
    .set({ ...change, version: of.version + 1, changed_at: of.now })
    .where('id', '=', of.id)
    .where('version', '=', of.version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** The meetings at whose table a member sits: coming ones first by time, then those that are over, newest first. */
export function meetingsOf(trx: Trx, member: MemberId, atMost: number): Promise<MeetingRow[]> {
  return trx
    .selectFrom('meeting')
    .selectAll()
    .where(sql<boolean>`${member}::uuid = any (member_ids)`)
    .orderBy(sql`status in ('ended', 'cancelled')`)
    .orderBy(sql`case when status in ('ended', 'cancelled') then null else planned_at end`)
    .orderBy('planned_at', 'desc')
    .orderBy('id')
    .limit(atMost)
    .execute()
}

/** Everybody at some tables, also who left (`left_at`), in the order in which they sit. */
export function placesOf(trx: Trx, meetings: readonly MeetingId[]): Promise<PlaceRow[]> {
  return trx
    .selectFrom('meeting_place')
    .selectAll()
    .where('meeting_id', '=', anyOf(meetings))
    .orderBy('position')
    .orderBy('id')
    .execute()
}

export async function insertPlaces(trx: Trx, rows: Insertable<MeetingPlaceTable>[]): Promise<void> {
  if (rows.length > 0) await trx.insertInto('meeting_place').values(rows).execute()
}

export async function updatePlace(
  trx: Trx,
  id: PlaceId,
  change: Updateable<MeetingPlaceTable>,
): Promise<void> {
  await trx
    .updateTable('meeting_place')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** The link by which somebody came in, whatever its state. */
export function findLink(trx: Trx, hash: string): Promise<LinkRow | undefined> {
  return trx.selectFrom('meeting_link').selectAll().where('token_hash', '=', hash).executeTakeFirst()
}

export async function insertLink(trx: Trx, row: Insertable<MeetingLinkTable>): Promise<void> {
  await trx.insertInto('meeting_link').values(row).execute()
}

/** Until when each place can be reached by a link; a place without one is absent. */
export async function linksOf(
  trx: Trx,
  meeting: MeetingId,
  now: Instant,
): Promise<ReadonlyMap<PlaceId, Instant>> {
  const rows = await trx
    .selectFrom('meeting_link')
    .select(['place_id'])
    .select(({ fn }) => fn.max('expires_at').as('until'))
    .where('meeting_id', '=', meeting)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .groupBy('place_id')
    .execute()
  return new Map(rows.map((row) => [row.place_id, row.until]))
}

export async function revokeLinks(trx: Trx, place: PlaceId, now: Instant): Promise<void> {
  await trx
    .updateTable('meeting_link')
    .set({ revoked_at: now })
    .where('place_id', '=', place)
    .where('revoked_at', 'is', null)
    .execute()
}

/** What was written for a meeting, as far as it is in reach: of oneself, and what was opened. */
export function textsOf(
  trx: Trx,
  of: { meeting: MeetingId; kinds: readonly MeetingTextTable['kind'][]; place?: PlaceId },
): Promise<TextRow[]> {
  const { meeting, kinds, place } = of
  return trx
    .selectFrom('meeting_text')
    .selectAll()
    .where('meeting_id', '=', meeting)
    .where('kind', 'in', [...kinds])
    .$if(place !== undefined, (query) => query.where('place_id', '=', place ?? null))
    .orderBy('step_key')
    .orderBy('at')
    .orderBy('id')
    .execute()
}

/**
 * Keeps what somebody answered beforehand: one text for each question, the newest words. A text that was opened stays as
 * others read it; false then.
 */
export async function keepBeforehand(trx: Trx, row: Insertable<MeetingTextTable>): Promise<boolean> {
  const done = await trx
    .insertInto('meeting_text')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'meeting_id', 'place_id', 'kind', 'step_key'])
        // In words, not as parameters: the index is found by its own condition.
        .where(sql<boolean>`kind in ('preparation', 'expectation')`)
        .doUpdateSet(({ ref }) => ({ body: ref('excluded.body'), changed_at: ref('excluded.changed_at') }))
        .where('meeting_text.revealed_at', 'is', null),
    )
    .executeTakeFirst()
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Takes back what one wrote and nobody else has seen. */
export async function removeText(trx: Trx, id: ContributionId): Promise<void> {
  await trx.deleteFrom('meeting_text').where('id', '=', id).where('revealed_at', 'is', null).execute()
}

/** The places that sent something beforehand; the context must say that it is for the program. */
export async function placesThatWrote(trx: Trx, meeting: MeetingId): Promise<ReadonlySet<PlaceId>> {
  const rows = await trx
    .selectFrom('meeting_text')
    .select('place_id')
    .distinct()
    .where('meeting_id', '=', meeting)
    .where('kind', 'in', ['preparation', 'expectation'])
    .execute()
  return new Set(rows.flatMap((row) => row.place_id ?? []))
}
