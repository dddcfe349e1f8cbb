import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { existingDatabase, runs, serverPid, started, temporaryFolder, until } from './embedded.fixture.ts'
import { type EmbeddedServer, runningEmbedded } from './embedded.ts'
import { type PgSettings, tryLogin, withClient } from './logins.ts'
import { readPostmasterFile } from './postmaster-file.ts'

const folder = temporaryFolder()
/** One running server for the tests that only look. */
const shared = join(folder.path, 'shared')
let server: EmbeddedServer

beforeAll(async () => {
  await existingDatabase(shared, folder.path)
  server = await started(shared)
})

afterAll(async () => {
  await server.stop()
  folder[Symbol.dispose]()
})

let count = 0
function newFolder(): string {
  count += 1
  return join(folder.path, `data-${count}`)
}

async function value(settings: PgSettings, sql: string): Promise<unknown> {
  const { rows } = await withClient(settings, (client) => client.query<{ value: unknown }>(sql))
  return rows[0]?.value
}

test('the first start makes a database that the next start finds again', async () => {
  const dataDir = newFolder()
  const lines: string[] = []
  const first = await started(dataDir, lines)
  await withClient(first.owner, (client) => client.query('CREATE TABLE kept AS SELECT 42 AS value'))
  await first.stop()
  expect(lines[0]).toContain(`Making a new database in ${dataDir}`)

  const later: string[] = []
  await using second = await started(dataDir, later)
  expect(await value(second.owner, 'SELECT value FROM kept')).toBe(42)
  expect(second.owner.password).toBe(first.owner.password)
  expect(later).toEqual([expect.stringMatching(/^PostgreSQL 18\.\S+ is ready after \d+ ms\.$/)])
})

test('passwords, log and socket are private', () => {
  const mode = (path: string) => (statSync(path).mode & 0o777).toString(8)
  expect(mode(join(shared, 'database.json'))).toBe('600')
  expect(mode(join(shared, 'postgres.log'))).toBe('600')
  expect(mode(join(shared, 'postgres'))).toBe('700')
  expect(mode(server.owner.host)).toBe('700')
})

test('the server is durable, checks its pages, speaks UTF-8 and UTC, and listens to nobody', async () => {
  const names = [
    'fsync',
    'synchronous_commit',
    'full_page_writes',
    'data_checksums',
    'listen_addresses',
    'TimeZone',
  ]
  const settings = await withClient(server.app, async (client) => {
    const found = await client.query<{ name: string; setting: string }>(
      'SELECT name, setting FROM pg_settings WHERE name = ANY($1)',
      [[...names, 'server_encoding', 'wal_compression', 'max_connections']],
    )
    return Object.fromEntries(found.rows.map(({ name, setting }) => [name, setting]))
  })
  expect(settings).toEqual({
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    data_checksums: 'on',
    listen_addresses: '',
    TimeZone: 'UTC',
    server_encoding: 'UTF8',
    wal_compression: 'pglz',
    max_connections: '60',
  })
})

test('Dutch words are sorted, capitalised and searched as a reader expects', async () => {
  const words = "unnest(ARRAY['Zoë', 'anna', 'Émile', 'emma', 'Eva', 'Anna', 'Óscar', 'oma']) AS word"
  const sorted = await value(server.app, `SELECT string_agg(word, ' ' ORDER BY word) AS value FROM ${words}`)
  expect(sorted).toBe('anna Anna Émile emma Eva oma Óscar Zoë')
  expect(await value(server.app, "SELECT upper('één ïdee') || lower('CAFÉ') AS value")).toBe('ÉÉN ÏDEEcafé')
  expect(await value(server.app, "SELECT initcap('ijs eten') AS value")).toBe('IJs Eten')
  const search =
    "to_tsvector('dutch', 'Gesprekken met de moeders') @@ to_tsquery('dutch', 'gesprek & moeder')"
  expect(await value(server.app, `SELECT ${search} AS value`)).toBe(true)
  expect(await value(server.app, 'SELECT current_database() AS value')).toBe('weerklank')
})

test('the login of the application owns nothing and bypasses nothing', async () => {
  const role = await withClient(server.app, (client) =>
    client.query(
      `SELECT rolcanlogin, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication,
         (SELECT count(*)::int FROM pg_database WHERE datdba = pg_roles.oid) AS owned
       FROM pg_roles WHERE rolname = current_user`,
    ),
  )
  expect(role.rows).toEqual([
    {
      rolcanlogin: true,
      rolsuper: false,
      rolbypassrls: false,
      rolcreatedb: false,
      rolcreaterole: false,
      rolreplication: false,
      owned: 0,
    },
  ])
  const denied = [
    'CREATE TABLE mine (a int)',
    'CREATE TEMPORARY TABLE t (a int)',
    'CREATE SCHEMA s',
    'CREATE DATABASE d',
  ]
  for (const sql of [...denied, 'SET ROLE weerklank_owner']) {
    await expect(value(server.app, sql), sql).rejects.toMatchObject({ code: '42501' })
  }
  expect(await tryLogin({ ...server.app, password: 'guessed' })).toBe('refused')
  expect(await tryLogin({ ...server.app, user: 'weerklank_owner' })).toBe('refused')
})

