import { addMilliseconds } from '@weerklank/core/shared/time'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { type TestApp, testApp } from '../test-app.ts'
import { enqueue, type Job, type JobHandler, lease, runDueJobs, startJobs } from './jobs.ts'

const minute = 60_000
const hour = 60 * minute

const plan = (app: TestApp, key: string, after = 0, kind = 'work') =>
  enqueue(app.db, app.world, { kind, key, payload: { key }, runAt: addMilliseconds(app.clock.now(), after) })

/** An application in which nothing is planned: the tests of this file share a database, and work has no workspace. */
async function withEmptyQueue(now?: string) {
  const app = await testApp(now === undefined ? {} : { now })
  await app.db.deleteFrom('job').execute()
  return app
}

const jobsOf = (app: TestApp) => app.db.selectFrom('job').selectAll().orderBy('dedupe_key').execute()

function runner(app: TestApp, work: JobHandler) {
  return () => runDueJobs({ db: app.db, world: app.world, log: app.logger, handlers: { work } })
}

test('work is planned in the transaction that makes it necessary, or not at all', async () => {
  await using app = await withEmptyQueue()
  const failing = app.db.transaction().execute(async (trx) => {
    await enqueue(trx, app.world, { kind: 'work', key: 'a', payload: {}, runAt: app.clock.now() })
    throw new Error('it did not happen')
  })
  await expect(failing).rejects.toThrow('it did not happen')
  expect(await jobsOf(app)).toEqual([])
})

test('the same work is planned once, at the moment of the first time', async () => {
  await using app = await withEmptyQueue()
  await Promise.all(Array.from({ length: 10 }, () => plan(app, 'a')))
  await plan(app, 'a', hour)
  await plan(app, 'a', 0, 'other')
  expect((await jobsOf(app)).map((job) => [job.dedupe_key, job.run_at])).toEqual([
    ['other a', app.clock.now()],
    ['work a', app.clock.now()],
  ])
})

test('work waits for its moment, is done once and is gone', async () => {
  await using app = await withEmptyQueue()
  await plan(app, 'now')
  await plan(app, 'later', hour)
  const done: string[] = []
  const run = runner(app, async (job) => {
    done.push(job.payload.key ?? '')
    return null
  })
  expect([await run(), await run(), done]).toEqual([1, 0, ['now']])
  app.clock.advance(hour)
  expect([await run(), done]).toEqual([1, ['now', 'later']])
  expect(await jobsOf(app)).toEqual([])
})

test('of two processes each piece of work is done by one', async () => {
  await using app = await withEmptyQueue()
  await using twin = await app.twin()
  for (let i = 0; i < 60; i++) await plan(app, `nr ${i}`)
  const done: string[] = []
  const work = async (job: Job) => {
    done.push(job.id)
    await new Promise((resolve) => setTimeout(resolve, 1))
    return null
  }
  const counts = await Promise.all([runner(app, work)(), runner({ ...twin, twin: app.twin }, work)()])
  expect(counts[0] + counts[1]).toBe(60)
  expect(new Set(done).size).toBe(60)
  expect(Math.min(...counts)).toBeGreaterThan(0)
})

test('however many take work at the same moment, none is taken twice', async () => {
  await using app = await withEmptyQueue()
  await using twin = await app.twin()
  for (let round = 0; round < 5; round++) {
    for (let i = 0; i < 24; i++) await plan(app, `${round} ${i}`)
    const taking = Array.from({ length: 12 }, (_, i) =>
      lease((i % 2 === 0 ? app : twin).db, app.world, { most: 4 }),
    )
    const taken = (await Promise.all(taking)).flat().map((job) => job.id)
    expect(new Set(taken).size).toBe(taken.length)
  }
})

test('what a process had in hand when it died is taken over after its lease, not before', async () => {
  await using app = await withEmptyQueue()
  await plan(app, 'a')
  const [taken] = await lease(app.db, app.world, { most: 10 })
  expect(taken?.attempts).toBe(1)
  const seen: number[] = []
  const run = runner(app, async (job) => {
    seen.push(job.attempts)
    return null
  })
  app.clock.advance(5 * minute - 1)
  expect(await run()).toBe(0)
  app.clock.advance(1)
  expect([await run(), seen]).toEqual([1, [2]])
})

