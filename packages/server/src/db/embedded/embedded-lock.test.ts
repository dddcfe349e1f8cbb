import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, expect, test } from 'vitest'
import { takeApplicationLock } from './application-lock.ts'
import {
  application,
  databasesIn,
  quiet,
  refusalOf,
  runs,
  serverPid,
  started,
  temporaryFolder,
} from './embedded.fixture.ts'
import { startEmbedded } from './embedded.ts'

const folder = temporaryFolder()
afterAll(() => folder[Symbol.dispose]())

const existing = databasesIn(folder)

test('a second application on the folder is refused, with the process and the folder by name', async () => {
  const dataDir = await existing('second')
  await using first = application({ dataDir })
  await first.hears('ready')
  const refusal = await refusalOf(startEmbedded({ dataDir, log: quiet }))
  expect(refusal.code).toBe('in-use')
  expect(refusal.message).toMatch(
    new RegExp(
      `^The data folder ${dataDir} is in use by another Weerklank \\(process ${first.child.pid}, since \\S+\\): stop that one first, or choose another folder with --data\\.$`,
    ),
  )
  // And the one that runs does not notice.
  first.child.kill('SIGTERM')
  expect(await first.hears('answered')).toMatchObject({ rows: 1 })
})

test('a second start in the same process, or by another path to the folder, is refused and changes nothing', async () => {
  const dataDir = await existing('same')
  await using server = await started(dataDir)
  const detour = join(folder.path, 'detour')
  symlinkSync(dataDir, detour)
  for (const path of [dataDir, detour]) {
    const refusal = await refusalOf(startEmbedded({ dataDir: path, log: quiet }))
    expect(refusal.message).toContain(`process ${process.pid}`)
  }
  // A refused start must not have loosened the lock for another process either.
  await using other = application({ dataDir })
  await expect(other.hears('ready')).rejects.toThrow(/in-use/)
  expect(runs(serverPid(dataDir))).toBe(true)
  expect(server.owner.host).toContain(dataDir)
})

test('of applications that start at the same moment on a new folder exactly one gets it', async () => {
  const dataDir = join(folder.path, 'race')
  await using one = application({ dataDir })
  await using two = application({ dataDir })
  await using three = application({ dataDir })
  const outcomes = await Promise.allSettled([one, two, three].map((each) => each.hears('ready')))
  const winner = outcomes.findIndex(({ status }) => status === 'fulfilled')
  const winnerPid = [one, two, three][winner]?.child.pid
  const refusals = [one, two, three].flatMap(({ said }) => said.filter((what) => what.event === 'refused'))
  expect(refusals).toHaveLength(2)
  for (const refusal of refusals) {
    expect(refusal).toMatchObject({
      code: 'in-use',
      message: expect.stringContaining(`process ${winnerPid}`),
    })
  }
})

test('the folder is free again after a stop, and after a start that failed', async () => {
  const dataDir = await existing('free')
  const server = await started(dataDir)
  await server.stop()
  expect(existsSync(join(dataDir, 'application.pid'))).toBe(false)
  const controlFile = join(dataDir, 'postgres', 'global', 'pg_control')
  const control = readFileSync(controlFile)
  writeFileSync(controlFile, Buffer.alloc(control.length))
  expect((await refusalOf(startEmbedded({ dataDir, log: quiet }))).code).toBe('start-failed')
  writeFileSync(controlFile, control)
  await using again = await started(dataDir)
  expect(again.owner.database).toBe('weerklank')
})

test('a note of a process that died does not keep the folder, also when its number is in use again', async () => {
  const dataDir = await existing('note')
  const note = { pid: process.ppid, since: '2026-01-01T00:00:00.000Z', host: 'elsewhere' }
  writeFileSync(join(dataDir, 'application.pid'), JSON.stringify(note))
  await using server = await started(dataDir)
  expect(JSON.parse(readFileSync(join(dataDir, 'application.pid'), 'utf8'))).toMatchObject({
    pid: process.pid,
  })
  expect(server.owner.database).toBe('weerklank')
})

test('Ctrl-C in a terminal leaves the database to the application, which asks it once more and then stops it', async () => {
  const dataDir = await existing('terminal')
  await using app = application({ dataDir })
  await app.hears('ready')
  const pid = serverPid(dataDir)
  // What a terminal does: the signal goes to the whole process group.
  process.kill(-(app.child.pid ?? Number.NaN), 'SIGINT')
  expect(await app.hears('answered')).toMatchObject({ rows: 1 })
  await app.hears('stopped')
  await sleep(50)
  expect(runs(pid)).toBe(false)
})

test('a lock that nobody refers to any more is still held', async () => {
  setFlagsFromString('--expose_gc')
  const collectGarbage: () => void = runInNewContext('gc')
  const place = join(folder.path, 'forgotten')
  mkdirSync(place)
  await takeApplicationLock(place)
  expect(readdirSync(place)).toEqual(['application.lock', 'application.pid'])
  await sleep(10)
  collectGarbage()
  await sleep(10)
  await expect(takeApplicationLock(place)).rejects.toMatchObject({ code: 'in-use' })
})
