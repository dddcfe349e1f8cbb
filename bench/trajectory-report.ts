/**
 * The report of a trajectory of 1,000 people and five moments as a file, on the real server: read, laid out and fetched. Alone:
 * `node bench/trajectory-report.ts`.
 */
import { randomUUID } from 'node:crypto'
import { type Cpu, cpuOf } from './cpu.ts'
import { round } from './load.ts'
import { bigTrajectory, seedTrajectory } from './monitor.ts'
import { cookieOf, onDemo } from './on-demo.ts'

const formats = ['docx', 'pdf', 'sav', 'xlsx'] as const

/** `cpu`: what one file took of the processor, in ms: on a busy machine that says more than the clock. */
type Made = {
  medianMs: number
  slowestMs: number
  fileKB: number
  cpu: { server: number; database: number }
}

/** The bar: < 3 s to Word, from the request to its last byte. */
export function trajectoryReports(times = 5): Promise<Record<string, Made>> {
  return onDemo(seedTrajectory, async (served, dataDir) => {
    const cookie = await cookieOf(served, 'Noor Bakker')
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
  })
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
