/** The right to use the form of a story, and what was said about the need of one. */
import type { FormId, InstrumentLicenceId, MemberId } from '@weerklank/core/shared/ids'
import { asMaintenance } from './access/accounts.ts'
import type { Running } from './test-running.ts'

/** A licence for a long while, recorded by a colleague, after she said that the form needs one. */
export async function buildLicence(
  app: Running,
  of: { form: FormId; by: MemberId },
): Promise<InstrumentLicenceId> {
  const id = app.world.newId<InstrumentLicenceId>()
  const row = { workspace_id: app.workspace, form_id: of.form }
  const at = app.clock.now()
  await asMaintenance(app.owner, async (trx) => {
    await trx
      .insertInto('form_licence_need')
      .values({
        ...{ ...row, id: app.world.newId<string>(), needed: true, reason: 'De uitgever vraagt het.' },
        ...{ created_by: of.by, created_at: at },
      })
      .execute()
    await trx
      .insertInto('instrument_licence')
      .values({
        ...{ ...row, id, holder: 'Praktijk De Linde', number: 'L-2031' },
        ...{ valid_from: null, expires_on: '2099-12-31', recorded_by: of.by, recorded_at: at },
      })
      .execute()
  })
  return id
}
