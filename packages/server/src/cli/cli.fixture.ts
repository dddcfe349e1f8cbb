/** Runs the real program as a process of its own, and gives what a script would see of it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { inject } from 'vitest'
import type { Connection } from '../db/pool.ts'

const program = fileURLToPath(new URL('../../bin/weerklank.js', import.meta.url))

export type Outcome = { code: number | null; out: string; err: string; last: string }
export type Options = {
  env?: Record<string, string>
  cwd?: string
  input?: string
  onStart?: (child: ChildProcess) => Promise<void>
}

/** Only the settings that a test gives: none of the machine or of the test run. */
export async function weerklank(args: readonly string[], options: Options = {}): Promise<Outcome> {
  const { PATH = '', HOME = '' } = process.env
  // A program starts in half the time when it finds itself compiled.
  const { compiled } = inject('testServer')
  const child = spawn(process.execPath, [program, ...args], {
    env: { PATH, HOME, NODE_COMPILE_CACHE: compiled, ...options.env },
    cwd: options.cwd ?? tmpdir(),
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  // One that does not read what it is told may end before it was told.
  child.stdin.on('error', () => undefined)
  child.stdin.end(options.input ?? '')
  const [out, err] = [text(child.stdout), text(child.stderr)]
  await options.onStart?.(child)
  const [code] = await once(child, 'close')
  const said = await out
  return { code, out: said, err: await err, last: said.trimEnd().split('\n').at(-1) ?? '' }
}

/** An open folder (the database may run as another user), removed at the end of its block. */
export function temporaryFolder(): { path: string; in: (...names: string[]) => string } & Disposable {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'wk-cli-')))
  chmodSync(path, 0o755)
  return {
    path,
    in: (...names) => join(path, ...names),
    [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }),
  }
}

/** A connection as the address that DATABASE_URL takes; through a socket when that is where the server listens. */
export function urlOf(connection: Connection, change: (url: URL) => void = () => undefined): string {
  const url = new URL('connectionString' in connection ? connection.connectionString : 'postgres://localhost')
  if (!('connectionString' in connection)) {
    url.username = connection.user
    url.password = connection.password
    url.pathname = `/${connection.database}`
    url.port = String(connection.port)
    url.searchParams.set('host', connection.host)
  }
  change(url)
  return url.href
}
