import { pipeline } from 'node:stream/promises'
import { isDeepStrictEqual } from 'node:util'
import type { Migration } from 'kysely'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { codeOf } from '../embedded/embedded-error.ts'
import type { Connection } from '../pool.ts'
import { BackupError, damaged } from './backup-error.ts'
import { type ForeignKey, readForeignKeys, readTables, type Table } from './catalogue.ts'
import {
  columnsOf,
  type Manifest,
  nameOf,
  plainName,
  readCounts,
  tableLine,
  tablesWithRows,
} from './manifest.ts'
import { migrateWithin } from './nested-migrations.ts'
import type { Backup } from './read-backup.ts'
import { countRows, type SectionReader } from './sections.ts'
import { withSession } from './session.ts'

export type RestoreOptions = {
  connection: Connection
  /** Every migration this version knows, by name. */
  migrations: Readonly<Record<string, Migration>>
  signal?: AbortSignal
}

/** Refuses a backup with migrations that this version does not have. */
export function assertKnown(backup: Backup, migrations: RestoreOptions['migrations']): void {
  const { migrations: done, product } = backup.manifest
  const known = Object.keys(migrations).sort().slice(0, done.length)
  if (isDeepStrictEqual(known, done)) return
  throw new BackupError(
    `The backup ${backup.path} was made by another Weerklank than this one (version ${product}, with tables that this one does not know): restore it with that version or a newer one.`,
  )
}

/**
 * Puts a backup into an empty database, as the owner: makes the tables as they were, loads and checks the rows, then
 * brings the tables up to date. All of it in one transaction: it is there completely, or nothing is. Gives the number of rows.
 */
export async function restoreBackup(backup: Backup, options: RestoreOptions): Promise<number> {
  const { migrations, signal } = options
  assertKnown(backup, migrations)
  const restore = async (client: pg.Client) => {
    await client.query('begin')
    await assertEmpty(client)
    await migrateWithin(client, migrations, backup.manifest.migrations.at(-1))
    const tables = await tablesFor(client, backup)
    const rows = await openedUp(client, tables, () =>
      backup.read((sections) => loadAll({ client, backup, sections, signal })),
    )
    await migrateWithin(client, migrations)
    await client.query('commit')
    // The planner knows nothing of new rows until it has looked.
    await client.query(`analyze ${tables.map(nameOf).join(', ')}`)
    return rows
  }
  return withSession(options.connection, restore, signal)
}

async function assertEmpty(client: pg.Client): Promise<void> {
  const tables = await readTables(client)
  if (tables.length === 0) return
  throw new BackupError(
    `The database holds tables already (${tables.slice(0, 3).map(plainName).join(', ')}${tables.length > 3 ? ', …' : ''}), so nothing was changed: restore into a new folder with --data, or into an empty database.`,
  )
}

/** The tables that the migrations made, when they are those of the backup to the last column. */
async function tablesFor(client: pg.Client, backup: Backup): Promise<Table[]> {
  const tables = await readTables(client)
  const shape = (of: Manifest['tables'] | Table[]) =>
    of.map(({ schema, name, columns }) => ({ schema, name, columns: [...columns].sort() }))
  if (isDeepStrictEqual(shape(tables), shape(backup.manifest.tables))) return tables
  throw new BackupError(
    `The backup ${backup.path} has other tables or columns than its own migrations make, so nothing was restored: it was made by a changed Weerklank; restore it with that one.`,
  )
}

/**
 * Takes foreign keys and forced row-level security away while rows are loaded, and puts them back. With them the order of
 * the tables would matter, each row would be checked by itself, and COPY refuses to write; an owner that is no superuser
 * cannot switch them off in another way. Putting a foreign key back checks all rows at once.
 */
async function openedUp<T>(client: pg.Client, tables: Table[], work: () => Promise<T>): Promise<T> {
  const keys = await readForeignKeys(client)
  const forced = tables.filter((table) => table.isForced)
  const forEach = async <Of>(all: readonly Of[], statement: (one: Of) => string) => {
    for (const one of all) await client.query(statement(one))
  }
  await forEach(keys, ({ table, name }: ForeignKey) => `alter table ${table} drop constraint ${name}`)
  await forEach(forced, (table) => `alter table ${nameOf(table)} no force row level security`)
  // Whatever a migration put there stands in the backup as well.
  await client.query(`truncate ${tables.map(nameOf).join(', ')}`)
  const result = await work()
  // Before row-level security: what a key points at would else be hidden from its own check.
  await forEach(keys, (key) => `alter table ${key.table} add constraint ${key.name} ${key.definition}`).catch(
    (error: unknown) => {
      // Not its own words, which hold the value of a row.
      throw codeOf(error) === VIOLATION ? doNotFit() : error
    },
  )
  await forEach(forced, (table) => `alter table ${nameOf(table)} force row level security`)
  return result
}

/** SQLSTATE for a row that points at one that is not there. */
const VIOLATION = '23503'
const doNotFit = () =>
  new BackupError(
    `The rows of the backup do not fit together (${VIOLATION}), so nothing was restored: take an earlier backup.`,
  )

type Loading = {
  client: pg.Client
  backup: Backup
  sections: SectionReader
  signal: AbortSignal | undefined
}

async function loadAll(loading: Loading): Promise<number> {
  const { backup, sections } = loading
  const counts: number[] = []
  for (const table of tablesWithRows(backup.manifest)) {
    if (`${await sections.line()}\n` !== tableLine(table)) throw damaged(backup.path)
    counts.push(await loadTable(loading, table))
  }
  const expected = readCounts(await sections.line())
  if (!isDeepStrictEqual(expected, counts) || !(await sections.isAtEnd())) throw damaged(backup.path)
  return counts.reduce((sum, rows) => sum + rows, 0)
}

/** Gives how many rows the database took; as many as the file has, or it throws. */
async function loadTable(
  { client, backup, sections, signal }: Loading,
  table: Manifest['tables'][number],
): Promise<number> {
  let read = 0
  const rows = async function* () {
    for await (const piece of sections.rows()) {
      read += countRows(piece)
      yield piece
    }
  }
  const copy = client.query(copyFrom(`copy ${nameOf(table)} (${columnsOf(table)}) from stdin`))
  try {
    await pipeline(rows, copy, { signal })
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error
    // What PostgreSQL says of it may hold what a person wrote: the code is enough.
    throw new BackupError(`The database does not take the rows of ${plainName(table)} (${error.code}).`)
  }
  if (copy.rowCount !== read) throw damaged(backup.path)
  return read
}
