/** Runs the removal on a test application, and looks at what is left. */
import { relationEndpoints } from '@weerklank/core/relation/relation.contract'
import type { RelationId } from '@weerklank/core/shared/ids'
import { sql } from 'kysely'
import { asMaintenance } from '../db/maintenance.ts'
import { tenantTables } from '../db/tenant-tables.fixture.ts'
import type { TestApp } from '../test-app.ts'
import type { Person } from '../test-member.ts'
import { runRetention } from './retention.job.ts'

export const dayMs = 86_400_000

export function run(app: TestApp, of: { isDry?: boolean; dataDir?: string } = {}) {
  const deps = { world: app.world, log: app.logger, dataDir: of.dataDir ?? null }
  return runRetention(app.owner, deps, { workspace: app.workspace, isDry: of.isDry ?? false })
}

/** How many rows of the workspace each table holds. */
export function rowsPerTable(app: TestApp): Promise<Record<string, number>> {
  return asMaintenance(app.owner, async (trx) => {
    const counts: Record<string, number> = {}
    for (const table of await tenantTables(trx)) {
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}
        where workspace_id = ${app.workspace}`.execute(trx)
      counts[table] = rows[0]?.n ?? 0
    }
    return counts
  })
}

export function close(app: TestApp, by: Person, of: { relation: RelationId; closed?: boolean }) {
  const parts = { params: { relation: of.relation }, body: { closed: of.closed ?? true } }
  return app.as(by).call(relationEndpoints.closeRelation, parts)
}
