import type { FormAnswers } from '@weerklank/core/feedback/form.answers'
import type { Entry } from '@weerklank/core/feedback/form.entry'
import type { FormScores } from '@weerklank/core/feedback/form.score'
import type { FormInvitationId, FormResponseId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import { type Selectable, sql } from 'kysely'
import { tellOfAnswer } from '../../access/access.ts'
import { type AuditRecord, linkAnd } from '../../audit/audit.ts'
import { findForm, type StoredForm } from '../../feedback/form.repository.ts'
import type {
  FormDraftTable,
  FormInvitationTable,
  FormTokenTable,
} from '../../feedback/form-invitation.table.ts'
import type { Trx } from '../../schema.ts'

export type FormTokenRow = Selectable<FormTokenTable>
export type FormInvitationRow = Selectable<FormInvitationTable>
export type FormDraftRow = Selectable<FormDraftTable>

/** The link that a token belongs to; the context holds its hash and nothing else. */
export function findFormToken(trx: Trx, hash: string): Promise<FormTokenRow | undefined> {
  return trx.selectFrom('form_token').selectAll().where('token_hash', '=', hash).executeTakeFirst()
}

export type AskedForm = FormInvitationRow & { workspace_name: string; time_zone: string }

/** What was asked; for the rest of the transaction nobody else changes it where it is `held`. */
export async function findAskedForm(
  trx: Trx,
  id: FormInvitationId,
  how: 'read' | 'held',
): Promise<AskedForm | undefined> {
  const of = trx
    .selectFrom('form_invitation')
    .innerJoin('workspace', 'workspace.workspace_id', 'form_invitation.workspace_id')
    .selectAll('form_invitation')
    .select(['workspace.name as workspace_name', 'workspace.time_zone'])
    .where('form_invitation.id', '=', id)
  return (how === 'held' ? of.forUpdate('form_invitation') : of).executeTakeFirst()
}

/** The form in the version that was asked. */
export async function formAsked(trx: Trx, asked: FormInvitationRow): Promise<StoredForm> {
  const form = await findForm(trx, asked.form_id, asked.version)
  if (form === undefined) throw new Error('A form that was asked is kept')
  return form
}

export function findDraft(trx: Trx, id: FormInvitationId): Promise<FormDraftRow | undefined> {
  return trx.selectFrom('form_draft').selectAll().where('form_invitation_id', '=', id).executeTakeFirst()
}

export type Draft = {
  answers: FormAnswers
  unread: Readonly<Record<string, Entry>>
  part: number
  revision: number
  /** Hash of the mark of the device on which it is filled in. */
  device: string | null
}

/** Keeps what somebody filled in so far, in place of what was kept before. */
export async function keepDraft(
  trx: Trx,
  link: { token: FormTokenRow; now: Instant },
  draft: Draft,
): Promise<void> {
  const { workspace_id, form_invitation_id, relation_id, participant_id } = link.token
  const { part, revision } = draft
  const kept = {
    ...{ answers: JSON.stringify(draft.answers), unread: JSON.stringify(draft.unread) },
    ...{ part, revision, changed_at: link.now, device_hash: draft.device },
  }
  await trx
    .insertInto('form_draft')
    .values({ workspace_id, form_invitation_id, relation_id, participant_id, ...kept })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'form_invitation_id']).doUpdateSet(kept))
    .execute()
}

export type Answered = {
  token: FormTokenRow
  asked: FormInvitationRow
  answers: FormAnswers
  scores: FormScores | null
  language: string
  now: Instant
  record: readonly AuditRecord[]
}

/** Stores what was sent in, once; the draft goes, and whoever listens is told. Says whether it was new. */
export async function insertFormAnswer(trx: Trx, of: Answered): Promise<boolean> {
  const { asked, token, now } = of
  const answeredAt = token.answered_at ?? now
  const scores = of.scores === null ? null : JSON.stringify(of.scores)
  const { rows } = await sql<{ stored: string }>`
    with stored as (
      insert into form_response (workspace_id, id, form_id, version, relation_id, participant_id, created_by, status,
        language, answers, source, scores, answered_at, stored_at, entered_by)
      values (${token.workspace_id}, ${asked.response_id}, ${asked.form_id}, ${asked.version}, ${token.relation_id},
        ${token.participant_id}, null, 'completed', ${of.language}, ${JSON.stringify(of.answers)}::jsonb, null,
        ${scores}::jsonb, ${answeredAt}, ${now}, ${token.entered_by})
      on conflict (workspace_id, id) do nothing
      returning workspace_id, id, relation_id, participant_id, answered_at
    ), noted as (
      update form_invitation set answered_at = ${answeredAt}, answered_way = ${token.way}
      where id = ${asked.id} and exists (select from stored)
      returning 1
    ), gone as (
      delete from form_draft where form_invitation_id = ${asked.id} and exists (select from stored)
      returning 1
    ), told as (${tellOfAnswer(now)}
    ), ${linkAnd(of.record, sql`stored, (select count(*) as rows from (select from noted union all select from gone union all select from told) each) all_else where all_else.rows >= 0`)}
    select count(*) as stored from stored`.execute(trx)
  return rows[0]?.stored === '1'
}

export type StoredAnswer = {
  answers: FormAnswers
  scores: FormScores | null
  language: string | null
  answered_at: Instant
  readers: readonly string[] | null
}

/** Forgets what was filled in so far. */
export async function removeDraft(trx: Trx, id: FormInvitationId): Promise<void> {
  await trx.deleteFrom('form_draft').where('form_invitation_id', '=', id).execute()
}

/** What was sent in. */
export function findAnswer(trx: Trx, id: FormResponseId): Promise<StoredAnswer | undefined> {
  return trx
    .selectFrom('form_response')
    .select(['answers', 'scores', 'language', 'answered_at', 'readers'])
    .where('id', '=', id)
    .executeTakeFirst()
}
