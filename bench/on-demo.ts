import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { type PgSettings, runningEmbedded } from '../packages/server/src/db/embedded/embedded.ts'
import { type Served, serve } from './server.ts'

const program = fileURLToPath(new URL('../packages/server/bin/weerklank.js', import.meta.url))

/** The real server on a demo of its own, with more rows put in by the owner of its database; gone when the work is done. */
export async function onDemo<Result>(
  seed: (owner: PgSettings) => Promise<void>,
  work: (served: Served, dataDir: string) => Promise<Result>,
): Promise<Result> {
  const dataDir = mkdtempSync(join(tmpdir(), 'weerklank-bench-'))
  try {
    spawnSync(process.execPath, [program, 'demo', '--data', dataDir], {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    const served = await serve(dataDir)
    try {
      const engine = await runningEmbedded(dataDir)
      if (engine === undefined) throw new Error('The database of the server is not running')
      await seed(engine.owner)
      return await work(served, dataDir)
    } finally {
      await served.stop()
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** Puts rows into the demo by the owner of its database, in one transaction, and lets the planner know of them. */
export async function putInto(owner: PgSettings, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    await client.query('begin')
    await client.query("set local app.maintenance = 'on'")
    await work(client)
    await client.query('commit')
    await client.query('analyze')
  } finally {
    await client.end()
  }
}

/** The identifier of a row by its number, as SQL: the letter says of what. */
export const numbered = (letter: string, number: string) =>
  `('00000000-0000-7000-8000-${letter}' || lpad((${number})::text, 11, '0'))::uuid`

/** The cookie of one of the demo's people. */
export async function cookieOf({ signIn }: Served, person: string): Promise<string> {
  return cookiesIn(await fetch(signIn[person] ?? '', { redirect: 'manual' }))
}

/** What an answer sets, as a request sends it back. */
export function cookiesIn(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}
