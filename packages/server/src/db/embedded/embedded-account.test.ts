import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, type TestContext, test } from 'vitest'
import { chooseAccount, grants, READ, SEARCH } from './account.ts'
import {
  application,
  existingDatabase,
  giveToOrdinary,
  isRoot,
  ORDINARY,
  readableNative,
  runs,
  serverPid,
  started,
  temporaryFolder,
} from './embedded.fixture.ts'
import { startWith } from './embedded.ts'
import { withClient } from './logins.ts'
import { locateNative, restoreLinks } from './native.ts'
import { usableNative } from './native-copy.ts'

const folder = temporaryFolder()
afterAll(() => folder[Symbol.dispose]())

/** A user that every system has by this number. */
const DAEMON = 1

async function onlyRoot(context: TestContext): Promise<boolean> {
  if (!isRoot) await context.annotate('Only root has to run PostgreSQL as somebody else.')
  return isRoot
}

test('an ordinary user makes a database, and finds it again', async () => {
  const dataDir = join(folder.path, 'ordinary', 'data')
  mkdirSync(join(folder.path, 'ordinary'))
  giveToOrdinary(join(folder.path, 'ordinary'))
  const native = readableNative(folder.path)
  const identity = isRoot ? { uid: ORDINARY } : {}
  for (const attempt of ['first', 'second']) {
    await using app = application({ dataDir, native, ...identity })
    await app.hears('ready')
    app.child.kill('SIGTERM')
    expect(await app.hears('answered'), attempt).toMatchObject({ rows: 1 })
    await app.hears('stopped')
  }
  expect((statSync(dataDir).mode & 0o777).toString(8)).toBe('700')
  expect(statSync(join(dataDir, 'postgres')).uid).toBe(isRoot ? ORDINARY : process.getuid?.())
})

test('as root the server runs as another user, who owns the database and nothing else', async (context) => {
  if (!(await onlyRoot(context))) return
  const dataDir = join(folder.path, 'root')
  await using server = await started(dataDir)
  const uid = statSync(join(dataDir, 'postgres')).uid
  expect(uid).not.toBe(0)
  expect(statSync(`/proc/${serverPid(dataDir)}`).uid).toBe(uid)
  expect(statSync(join(dataDir, 'database.json')).uid).toBe(0)
  expect(server.owner.database).toBe('weerklank')
})

test('as root a database that was copied as root is given back to the user of the server', async (context) => {
  if (!(await onlyRoot(context))) return
  const dataDir = join(folder.path, 'copied')
  await existingDatabase(dataDir, folder.path)
  expect(statSync(join(dataDir, 'postgres', 'global', 'pg_control')).uid).toBe(0)
  await using server = await started(dataDir)
  expect(statSync(join(dataDir, 'postgres', 'global', 'pg_control')).uid).not.toBe(0)
  expect(server.owner.database).toBe('weerklank')
})

test('as root the owner of an existing database or data folder stays its user', async (context) => {
  if (!(await onlyRoot(context))) return
  const dataDir = join(folder.path, 'owned')
  mkdirSync(join(dataDir, 'postgres'), { recursive: true })
  const cluster = join(dataDir, 'postgres')
  chownSync(dataDir, DAEMON, DAEMON)
  expect(chooseAccount(cluster, dataDir)).toEqual({ uid: DAEMON, gid: DAEMON })
  chownSync(cluster, 54321, 54321)
  expect(chooseAccount(cluster, dataDir)).toEqual({ uid: 54321, gid: 54321 })
  // A number without a name cannot make a database, so an empty folder of such an owner gets another user.
  rmSync(cluster, { recursive: true })
  chownSync(dataDir, 54321, 54321)
  expect(chooseAccount(cluster, dataDir)?.uid).not.toBe(54321)
})

