import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { codeOf, EmbeddedError, explainSystemError } from './embedded-error.ts'

export const LOCK_FILE = 'application.lock'
export const PID_FILE = 'application.pid'

export type ApplicationLock = { release(): void }

/** What SQLite answers when another process, or another part of this one, holds the lock. */
const SQLITE_BUSY = 5

/** SQLite locks in three steps; two that start together can each stop the other, and one has to try again. */
const COLLISION_MS = 250

/** Time for the other, when it has only just taken the lock, to write down who it is. */
const NOTE_LIMIT_MS = 2_000

/** Keeps the locks of this process from being cleaned up, and so released, when a caller forgets its server. */
const held = new Set<DatabaseSync>()

/**
 * Makes this process the only application on the folder until it releases or dies.
 *
 * Node has no file locks of its own; SQLite, which is part of Node, takes the operating system's. So the kernel frees
 * the lock when the process ends in whatever way, and no number of a process has to be believed. The file stays empty.
 * Never open and close `application.lock` elsewhere in this process: POSIX locks are gone with the first close.
 */
export async function takeApplicationLock(dataDir: string): Promise<ApplicationLock> {
  const database = await lockFile(dataDir)
  const pidFile = join(dataDir, PID_FILE)
  try {
    const owner: Owner = { pid: process.pid, since: new Date().toISOString(), host: hostname() }
    writeFileSync(pidFile, `${JSON.stringify(owner)}\n`, { mode: 0o600 })
  } catch (error) {
    database.close()
    throw explainSystemError(error, dataDir)
  }
  held.add(database)
  return {
    release() {
      rmSync(pidFile, { force: true })
      held.delete(database)
      database.close()
    },
  }
}

async function lockFile(dataDir: string): Promise<DatabaseSync> {
  const path = join(dataDir, LOCK_FILE)
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(path, { timeout: COLLISION_MS })
    // With its journal in memory SQLite writes nothing: a full disk does not stop the lock, a crash leaves nothing behind.
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
    chmodSync(path, 0o600)
    return database
  } catch (error) {
    database?.close()
    throw await explainLockError(error, dataDir)
  }
}

async function explainLockError(error: unknown, dataDir: string): Promise<unknown> {
  const number = error instanceof Error && 'errcode' in error ? error.errcode : undefined
  if (number === undefined) return explainSystemError(error, dataDir)
  if (number === SQLITE_BUSY) {
    const owner = await describeOwner(dataDir)
    return new EmbeddedError(
      'in-use',
      `The data folder ${dataDir} is in use by another Weerklank (${owner}): stop that one first, or choose another folder with --data.`,
      error,
    )
  }
  return new EmbeddedError(
    'not-writable',
    `The file ${LOCK_FILE} in the data folder ${dataDir} cannot be locked: give this user the folder and all that is in it, and keep it on a disk of this machine.`,
    error,
  )
}

/** Only for the message: the lock decides, this says to whom it belongs. */
async function describeOwner(dataDir: string): Promise<string> {
  const deadline = Date.now() + NOTE_LIMIT_MS
  for (;;) {
    const owner = readNote(dataDir)
    // The note of one that died is about to be replaced by the note of the one that holds the lock.
    if (owner !== undefined && (owner.host !== hostname() || isAlive(owner.pid))) return describe(owner)
    if (Date.now() > deadline) return 'its process is not known'
    await sleep(20)
  }
}

function describe({ pid, since, host }: Owner): string {
  return `process ${pid}${host === hostname() ? '' : ` on ${host}`}, since ${since}`
}

type Owner = { pid: number; since: string; host: string }

function readNote(dataDir: string): Owner | undefined {
  try {
    const note: unknown = JSON.parse(readFileSync(join(dataDir, PID_FILE), 'utf8'))
    if (typeof note !== 'object' || note === null) return undefined
    if (!('pid' in note) || typeof note.pid !== 'number' || !('since' in note) || !('host' in note))
      return undefined
    return { pid: note.pid, since: String(note.since), host: String(note.host) }
  } catch {
    // Absent, or half written.
    return undefined
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}
