import { dataTables } from '@weerklank/core/ownership/data-tables'
import type { WorkspaceId } from '@weerklank/core/shared/ids'
import { sql } from 'kysely'
import { removeHomeless } from '../access/access.ts'
import type { Db, Trx } from '../schema.ts'
import { type Manifest, sealOf, takeawayFormat } from './takeaway.write.ts'
import { readZip } from './takeaway.zip.ts'

/** The file to leave with is not what it should be, or the database is not what the file says. */
export class TakeawayError extends Error {}

/** What went, for the receipt. */
export type Left = { rows: Record<string, number>; accounts: number; jobs: number; sha256: string }

/**
 * Removes a workspace wholly, after its file was held against the database: every table line by line, under a lock that lets
 * nobody write meanwhile. Accounts without a place elsewhere go too.
 */
export async function leave(owner: Db, of: { workspace: WorkspaceId; path: string }): Promise<Left> {
  const { manifest, sha256 } = await readTakeaway(of.path)
  if (manifest.workspace.id !== of.workspace)
    throw new TakeawayError(`The file is of another organisation: ${manifest.workspace.name}.`)
  return owner.transaction().execute(async (trx) => {
    await sql`set local app.maintenance = 'on'`.execute(trx)
    const tables = await tablesInOrder(trx)
    await sql`lock table ${sql.join(tables.map((table) => sql.table(table)))} in share row exclusive mode`.execute(
      trx,
    )
    await enforceSame(trx, of.workspace, manifest)
    return { ...(await removeAll(trx, of.workspace, tables)), sha256 }
  })
}

/** Reads a file to take along and checks that it is whole: each table has the lines and the seal that it says. */
export async function readTakeaway(path: string): Promise<{ manifest: Manifest; sha256: string }> {
  const { files, sha256 } = await readZip(path, (name) => name === 'manifest.json').catch(
    (cause: unknown) => {
      if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') throw cause
      throw new TakeawayError(`${path} is not a whole export of Weerklank: make a new one.`, { cause })
    },
  )
  const manifest = manifestOf(files.get('manifest.json')?.text ?? '')
  if (manifest === undefined)
    throw new TakeawayError(`${path} is not a whole export of Weerklank: make a new one.`)
  for (const table of manifest.tables) {
    const file = files.get(`data/${table.name}.jsonl`)
    if (file === undefined || file.lines !== table.rows || file.sha256 !== table.sha256)
      throw new TakeawayError(
        `The file is damaged: data/${table.name}.jsonl is not what it was. Make a new export.`,
      )
  }
  return { manifest, sha256 }
}

function manifestOf(text: string): Manifest | undefined {
  try {
    const manifest = JSON.parse(text) as Manifest
    return manifest.format === takeawayFormat ? manifest : undefined
  } catch {
    return undefined
  }
}

async function enforceSame(trx: Trx, workspace: WorkspaceId, manifest: Manifest): Promise<void> {
  for (const [table, described] of Object.entries(dataTables)) {
    const now = await sealOf(trx, { table, described, workspace })
    const then = manifest.tables.find((one) => one.name === table)
    if (then?.rows === now.rows && then.sha256 === now.sha256) continue
    throw new TakeawayError(
      `Something changed since the export (${table}: ${then?.rows ?? 0} rows in the file, ${now.rows} now). ` +
        'Stop the server, make a new export and leave with that one. Nothing was removed.',
    )
  }
}

/** Every table of workspaces, those that refer to others before the others. */
async function tablesInOrder(trx: Trx): Promise<string[]> {
  const { rows: all } = await sql<{ name: string; refers: string[] }>`
    select c.relname as name, array(
        select distinct t.relname::text from pg_constraint k join pg_class t on t.oid = k.confrelid
        where k.conrelid = c.oid and k.contype = 'f' and t.oid <> c.oid) as refers
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    order by c.relname`.execute(trx)
  const order: string[] = []
  const left = new Map(all.map((table) => [table.name, table]))
  while (left.size > 0) {
    const free = [...left.keys()].filter(
      (name) => ![...left.values()].some((one) => one.refers.includes(name)),
    )
    if (free.length === 0)
      throw new Error(`Tables refer to each other in a circle: ${[...left.keys()].join(', ')}`)
    for (const name of free) left.delete(name)
    order.push(...free)
  }
  return order
}

async function removeAll(
  trx: Trx,
  workspace: WorkspaceId,
  tables: readonly string[],
): Promise<Omit<Left, 'sha256'>> {
  const rows: Record<string, number> = {}
  const pages = await sql<{ id: string }>`
    select user_id as id from auth.person_place where workspace_id = ${workspace}`.execute(trx)
  for (const table of tables) {
    const here = sql`delete from ${sql.table(table)} where workspace_id = ${workspace}`
    rows[table] = Number((await here.execute(trx)).numAffectedRows ?? 0n)
  }
  const accounts = await removeAccounts(
    trx,
    workspace,
    pages.rows.map((row) => row.id),
  )
  const jobs = await sql`delete from job where payload ->> 'workspace' = ${workspace}`.execute(trx)
  return { rows, accounts, jobs: Number(jobs.numAffectedRows ?? 0n) }
}

/** The places of the workspace, and the accounts that have no other; their sessions and passwords go with them. */
async function removeAccounts(
  trx: Trx,
  workspace: WorkspaceId,
  ofPersons: readonly string[],
): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    delete from auth.membership where workspace_id = ${workspace} returning user_id as id`.execute(trx)
  const users = [...rows.map((row) => row.id), ...ofPersons]
  return (await removeHomeless(trx, users)).length
}