test('a process that was slower than its lease does not disturb the one that took over', async () => {
  await using app = await withEmptyQueue()
  await plan(app, 'a')
  const comesBack = (afterMs: number) => addMilliseconds(app.clock.now(), afterMs)
  const slow = runner(app, async () => {
    app.clock.advance(5 * minute)
    // Meanwhile another process takes the work and has it in hand.
    expect(await lease(app.db, app.world, { most: 1 })).toHaveLength(1)
    return comesBack(hour)
  })
  await slow()
  const [job] = await jobsOf(app)
  expect(job?.leased_until).toBe(comesBack(5 * minute))
  expect(await lease(app.db, app.world, { most: 1 })).toEqual([])
})

test('work that fails is tried again, each time later, and says which kind of error it was, not what it held', async () => {
  await using app = await withEmptyQueue()
  await plan(app, 'a')
  const run = runner(app, async () => {
    throw new TypeError('Lina wrote: help')
  })
  const waits: number[] = []
  for (let i = 0; i < 13; i++) {
    expect(await run()).toBe(1)
    const [job] = await jobsOf(app)
    const wait = Date.parse(job?.run_at ?? '') - Date.parse(app.clock.now())
    expect([job?.attempts, job?.leased_until, job?.last_error]).toEqual([i + 1, null, 'TypeError'])
    waits.push(wait / 1000)
    app.clock.advance(wait)
  }
  expect(waits).toEqual([30, 60, 120, 240, 480, 960, 1920, 3840, 7680, 15360, 21600, 21600, 21600])
  expect(app.log.map((line) => line.message)).toEqual(Array(13).fill('A job failed and will be tried again'))
})

test('one that fails, or that nobody knows, does not hold up the others', async () => {
  await using app = await withEmptyQueue()
  await plan(app, 'broken')
  await plan(app, 'strange', 0, 'kind of the future')
  for (let i = 0; i < 25; i++) await plan(app, `fine ${i}`)
  const run = runner(app, async (job) => {
    if (job.payload.key === 'broken') throw new Error('broken')
    return null
  })
  expect(await run()).toBe(27)
  expect((await jobsOf(app)).map((job) => job.dedupe_key)).toEqual([
    'kind of the future strange',
    'work broken',
  ])
})

test('work that comes back does so at its moment, with a clean sheet', async () => {
  await using app = await withEmptyQueue()
  await plan(app, 'a')
  let fails = true
  const run = runner(app, async () => {
    if (fails) throw new Error('once')
    return addMilliseconds(app.clock.now(), hour)
  })
  await run()
  fails = false
  app.clock.advance(minute)
  await run()
  const [job] = await jobsOf(app)
  expect(job).toMatchObject({ attempts: 0, last_error: '', leased_until: null })
  expect(job?.run_at).toBe(addMilliseconds(app.clock.now(), hour))
})

test('a clock that jumps delays work or brings it forward, and loses and doubles none', async () => {
  await using app = await withEmptyQueue()
  await plan(app, 'a')
  let done = 0
  const run = runner(app, async () => {
    done++
    return null
  })
  app.clock.advance(-365 * 24 * hour)
  expect(await run()).toBe(0)
  app.clock.advance(2 * 365 * 24 * hour)
  expect([await run(), await run(), done]).toEqual([1, 0, 1])
})

test('stopping waits for the work in hand and begins nothing new', async () => {
  await using app = await withEmptyQueue()
  await plan(app, 'a')
  let begun = () => {}
  const hasBegun = new Promise<void>((resolve) => {
    begun = resolve
  })
  let finished = false
  const work: JobHandler = async () => {
    begun()
    await new Promise((resolve) => setTimeout(resolve, 100))
    finished = true
    return null
  }
  const jobs = startJobs({ db: app.db, world: app.world, log: app.logger, handlers: { work } }, 5)
  await hasBegun
  await jobs.stop()
  expect(finished).toBe(true)
  await plan(app, 'b')
  await new Promise((resolve) => setTimeout(resolve, 30))
  expect(await jobsOf(app)).toHaveLength(1)
})

test('a database that is away is tried again until it is back', async () => {
  await using app = await withEmptyQueue()
  await sql`alter table job rename to job_away`.execute(app.owner)
  let done = 0
  const work: JobHandler = async () => {
    done++
    return null
  }
  const jobs = startJobs({ db: app.db, world: app.world, log: app.logger, handlers: { work } }, 5)
  await expect.poll(() => app.log.at(-1)?.message).toBe('Jobs could not be looked up; trying again')
  await sql`alter table job_away rename to job`.execute(app.owner)
  await plan(app, 'a')
  await expect.poll(() => done).toBe(1)
  await jobs.stop()
})
