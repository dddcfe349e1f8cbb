import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { LOCK_FILE, PID_FILE } from './application-lock.ts'
import { CREDENTIALS_FILE } from './credentials.ts'
import { codeOf, EmbeddedError, explainSystemError } from './embedded-error.ts'
import { LOG_FILE, OLD_LOG_FILE } from './server-log.ts'

export const CLUSTER_FOLDER = 'postgres'
/** Where initdb works; becomes `postgres` when it is complete. What bears this prefix has never held an answer. */
export const DRAFT_PREFIX = 'postgres.new-'
export const SOCKET_FOLDER = 'socket'
/** Files that a system may leave in any folder. */
const neutral = ['lost+found', '.gitkeep', '.gitignore', '.DS_Store']
const own = [
  CREDENTIALS_FILE,
  `${CREDENTIALS_FILE}.new`,
  LOCK_FILE,
  PID_FILE,
  LOG_FILE,
  OLD_LOG_FILE,
  CLUSTER_FOLDER,
  SOCKET_FOLDER,
]

/** Makes the data folder when absent and answers its path without links; refuses a folder that is someone else's. */
export function openDataFolder(path: string): string {
  const wanted = resolve(path)
  try {
    // As root another user must be able to walk through it; listing and reading stay closed.
    mkdirSync(wanted, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
    const dataDir = realpathSync(wanted)
    readdirSync(dataDir)
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
    assertOurs(dataDir)
    return dataDir
  } catch (error) {
    throw explainSystemError(error, wanted)
  }
}

function assertOurs(dataDir: string): void {
  const names = readdirSync(dataDir)
  if (names.includes('PG_VERSION')) {
    throw new EmbeddedError(
      'half-initialised',
      `The folder ${dataDir} is itself a PostgreSQL database, not a Weerklank data folder: choose the folder that holds database.json and postgres/ with --data.`,
    )
  }
  if (names.includes(CREDENTIALS_FILE) || names.includes(CLUSTER_FOLDER)) return
  const strange = names.filter((name) => !own.includes(name) && !neutral.includes(name) && !isMade(name))
  if (strange.length === 0) return
  throw new EmbeddedError(
    'half-initialised',
    `The folder ${dataDir} holds other files (${strange.slice(0, 3).join(', ')}${strange.length > 3 ? ', …' : ''}) and no Weerklank database, so nothing was changed: choose an empty or a new folder with --data.`,
  )
}

function isMade(name: string): boolean {
  return name.startsWith(DRAFT_PREFIX) || name.startsWith('weerklank-')
}

/** Whether the folder holds a whole database of the given major version; anything in between is an error. */
export function clusterState(dataDir: string, major: string): 'absent' | 'complete' {
  const cluster = join(dataDir, CLUSTER_FOLDER)
  if (!existsSync(cluster)) return 'absent'
  if (!statSync(cluster).isDirectory()) throw halfInitialised(cluster)
  if (readdirSync(cluster).length === 0) return 'absent'
  if (!existsSync(join(cluster, 'global', 'pg_control'))) throw halfInitialised(cluster)
  const found = readVersion(cluster)
  if (found === major) return 'complete'
  throw new EmbeddedError(
    'wrong-version',
    `The database in ${cluster} was made by PostgreSQL ${found} and this Weerklank brings ${major}: make a backup with the Weerklank that made it, and restore that into a new data folder.`,
  )
}

function readVersion(cluster: string): string {
  try {
    return readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  } catch (error) {
    throw codeOf(error) === 'ENOENT' ? halfInitialised(cluster) : error
  }
}

function halfInitialised(cluster: string): EmbeddedError {
  return new EmbeddedError(
    'half-initialised',
    `The folder ${cluster} is not a complete database, and nothing in it was changed: put it back from a backup or, when it holds nothing of value, move it away, and start again.`,
  )
}
