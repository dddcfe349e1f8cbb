import { breakWords } from '@weerklank/core/audit/chain.words'
import { sql } from 'kysely'
import { verifyChains } from '../audit/verify.ts'
import { pendingMigrations } from '../db/migrate.ts'
import type { Db } from '../schema.ts'
import { type Finding, failure, ok } from './finding.ts'
import { asOwner, type OnDatabase } from './on-database.ts'

/** Whether nobody changed the record of any workspace, as its chains tell. */
export function auditFindings(on: OnDatabase): Promise<Finding[]> {
  return asOwner(on, async (owner) => {
    if ((await pendingMigrations(owner)).length > 0) {
      return [failure('the tables are not up to date', 'run `weerklank migrate`')]
    }
    const findings: Finding[] = []
    for (const workspace of await workspaces(owner)) findings.push(await finding(owner, workspace))
    return findings.length > 0 ? findings : [ok('there is no workspace yet')]
  })
}

type Workspace = Awaited<ReturnType<typeof workspaces>>[number]

function workspaces(owner: Db) {
  return atRest(owner, (trx) =>
    trx
      .selectFrom('workspace')
      .select(['workspace_id as id', 'name', 'time_zone as timeZone'])
      .orderBy('name')
      .orderBy('workspace_id')
      .execute(),
  )
}

async function finding(owner: Db, { id, name, timeZone }: Workspace): Promise<Finding> {
  const began = performance.now()
  const { lines, chains, broken } = await atRest(owner, (trx) => verifyChains(trx, id))
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  const whose = `the log of ${name} (${id})`
  if (broken === null) {
    const size = `${lines} ${lines === 1 ? 'line' : 'lines'} in ${chains} ${chains === 1 ? 'chain' : 'chains'}`
    return ok(`${whose} is whole: ${size}, ${seconds} s`)
  }
  return failure(
    `${whose} was tampered with. ${breakWords(broken, 'en', timeZone)}`,
    'compare it with a backup, and tell the privacy officer (docs/audit.md)',
  )
}

/** As the database was at one moment, whoever writes meanwhile. */
function atRest<Result>(owner: Db, work: (trx: Parameters<typeof verifyChains>[0]) => Promise<Result>) {
  return owner
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      await sql`set local app.maintenance = 'on'`.execute(trx)
      return work(trx)
    })
}