test('a login that someone made stronger is made harmless again', async () => {
  const dataDir = newFolder()
  await existingDatabase(dataDir, folder.path)
  const before = await started(dataDir)
  await withClient(before.owner, (client) => client.query('ALTER ROLE weerklank_app SUPERUSER'))
  await before.stop()
  await using server = await started(dataDir)
  expect(await value(server.app, 'SELECT rolsuper AS value FROM pg_roles WHERE rolname = current_user')).toBe(
    false,
  )
})

test('stopping twice, also at the same time, is one clean stop', async () => {
  const dataDir = newFolder()
  await existingDatabase(dataDir, folder.path)
  const server = await started(dataDir)
  const pid = serverPid(dataDir)
  await Promise.all([server.stop(), server.stop()])
  await server.stop()
  expect(runs(pid)).toBe(false)
  expect(readFileSync(join(dataDir, 'postgres.log'), 'utf8')).toMatch(
    /received fast shutdown request[\s\S]*database system is shut down\n$/,
  )
})

test('statements and what people wrote stay out of the log of the server', async () => {
  const dataDir = newFolder()
  await existingDatabase(dataDir, folder.path)
  await using server = await started(dataDir)
  await withClient(server.owner, (client) => client.query('CREATE TABLE once (word text PRIMARY KEY)'))
  const insert = () => value(server.owner, "INSERT INTO once VALUES ('geheim-woord')")
  await insert()
  await expect(insert()).rejects.toMatchObject({ code: '23505' })
  await expect(value(server.owner, "SELECT 'geheim-woord'::int")).rejects.toMatchObject({ code: '22P02' })
  expect(readFileSync(join(dataDir, 'postgres.log'), 'utf8')).not.toContain('geheim')
})

test('a server that is killed comes back by itself, with everything that was committed', async () => {
  const dataDir = newFolder()
  await existingDatabase(dataDir, folder.path)
  const lines: string[] = []
  await using server = await started(dataDir, lines)
  await withClient(server.owner, (client) => client.query('CREATE TABLE kept AS SELECT 7 AS value'))
  const pid = serverPid(dataDir)
  process.kill(pid, 'SIGKILL')
  await until(() => lines.some((line) => line.startsWith('PostgreSQL runs again')))
  expect(serverPid(dataDir)).not.toBe(pid)
  expect(await value(server.owner, 'SELECT value FROM kept')).toBe(7)
  expect(lines).toContain('PostgreSQL ended by itself (signal SIGKILL); starting it again.')
})

test('a stop while a killed server is coming back ends that one as well', async () => {
  const dataDir = newFolder()
  await existingDatabase(dataDir, folder.path)
  const lines: string[] = []
  const server = await started(dataDir, lines)
  const pid = serverPid(dataDir)
  process.kill(pid, 'SIGKILL')
  await until(() => lines.some((line) => line.startsWith('PostgreSQL ended by itself')))
  const now = () => readPostmasterFile(join(dataDir, 'postgres'))?.pid ?? pid
  await until(() => now() !== pid)
  const next = now()
  await server.stop()
  expect(runs(next)).toBe(false)
})

test('when the letters of a new version sort differently, the indexes are rebuilt once', async () => {
  const dataDir = newFolder()
  await existingDatabase(dataDir, folder.path)
  const before = await started(dataDir)
  await withClient(before.owner, async (client) => {
    await client.query('CREATE TABLE person (name text PRIMARY KEY)')
    await client.query("UPDATE pg_database SET datcollversion = '1' WHERE datname = 'weerklank'")
  })
  const node = "SELECT pg_relation_filenode('person_pkey') AS value"
  const old = await value(before.owner, node)
  await before.stop()

  const lines: string[] = []
  await using server = await started(dataDir, lines)
  expect(lines.filter((line) => line.includes('rebuilding the indexes of database weerklank'))).toHaveLength(
    1,
  )
  expect(await value(server.owner, node)).not.toBe(old)
  const outdated = 'datcollversion <> pg_database_collation_actual_version(oid)'
  expect(await value(server.owner, `SELECT count(*)::int AS value FROM pg_database WHERE ${outdated}`)).toBe(
    0,
  )
})

test('another program finds the logins of a running server, and nothing when none runs', async () => {
  const dataDir = newFolder()
  expect(await runningEmbedded(dataDir)).toBeUndefined()
  expect(existsSync(dataDir)).toBe(false)
  await existingDatabase(dataDir, folder.path)
  expect(await runningEmbedded(dataDir)).toBeUndefined()
  expect(await runningEmbedded(shared)).toEqual({ owner: server.owner, app: server.app })
})
