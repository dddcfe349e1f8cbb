import type { AskedBefore, PlanFacts } from '@weerklank/core/feedback/check-plan'
import type { FormId, ParticipantId, RelationId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import { type Insertable, type Selectable, sql } from 'kysely'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'
import { askedStatus } from './asking.ts'
import { invitationsOf } from './feedback.repository.ts'
import { formInvitationsOf } from './form-invitation.repository.ts'
import type { CheckNoticeTable, CheckPlanTable } from './plan.table.ts'

export type PlanRow = Selectable<CheckPlanTable>
export type NoticeRow = Selectable<CheckNoticeTable>

/** The work of looking whether someone is to be asked or reminded: one job for each plan. */
export const checkPlanKind = 'check-plan'

export function plansOf(trx: Trx, relation: RelationId): Promise<PlanRow[]> {
  return trx.selectFrom('check_plan').selectAll().where('relation_id', '=', relation).execute()
}

/** One plan; kept from others until the transaction ends when it is to be acted on. */
export async function findPlan(
  trx: Trx,
  participant: ParticipantId,
  hold: 'hold' | 'read',
): Promise<PlanRow | undefined> {
  return trx
    .selectFrom('check_plan')
    .selectAll()
    .where('participant_id', '=', participant)
    .$if(hold === 'hold', (query) => query.forUpdate())
    .executeTakeFirst()
}

/** Sets a rhythm. What she chose herself, a pause or a stop, is not overruled by it. */
export async function savePlan(trx: Trx, row: Insertable<CheckPlanTable>): Promise<void> {
  const { rhythm, every_weeks, weekends, email, email_agreed_at, since, set_by } = row
  const { form_id = null, every_days = null, begins_on = null, ends_on = null } = row
  await trx
    .insertInto('check_plan')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'participant_id']).doUpdateSet({
        ...{ rhythm, every_weeks, weekends, email, email_agreed_at, since, set_by },
        ...{ form_id, every_days, begins_on, ends_on },
      }),
    )
    .execute()
}

/** What she chose herself. */
export async function restPlan(
  trx: Trx,
  participant: ParticipantId,
  chosen: { paused_until: Instant | null; stopped_at: Instant | null },
): Promise<void> {
  await trx.updateTable('check_plan').set(chosen).where('participant_id', '=', participant).execute()
}

export function noticesOf(trx: Trx, relation: RelationId): Promise<NoticeRow[]> {
  return trx
    .selectFrom('check_notice')
    .selectAll()
    .where('relation_id', '=', relation)
    .orderBy('at')
    .execute()
}

/** Writes down that something went out; false when it had already. */
export async function noteNotice(trx: Trx, row: Insertable<CheckNoticeTable>): Promise<boolean> {
  const result = await trx
    .insertInto('check_notice')
    .values(row)
    .onConflict((conflict) => conflict.columns(['workspace_id', 'asked_id', 'number']).doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

/** What the rules need of one plan; `mails`: whether a letter reaches her. */
export async function factsOf(
  trx: Trx,
  plan: PlanRow,
  { now, mails }: { now: Instant; mails: boolean },
): Promise<PlanFacts> {
  const { relation_id: relation, participant_id: participant } = plan
  const [contacts, asked] = await Promise.all([
    trx.selectFrom('contact').select(['id', 'at']).where('relation_id', '=', relation).execute(),
    plan.form_id === null
      ? askedBefore(trx, { relation, participant, now })
      : formsAskedBefore(trx, { relation, participant, now, form: plan.form_id }),
  ])
  return {
    ...{ rhythm: plan.rhythm, everyWeeks: plan.every_weeks, weekends: plan.weekends, since: plan.since },
    ...{ everyDays: plan.every_days, beginsOn: plan.begins_on, endsOn: plan.ends_on },
    ...{ pausedUntil: plan.paused_until, isStopped: plan.stopped_at !== null, hasAddress: mails },
    ...{ contacts, asked },
  }
}

/** All that someone was asked, oldest first, with what went out for it. */
async function askedBefore(
  trx: Trx,
  of: { relation: RelationId; participant: ParticipantId; now: Instant },
): Promise<AskedBefore[]> {
  const [asked, notices] = await Promise.all([invitationsOf(trx, [of.relation]), noticesOf(trx, of.relation)])
  const invitations = asked.filter((row) => row.participant_id === of.participant)
  return invitations.map((row) => beforeOf(row, { contact: row.contact_id, notices, now: of.now }))
}

/** Every time that someone was asked with one form, by whomever, oldest first. */
async function formsAskedBefore(
  trx: Trx,
  of: { relation: RelationId; participant: ParticipantId; now: Instant; form: FormId },
): Promise<AskedBefore[]> {
  const [asked, notices] = await Promise.all([
    formInvitationsOf(trx, of.relation),
    noticesOf(trx, of.relation),
  ])
  return asked
    .filter((row) => row.participant_id === of.participant && row.form_id === of.form)
    .map((row) => beforeOf(row, { contact: null, notices, now: of.now }))
}

type AskedAt = Parameters<typeof askedStatus>[0] & { id: string; sent_at: Instant }

function beforeOf(
  row: AskedAt,
  of: { contact: string | null; notices: readonly NoticeRow[]; now: Instant },
): AskedBefore {
  const own = of.notices.filter((one) => one.asked_id === row.id)
  return {
    ...{ id: row.id, contact: of.contact, at: row.sent_at, status: askedStatus(row, of.now) },
    mailed: own.some((one) => one.number === 0 && one.by_mail),
    reminded: own.filter((one) => one.number > 0).map((one) => one.at),
  }
}

/** Lets the plan be looked at: now, or sooner than it was going to be. */
export async function lookAtPlan(
  trx: Trx,
  world: World,
  of: { workspace: WorkspaceId; relation: RelationId; participant: ParticipantId },
): Promise<void> {
  const payload = JSON.stringify(of)
  const key = `${checkPlanKind} ${of.participant}`
  await sql`
    insert into job (id, kind, dedupe_key, payload, run_at)
    values (${world.newId()}, ${checkPlanKind}, ${key}, ${payload}, ${world.now()})
    on conflict (dedupe_key) do update set run_at = least(job.run_at, excluded.run_at)`.execute(trx)
}
