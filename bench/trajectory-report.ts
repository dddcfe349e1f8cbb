/**
 * The report of a trajectory of 1,000 people and five moments as a file, on the real server: read, laid out and fetched. Alone:
 * `node bench/trajectory-report.ts`.
 */
import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runningEmbedded } from '../packages/server/src/db/embedded/embedded.ts'
import { type Cpu, cpuOf } from './cpu.ts'
import { round } from './load.ts'
import { bigTrajectory, seedTrajectory } from './monitor.ts'
import { serve } from './server.ts'

const program = fileURLToPath(new URL('../packages/server/bin/weerklank.js', import.meta.url))
const formats = ['docx', 'pdf', 'sav', 'xlsx'] as const

/** `cpu`: what one file took of the processor, in ms: on a busy machine that says more than the clock. */
type Made = {
  medianMs: number
  slowestMs: number
  fileKB: number
  cpu: { server: number; database: number }
}

/** The bar: < 3 s to Word, from the request to its last byte. */
export async function trajectoryReports(times = 5): Promise<Record<string, Made>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'weerklank-bench-report-'))
  try {
    spawnSync(process.execPath, [program, 'demo', '--data', dataDir], {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    const served = await serve(dataDir)
    try {
      const engine = await runningEmbedded(dataDir)
      if (engine === undefined) throw new Error('The database of the server is not running')
      await seedTrajectory(engine.owner)
      const cookie = await signedIn(served.signIn['Noor Bakker'] ?? '')
      const cpu = cpuOf(served.pid, dataDir)
      const made: Record<string, Made> = {}
      for (const format of formats)
        made[`report of 1,000 people × 5 moments as ${format}`] = await fetchAll(served.url, {
          cookie,
          format,
          times,
          cpu,
        })
      return made
    } finally {
      await served.stop()
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function signedIn(link: string): Promise<string> {
  const opened = await fetch(link, { redirect: 'manual' })
  return opened.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
}

type Wish = { cookie: string; format: (typeof formats)[number]; times: number; cpu: Cpu }

async function fetchAll(url: string, { cookie, format, times, cpu }: Wish): Promise<Made> {
  const all: number[] = []
  let bytes = 0
  const before = cpu()
  for (let time = 0; time < times; time++) {
    const begun = performance.now()
    const answer = await fetch(`${url}/api/trajectories/${bigTrajectory}/report/files`, {
      method: 'POST',
      headers: { cookie, 'x-weerklank': '1', 'content-type': 'application/json' },
      body: JSON.stringify({ id: randomUUID().replace(/^(.{14})./, '$17'), format, purpose: 'research' }),
    })
    const file = await answer.arrayBuffer()
    if (answer.status !== 200) throw new Error(`A report was refused: ${answer.status}`)
    all.push(performance.now() - begun)
    bytes = file.byteLength
  }
  const sorted = all.toSorted((a, b) => a - b)
  const at = (part: number) =>
    round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0)
  const after = cpu()
  const each = (part: 'server' | 'database') => Math.round((after[part] - before[part]) / times)
  return {
    ...{ medianMs: at(0.5), slowestMs: at(1), fileKB: Math.round(bytes / 1000) },
    cpu: { server: each('server'), database: each('database') },
  }
}

if (import.meta.main) {
  for (const [name, value] of Object.entries(await trajectoryReports()))
    console.log(`${name.padEnd(58)}${JSON.stringify(value)}`)
}
