import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Account, assertOwnName, chooseAccount } from './account.ts'
import { type ApplicationLock, takeApplicationLock } from './application-lock.ts'
import { createCluster, ownCluster, removeDrafts } from './cluster.ts'
import { refreshCollations } from './collation.ts'
import { type Credentials, newCredentials, readCredentials, writeCredentials } from './credentials.ts'
import { CLUSTER_FOLDER, clusterState, openDataFolder } from './data-folder.ts'
import { codeOf, diskFullError, EmbeddedError, explainSystemError } from './embedded-error.ts'
import { stopLeftover } from './leftover.ts'
import { appSettings, ownerSettings, type PgSettings, prepareLogins, tryLogin } from './logins.ts'
import { locateNative, majorOf, type Native } from './native.ts'
import { usableNative } from './native-copy.ts'
import { readPostmasterFile, servesCluster } from './postmaster-file.ts'
import type { Runtime } from './program.ts'
import { type ServerPlan, startServer, stopServer } from './server.ts'
import { rotateLog } from './server-log.ts'
import { makeSocketFolder } from './socket-folder.ts'
import { type Supervisor, supervise } from './supervisor.ts'

export { EmbeddedError } from './embedded-error.ts'
export type { PgSettings } from './logins.ts'

export type EmbeddedServer = {
  /** The login that owns the database: for migrations only. */
  owner: PgSettings
  /** The application's login: owns nothing and bypasses nothing. */
  app: PgSettings
  /** Stops the server and frees the folder; safe to call more than once. Close your own connections first. */
  stop(): Promise<void>
}

export type EmbeddedOptions = {
  dataDir: string
  log: (line: string) => void
  /** Its data may be lost when the machine stops: for test runs, which then do not wait for the disk. */
  isExpendable?: boolean
}

/** Starts the PostgreSQL of the data folder, making it the first time; rejects with an EmbeddedError that says what to do. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  return startWith(options, locateNative())
}

/** `startEmbedded` with another PostgreSQL than the installed one. */
export async function startWith(options: EmbeddedOptions, native: Native): Promise<EmbeddedServer> {
  const began = performance.now()
  const dataDir = openDataFolder(options.dataDir)
  const lock = await takeApplicationLock(dataDir)
  try {
    const started = await bringUp({ ...options, dataDir }, native)
    options.log(`PostgreSQL ${native.version} is ready after ${Math.round(performance.now() - began)} ms.`)
    let stopped: Promise<void> | undefined
    return {
      owner: started.owner,
      app: started.app,
      stop() {
        stopped ??= takeDown(started, lock)
        return stopped
      },
    }
  } catch (error) {
    lock.release()
    throw explainSystemError(error, dataDir)
  }
}

/** The logins of the server that another process runs on the folder, or `undefined` when none runs: for the command line. */
export async function runningEmbedded(
  path: string,
): Promise<Pick<EmbeddedServer, 'owner' | 'app'> | undefined> {
  if (!existsSync(path)) return undefined
  const dataDir = openDataFolder(path)
  const cluster = join(dataDir, CLUSTER_FOLDER)
  const file = readPostmasterFile(cluster)
  const credentials = readCredentials(dataDir)
  if (file === undefined || credentials === undefined || !servesCluster(file.pid, cluster)) return undefined
  const owner = ownerSettings(file.socketDir, credentials.ownerPassword)
  if ((await tryLogin(owner)) !== 'accepted') return undefined
  return { owner, app: appSettings(file.socketDir, credentials.appPassword) }
}

type Started = Pick<EmbeddedServer, 'owner' | 'app'> & { supervisor: Supervisor }

async function takeDown({ supervisor, owner }: Started, lock: ApplicationLock): Promise<void> {
  try {
    await supervisor.stop()
    rmSync(owner.host, { recursive: true, force: true })
  } finally {
    lock.release()
  }
}

async function bringUp(options: EmbeddedOptions, native: Native): Promise<Started> {
  const { dataDir, log, isExpendable = false } = options
  const cluster = join(dataDir, CLUSTER_FOLDER)
  const account = chooseAccount(cluster, dataDir)
  const runtime = { dataDir, account, native: usableNative(native, account, dataDir) }
  const existing = readExisting(dataDir, native)
  const credentials = existing ?? readCredentials(dataDir) ?? newCredentials()
  const strangerPid =
    existing === undefined
      ? undefined
      : await stopLeftover({ dataDir, ownerPassword: credentials.ownerPassword, log })
  const socketDir = makeSocketFolder(dataDir, account)
  try {
    removeDrafts(dataDir, log)
    if (existing === undefined) await initialise(runtime, credentials, { socketDir, log })
    ownCluster(cluster, account)
    const plan = { runtime, socketDir, logFile: rotateLog(dataDir), strangerPid, isExpendable }
    return await serve(plan, credentials, log)
  } catch (error) {
    rmSync(socketDir, { recursive: true, force: true })
    throw error
  }
}

/** The passwords of a complete database; `undefined` when there is none yet. */
function readExisting(dataDir: string, native: Native): Credentials | undefined {
  const credentials = readCredentials(dataDir)
  const state = clusterState(dataDir, majorOf(native))
  if (state === 'complete' && credentials === undefined) {
    throw new EmbeddedError(
      'half-initialised',
      `The data folder ${dataDir} has a database but not database.json, which holds its passwords: put that file back from a backup and start again.`,
    )
  }
  if (state === 'absent' && credentials?.initialised === true) {
    throw new EmbeddedError(
      'half-initialised',
      `The data folder ${dataDir} had a database and its folder postgres/ is gone: put it back from a backup or, to begin with an empty database, remove database.json, and start again.`,
    )
  }
  return state === 'complete' ? credentials : undefined
}

async function initialise(
  runtime: Runtime,
  credentials: Credentials,
  { socketDir, log }: { socketDir: string; log: (line: string) => void },
): Promise<void> {
  if (runtime.account === undefined) assertOwnName()
  log(`Making a new database in ${runtime.dataDir}${asWhom(runtime.account)}.`)
  // Before the cluster, so that a complete cluster always has its passwords.
  writeCredentials(runtime.dataDir, credentials)
  await createCluster(runtime, credentials.ownerPassword, socketDir)
}

function asWhom(account: Account | undefined): string {
  return account === undefined
    ? ''
    : ` as user number ${account.uid}, because PostgreSQL does not run as root`
}

async function serve(
  plan: ServerPlan,
  credentials: Credentials,
  log: (line: string) => void,
): Promise<Started> {
  const server = await startServer(plan)
  try {
    const owner = ownerSettings(plan.socketDir, credentials.ownerPassword)
    await prepareLogins(owner, credentials.appPassword)
    await refreshCollations(owner, log)
    if (!credentials.initialised) {
      writeCredentials(plan.runtime.dataDir, { ...credentials, initialised: true })
    }
    const app = appSettings(plan.socketDir, credentials.appPassword)
    const supervisor = supervise(server, { ...plan, strangerPid: undefined }, log)
    return { owner, app, supervisor }
  } catch (error) {
    await stopServer(server)
    throw explainPreparation(error, plan.runtime.dataDir)
  }
}

/** PostgreSQL's code for a full disk. */
const DISK_FULL = '53100'

function explainPreparation(error: unknown, dataDir: string): EmbeddedError {
  if (error instanceof EmbeddedError) return error
  if (codeOf(error) === DISK_FULL) return diskFullError(dataDir, error)
  const reason = error instanceof Error ? error.message : String(error)
  return new EmbeddedError(
    'start-failed',
    `The database in ${dataDir} started and could not be made ready (${reason}): see postgres.log there.`,
    error,
  )
}
