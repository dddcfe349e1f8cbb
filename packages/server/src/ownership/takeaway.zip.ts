import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { strToU8, Unzip, UnzipInflate, Zip, ZipDeflate } from 'fflate'

/** A zip file that is written piece by piece, one file in it after the other. */
export type ZipWriter = {
  /** Begins a file; the one before must be done. */
  file: (name: string) => { write: (text: string) => void; done: () => void }
  /** Puts the whole on disk under its name; gives its SHA-256. */
  close: () => string
  /** Takes away what was written so far. */
  abandon: () => void
}

/** Writes beside the path and renames at the end, so that a half file never has the name. Readable for its owner only. */
export function writeZip(path: string, of: { made: string; overwrite: boolean }): ZipWriter {
  const partial = `${path}.partial`
  rmSync(partial, { force: true })
  // Claims the name: a file that is there already is somebody's.
  if (!of.overwrite) closeSync(openSync(path, 'wx', 0o600))
  const file = openSync(partial, 'wx', 0o600)
  const hash = createHash('sha256')
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    hash.update(chunk)
    writeSync(file, chunk)
  })
  return {
    file: (name) => {
      const entry = new ZipDeflate(name, { level: 6 })
      entry.mtime = of.made
      zip.add(entry)
      return {
        write: (text) => void entry.push(strToU8(text), false),
        done: () => void entry.push(new Uint8Array(0), true),
      }
    },
    close: () => {
      zip.end()
      fsyncSync(file)
      closeSync(file)
      renameSync(partial, path)
      return hash.digest('hex')
    },
    abandon: () => {
      closeSync(file)
      rmSync(partial, { force: true })
      if (!of.overwrite) rmSync(path, { force: true })
    },
  }
}

/** What stands in one file of a zip: how long it is, how many lines, and its SHA-256; with its text where that is asked. */
export type Unpacked = { lines: number; sha256: string; text: string | null }

/** Reads a zip from beginning to end without holding it in memory; throws when it is none or is cut off. */
export async function readZip(
  path: string,
  wanted: (name: string) => boolean,
): Promise<{ files: Map<string, Unpacked>; sha256: string }> {
  const files = new Map<string, Unpacked>()
  const unzip = new Unzip()
  unzip.register(UnzipInflate)
  unzip.onfile = (entry) => {
    const hash = createHash('sha256')
    const kept: Uint8Array[] = []
    let lines = 0
    entry.ondata = (error, chunk, isLast) => {
      if (error) throw error
      hash.update(chunk)
      for (const byte of chunk) if (byte === 10) lines += 1
      if (wanted(entry.name)) kept.push(chunk)
      if (!isLast) return
      const text = wanted(entry.name) ? Buffer.concat(kept).toString('utf8') : null
      files.set(entry.name, { lines, sha256: hash.digest('hex'), text })
    }
    entry.start()
  }
  const all = createHash('sha256')
  const file = await open(path, 'r')
  try {
    for await (const chunk of file.createReadStream({ highWaterMark: 1 << 18 })) {
      all.update(chunk as Buffer)
      unzip.push(chunk as Buffer, false)
    }
    unzip.push(new Uint8Array(0), true)
  } finally {
    await file.close()
  }
  return { files, sha256: all.digest('hex') }
}
