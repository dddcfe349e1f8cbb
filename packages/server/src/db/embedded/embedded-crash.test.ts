import { spawn } from 'node:child_process'
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  application,
  databasesIn,
  existingDatabase,
  isRoot,
  ORDINARY,
  quiet,
  refusalOf,
  runs,
  serverPid,
  started,
  temporaryFolder,
  until,
} from './embedded.fixture.ts'
import { startEmbedded } from './embedded.ts'
import { withClient } from './logins.ts'

const folder = temporaryFolder()
afterAll(() => folder[Symbol.dispose]())

/** For the tests that leave the folder as they found it: a complete database that nobody runs. */
const dataDir = join(folder.path, 'shared')
beforeAll(() => existingDatabase(dataDir, folder.path))

const existing = databasesIn(folder)

/** What a running server wrote about itself, for a folder whose server is no longer there. */
async function oldNote(): Promise<string> {
  const server = await started(dataDir)
  const note = readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')
  await server.stop()
  return note
}

test('after kill -9 of the application the next start stops the server that was left and has all data', async () => {
  const app = application({ dataDir })
  const { host, password } = await app.hears('ready')
  const owner = { host, port: 5432, user: 'weerklank_owner', password, database: 'weerklank' }
  await withClient(owner, (client) => client.query('CREATE TABLE kept AS SELECT 1 AS one'))
  await app.kill('SIGKILL')
  const left = serverPid(dataDir)
  expect(runs(left)).toBe(true)

  const lines: string[] = []
  await using server = await started(dataDir, lines)
  expect(lines[0]).toBe(`Stopping the PostgreSQL (process ${left}) that a killed application left running.`)
  expect(runs(left)).toBe(false)
  expect(serverPid(dataDir)).not.toBe(left)
  const { rowCount } = await withClient(server.owner, (client) => client.query('SELECT one FROM kept'))
  expect(rowCount).toBe(1)
})

test('a server that was left behind and lost its socket is stopped all the same', async () => {
  const app = application({ dataDir })
  const { host } = await app.hears('ready')
  await app.kill('SIGKILL')
  const left = serverPid(dataDir)
  rmSync(host, { recursive: true })
  await using server = await started(dataDir)
  expect(runs(left)).toBe(false)
  expect(runs(serverPid(dataDir))).toBe(true)
  expect(server.owner.host).toBe(host)
})

test('a server with another password than ours is left alone', async () => {
  await using app = application({ dataDir })
  await app.hears('ready')
  await app.kill('SIGKILL')
  const left = serverPid(dataDir)
  const file = join(dataDir, 'database.json')
  const ours = readFileSync(file, 'utf8')
  writeFileSync(file, ours.replace(/"ownerPassword": ".{4}/, '"ownerPassword": "XXXX'))
  const refusal = await refusalOf(startEmbedded({ dataDir, log: quiet }))
  writeFileSync(file, ours)
  expect(refusal.code).toBe('in-use')
  expect(refusal.message).toContain(`process ${left}`)
  expect(refusal.message).toContain(`kill -INT ${left}`)
  expect(runs(left)).toBe(true)
})

test('after a power cut the number of the server may be that of another program, which is left alone', async () => {
  const note = await oldNote()
  // The same user as the server's: else PostgreSQL itself would see that it cannot be a server.
  const user = isRoot ? { uid: ORDINARY, gid: ORDINARY } : {}
  const stranger = spawn('sleep', ['60'], { stdio: 'ignore', ...user })
  try {
    await until(() => runs(stranger.pid ?? Number.NaN))
    const file = join(dataDir, 'postgres', 'postmaster.pid')
    writeFileSync(file, note.replace(/^\d+/, String(stranger.pid)))
    await using server = await started(dataDir)
    expect(serverPid(dataDir)).not.toBe(stranger.pid)
    expect(stranger.exitCode).toBeNull()
    expect(stranger.signalCode).toBeNull()
    expect(server.owner.database).toBe('weerklank')
  } finally {
    stranger.kill()
  }
})

test.each(['', 'not a number\n', '999999999\n/nowhere\n'])(
  'after a power cut postmaster.pid may hold %j',
  async (note) => {
    writeFileSync(join(dataDir, 'postgres', 'postmaster.pid'), note)
    await using server = await started(dataDir)
    expect(runs(serverPid(dataDir))).toBe(true)
    expect(server.owner.database).toBe('weerklank')
  },
)

test('a copy of a folder in use starts beside it, and the server of the first goes on', async () => {
  const dataDir = await existing('original')
  await using original = await started(dataDir)
  const copy = join(folder.path, 'copy')
  cpSync(dataDir, copy, { recursive: true, filter: (path) => !statSync(path).isSocket() })
  const pid = serverPid(dataDir)
  expect(readFileSync(join(copy, 'postgres', 'postmaster.pid'), 'utf8')).toMatch(new RegExp(`^${pid}\n`))
  await using second = await started(copy)
  expect(serverPid(copy)).not.toBe(pid)
  expect(runs(pid)).toBe(true)
  expect(second.owner.host).not.toBe(original.owner.host)
})

test('a start that is killed while it makes the database leaves nothing that passes for one', async () => {
  const dataDir = join(folder.path, 'half')
  const app = application({ dataDir })
  const drafts = () =>
    existsSync(dataDir) ? readdirSync(dataDir).filter((name) => name.startsWith('postgres.new-')) : []
  await until(() => drafts().some((name) => existsSync(join(dataDir, name, 'base'))))
  await app.kill('SIGKILL')
  expect(existsSync(join(dataDir, 'postgres'))).toBe(false)
  const [draft] = drafts()
  expect(draft).toBeDefined()

  const lines: string[] = []
  await using server = await started(dataDir, lines)
  expect(lines[0]).toBe(`Removing ${draft}: an earlier start ended before this new database was complete.`)
  expect(server.owner.database).toBe('weerklank')
  expect(existsSync(join(dataDir, 'postgres', 'PG_VERSION'))).toBe(true)
})

test.each(['exit', 'run-out'] as const)(
  'a program that ends without stopping the server (%s) takes it along',
  async (whenReady) => {
    const dataDir = await existing(whenReady)
    await using app = application({ dataDir, whenReady })
    await app.hears('ready')
    await until(() => app.child.exitCode !== null)
    expect(app.child.exitCode).toBe(0)
    const log = join(dataDir, 'postgres.log')
    await until(() => readFileSync(log, 'utf8').endsWith('database system is shut down\n'))
    expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false)
  },
)

test('a start right after such an end waits for the old server to finish', async () => {
  const dataDir = await existing('handover')
  await using app = application({ dataDir, whenReady: 'exit' })
  await until(() => app.child.exitCode !== null)
  await using server = await started(dataDir)
  expect(runs(serverPid(dataDir))).toBe(true)
  expect(server.owner.database).toBe('weerklank')
})
