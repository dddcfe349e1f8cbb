/** Two files that a colleague had made: one is ready, one still waits. */
import type { ExportJobId, MemberId, RelationId } from '@weerklank/core/shared/ids'
import { addDays } from '@weerklank/core/shared/time'
import { asMaintenance } from './access/accounts.ts'
import { inContext } from './db/context.ts'
import { exportFile, writeExport } from './reports/export-job.files.ts'
import { sealOf } from './reports/export-job.seal.ts'
import type { Running } from './test-running.ts'

export async function buildExports(app: Running, of: { relation: RelationId; by: MemberId }) {
  const at = app.clock.now()
  const readyExport = app.world.newId<ExportJobId>()
  const waitingExport = app.world.newId<ExportJobId>()
  const context = { workspace: app.workspace, actor: { member: of.by }, relations: [] }
  const seal = await inContext(app.db, context, (trx) =>
    sealOf(trx, context, { relations: [of.relation], until: at }),
  )
  const path = exportFile(app.dataDir, { workspace: app.workspace, id: readyExport })
  await writeExport(path, pieces())
  const asked = { workspace_id: app.workspace, asked_by: of.by, asked_at: at, relation_id: of.relation }
  const wish = JSON.stringify({ kind: 'checks', format: 'csv-dutch' })
  const row = { ...asked, kind: 'checks' as const, purpose: 'care' as const, wish, failed_at: null }
  const ready = { begun_at: at, made_at: at, expires_at: addDays(at, 7), relations: [of.relation], seal }
  const waiting = { begun_at: null, made_at: null, expires_at: null }
  await asMaintenance(app.owner, (trx) =>
    trx
      .insertInto('export_job')
      .values([
        { ...row, ...ready, id: readyExport },
        { ...row, ...waiting, id: waitingExport, relations: [], seal: '' },
      ])
      .execute(),
  )
  return { readyExport, waitingExport }
}

async function* pieces(): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode('Dag;Cijfer\r\n')
}
