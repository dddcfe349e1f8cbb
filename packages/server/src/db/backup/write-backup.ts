import { randomBytes } from 'node:crypto'
import { existsSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { syncFolder } from '../embedded/credentials.ts'
import type { Connection } from '../pool.ts'
import { BackupError } from './backup-error.ts'
import {
  columnsOf,
  countsLine,
  type Manifest,
  manifestLine,
  nameOf,
  plainName,
  type TableInBackup,
  tableLine,
  tablesWithRows,
} from './manifest.ts'
import { writeSealed } from './sealed-file.ts'
import { countRows, endOfTable } from './sections.ts'
import { withSession } from './session.ts'
import { openSnapshot, type Snapshot } from './snapshot.ts'

export type BackupOptions = {
  connection: Connection
  path: string
  /** Replace a file of that name; without it an existing file is left alone. */
  overwrite: boolean
  /** Version of Weerklank and the moment, for the manifest. */
  product: string
  made: string
  /** Tables (`schema.name`) whose rows stay behind. */
  withoutRowsOf: readonly string[]
  signal?: AbortSignal
}

/**
 * Writes all tables, as they are at one moment, into one file. It gets its name when it is complete and on disk; until
 * then, and when anything fails, there is nothing under that name. Gives the number of rows.
 */
export async function writeBackup(options: BackupOptions): Promise<number> {
  assertFree(options)
  const draft = `${options.path}.${randomBytes(6).toString('hex')}.partial`
  try {
    const write = (client: pg.Client) => writeDraft(client, draft, options)
    const rows = await withSession(options.connection, write, options.signal)
    assertFree(options)
    renameSync(draft, options.path)
    syncFolder(dirname(options.path))
    return rows
  } finally {
    rmSync(draft, { force: true })
  }
}

function assertFree({ path, overwrite }: BackupOptions): void {
  if (!overwrite && existsSync(path)) {
    throw new BackupError(`The file ${path} exists already: choose another name, or replace it with --force.`)
  }
}

async function writeDraft(client: pg.Client, draft: string, options: BackupOptions): Promise<number> {
  const manifest = manifestOf(await openSnapshot(client), options)
  const counts: number[] = []
  await writeSealed(draft, () => contentOf(client, manifest, counts), options.signal)
  await client.query('commit')
  return counts.reduce((sum, rows) => sum + rows, 0)
}

function manifestOf({ tables, migrations }: Snapshot, of: BackupOptions): Manifest {
  const inBackup = tables.map(({ schema, name, columns }): TableInBackup => {
    const rows = of.withoutRowsOf.includes(plainName({ schema, name })) ? 'none' : 'all'
    return { schema, name, columns, rows }
  })
  return { product: of.product, made: of.made, migrations, tables: inBackup }
}

/** Adds the number of rows of each table to `counts` as it goes. */
async function* contentOf(client: pg.Client, manifest: Manifest, counts: number[]): AsyncGenerator<Buffer> {
  yield Buffer.from(manifestLine(manifest))
  for (const table of tablesWithRows(manifest)) {
    yield Buffer.from(tableLine(table))
    const select = `select ${columnsOf(table)} from ${nameOf(table)}`
    const pieces: AsyncIterable<Buffer> = client.query(copyTo(`copy (${select}) to stdout`))
    let rows = 0
    for await (const piece of pieces) {
      rows += countRows(piece)
      yield piece
    }
    counts.push(rows)
    yield Buffer.from(endOfTable)
  }
  yield Buffer.from(countsLine(counts))
}
