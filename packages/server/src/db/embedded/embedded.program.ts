/** The smallest application on the embedded server: what the tests start as a process of its own, to kill it. */
import { startWith } from './embedded.ts'
import { EmbeddedError } from './embedded-error.ts'
import { withClient } from './logins.ts'
import type { Native } from './native.ts'

export type ProgramOptions = {
  dataDir: string
  native: Native
  /** Become this ordinary user before starting; only root can. */
  uid?: number
  /** What to do when the database is ready: wait for a signal, or end without stopping it. */
  whenReady: 'wait' | 'exit' | 'run-out'
}

export type ProgramSays =
  | { event: 'ready'; host: string; password: string }
  | { event: 'refused'; code: string; message: string }
  | { event: 'log'; line: string }
  | { event: 'answered'; rows: number }
  | { event: 'stopped' }

const options: ProgramOptions = JSON.parse(process.argv[2] ?? '')

function say(what: ProgramSays): void {
  process.stdout.write(`${JSON.stringify(what)}\n`)
}

function becomeOrdinary(uid: number): void {
  process.setgroups?.([])
  process.setgid?.(uid)
  process.setuid?.(uid)
}

try {
  if (options.uid !== undefined) becomeOrdinary(options.uid)
  const server = await startWith(
    { dataDir: options.dataDir, log: (line) => say({ event: 'log', line }) },
    options.native,
  )
  const close = async () => {
    const answer = await withClient(server.app, (client) => client.query('SELECT 1'))
    say({ event: 'answered', rows: answer.rowCount ?? 0 })
    await server.stop()
    say({ event: 'stopped' })
    process.exit(0)
  }
  process.once('SIGINT', close)
  process.once('SIGTERM', close)
  say({ event: 'ready', host: server.owner.host, password: server.owner.password })
  if (options.whenReady === 'exit') process.exit(0)
  if (options.whenReady === 'wait') setInterval(() => undefined, 60_000)
} catch (error) {
  if (!(error instanceof EmbeddedError)) throw error
  say({ event: 'refused', code: error.code, message: error.message })
}