test('as root in a closed home folder: data and programs where nobody else can look', async (context) => {
  if (!(await onlyRoot(context))) return
  const home = join(folder.path, 'home')
  mkdirSync(home)
  chmodSync(home, 0o700)
  const root = join(home, 'package')
  const installed = locateNative()
  // As npm leaves it under a strict umask with --ignore-scripts: closed files, and no links.
  cpSync(installed.dir, join(root, 'native'), {
    recursive: true,
    filter: (path) => !lstatSync(path).isSymbolicLink(),
  })
  const native = { dir: join(root, 'native'), version: `${installed.version}-test.${process.pid}` }
  restoreLinks(native, 'test')
  const dataDir = join(home, 'data')
  const copies = [...new Set([tmpdir(), '/tmp', '/var/tmp'])].map((place) =>
    join(place, `weerklank-postgres-${native.version}`),
  )
  try {
    for (const attempt of ['made', 'found']) {
      const server = await startWith({ dataDir, log: () => undefined }, native)
      await withClient(server.owner, async (client) => {
        await client.query('CREATE EXTENSION IF NOT EXISTS pg_trgm')
        await client.query('CREATE TABLE IF NOT EXISTS kept AS SELECT 1 AS one')
      })
      expect(copies.filter(existsSync), attempt).toHaveLength(1)
      const pid = serverPid(dataDir)
      await server.stop()
      expect(runs(pid)).toBe(false)
    }
    expect((statSync(home).mode & 0o777).toString(8)).toBe('700')
  } finally {
    for (const copy of copies) rmSync(copy, { recursive: true, force: true })
  }
})

test('as root in a closed home folder a killed application leaves a server that the next start recognises', async (context) => {
  if (!(await onlyRoot(context))) return
  const home = join(folder.path, 'home-killed')
  mkdirSync(home)
  chmodSync(home, 0o700)
  const dataDir = join(home, 'data')
  await existingDatabase(dataDir, folder.path)
  await using app = application({ dataDir })
  await app.hears('ready')
  await app.kill('SIGKILL')
  const left = serverPid(dataDir)
  const lines: string[] = []
  await using server = await started(dataDir, lines)
  expect(lines[0]).toContain(`process ${left}`)
  expect(runs(left)).toBe(false)
  expect(server.owner.host).not.toContain(home)
})

test('a copy of the programs that is incomplete or not ours is made anew or passed by', async (context) => {
  if (!(await onlyRoot(context))) return
  const closed = join(folder.path, 'closed-package')
  cpSync(locateNative().dir, join(closed, 'native'), { recursive: true, verbatimSymlinks: true })
  chmodSync(closed, 0o700)
  const native = { dir: join(closed, 'native'), version: '18.0.0-test' }
  const account = { uid: ORDINARY, gid: ORDINARY }
  const place = join(folder.path, 'place')
  mkdirSync(place)
  const copy = usableNative(native, account, place)
  expect(copy.dir).toBe(join(place, 'weerklank-postgres-18.0.0-test'))
  expect(readdirSync(place)).toHaveLength(1)

  rmSync(join(copy.dir, 'share', 'postgresql', 'postgres.bki'))
  usableNative(native, account, place)
  expect(existsSync(join(copy.dir, 'share', 'postgresql', 'postgres.bki'))).toBe(true)

  chownSync(copy.dir, ORDINARY, ORDINARY)
  usableNative(native, account, place)
  expect(statSync(copy.dir).uid).toBe(0)
})

test('permission bits count for the owner, the group and the others apart', () => {
  const account = { uid: 10, gid: 20 }
  const stats = (uid: number, gid: number, mode: number) => Object.assign(statSync('/'), { uid, gid, mode })
  expect(grants(stats(10, 20, 0o077), account, READ)).toBe(false)
  expect(grants(stats(11, 20, 0o707), account, READ)).toBe(false)
  expect(grants(stats(11, 21, 0o001), account, SEARCH)).toBe(true)
  expect(grants(stats(11, 21, 0o004), account, SEARCH)).toBe(false)
  expect(grants(stats(10, 21, 0o500), account, READ | SEARCH)).toBe(true)
})
