import { isDeepStrictEqual } from 'node:util'
import { DEFAULT_MIGRATION_TABLE } from 'kysely'
import pg from 'pg'
import { BackupError } from './backup-error.ts'
import { readTables, type Table } from './catalogue.ts'
import { nameOf, plainName } from './manifest.ts'

export type Snapshot = { tables: Table[]; migrations: string[] }

/**
 * Opens the one moment that a backup shows: everything that was committed before it, nothing of what comes after, however
 * long the reading takes. The caller ends the transaction.
 *
 * The tables are locked (against changes of the schema, not of rows) before the moment is chosen: a migration that
 * rewrites a table would otherwise leave it looking empty to a moment chosen earlier.
 */
export async function openSnapshot(client: pg.Client): Promise<Snapshot> {
  const before = await readTables(client)
  await client.query('begin isolation level repeatable read, read only')
  await client.query("set local app.maintenance = 'on'")
  if (before.length > 0)
    await client.query(`lock table ${before.map(nameOf).join(', ')} in access share mode`)
  const tables = await readTables(client)
  if (!isDeepStrictEqual(before, tables)) {
    throw new BackupError('The tables were just being changed by a migration: make the backup again.')
  }
  if (!tables.some((table) => table.name === DEFAULT_MIGRATION_TABLE)) {
    throw new BackupError('The database holds no tables of Weerklank, so there is nothing to back up.')
  }
  const hidden = tables.filter((table) => !table.isOpenToMaintenance)
  if (hidden.length > 0) {
    throw new BackupError(
      `The database shows this login not every row of ${hidden.map(plainName).join(', ')}, so a backup would miss some: make it with the login that owns the tables (DATABASE_OWNER_URL).`,
    )
  }
  return { tables, migrations: await readMigrations(client) }
}

async function readMigrations(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select name from public.${pg.escapeIdentifier(DEFAULT_MIGRATION_TABLE)} order by name collate "C"`,
  )
  return rows.map((row) => row.name)
}
