import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { migrations } from './db/migrate.ts'
import { type Connection, openDatabase } from './db/pool.ts'
import { runStatements } from './db/test-connection.ts'
import { bringUpToDate, type Engine, openEngine, sessionSecret } from './engine.ts'
import { loadContent } from './feedback/instruments.ts'
import type { Schema } from './schema.ts'
import { testDatabase } from './test-database.ts'

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }

function asLogin(connection: Connection, user: string, password: string): Connection {
  if (!('connectionString' in connection)) return { ...connection, user, password }
  const url = new URL(connection.connectionString)
  url.username = user
  url.password = password
  return { connectionString: url.href }
}

/** An ordinary login that owns an empty database; removed at the end. */
async function ordinaryOwner(role: 'may give the role' | 'may not') {
  const database = await testDatabase('empty')
  const login = `test_${randomBytes(6).toString('hex')}`
  const password = randomBytes(16).toString('hex')
  const [version] = await database.administer('show server_version_num')
  const isNew = Number(version?.server_version_num) >= 160_000
  // What a login may do with a role that it made: up to PostgreSQL 15 by CREATEROLE, from 16 on by ADMIN without SET.
  const gives = role === 'may give the role'
  const mayMake = gives && !isNew ? 'createrole' : 'nocreaterole'
  await database.administer(
    `create role ${login} login ${mayMake} password '${password}'`,
    ...(gives && isNew ? [`grant weerklank_app to ${login} with admin true, set false, inherit false`] : []),
    `grant ${login} to current_user`,
    `alter database ${database.name} owner to ${login}`,
  )
  const connection = asLogin(database.owner, login, password)
  const engine: Engine = { owner: connection, app: connection, stop: async () => undefined }
  return {
    engine,
    login,
    [Symbol.asyncDispose]: async () => {
      await database[Symbol.asyncDispose]()
      await database.administer(`drop role ${login}`)
    },
  }
}

test('one ordinary login is enough: it makes the schema, and the application then works as its own role', async () => {
  await using of = await ordinaryOwner('may give the role')
  expect(await bringUpToDate(of.engine, loadContent(), quiet)).toEqual(Object.keys(migrations))
  expect(await bringUpToDate(of.engine, loadContent(), quiet)).toEqual([])
  const app = openDatabase<Schema>(of.engine.app, { as: 'application', size: 1, onError: () => undefined })
  try {
    const { rows } = await sql<{ role: string }>`select current_user as role`.execute(app)
    expect(rows).toEqual([{ role: 'weerklank_app' }])
    expect(await app.selectFrom('workspace').selectAll().execute()).toEqual([])
  } finally {
    await app.destroy()
  }
})

test('a login that may not work as the application is told what an administrator can do', async () => {
  await using of = await ordinaryOwner('may not')
  await expect(bringUpToDate(of.engine, loadContent(), quiet)).rejects.toThrow(
    `DATABASE_URL: this login may not work as weerklank_app. Let an administrator of the server say: grant weerklank_app to "${of.login}".`,
  )
})

test('a server that is named is used as it is, and stays when we stop', async () => {
  await using database = await testDatabase()
  const env = { DATABASE_URL: 'postgres://app@db/x', DATABASE_OWNER_URL: 'postgres://owner@db/x' }
  const engine = await openEngine(readConfig(env, '/nowhere'), quiet)
  expect(engine.app).toEqual({ connectionString: 'postgres://app@db/x' })
  expect(engine.owner).toEqual({ connectionString: 'postgres://owner@db/x' })
  await engine.stop()
  expect(await runStatements(database.owner, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('the secret of the sessions is made once, for the eyes of its owner only', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wk-secret-'))
  try {
    const config = readConfig({}, join(folder, 'data'))
    const secret = sessionSecret(config)
    expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect(sessionSecret(config)).toBe(secret)
    expect(statSync(join(folder, 'data', 'session-secret')).mode & 0o777).toBe(0o600)
    const given = 'g'.repeat(32)
    expect(sessionSecret(readConfig({ WEERKLANK_SECRET: given }, folder))).toBe(given)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
