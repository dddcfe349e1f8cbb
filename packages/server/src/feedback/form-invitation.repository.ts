import type { FormInvitationId, FormResponseId, MemberId, RelationId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import { type Insertable, type Selectable, sql } from 'kysely'
import type { Trx } from '../schema.ts'
import { findForm, type StoredForm } from './form.repository.ts'
import type { FormInvitationTable, FormTokenTable } from './form-invitation.table.ts'

export type FormInvitationRow = Selectable<FormInvitationTable> & { title: string }

const withTitle = (trx: Trx) =>
  trx
    .selectFrom('form_invitation as i')
    .innerJoin('form as f', (join) =>
      join.onRef('f.workspace_id', '=', 'i.workspace_id').onRef('f.id', '=', 'i.form_id'),
    )
    .selectAll('i')
    .select('f.title')

/** Forms asked in a collaboration, oldest first. */
export function formInvitationsOf(trx: Trx, relation: RelationId): Promise<FormInvitationRow[]> {
  return withTitle(trx).where('i.relation_id', '=', relation).orderBy('i.sent_at').orderBy('i.id').execute()
}

export function findFormInvitation(
  trx: Trx,
  relation: RelationId,
  id: FormInvitationId,
): Promise<FormInvitationRow | undefined> {
  return withTitle(trx).where('i.relation_id', '=', relation).where('i.id', '=', id).executeTakeFirst()
}

/** Adds an invitation; false when its id exists already. */
export async function insertFormInvitation(trx: Trx, row: Insertable<FormInvitationTable>): Promise<boolean> {
  const result = await trx
    .insertInto('form_invitation')
    .values(row)
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

export async function insertFormToken(
  trx: Trx,
  row: Omit<Insertable<FormTokenTable>, 'person_id'>,
): Promise<void> {
  await trx
    .insertInto('form_token')
    .values(({ selectFrom }) => ({
      ...row,
      person_id: selectFrom('participant').select('person_id').where('id', '=', row.participant_id),
    }))
    .execute()
}

/** Ends the links made before: they become unknown, but for being asked less, which an older letter goes on offering. */
export async function replaceFormTokens(trx: Trx, id: FormInvitationId, at: Instant): Promise<void> {
  await trx
    .updateTable('form_token')
    .set({ replaced_at: at })
    .where('form_invitation_id', '=', id)
    .where('replaced_at', 'is', null)
    .execute()
}

export async function changeFormInvitation(
  trx: Trx,
  id: FormInvitationId,
  change: { expires_at: Instant } | { revoked_at: Instant },
): Promise<void> {
  await trx.updateTable('form_invitation').set(change).where('id', '=', id).execute()
}

export type FormAnsweredRow = {
  id: FormResponseId
  participant_id: FormInvitationRow['participant_id']
  form_id: FormInvitationRow['form_id']
  title: string
  answered_at: Instant
  entered_by: MemberId | null
}

/** Forms answered in a collaboration that whoever asks may read, the newest first. */
export async function formAnswersOf(trx: Trx, relation: RelationId): Promise<FormAnsweredRow[]> {
  const rows = await trx
    .selectFrom('form_response as r')
    .innerJoin('form as f', (join) =>
      join.onRef('f.workspace_id', '=', 'r.workspace_id').onRef('f.id', '=', 'r.form_id'),
    )
    .select(['r.id', 'r.participant_id', 'r.form_id', 'f.title', 'r.answered_at', 'r.entered_by'])
    .where('r.relation_id', '=', relation)
    .orderBy('r.answered_at', 'desc')
    .orderBy('r.id')
    .execute()
  return rows.flatMap(({ participant_id, ...row }) =>
    participant_id === null ? [] : [{ ...row, participant_id }],
  )
}

const formsAtMost = 500

/** Each form in its newest version that is free for use, by title. */
export async function publishedForms(trx: Trx): Promise<StoredForm[]> {
  const { rows } = await sql<{ form_id: StoredForm['form_id']; version: number }>`
    select v.form_id, max(v.version) as version from form_version v
    where v.status = 'published' group by v.form_id limit ${formsAtMost}`.execute(trx)
  const found: StoredForm[] = []
  for (const { form_id, version } of rows) {
    const form = await findForm(trx, form_id, version)
    if (form !== undefined) found.push(form)
  }
  return found.sort((one, other) => one.title.localeCompare(other.title, 'nl'))
}
