import { createHash, type Hash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline as pipelineOf, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createZstdCompress, createZstdDecompress } from 'node:zlib'
import { BackupError, damaged } from './backup-error.ts'

/*
 * The file of a backup is in the Zstandard format (RFC 8878), so that `zstd -dc` reads it on any machine, without us:
 *   1. a skippable frame with `weerklank-backup 1` and a line end: what this is, and the version of the format;
 *   2. the content, compressed;
 *   3. a skippable frame with `sha256 <64 hexadecimal digits>` and a line end: of every byte before this frame.
 * So a byte that is changed, lost or added anywhere is noticed before anything is read from the file.
 */
const name = 'weerklank-backup'
const version = 1
/** The formats' own number for frames that a reader skips; RFC 8878 §3.1.2 leaves sixteen of them to applications. */
const SKIPPABLE_MAGIC = 0x184d2a57

function skippable(text: string): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32LE(SKIPPABLE_MAGIC, 0)
  head.writeUInt32LE(Buffer.byteLength(text), 4)
  return Buffer.concat([head, Buffer.from(text)])
}

const opening = skippable(`${name} ${version}\n`)
const closing = (hash: Hash) => skippable(`sha256 ${hash.digest('hex')}\n`)
const closingLength = closing(createHash('sha256')).length

/** Writes a new file (never over another one), readable for its owner only, and on disk before it returns. */
export async function writeSealed(
  path: string,
  content: () => AsyncIterable<Buffer>,
  signal?: AbortSignal,
): Promise<void> {
  const hash = createHash('sha256').update(opening)
  const seal = new Transform({
    transform(chunk, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
    flush(done) {
      done(null, closing(hash))
    },
  })
  seal.push(opening)
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true })
  await pipeline(content, createZstdCompress(), seal, file, { signal })
}

/** The content of a sealed file; give back what is open with `close`. */
export type SealedContent = { chunks: AsyncIterable<Buffer>; close: () => void }

/** Checks the whole file and gives a way to read its content; rejects with a BackupError when it is not what was written. */
export async function openSealed(path: string): Promise<() => SealedContent> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const head = Buffer.alloc(Math.min(size, opening.length))
    await file.read(head, 0, head.length, 0)
    assertOurs(head, path)
    if (size < opening.length + closingLength) throw damaged(path)
    const end = size - closingLength
    const tail = Buffer.alloc(closingLength)
    await file.read(tail, 0, closingLength, end)
    const hash = createHash('sha256')
    const bytes: AsyncIterable<Buffer> = createReadStream(path, { end: end - 1 })
    for await (const chunk of bytes) hash.update(chunk)
    if (!tail.equals(closing(hash))) throw damaged(path)
    return () => contentOf(path, end - 1)
  } finally {
    await file.close()
  }
}

function assertOurs(head: Buffer, path: string): void {
  if (head.equals(opening)) return
  const isFrame = head.length > 8 && head.readUInt32LE() === SKIPPABLE_MAGIC
  const format = isFrame ? new RegExp(`^${name} (\\d+)`).exec(head.toString('latin1', 8))?.[1] : undefined
  throw new BackupError(
    format === undefined
      ? `The file ${path} is not a backup of Weerklank.`
      : `The backup ${path} was made by a newer Weerklank (format ${format}): restore it with that one.`,
  )
}

function contentOf(path: string, end: number): SealedContent {
  const file = createReadStream(path, { start: opening.length, end })
  // What goes wrong while reading is thrown where the chunks are read.
  const chunks = pipelineOf(file, createZstdDecompress(), () => undefined)
  return {
    chunks,
    close: () => {
      chunks.destroy()
      file.destroy()
    },
  }
}
