import { setTimeout as sleep } from 'node:timers/promises'
import { describe, type Running } from './program.ts'
import { type ServerPlan, startServer, stopServer } from './server.ts'

const FIRST_PAUSE_MS = 250
const LONGEST_PAUSE_MS = 30_000

export type Supervisor = { stop(): Promise<void> }

/**
 * Keeps the server running: when it ends without being asked (killed for memory, disk full for a while), it is started
 * again with growing pauses. Queries in between fail; nothing that was committed is lost.
 */
export function supervise(first: Running, plan: ServerPlan, log: (line: string) => void): Supervisor {
  const stopping = new AbortController()
  let server = first
  // process.exit() without stop(): the server must not outlive us. Only a signal to ourselves can still get past this.
  const onExit = () => server.child.kill('SIGINT')
  process.on('exit', onExit)

  const watching = watch()
  async function watch(): Promise<void> {
    for (;;) {
      const outcome = await server.ended
      if (stopping.signal.aborted) return
      log(`PostgreSQL ended by itself (${describe(outcome)}); starting it again.`)
      const next = await startAgain()
      if (next === undefined) return
      server = next
      if (stopping.signal.aborted) return
      log(`PostgreSQL runs again (process ${server.pid}).`)
    }
  }

  async function startAgain(): Promise<Running | undefined> {
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      await sleep(pause, undefined, { ref: false, signal: stopping.signal }).catch(() => undefined)
      if (stopping.signal.aborted) return undefined
      try {
        return await startServer(plan)
      } catch (error) {
        log(
          `PostgreSQL could not be started again: ${error instanceof Error ? error.message : String(error)}`,
        )
      }
    }
  }

  return {
    async stop() {
      stopping.abort()
      await stopServer(server)
      await watching
      // A restart that was under way when we were asked to stop.
      await stopServer(server)
      process.off('exit', onExit)
    },
  }
}
