import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { runningEmbedded, startEmbedded } from '../packages/server/src/db/embedded/embedded.ts'
import { bringUpToDate } from '../packages/server/src/engine.ts'
import { loadContent } from '../packages/server/src/feedback/instruments.ts'
import { cpuOf } from './cpu.ts'
import { broadcast, manyRooms } from './live.rooms.ts'
import { seedRooms } from './live.seed.ts'
import { seed } from './seed.ts'
import { serve } from './server.ts'

// `node bench/live.ts [--minutes 10] [--rooms 20]`: a room of 200 people, and many rooms whose people drop and come back. Server,
// database and all the people run on the same machine; the people are connections of this process.
const flag = (name: string, otherwise: number) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : Number(process.argv[at + 1])
}
const minutes = flag('minutes', 10)
const rooms = flag('rooms', 20)
const people = flag('people', 200)

const dataDir = mkdtempSync(join(tmpdir(), 'weerklank-live-'))
try {
  const rows = await measure()
  for (const [name, value] of Object.entries(rows)) console.log(`${name.padEnd(58)}${JSON.stringify(value)}`)
  console.log(JSON.stringify({ bench: rows, node: process.version, minutes }))
} finally {
  rmSync(dataDir, { recursive: true, force: true })
}

async function measure(): Promise<Record<string, unknown>> {
  const seeded = await prepare()
  const served = await serve(dataDir)
  const engine = await runningEmbedded(dataDir)
  if (engine === undefined) throw new Error('The database of the server is not running')
  const owner = new pg.Client(engine.owner)
  await owner.connect()
  try {
    const [large, ...small] = seeded
    if (large === undefined) throw new Error('No room was made')
    return {
      [`one room of ${people}, a step further`]: await broadcast(
        served.url,
        large,
        cpuOf(served.pid, dataDir),
      ),
      [`${rooms} rooms of 10, for ${minutes} minutes`]: await manyRooms(served.url, small, {
        minutes,
        owner,
      }),
    }
  } finally {
    await owner.end()
    await served.stop()
  }
}

/** A migrated database with one large room and many small ones, before any server runs. */
async function prepare() {
  const engine = await startEmbedded({ dataDir, log: () => {} })
  await bringUpToDate(engine, loadContent(), { info: () => {}, warn: console.warn, error: console.error })
  const owner = new pg.Client(engine.owner)
  await owner.connect()
  try {
    const { workspace } = await seed(owner, { relations: 1, checks: 1, links: 1 })
    return await seedRooms(owner, { workspace, sizes: [people, ...Array.from({ length: rooms }, () => 10)] })
  } finally {
    await owner.end()
    await engine.stop()
  }
}
