import type {
  CircleId,
  MeetingId,
  MemberId,
  RelationId,
  RoundGroupId,
  RoundId,
} from '@weerklank/core/shared/ids'
import type { Day, Instant } from '@weerklank/core/shared/time'
import type { RoundForm } from '@weerklank/core/team/round'
import type { Insertable, Selectable } from 'kysely'
import type { Trx } from '../schema.ts'
import type { RoundGroupTable, RoundTable, RoundTicketTable } from './team.table.ts'

export type RoundRow = Selectable<RoundTable>
export type GroupRow = Pick<
  Selectable<RoundGroupTable>,
  'id' | 'parent_id' | 'about_id' | 'name' | 'invited' | 'answered'
>

/** The rounds in reach: those of which the member may see the outcome, newest first. */
export async function findRounds(trx: Trx): Promise<RoundRow[]> {
  return trx.selectFrom('round').selectAll().orderBy('opened_at', 'desc').orderBy('id', 'desc').execute()
}

export async function findRound(trx: Trx, id: RoundId): Promise<RoundRow | undefined> {
  return trx.selectFrom('round').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Makes a round; false when there is one with this id. */
export async function insertRound(trx: Trx, row: Insertable<RoundTable>): Promise<boolean> {
  const made = await trx
    .insertInto('round')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return Number(made.numInsertedOrUpdatedRows ?? 0) === 1
}

/** False when a group has the identifier of another one. */
export async function insertGroups(trx: Trx, rows: readonly Insertable<RoundGroupTable>[]): Promise<boolean> {
  const made = await trx
    .insertInto('round_group')
    .values([...rows])
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return Number(made.numInsertedOrUpdatedRows ?? 0) === rows.length
}

/** Stored in the order of their hashes, which is nobody's: not in that of the sheet on which they are printed. */
export async function insertTickets(trx: Trx, rows: readonly Insertable<RoundTicketTable>[]): Promise<void> {
  const sorted = rows.toSorted((a, b) => (a.token_hash < b.token_hash ? -1 : 1))
  await trx.insertInto('round_ticket').values(sorted).execute()
}

/** By name: rows that changed last would otherwise come last. */
export async function groupsOf(trx: Trx, round: RoundId): Promise<GroupRow[]> {
  return trx
    .selectFrom('round_group')
    .select(['id', 'parent_id', 'about_id', 'name', 'invited', 'answered'])
    .where('round_id', '=', round)
    .orderBy('name')
    .orderBy('id')
    .execute()
}

/** How many people were invited per round. */
export async function invitedIn(trx: Trx): Promise<Map<RoundId, number>> {
  const rows = await trx
    .selectFrom('round_group')
    .select(['round_id', (eb) => eb.fn.sum<string>('invited').as('invited')])
    .groupBy('round_id')
    .execute()
  return new Map(rows.map((row) => [row.round_id, Number(row.invited)]))
}

/** The counts of a closed round; the context must say that they are read as results. */
export async function talliesOf(trx: Trx, round: RoundId) {
  const rows = await trx
    .selectFrom('round_tally')
    .select(['group_id', 'item_id', 'value', 'n'])
    .where('round_id', '=', round)
    .execute()
  return rows.map((row) => ({ group: row.group_id, item: row.item_id, value: row.value, n: row.n }))
}

/** The same about other groups. */
export async function viewsOf(trx: Trx, round: RoundId) {
  const rows = await trx
    .selectFrom('round_view_tally')
    .select(['group_id', 'about_id', 'item_id', 'value', 'n'])
    .where('round_id', '=', round)
    .execute()
  return rows.map((row) => ({
    ...{ group: row.group_id, about: row.about_id, item: row.item_id, value: row.value, n: row.n },
  }))
}

export async function wordsOf(trx: Trx, round: RoundId): Promise<{ group: RoundGroupId; texts: string[] }[]> {
  const rows = await trx
    .selectFrom('round_words')
    .select(['group_id', 'texts'])
    .where('round_id', '=', round)
    .execute()
  return rows.map((row) => ({ group: row.group_id, texts: row.texts }))
}

/**
 * Deletes all tickets of the one round in reach, used or not. Without a condition on purpose: with one, PostgreSQL would
 * ask for the right to look at tickets, which nobody has. Waits for answers that are being counted.
 */
export async function deleteTickets(trx: Trx): Promise<void> {
  await trx.deleteFrom('round_ticket').execute()
}

/** Waits until nobody else closes or renews this round: one after the other they see each other's tickets. */
export async function lockRound(trx: Trx, round: RoundId): Promise<RoundRow | undefined> {
  return trx.selectFrom('round').selectAll().where('id', '=', round).forUpdate().executeTakeFirst()
}

/** Takes away all that was counted in the one round in reach, without looking at it. */
export async function forgetAnswers(trx: Trx): Promise<void> {
  await trx.deleteFrom('round_tally').execute()
  await trx.deleteFrom('round_view_tally').execute()
  await trx.deleteFrom('round_words').execute()
  await trx.updateTable('round_group').set({ answered: 0 }).execute()
}

export async function setClosed(trx: Trx, round: RoundId, at: Instant): Promise<boolean> {
  const changed = await trx
    .updateTable('round')
    .set({ closed_at: at })
    .where('id', '=', round)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

export async function setTalk(
  trx: Trx,
  round: RoundId,
  { on, meeting }: { on: Day; meeting: MeetingId | null },
): Promise<void> {
  await trx
    .updateTable('round')
    .set({ talk_on: on, talk_meeting_id: meeting })
    .where('id', '=', round)
    .execute()
}

/** Colleagues by id who are still there, by name. */
export async function colleagues(
  trx: Trx,
  ids: readonly MemberId[],
): Promise<{ id: MemberId; name: string; roles: string[] }[]> {
  return trx
    .selectFrom('member')
    .select(['id', 'name', 'roles'])
    .where('id', 'in', [...ids])
    .where('ended_at', 'is', null)
    .orderBy('name')
    .execute()
}

/** A meeting that is still to come and at whose table she sits. */
export async function plannedMeeting(trx: Trx, id: MeetingId): Promise<{ planned_at: Instant } | undefined> {
  return trx
    .selectFrom('meeting')
    .select('planned_at')
    .where('id', '=', id)
    .where('status', '=', 'planned')
    .executeTakeFirst()
}

export async function takesPartIn(trx: Trx, relation: RelationId): Promise<boolean> {
  const found = await trx.selectFrom('relation').select('id').where('id', '=', relation).executeTakeFirst()
  return found !== undefined
}

export async function openTeam(trx: Trx, relation: RelationId): Promise<{ id: CircleId } | undefined> {
  return trx
    .selectFrom('circle')
    .select('id')
    .where('relation_id', '=', relation)
    .where('kind', '=', 'team')
    .where('ended_at', 'is', null)
    .executeTakeFirst()
}

/** The latest round of a team with these questions, of those that she may read. */
export async function latestOfCircle(
  trx: Trx,
  of: { circle: CircleId; instrument: string; form: RoundForm },
): Promise<Pick<RoundRow, 'id' | 'series_id'> | undefined> {
  return trx
    .selectFrom('round')
    .select(['id', 'series_id'])
    .where('circle_id', '=', of.circle)
    .where('instrument_id', '=', of.instrument)
    .where('form', '=', of.form)
    .orderBy('opened_at', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** The closed rounds of a row that she may read, oldest first, until the one that is given; the latest `most` of them. */
export async function earlierRounds(trx: Trx, of: { round: RoundRow; most: number }): Promise<RoundRow[]> {
  const { series_id, instrument_id, instrument_version, opened_at, id } = of.round
  if (series_id === null) return []
  const rows = await trx
    .selectFrom('round')
    .selectAll()
    .where((eb) => eb.or([eb('series_id', '=', series_id), eb('id', '=', series_id)]))
    .where('instrument_id', '=', instrument_id)
    .where('instrument_version', '=', instrument_version)
    .where('closed_at', 'is not', null)
    .where('opened_at', '<', opened_at)
    .where('id', '<>', id)
    .orderBy('opened_at', 'desc')
    .limit(of.most)
    .execute()
  return rows.toReversed()
}

export async function timeZoneHere(trx: Trx): Promise<string> {
  return (await trx.selectFrom('workspace').select('time_zone').executeTakeFirstOrThrow()).time_zone
}
