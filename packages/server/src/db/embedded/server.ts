import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { CLUSTER_FOLDER } from './data-folder.ts'
import { diskFullError, EmbeddedError, saysDiskFull } from './embedded-error.ts'
import { clusterName, readPostmasterFile } from './postmaster-file.ts'
import { describe, type Outcome, placeIn, type Running, type Runtime, runProgram } from './program.ts'
import { logSize, logTail } from './server-log.ts'
import { serverSettings } from './settings.ts'

export type ServerPlan = {
  runtime: Runtime
  socketDir: string
  logFile: string
  /** The process an old postmaster.pid names although it is not our server; PostgreSQL is told to look past it. */
  strangerPid: number | undefined
  /** Nothing of it has to outlive the machine. */
  isExpendable: boolean
}

const POLL_MS = 10
/** Reading back the log after a power cut may take long; a server that still lives after this is stuck. */
const READY_LIMIT_MS = 10 * 60_000
/** Processes of a server that was killed need a moment to notice. */
const REMAINS_LIMIT_MS = 10_000

/** Starts the server and waits until it takes connections. */
export async function startServer(plan: ServerPlan): Promise<Running> {
  const deadline = Date.now() + REMAINS_LIMIT_MS
  for (;;) {
    const from = logSize(plan.logFile)
    const server = await spawnServer(plan)
    if (await untilReady(server, plan)) return server
    const outcome = await server.ended
    const tail = logTail(plan.logFile, from)
    if (!saysRemains(tail) || Date.now() > deadline) throw explainEarlyEnd(outcome, tail, plan)
    await sleep(200)
  }
}

async function spawnServer(plan: ServerPlan): Promise<Running> {
  const { runtime, strangerPid } = plan
  const cluster = join(runtime.dataDir, CLUSTER_FOLDER)
  const { dataArgument, cwd } = placeIn(cluster, runtime)
  const settings = serverSettings(clusterName(cluster), plan)
  const args = [
    '-D',
    dataArgument,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
  const log = openSync(plan.logFile, 'a', 0o600)
  try {
    // Its own session: Ctrl-C in a terminal reaches the application only, which first closes its connections.
    const run = { program: 'postgres', args, cwd, stdio: ['ignore', log, log], detached: true } as const
    // How pg_ctl tells the server that this living process is not another server.
    const env = strangerPid === undefined ? {} : { PG_GRANDPARENT_PID: String(strangerPid) }
    const server = await runProgram(runtime, { ...run, stdio: [...run.stdio] }, env)
    // Nobody has to wait for the server: a program that is done ends, and takes the server along (see supervisor.ts).
    server.child.unref()
    return server
  } finally {
    closeSync(log)
  }
}

/** False when the server ended before it was ready. */
async function untilReady(server: Running, plan: ServerPlan): Promise<boolean> {
  const cluster = join(plan.runtime.dataDir, CLUSTER_FOLDER)
  const deadline = Date.now() + READY_LIMIT_MS
  while (isAlive(server)) {
    const file = readPostmasterFile(cluster)
    if (file?.pid === server.pid && file.ready) return true
    if (Date.now() > deadline) {
      server.child.kill('SIGQUIT')
      throw new EmbeddedError(
        'start-failed',
        `PostgreSQL was not ready after ${READY_LIMIT_MS / 60_000} minutes: see ${plan.logFile}.`,
      )
    }
    await sleep(POLL_MS)
  }
  return false
}

export function isAlive({ child }: Running): boolean {
  return child.exitCode === null && child.signalCode === null
}

/** Fast shutdown: connections are ended, everything is on disk. Without an end in time: the hard way, which recovers. */
export async function stopServer(server: Running, limitMs = 30_000): Promise<void> {
  if (!isAlive(server)) return
  server.child.ref()
  server.child.kill('SIGINT')
  if (await endsWithin(server, limitMs)) return
  server.child.kill('SIGQUIT')
  if (await endsWithin(server, limitMs)) return
  throw new EmbeddedError(
    'stop-failed',
    `PostgreSQL (process ${server.pid}) does not stop: see postgres.log, and end it with "kill -QUIT ${server.pid}".`,
  )
}

async function endsWithin(server: Running, limitMs: number): Promise<boolean> {
  const timer = new AbortController()
  const late = sleep(limitMs, false, { signal: timer.signal }).catch(() => false)
  const ended = await Promise.race([server.ended.then(() => true), late])
  timer.abort()
  return ended
}

function saysRemains(tail: string): boolean {
  return /pre-existing shared memory block|lock file "[^"]*" already exists/.test(tail)
}

function explainEarlyEnd(outcome: Outcome, tail: string, { runtime, logFile }: ServerPlan): EmbeddedError {
  const cause = new Error(tail)
  if (saysDiskFull(tail)) return diskFullError(runtime.dataDir, cause)
  if (saysRemains(tail)) {
    return new EmbeddedError(
      'in-use',
      `Another PostgreSQL server, not started by Weerklank, still works on ${runtime.dataDir}: stop that one first.`,
      cause,
    )
  }
  const reason =
    tail.split('\n').findLast((line) => /FATAL|PANIC|error/.test(line)) ?? tail.split('\n').at(-1)
  return new EmbeddedError(
    'start-failed',
    `PostgreSQL did not start (${describe(outcome)}): ${reason?.replace(/^.*?(FATAL|PANIC): +/, '') ?? 'no reason given'}. See ${logFile}.`,
    cause,
  )
}
