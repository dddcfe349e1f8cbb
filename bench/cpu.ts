import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Sample } from './load.ts'

/** CPU time so far, in ms: of the server, and of the database with all its processes. Linux only. */
export type Cpu = () => { server: number; database: number }

const msPerTick = 10

export function cpuOf(server: number, dataDir: string): Cpu {
  const [postmaster = ''] = readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')
  return () => ({
    server: (spent(server)?.ticks ?? 0) * msPerTick,
    database: readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(spent)
      .filter((one) => one?.parent === postmaster)
      .reduce((sum, one) => sum + (one?.ticks ?? 0) * msPerTick, 0),
  })
}

/** `/proc/<pid>/stat`: the fields behind the name in brackets are state, parent, … and 11 and 12 further user and system time. */
function spent(pid: number | string): { parent: string; ticks: number } | null {
  try {
    const [, rest = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(/\) /)
    const fields = rest.split(' ')
    return { parent: fields[1] ?? '', ticks: Number(fields[11]) + Number(fields[12]) }
  } catch {
    return null
  }
}

/** A sample with the CPU time that each of its requests took: on a busy machine that says more than the clock. */
export async function withCpu(
  cpu: Cpu,
  work: () => Promise<Sample>,
): Promise<Sample & { cpu: { server: number; database: number } }> {
  const before = cpu()
  const sample = await work()
  const after = cpu()
  const each = (ms: number) => Math.round((10 * ms) / sample.count) / 10
  const cost = {
    server: each(after.server - before.server),
    database: each(after.database - before.database),
  }
  return { ...sample, cpu: cost }
}
