import type {
  CircleCheckId,
  CircleId,
  MeetingId,
  ParticipantId,
  RelationId,
} from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import type { CircleMarks } from '@weerklank/core/team/circle-check'
import { type Insertable, type Selectable, sql } from 'kysely'
import { anyOf } from '../db/dialect.ts'
import type { Trx } from '../schema.ts'
import type { CircleAnswerTable, CircleCheckTable } from './circle-check.table.ts'

export type CheckRow = Selectable<CircleCheckTable>

/** Its checks, newest first. */
export async function checksIn(trx: Trx, circle: CircleId): Promise<CheckRow[]> {
  return trx
    .selectFrom('circle_check')
    .selectAll()
    .where('circle_id', '=', circle)
    .orderBy('asks_from', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** The checks of some circles, in no order. */
export async function checksOf(trx: Trx, circles: readonly CircleId[]): Promise<CheckRow[]> {
  if (circles.length === 0) return []
  return trx.selectFrom('circle_check').selectAll().where('circle_id', '=', anyOf(circles)).execute()
}

/** To which checks these places gave an answer; the context must say that they are the reader's own. */
export async function answeredBy(
  trx: Trx,
  own: readonly ParticipantId[],
): Promise<ReadonlySet<CircleCheckId>> {
  if (own.length === 0) return new Set()
  const rows = await trx
    .selectFrom('circle_answer')
    .select('check_id')
    .where('participant_id', '=', anyOf(own))
    .execute()
  return new Set(rows.map(({ check_id }) => check_id))
}

/** A check for the rest of the transaction: two who answer at the same moment come one after the other. */
export async function lockCheck(
  trx: Trx,
  of: { relation: RelationId; check: CircleCheckId },
): Promise<CheckRow | undefined> {
  // The collaboration first, in the order of a deletion (consent/deletion.repository.ts).
  await sql`select 1 from relation where id = ${of.relation} for no key update`.execute(trx)
  return trx
    .selectFrom('circle_check')
    .selectAll()
    .where('relation_id', '=', of.relation)
    .where('id', '=', of.check)
    .executeTakeFirst()
}

/** Adds a check; false when the identifier is taken. */
export async function insertCheck(trx: Trx, row: Insertable<CircleCheckTable>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('circle_check')
    .values(row)
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Takes a check away with all that was answered; how much that was is told to nobody. */
export async function deleteCheck(trx: Trx, check: CircleCheckId): Promise<void> {
  await trx.deleteFrom('circle_check').where('id', '=', check).execute()
}

/** Moves the talk; false when somebody else changed it meanwhile. */
export async function updateTalk(
  trx: Trx,
  of: { check: CircleCheckId; version: number; talkOn: string; meeting: MeetingId | null },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('circle_check')
    .set({ talk_on: of.talkOn, meeting_id: of.meeting, version: of.version + 1 })
    .where('id', '=', of.check)
    .where('version', '=', of.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** What one person answered to some checks; the context must say that they are hers. */
export async function answersOf(trx: Trx, participant: ParticipantId, checks: readonly CircleCheckId[]) {
  if (checks.length === 0) return []
  return trx
    .selectFrom('circle_answer')
    .select(['check_id', 'side_id', 'marks', 'words'])
    .where('participant_id', '=', participant)
    .where('check_id', '=', anyOf(checks))
    .execute()
}

/** Writes her answer, or changes it while it is sealed. */
export async function keepAnswer(
  trx: Trx,
  { marks, ...row }: Omit<Insertable<CircleAnswerTable>, 'marks'> & { marks: CircleMarks },
): Promise<void> {
  const said = {
    ...{ side_id: row.side_id, marks: JSON.stringify(marks), words: row.words, answered_at: row.answered_at },
  }
  await trx
    .insertInto('circle_answer')
    .values({ ...row, ...said })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'check_id', 'participant_id']).doUpdateSet(said),
    )
    .execute()
}

/** Takes her answer away; false when there was none. */
export async function removeAnswer(
  trx: Trx,
  of: { check: CircleCheckId; participant: ParticipantId },
): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('circle_answer')
    .where('check_id', '=', of.check)
    .where('participant_id', '=', of.participant)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

/** Who answered so far; asks for the context `reveal`. */
export async function answeredIn(trx: Trx, check: CircleCheckId): Promise<ParticipantId[]> {
  const rows = await trx
    .selectFrom('circle_answer')
    .select('participant_id')
    .where('check_id', '=', check)
    .execute()
  return rows.map((row) => row.participant_id)
}

/** Opens a check and takes the seals off; asks for the context `reveal`. */
export async function unseal(
  trx: Trx,
  check: CircleCheckId,
  opened: { at: Instant; by: 'all-in' | 'window'; answers: number; asked: number },
): Promise<void> {
  await trx
    .updateTable('circle_check')
    .set({
      ...{ opened_at: opened.at, opened_by: opened.by },
      ...{ opened_with: opened.answers, opened_asked: opened.asked },
    })
    .where('id', '=', check)
    .execute()
  await trx.updateTable('circle_answer').set({ sealed: false }).where('check_id', '=', check).execute()
}

/** What was answered to open checks, without whose it is; asks for the context `results`. */
export async function openAnswers(trx: Trx, checks: readonly CircleCheckId[]) {
  if (checks.length === 0) return []
  return trx
    .selectFrom('circle_answer')
    .select(['check_id', 'side_id', 'marks', 'words'])
    .where('check_id', '=', anyOf(checks))
    .where('sealed', '=', false)
    .execute()
}

/** The planned meetings of a collaboration that the reader sits at. */
export async function plannedMeetings(trx: Trx, relation: RelationId) {
  return trx
    .selectFrom('meeting')
    .select(['id', 'title', 'planned_at'])
    .where('relation_id', '=', relation)
    .where('status', '=', 'planned')
    .orderBy('planned_at')
    .execute()
}

/** What was agreed in a collaboration and still stood at a moment, or was agreed after it; oldest first. */
export async function agreementsSince(trx: Trx, relation: RelationId, since: Instant) {
  return trx
    .selectFrom('agreement')
    .select(['body', 'made_at', 'ended_at'])
    .where('relation_id', '=', relation)
    .where(({ or, eb }) => or([eb('ended_at', 'is', null), eb('ended_at', '>=', since)]))
    .orderBy('made_at')
    .orderBy('id')
    .execute()
}

/** Takes away what somebody answered to any check of a circle; asks for the context `deletion`. */
export async function removeAnswersOf(
  trx: Trx,
  of: { circle: CircleId; participant: ParticipantId },
): Promise<void> {
  await trx
    .deleteFrom('circle_answer')
    .where('circle_id', '=', of.circle)
    .where('participant_id', '=', of.participant)
    .execute()
}
