import { addMilliseconds, type Instant } from '@weerklank/core/shared/time'
import { sql } from 'kysely'
import type { World } from '../deps.ts'
import type { Log } from '../http/log.ts'
import type { Db, Trx } from '../schema.ts'

/** Work for later. The payload holds identifiers only; content is looked up when the work is done. */
export type Job = {
  id: string
  kind: string
  payload: Record<string, string>
  attempts: number
  /** Whoever had it in hand longer than this is not its owner any more. */
  leasedUntil: Instant
}

/** Does the work; gives the moment of the next time for work that comes back, or null when it is done. */
export type JobHandler = (job: Job) => Promise<Instant | null>

const leaseMs = 5 * 60_000
const firstRetryMs = 30_000
const longestRetryMs = 6 * 3_600_000

/** Plans work in the transaction that makes it necessary; work with the same key is planned once. */
export async function enqueue(
  db: Trx | Db,
  world: World,
  job: { kind: string; key: string; payload: Record<string, string>; runAt: Instant },
): Promise<void> {
  await db
    .insertInto('job')
    .values({
      id: world.newId(),
      kind: job.kind,
      dedupe_key: `${job.kind} ${job.key}`,
      payload: JSON.stringify(job.payload),
      run_at: job.runAt,
      leased_until: null,
      attempts: 0,
      last_error: '',
    })
    .onConflict((conflict) => conflict.column('dedupe_key').doNothing())
    .execute()
}

/** Which kinds of work are meant; all when not given. */
export type Kinds = { only: readonly string[] } | { but: readonly string[] }

type Wanted = { most: number; kinds?: Kinds }

/** Takes the work that is due, at most `most` pieces; another process does not see it until the lease is over. */
export async function lease(db: Db, world: World, { most, kinds }: Wanted): Promise<Job[]> {
  const now = world.now()
  const named = kinds === undefined ? [] : 'only' in kinds ? kinds.only : kinds.but
  const isOnly = kinds !== undefined && 'only' in kinds
  const until = addMilliseconds(now, leaseMs)
  const { rows } = await sql<Job>`
    update job set leased_until = ${until}, attempts = attempts + 1
    where id in (
      select id from job
      where run_at <= ${now} and (leased_until is null or leased_until <= ${now})
        and (kind = any (${[...named]}::text[])) = ${isOnly}
      order by run_at limit ${most} for update skip locked
    )
    returning id, kind, payload, attempts, leased_until as "leasedUntil"
  `.execute(db)
  return rows
}

/** Does all work that is due. A failure is kept with its reason and tried again later, each time later. */
export async function runDueJobs(of: {
  db: Db
  world: World
  log: Log
  handlers: Readonly<Record<string, JobHandler>>
  kinds?: Kinds
}): Promise<number> {
  let done = 0
  for (;;) {
    const jobs = await lease(of.db, of.world, { most: 20, ...(of.kinds && { kinds: of.kinds }) })
    if (jobs.length === 0) return done
    for (const job of jobs) {
      await runOne(of, job)
      done++
    }
  }
}

async function runOne(of: Parameters<typeof runDueJobs>[0], job: Job): Promise<void> {
  const handler = of.handlers[job.kind]
  try {
    if (handler === undefined) throw new Error(`No handler for jobs of kind ${job.kind}`)
    const next = await handler(job)
    if (next === null) await remove(of.db, job)
    else await plan(of.db, job, { run_at: next, attempts: 0, last_error: '' })
  } catch (error) {
    of.log.warn(
      { err: error, kind: job.kind, attempts: job.attempts },
      'A job failed and will be tried again',
    )
    const wait = Math.min(firstRetryMs * 2 ** (job.attempts - 1), longestRetryMs)
    // The message of an error may hold what a person wrote; its name does not.
    const name = error instanceof Error ? error.name : 'Error'
    await plan(of.db, job, { run_at: addMilliseconds(of.world.now(), wait), last_error: name })
  }
}

async function remove(db: Db, job: Job): Promise<void> {
  await db.deleteFrom('job').where('id', '=', job.id).where('leased_until', '=', job.leasedUntil).execute()
}

async function plan(
  db: Db,
  job: Job,
  change: { run_at: Instant; attempts?: number; last_error: string },
): Promise<void> {
  await db
    .updateTable('job')
    .set({ ...change, leased_until: null })
    .where('id', '=', job.id)
    .where('leased_until', '=', job.leasedUntil)
    .execute()
}

/** Looks for due work now and then until it is stopped; stopping waits for the work in hand. */
export function startJobs(
  of: Parameters<typeof runDueJobs>[0],
  everyMs: number,
): { stop: () => Promise<void> } {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<unknown> = Promise.resolve()
  const turn = () => {
    running = runDueJobs(of)
      .catch((error) => of.log.warn({ err: error }, 'Jobs could not be looked up; trying again'))
      .finally(() => {
        if (!stopped) timer = setTimeout(turn, everyMs)
      })
  }
  turn()
  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
