import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { ConfigError } from '../config.ts'

/** Says whether a password stands in a list of leaked ones. */
export type LeakList = (password: string) => Promise<boolean>

// A line is 40 hexadecimal digits, a colon and a number: far shorter than this.
const window = 128
const lineShape = /^[0-9A-F]{40}(?=[:\r\n]|$)/i

/**
 * Looks in a file of leaked passwords as the downloader of Have I Been Pwned writes it: one line `SHA1:count` per password,
 * sorted by hash. The file (38 GB for all) is searched where it lies, some 35 reads per question; nothing is asked of
 * anyone over the network. Throws when it cannot be read or is no such list: a check that is silently left out is none.
 */
export function leakListIn(path: string): LeakList {
  return async (password) => {
    const wanted = createHash('sha1').update(password.normalize('NFKC')).digest('hex').toUpperCase()
    const file = await open(path, 'r')
    try {
      return await contains(file, (await file.stat()).size, wanted)
    } finally {
      await file.close()
    }
  }
}

/** Refuses a setting that names no such file; asked once at the start, not when someone chooses a password. */
export async function assertLeakList(path: string | null): Promise<void> {
  if (path === null) return
  try {
    await beginsAsList(path)
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : ''
    throw new ConfigError(`WEERKLANK_BREACHED_PASSWORDS: this file cannot be used. ${why}`, { cause })
  }
}

async function beginsAsList(path: string): Promise<void> {
  const file = await open(path, 'r')
  try {
    await lineFrom(file, 0)
  } finally {
    await file.close()
  }
}

/** Halves the bytes between `low` and `high` until the line that begins there is found; each begins a line or is the end. */
async function contains(file: FileHandle, size: number, wanted: string): Promise<boolean> {
  let [low, high] = [0, size]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const start = await startOfLine(file, middle, low)
    const { hash, next } = await lineFrom(file, start)
    if (hash === wanted) return true
    if (hash < wanted) low = next
    else high = start
  }
  return false
}

/** Where the line begins in which a byte lies. */
async function startOfLine(file: FileHandle, at: number, least: number): Promise<number> {
  const from = Math.max(least, at - window)
  const before = await bytesOf(file, from, at - from)
  const lineEnd = before.lastIndexOf('\n')
  return lineEnd === -1 ? least : from + lineEnd + 1
}

async function lineFrom(file: FileHandle, start: number): Promise<{ hash: string; next: number }> {
  const text = await bytesOf(file, start, window)
  const [hash] = lineShape.exec(text) ?? []
  if (hash === undefined) throw new Error('This is no sorted list of SHA-1 hashes of leaked passwords')
  const lineEnd = text.indexOf('\n')
  return { hash: hash.toUpperCase(), next: start + (lineEnd === -1 ? text.length : lineEnd + 1) }
}

async function bytesOf(file: FileHandle, from: number, length: number): Promise<string> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from)
  return buffer.toString('latin1', 0, bytesRead)
}
