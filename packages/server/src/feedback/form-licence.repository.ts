import type { FormId, InstrumentLicenceId, MemberId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import type { Selectable } from 'kysely'
import type { Trx } from '../schema.ts'
import type { InstrumentLicenceTable } from './form.table.ts'

export type LicenceRow = Selectable<InstrumentLicenceTable>

/** The licences that count, per form; those that were taken back are left out. */
export async function licencesOf(trx: Trx, forms: readonly FormId[]): Promise<Map<FormId, LicenceRow[]>> {
  const found = new Map<FormId, LicenceRow[]>()
  if (forms.length === 0) return found
  const rows = await trx
    .selectFrom('instrument_licence')
    .selectAll()
    .where('form_id', 'in', forms)
    .where('ended_at', 'is', null)
    .execute()
  for (const row of rows) found.set(row.form_id, [...(found.get(row.form_id) ?? []), row])
  return found
}

/** Every licence of a form, also those that were taken back; the newest first. */
export function allLicencesOf(
  trx: Trx,
  form: FormId,
): Promise<(LicenceRow & { by: string; endedBy: string | null })[]> {
  return trx
    .selectFrom('instrument_licence as l')
    .innerJoin('member as m', (join) =>
      join.onRef('m.workspace_id', '=', 'l.workspace_id').onRef('m.id', '=', 'l.recorded_by'),
    )
    .leftJoin('member as e', (join) =>
      join.onRef('e.workspace_id', '=', 'l.workspace_id').onRef('e.id', '=', 'l.ended_by'),
    )
    .selectAll('l')
    .select(['m.name as by', 'e.name as endedBy'])
    .where('l.form_id', '=', form)
    .orderBy('l.expires_on', 'desc')
    .orderBy('l.id', 'desc')
    .execute()
}

/** What was said of the need of a licence, the newest first. */
export function saidOfNeed(
  trx: Trx,
  form: FormId,
): Promise<{ needed: boolean; reason: string; by: string; at: Instant }[]> {
  return trx
    .selectFrom('form_licence_need as n')
    .innerJoin('member as m', (join) =>
      join.onRef('m.workspace_id', '=', 'n.workspace_id').onRef('m.id', '=', 'n.created_by'),
    )
    .select(['n.needed', 'n.reason', 'm.name as by', 'n.created_at as at'])
    .where('n.form_id', '=', form)
    .orderBy('n.created_at', 'desc')
    .orderBy('n.id', 'desc')
    .execute()
}

export function findLicence(trx: Trx, id: InstrumentLicenceId): Promise<LicenceRow | undefined> {
  return trx.selectFrom('instrument_licence').selectAll().where('id', '=', id).executeTakeFirst()
}

export type LicenceWords = Pick<LicenceRow, 'holder' | 'number' | 'valid_from' | 'expires_on' | 'note'>

export async function changeLicence(trx: Trx, id: InstrumentLicenceId, words: LicenceWords): Promise<void> {
  await trx.updateTable('instrument_licence').set(words).where('id', '=', id).execute()
}

export async function markEnded(
  trx: Trx,
  id: InstrumentLicenceId,
  of: { by: MemberId; at: Instant },
): Promise<void> {
  await trx
    .updateTable('instrument_licence')
    .set({ ended_at: of.at, ended_by: of.by })
    .where('id', '=', id)
    .execute()
}
