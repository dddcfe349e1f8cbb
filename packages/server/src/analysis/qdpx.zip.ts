import { inflateRawSync } from 'node:zlib'
import { QdaRefused } from '@weerklank/core/analysis/qda.finding'

/** What one archive may be. The largest real project that we know of stays far below. */
export const zipLimits = {
  /** Bytes of the file itself. */
  file: 200_000_000,
  files: 10_000,
  /** Bytes of one part, and of all that are read, when unpacked. */
  part: 64_000_000,
  whole: 256_000_000,
  /** A part larger than a megabyte that packs better than this is no text that somebody wrote. */
  ratio: 250,
} as const

/** An archive of which nothing is unpacked but what is asked for. */
export type Archive = {
  /** Paths as they stand in it, folders left out. */
  names: readonly string[]
  /** The bytes of a part; undefined when there is none. Throws `QdaRefused`. */
  read: (name: string) => Uint8Array | undefined
}

type Part = { method: number; packed: number; size: number; at: number; isEncrypted: boolean }

/**
 * Opens a zip by its list of contents (APPNOTE 4.3). Nothing is written to a disk, so that a path in it leads nowhere. What it
 * says of its own sizes is checked while unpacking. Throws `QdaRefused` for what is none, or beyond `zipLimits`.
 */
export function openArchive(bytes: Uint8Array): Archive {
  if (bytes.length > zipLimits.file) throw new QdaRefused('too-large')
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (view.length < 22 || view.readUInt16LE(0) !== 0x4b50) throw new QdaRefused('not-zip')
  const parts = listParts(view)
  let unpacked = 0
  return {
    names: [...parts.keys()],
    read: (name) => {
      const part = parts.get(name)
      if (part === undefined) return undefined
      const content = unpack(view, part)
      unpacked += content.length
      if (unpacked > zipLimits.whole) throw new QdaRefused('too-large')
      return content
    },
  }
}

function listParts(view: Buffer): Map<string, Part> {
  const end = endOfList(view)
  const count = view.readUInt16LE(end + 10)
  let at = view.readUInt32LE(end + 16)
  // Both are the sign of the larger form of zip, which no text needs.
  if (count === 0xffff || at === 0xffffffff) throw new QdaRefused('too-large')
  if (count > zipLimits.files) throw new QdaRefused('too-many-files')
  const parts = new Map<string, Part>()
  for (let nth = 0; nth < count; nth += 1) {
    if (at + 46 > view.length || view.readUInt32LE(at) !== 0x02014b50) throw new QdaRefused('broken-zip')
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.readUInt16LE(at + offset))
    const path = view.toString('utf8', at + 46, at + 46 + (name ?? 0)).replaceAll('\\', '/')
    if (!path.endsWith('/') && !parts.has(path)) parts.set(path, partAt(view, at))
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return parts
}

function partAt(view: Buffer, at: number): Part {
  return {
    isEncrypted: (view.readUInt16LE(at + 8) & 1) === 1,
    method: view.readUInt16LE(at + 10),
    packed: view.readUInt32LE(at + 20),
    size: view.readUInt32LE(at + 24),
    at: view.readUInt32LE(at + 42),
  }
}

/** The end of the list stands at the end of the file, with at most 65,535 bytes of remark behind it. */
function endOfList(view: Buffer): number {
  for (let at = view.length - 22; at >= Math.max(0, view.length - 22 - 0xffff); at -= 1) {
    if (view.readUInt32LE(at) === 0x06054b50) return at
  }
  throw new QdaRefused('broken-zip')
}

function unpack(view: Buffer, part: Part): Uint8Array {
  if (part.isEncrypted) throw new QdaRefused('encrypted-zip')
  if (part.size > zipLimits.part) throw new QdaRefused('too-large')
  if (part.at + 30 > view.length || view.readUInt32LE(part.at) !== 0x04034b50)
    throw new QdaRefused('broken-zip')
  const from = part.at + 30 + view.readUInt16LE(part.at + 26) + view.readUInt16LE(part.at + 28)
  if (from + part.packed > view.length) throw new QdaRefused('broken-zip')
  const packed = view.subarray(from, from + part.packed)
  if (part.method === 0) return packed
  if (part.method !== 8) throw new QdaRefused('broken-zip')
  const isBomb = (size: number) => size > 1_000_000 && size / Math.max(1, part.packed) > zipLimits.ratio
  if (isBomb(part.size)) throw new QdaRefused('bomb')
  return inflated(packed, part.size)
}

/** Not one byte more than it says: what unpacks to more lied about it. */
function inflated(packed: Uint8Array, size: number): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) })
  } catch (cause) {
    const isMore = cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE'
    throw new QdaRefused(isMore ? 'bomb' : 'broken-zip', { cause })
  }
}
