import { closeSync, openSync, readSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

export const LOG_FILE = 'postgres.log'
export const OLD_LOG_FILE = 'postgres.log.1'
const LIMIT_BYTES = 5 * 1024 * 1024
const TAIL_BYTES = 16 * 1024
const TAIL_LINES = 20

/** Sets a large log aside (one older log is kept) and answers the path of the current one. */
export function rotateLog(dataDir: string): string {
  const path = join(dataDir, LOG_FILE)
  if (logSize(path) > LIMIT_BYTES) renameSync(path, join(dataDir, OLD_LOG_FILE))
  return path
}

export function logSize(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

/** The last lines that were written after `from` bytes. */
export function logTail(path: string, from: number): string {
  const size = logSize(path)
  const start = Math.max(from, size - TAIL_BYTES)
  if (size <= start) return ''
  const buffer = Buffer.alloc(size - start)
  const file = openSync(path, 'r')
  try {
    readSync(file, buffer, 0, buffer.length, start)
  } finally {
    closeSync(file)
  }
  return buffer.toString('utf8').trimEnd().split('\n').slice(-TAIL_LINES).join('\n')
}
