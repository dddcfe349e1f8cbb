import { readConfig } from '../config.ts'
import { realWorld } from '../deps.ts'
import type { Log } from '../http/log.ts'
import { type Running, startServer } from '../serve.ts'
import type { Command } from './command.ts'
import { openLog } from './log.ts'

/** `serve`: starts everything, says what to do next, and stops cleanly. */
export const serveCommand: Command = {
  name: 'serve',
  summary: 'start the server (and its database)',
  help: `weerklank serve [--data <folder>]

Starts the embedded PostgreSQL in <folder> (default ./data), brings it up to date and serves.
With DATABASE_URL=postgres://… that server is used instead.
PORT (3000), HOST (127.0.0.1), PUBLIC_URL, SMTP_URL, MAIL_FROM, WEERKLANK_SECRET and LOG_LEVEL are read from the environment.
The last line of the start is JSON: {"ready":true,…}.`,
  options: {},
  run: async ({ dataDir }) => {
    const config = readConfig(process.env, dataDir)
    const log = openLog(config)
    const running = await startServer({ config, world: realWorld, log })
    await printStart(running)
    await untilStopped(running, log)
    return 0
  },
}

async function printStart(running: Running): Promise<void> {
  const ready = { ready: true, url: running.url, respondent: [], signIn: {} }
  process.stdout.write(`${JSON.stringify(ready)}\n`)
}

/** Waits for SIGINT or SIGTERM, then stops everything in order. A second signal ends it at once. */
async function untilStopped(running: Running, log: Log): Promise<void> {
  // A promise that nobody waited for is a mistake of ours, no reason to send everyone home.
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'A failure that nobody caught'))
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
  log.info({}, 'Stopping')
  await running.stop()
}
