/** Stopping while somebody asks something. */
import { randomBytes } from 'node:crypto'
import { get } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { expect, test } from 'vitest'
import { temporaryFolder, urlOf } from './cli/cli.fixture.ts'
import { readConfig } from './config.ts'
import { runStatements } from './db/test-connection.ts'
import { realWorld } from './deps.ts'
import { startServer } from './serve.ts'
import { type TestDatabase, testDatabase } from './test-database.ts'

/** A server on the database, with all that it found worth telling. */
async function serverOn(database: TestDatabase, folder: string) {
  const told: string[] = []
  const tell = (_: object, message: string) => told.push(message)
  const settings = {
    PORT: '0',
    DATABASE_URL: urlOf(database.app),
    DATABASE_OWNER_URL: urlOf(database.owner),
    WEERKLANK_SECRET: randomBytes(32).toString('hex'),
  }
  const log = { info: () => undefined, warn: tell, error: tell }
  const running = await startServer({ config: readConfig(settings, folder), world: realWorld, log })
  return { ...running, told }
}

/** Keeps every reader of a table waiting. */
async function lockTable(database: TestDatabase, table: string) {
  const owner = new pg.Client(database.owner)
  await owner.connect()
  await owner.query(`begin; lock table ${table} in access exclusive mode`)
  return {
    waiting: async () => {
      const { rows } = await owner.query('select 1 from pg_locks where not granted')
      return rows.length > 0
    },
    release: () => owner.end(),
  }
}

test('work whose reader has gone is done before the database is closed', async () => {
  using folder = temporaryFolder()
  await using database = await testDatabase()
  const { demoLink, stop, told } = await serverOn(database, folder.path)
  const columns = '"id", "name", "email", "emailVerified"'
  await runStatements(
    database.owner,
    `insert into auth."user" (${columns}) values ('noor', 'Noor', 'noor@demo.example', true)`,
  )
  const lock = await lockTable(database, 'auth."user"')
  // Looks up who it is, and then writes down that she is in.
  const asked = get(demoLink('noor'))
  asked.on('error', () => undefined)
  await expect.poll(lock.waiting).toBe(true)
  asked.destroy()

  let isStopped = false
  const stopped = stop().then(() => {
    isStopped = true
  })
  await sleep(200)
  expect(isStopped).toBe(false)
  await lock.release()
  await stopped
  expect(told).toEqual([])
  expect(await runStatements(database.owner, 'select "userId" from auth."session"')).toEqual([
    { userId: 'noor' },
  ])
})
