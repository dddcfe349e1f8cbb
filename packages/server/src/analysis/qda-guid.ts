import { createHash } from 'node:crypto'
import type { Guid } from '@weerklank/core/analysis/qda'

/** The namespace of our identifiers (a random UUID, fixed for good: another one would make other files of the same analysis). */
const namespace = Buffer.from('6f0f6d1ab26d4b1e9d0a3c5d2f7e8a41', 'hex')

/**
 * A GUID that belongs to what has this name (UUID version 5, RFC 9562): the same in each file that we write of it, and nobody
 * can read from it what its number here is.
 */
export function guidFor(kind: string, name: string): Guid {
  const hash = createHash('sha1').update(namespace).update(`${kind}:${name}`).digest().subarray(0, 16)
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6)
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = hash.toString('hex').toUpperCase()
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
