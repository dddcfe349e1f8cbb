import {
  type LicenceRefusal,
  type LicenceState,
  licenceState,
  mayAskForm as mayAsk,
} from '@weerklank/core/feedback/form.licence'
import type { Decision } from '@weerklank/core/shared/decision'
import { AppError } from '@weerklank/core/shared/errors'
import type { FormId, InstrumentLicenceId } from '@weerklank/core/shared/ids'
import type { Day, Instant } from '@weerklank/core/shared/time'
import { recordOwn } from '../audit/audit.ts'
import type { Trx } from '../schema.ts'
import { type FormRow, lockForm, type StoredForm } from './form.repository.ts'
import {
  changeLicence,
  findLicence,
  type LicenceRow,
  licencesOf,
  markEnded,
} from './form-licence.repository.ts'
import { enforceKeep, type FormDeed } from './forms.ts'

type Today = { now: Instant; timeZone: string }

/** How the right to use a form stands, from its row and its licences. */
export function stateOf(
  form: Pick<FormRow, 'needs_licence'>,
  licences: readonly Pick<LicenceRow, 'valid_from' | 'expires_on'>[],
  today: Today,
): LicenceState {
  return licenceState({
    ...{ needed: form.needs_licence, ...today },
    licences: licences.map((one) => ({ validFrom: one.valid_from, expiresOn: one.expires_on })),
  })
}

/**
 * Whether somebody may be asked with this version of a form now: it is published, and where it needs a licence that is in
 * order today. Only for asking anew: an answer to a link that is on its way is kept whatever this says.
 */
export async function mayAskForm(
  trx: Trx,
  form: Pick<StoredForm, 'id' | 'status'>,
  today: Today,
): Promise<Decision<LicenceRefusal | 'not-published'>> {
  const row = await trx
    .selectFrom('form')
    .select('needs_licence')
    .where('id', '=', form.id)
    .executeTakeFirst()
  if (row === undefined) throw new AppError('not-found')
  const licences = (await licencesOf(trx, [form.id])).get(form.id) ?? []
  return mayAsk({ status: form.status, licence: stateOf(row, licences, today) })
}

/**
 * The row of a form for the rest of the transaction, when it is still as she saw it; its revision rises, so that whoever
 * saw the same is told. Refuses with `conflict` when somebody changed it meanwhile.
 */
export async function lockSeen({ trx, session }: FormDeed, id: FormId, revision: number): Promise<FormRow> {
  enforceKeep(session)
  const form = await lockForm(trx, { workspace: session.workspace.id, id })
  if (form === undefined) throw new AppError('not-found')
  if (form.revision !== revision) throw new AppError('conflict')
  await trx
    .updateTable('form')
    .set({ revision: revision + 1 })
    .where('id', '=', id)
    .execute()
  return { ...form, revision: revision + 1 }
}

/** Says whether a form needs a licence, and why; that stays to be read, whatever is said later. */
export async function sayNeed(
  deed: FormDeed,
  id: FormId,
  said: { needed: boolean; reason: string; revision: number },
): Promise<void> {
  const { trx, world, session } = deed
  const form = await lockSeen(deed, id, said.revision)
  const line = world.newId<string>()
  await trx
    .insertInto('form_licence_need')
    .values({
      ...{ workspace_id: session.workspace.id, id: line, form_id: id },
      ...{ needed: said.needed, reason: said.reason, created_by: session.member.id, created_at: world.now() },
    })
    .execute()
  if (form.needs_licence !== said.needed)
    await trx.updateTable('form').set({ needs_licence: said.needed }).where('id', '=', id).execute()
  await recordOwn(trx, world, { session, action: 'form.licence-need', subject: { kind: 'form', id } })
}

export type NewLicence = {
  id: InstrumentLicenceId
  holder: string
  number: string
  validFrom: Day | null
  expiresOn: Day
  note: string
  revision: number
}

/** Writes a licence down, or mends one that is there. */
export async function recordLicence(deed: FormDeed, form: FormId, said: NewLicence): Promise<void> {
  const { trx, world, session } = deed
  const { id, holder, number, note, validFrom: valid_from, expiresOn: expires_on } = said
  if (valid_from !== null && valid_from > expires_on)
    throw new AppError('invalid-input', { fields: { expiresOn: 'before-begin' } })
  await lockSeen(deed, form, said.revision)
  const words = { holder, number, note, valid_from, expires_on }
  const before = await findLicence(trx, id)
  if (before === undefined) {
    await trx
      .insertInto('instrument_licence')
      .values({
        ...{ workspace_id: session.workspace.id, id, form_id: form, ...words },
        ...{ recorded_by: session.member.id, recorded_at: world.now() },
      })
      .execute()
  } else {
    if (before.form_id !== form) throw new AppError('not-found')
    if (before.ended_at !== null) throw new AppError('conflict')
    await changeLicence(trx, id, words)
  }
  const action = before === undefined ? 'licence.recorded' : 'licence.changed'
  await recordOwn(trx, world, { session, action, subject: { kind: 'licence', id } })
}

/** A licence counts no more from now on; it stays to be read. Doing it again changes nothing. */
export async function endLicence(
  deed: FormDeed,
  form: FormId,
  of: { id: InstrumentLicenceId; revision: number },
): Promise<void> {
  const { trx, world, session } = deed
  await lockSeen(deed, form, of.revision)
  const before = await findLicence(trx, of.id)
  if (before === undefined || before.form_id !== form) throw new AppError('not-found')
  if (before.ended_at !== null)
    return recordOwn(trx, world, { session, action: 'form.read', subject: { kind: 'form', id: form } })
  await markEnded(trx, of.id, { by: session.member.id, at: world.now() })
  await recordOwn(trx, world, { session, action: 'licence.ended', subject: { kind: 'licence', id: of.id } })
}
