import { demoPeople } from '../access/demo-people.ts'
import { readConfig } from '../config.ts'
import { fillDemoIfNew } from '../demo/demo.ts'
import { freshCheckLinks } from '../demo/fresh-links.ts'
import { freshToken } from '../demo/fresh-token.ts'
import { realWorld } from '../deps.ts'
import type { Log } from '../http/log.ts'
import { type Running, startServer } from '../serve.ts'
import type { Command } from './command.ts'
import { openLog } from './log.ts'
import { readyLine, type Start, startLines } from './start-lines.ts'
import { buildWebIfNeeded, projectFolder } from './web-build.ts'

/** `serve`: starts everything, says what to do next, and stops cleanly. */
export const serveCommand: Command = {
  name: 'serve',
  summary: 'start the server (and its database)',
  help: `weerklank serve [--data <folder>]

Starts the embedded PostgreSQL in <folder> (default ./data), brings it up to date and serves.
With DATABASE_URL=postgres://… that server is used instead.
A database on which nobody works yet is filled with a demo: an invented workspace.
PORT (3000), HOST (127.0.0.1), PUBLIC_URL, SMTP_URL, MAIL_FROM, WEERKLANK_SECRET, TRUST_PROXY, ALLOW_HTTP and LOG_LEVEL are
read from the environment; each secret also from a file (WEERKLANK_SECRET_FILE=…). Others are served only when that is safe.
The last line of the start is JSON: {"ready":true,…}.`,
  options: {},
  run: async ({ dataDir }) => {
    const config = readConfig(process.env, dataDir)
    const log = openLog(config)
    // A promise that nobody waited for is a mistake of ours, no reason to send everyone home.
    process.on('unhandledRejection', (error) => log.error({ err: error }, 'A failure that nobody caught'))
    await buildWebIfNeeded(projectFolder, (line) => process.stdout.write(`${line}\n`))
    const asked = askedToStop()
    const running = await startServer({ config, world: realWorld, log })
    try {
      const start = await openDoors(running, log)
      process.stdout.write(startLines(start) + readyLine(start))
      await asked
      log.info({}, 'Stopping')
    } finally {
      await running.stop()
    }
    return 0
  },
}

/** Fills the demo the first time, and makes the links with which one can go in. */
async function openDoors(running: Running, log: Log): Promise<Start> {
  const { url, db, content, demoLink } = running
  await fillDemoIfNew({ ...running, world: realWorld, log })
  const respondent = await freshCheckLinks({ db, content, world: realWorld, publicUrl: url })
  const people = await demoPeople(db)
  return {
    url,
    respondent,
    apiToken: await freshToken({ db, world: realWorld }),
    people: people.map(({ user, name, roles }) => ({ name, roles, url: demoLink(user) })),
  }
}

/** Settles at SIGINT or SIGTERM, also when that comes during the start. A second signal ends the process at once. */
function askedToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}
