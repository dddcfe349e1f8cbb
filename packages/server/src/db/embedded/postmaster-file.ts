import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf } from './embedded-error.ts'

/** What a PostgreSQL server writes about itself into its cluster (`postmaster.pid`). */
export type PostmasterFile = { pid: number; socketDir: string; ready: boolean }

export function postmasterPath(cluster: string): string {
  return join(cluster, 'postmaster.pid')
}

/** `undefined` when there is no such file, or (after a power cut) one that names no process. */
export function readPostmasterFile(cluster: string): PostmasterFile | undefined {
  let lines: string[]
  try {
    lines = readFileSync(postmasterPath(cluster), 'utf8').split('\n')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
  // Lines: process, data folder, start, port, socket folder, address, shared memory, status.
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid === 0) return undefined
  return { pid: Math.abs(pid), socketDir: lines[4] ?? '', ready: lines[7]?.trim() === 'ready' }
}

/** Marks the command line of our server for this cluster; also what `ps` shows. A copied folder has another one. */
export function clusterName(cluster: string): string {
  return `weerklank-${createHash('sha256').update(cluster).digest('hex').slice(0, 16)}`
}

/**
 * Whether the process is a PostgreSQL server that works on this cluster. After a crash its number may belong to any
 * other process, so the number alone proves nothing: it must bear our mark, or stand in the cluster as working folder.
 */
export function servesCluster(pid: number, cluster: string): boolean {
  return commandLine(pid).includes(`cluster_name=${clusterName(cluster)}`) || standsIn(pid, cluster)
}

function commandLine(pid: number): string {
  if (process.platform !== 'linux') {
    return spawnSync('ps', ['-ww', '-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? ''
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

/** Recognises a server that someone started by hand. In a container root may not see this of another user's process. */
function standsIn(pid: number, cluster: string): boolean {
  try {
    const folder = statSync(`/proc/${pid}/cwd`)
    const own = statSync(cluster)
    const name = readFileSync(`/proc/${pid}/comm`, 'utf8').trim()
    return name === 'postgres' && folder.ino === own.ino && folder.dev === own.dev
  } catch {
    return false
  }
}
