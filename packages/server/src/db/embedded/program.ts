import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Account, mayNotBecome, reachable } from './account.ts'
import { codeOf, EmbeddedError } from './embedded-error.ts'
import type { Native } from './native.ts'

/** How the programs of PostgreSQL are run here: which copy, as whom, for which data folder. */
export type Runtime = { native: Native; account: Account | undefined; dataDir: string }

export type Outcome = { code: number | null; signal: NodeJS.Signals | null }

/** The working folder as Linux shows it to each process: its permissions count, those of its parents do not. */
const OWN_FOLDER = '/proc/self/cwd'

/**
 * The arguments that name a cluster folder. When the folders above it are closed to the account (a checkout under
 * /root), the program is placed in the folder while we are still root, and is told to work where it stands.
 */
export function placeIn(cluster: string, runtime: Runtime): { dataArgument: string; cwd: string } {
  const { account } = runtime
  if (account === undefined || reachable(cluster, account)) return { dataArgument: cluster, cwd: '/' }
  if (existsSync(OWN_FOLDER)) return { dataArgument: OWN_FOLDER, cwd: cluster }
  throw new EmbeddedError(
    'closed-folder',
    `PostgreSQL does not run as root and its user (number ${account.uid}) cannot enter the folders above ${cluster}: choose a data folder outside a closed home folder with --data, or start as an ordinary user.`,
  )
}

type Run = {
  program: 'initdb' | 'postgres'
  args: string[]
  cwd: string
  stdio: StdioOptions
  detached: boolean
}

/** A program that runs, or ran; `ended` never rejects. */
export type Running = { child: ChildProcess; pid: number; ended: Promise<Outcome> }

/**
 * Starts one of the programs; rejects, with what to do, when the system cannot run it at all.
 * The environment is our own: PGDATA, PGOPTIONS or LD_LIBRARY_PATH must not steer it.
 */
export async function runProgram(
  runtime: Runtime,
  run: Run,
  env: Record<string, string> = {},
): Promise<Running> {
  try {
    const child = spawn(join(runtime.native.dir, 'bin', run.program), run.args, {
      cwd: run.cwd,
      stdio: run.stdio,
      detached: run.detached,
      env: { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC', ...env },
      ...(runtime.account ?? {}),
    })
    const ended = new Promise<Outcome>((resolve) => {
      child.once('exit', (code, signal) => resolve({ code, signal }))
    })
    await once(child, 'spawn')
    // Later errors are about signals that could not be sent; who sends one looks at `ended`.
    child.on('error', () => undefined)
    return { child, pid: child.pid ?? 0, ended }
  } catch (error) {
    throw explainSpawnError(error, runtime)
  }
}

function explainSpawnError(error: unknown, { native, account }: Runtime): EmbeddedError {
  const code = codeOf(error)
  // The file exists, so what is absent is the loader it asks for: glibc's, on a system with another C library.
  if (code === 'ENOENT') {
    return new EmbeddedError(
      'no-binary',
      'The built-in PostgreSQL needs glibc, which this system (Alpine?) does not have: set DATABASE_URL to a PostgreSQL 15 or newer.',
      error,
    )
  }
  if (account !== undefined && mayNotBecome(error)) {
    return new EmbeddedError(
      'no-account',
      `PostgreSQL does not run as root and this container does not allow running it as user number ${account.uid}: start as an ordinary user, or set DATABASE_URL.`,
      error,
    )
  }
  return new EmbeddedError(
    'start-failed',
    `The built-in PostgreSQL in ${native.dir} could not be run (${code}): see that this user may read and run what is in that folder.`,
    error,
  )
}

export function describe({ code, signal }: Outcome): string {
  return signal === null ? `exit code ${code}` : `signal ${signal}`
}
