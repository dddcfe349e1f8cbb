/** What the tests of this folder share: a small schema with everything that is hard to copy, and the rows of a database. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Kysely, type Migration, sql } from 'kysely'
import { testDatabase } from '../../test-database.ts'
import { protect } from '../policy.ts'
import type { Connection } from '../pool.ts'
import { runStatements } from '../test-connection.ts'
import { readTables } from './catalogue.ts'
import { nameOf } from './manifest.ts'
import { migrateWithin } from './nested-migrations.ts'
import { withSession } from './session.ts'

export const workspace = '01900000-0000-7000-8000-000000000001'

/** Tables whose alphabetical order is not that of their foreign keys, a key that goes round, and one schema more. */
const statements = [
  'create schema auth',
  `create table auth."User" (id text primary key, "e mail" text)`,
  'create table auth.visit (id text primary key references auth."User" (id))',
  'create table z_place (workspace_id uuid primary key, best_row integer)',
  `create table a_row (workspace_id uuid references z_place, id integer, before integer, words text, list text[],
    document jsonb, at timestamptz, day date, number double precision, exact numeric(30, 10), truth boolean, bytes bytea,
    twice text generated always as (words || words) stored, primary key (workspace_id, id),
    foreign key (workspace_id, before) references a_row (workspace_id, id))`,
  `alter table z_place add constraint best foreign key (workspace_id, best_row) references a_row (workspace_id, id)`,
  `insert into z_place (workspace_id) values ('${workspace}')`,
]

async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
  await protect(db, 'a_row', {})
}

export const migrations: Record<string, Migration> = { '2026-01-01-first': { up } }

/** An empty database whose owner is no superuser, as an organisation's administrator makes it. */
export async function emptyDatabase() {
  const database = await testDatabase('empty')
  const role = database.name
  await database.administer(
    `create role ${role} nologin`,
    `grant ${role} to current_user`,
    `alter database ${role} owner to ${role}`,
  )
  return {
    ...database,
    owner: asRole(database.owner, role),
    [Symbol.asyncDispose]: async () => {
      await database[Symbol.asyncDispose]()
      await database.administer(`drop role ${role}`)
    },
  }
}

/** The same login, working with the rights of another role. */
function asRole(connection: Connection, role: string): Connection {
  const options = `-c role=${role}`
  if (!('connectionString' in connection)) return Object.assign({ ...connection }, { options })
  const url = new URL(connection.connectionString)
  url.searchParams.set('options', options)
  return { connectionString: url.href }
}

/** A database with the small schema in it. */
export async function smallDatabase() {
  const database = await emptyDatabase()
  await withSession(database.owner, async (client) => {
    await client.query('begin')
    await migrateWithin(client, migrations)
    await client.query('commit')
  })
  return database
}

/** Statements as the owner who sees and writes every row. */
export function maintain(connection: Connection, ...work: string[]): Promise<Record<string, unknown>[]> {
  return runStatements(connection, "set app.maintenance = 'on'", ...work)
}

/** Every row of every table as text, sorted: two databases with the same content give the same. */
export async function everyRow(connection: Connection): Promise<Record<string, string[]>> {
  return withSession(connection, async (client) => {
    await client.query("set app.maintenance = 'on'")
    const all: Record<string, string[]> = {}
    for (const table of await readTables(client)) {
      const text = `select t::text as row from ${nameOf(table)} t order by t::text collate "C"`
      const { rows } = await client.query<{ row: string }>(text)
      all[nameOf(table)] = rows.map(({ row }) => row)
    }
    return all
  })
}

export function temporaryFolder(): { path: string; in: (name: string) => string } & Disposable {
  const path = mkdtempSync(join(tmpdir(), 'wk-backup-'))
  return {
    path,
    in: (name) => join(path, name),
    [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }),
  }
}
