/** What the tests of this folder share: data folders that remove themselves, and applications that can be killed. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Account } from './account.ts'
import type { ProgramOptions, ProgramSays } from './embedded.program.ts'
import { type EmbeddedServer, startEmbedded } from './embedded.ts'
import { EmbeddedError } from './embedded-error.ts'
import { locateNative, type Native } from './native.ts'
import { usableNative } from './native-copy.ts'
import { readPostmasterFile, servesCluster } from './postmaster-file.ts'

export const isRoot = process.getuid?.() === 0
/** An ordinary user for tests that run as root; Linux lets root be any number. */
export const ORDINARY = 65534
const ordinaryAccount: Account | undefined = isRoot ? { uid: ORDINARY, gid: ORDINARY } : undefined

export const programPath = join(import.meta.dirname, 'embedded.program.ts')

/** An open folder under the system's temporary one, removed with all that is in it. */
export function temporaryFolder(): { path: string; [Symbol.dispose](): void } {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'wk-')))
  chmodSync(path, 0o755)
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) }
}

/** Gives the folder to the ordinary user, so that the tests mean the same as root. */
export function giveToOrdinary(path: string): void {
  if (isRoot) chownSync(path, ORDINARY, ORDINARY)
}

/** PostgreSQL where an ordinary user can read it, also when this checkout is in a closed home folder. */
export function readableNative(folder: string): Native {
  return usableNative(locateNative(), ordinaryAccount, folder)
}

/** A server in this process that stops at the end of its block. */
export async function started(
  dataDir: string,
  lines: string[] = [],
): Promise<EmbeddedServer & AsyncDisposable> {
  const server = await startEmbedded({ dataDir, log: (line) => lines.push(line) })
  return { ...server, [Symbol.asyncDispose]: () => server.stop() }
}

const models = new Map<string, Promise<string>>()

/** A data folder with a stopped, complete database; made once per test file and copied, because initdb takes a second. */
export async function existingDatabase(dataDir: string, modelParent: string): Promise<void> {
  const model = models.get(modelParent) ?? makeModel(join(modelParent, 'model'))
  models.set(modelParent, model)
  cpSync(await model, dataDir, { recursive: true })
}

/** Puts such databases in a folder, by name; gives their data folders. */
export function databasesIn(folder: { path: string }): (name: string) => Promise<string> {
  return async (name) => {
    const dataDir = join(folder.path, name)
    await existingDatabase(dataDir, folder.path)
    return dataDir
  }
}

/** For whoever does not look at what is logged. */
export const quiet = (): void => undefined

async function makeModel(dataDir: string): Promise<string> {
  const server = await started(dataDir)
  await server.stop()
  return dataDir
}

export async function refusalOf(starting: Promise<EmbeddedServer>): Promise<EmbeddedError> {
  const error = await starting.then(
    async (server) => {
      await server.stop()
      return new Error('it started')
    },
    (reason: unknown) => reason,
  )
  if (error instanceof EmbeddedError) return error
  throw error
}

export type Application = AsyncDisposable & {
  child: ChildProcess
  said: ProgramSays[]
  /** The first thing it says of that kind; rejects when it ends without. */
  hears<E extends ProgramSays['event']>(event: E): Promise<Extract<ProgramSays, { event: E }>>
  kill(signal: NodeJS.Signals): Promise<void>
  ends(): Promise<void>
}

/** Starts `embedded.program.ts` in a process of its own (and in a process group of its own, as a terminal does). */
export function application(
  options: Omit<ProgramOptions, 'native' | 'whenReady'> & Partial<ProgramOptions>,
): Application {
  const full: ProgramOptions = { native: locateNative(), whenReady: 'wait', ...options }
  return watched(process.execPath, [programPath, JSON.stringify(full)], options.dataDir)
}

export function watched(command: string, args: string[], dataDir: string): Application {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'], detached: true })
  const ended = once(child, 'exit')
  const said: ProgramSays[] = []
  const lines = createInterface({ input: child.stdout })
  lines.on('line', (line) => said.push(JSON.parse(line)))
  const closed = once(lines, 'close')
  return {
    child,
    said,
    async hears(event) {
      for (;;) {
        const isOver = await Promise.race([closed.then(() => true), sleep(10, false)])
        const found = said.find(
          (what): what is Extract<ProgramSays, { event: typeof event }> => what.event === event,
        )
        if (found !== undefined) return found
        const refusal = said.find((what) => what.event === 'refused')
        if (refusal !== undefined) throw new Error(JSON.stringify(refusal))
        if (isOver) throw new Error(`it ended and never said "${event}"`)
      }
    },
    async kill(signal) {
      child.kill(signal)
      await ended
      await closed
    },
    async ends() {
      await ended
      await closed
    },
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL')
      await ended
      await endServer(dataDir)
    },
  }
}

/** Ends the server of a folder, so that no test leaves a process behind. */
export async function endServer(dataDir: string): Promise<void> {
  const cluster = join(dataDir, 'postgres')
  const file = readPostmasterFile(cluster)
  if (file === undefined || !servesCluster(file.pid, cluster)) return
  process.kill(file.pid, 'SIGINT')
  await until(() => !servesCluster(file.pid, cluster))
  rmSync(file.socketDir, { recursive: true, force: true })
}

export function serverPid(dataDir: string): number {
  const pid = readPostmasterFile(join(dataDir, 'postgres'))?.pid
  if (pid === undefined) throw new Error(`no server runs in ${dataDir}`)
  return pid
}

/** Whether the process lives; one that ended and that nobody has collected yet (a container without init) does not. */
export function runs(pid: number): boolean {
  try {
    process.kill(pid, 0)
    const status = `/proc/${pid}/status`
    return !existsSync(status) || !/^State:\s+Z/m.test(readFileSync(status, 'utf8'))
  } catch {
    return false
  }
}

export async function until(holds: () => boolean | Promise<boolean>, limitMs = 60_000): Promise<void> {
  const deadline = Date.now() + limitMs
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('it did not happen in time')
    await sleep(10)
  }
}
