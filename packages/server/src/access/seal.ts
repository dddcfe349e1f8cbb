import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'

/** Closes texts so that only this server can read them again, and tells when one was changed. */
export type Seal = {
  seal: (text: string) => string
  /** The text, or null when it was not sealed with this secret for this purpose. */
  open: (sealed: string) => string | null
}

const [ivLength, tagLength] = [12, 16]

/** AES-256-GCM with a key of its own per purpose, derived from the server's secret (HKDF, RFC 5869). */
export function newSeal(secret: string, purpose: string): Seal {
  const key = Buffer.from(hkdfSync('sha256', secret, 'weerklank', purpose, 32))
  return {
    seal: (text) => {
      const iv = randomBytes(ivLength)
      const cipher = createCipheriv('aes-256-gcm', key, iv)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([iv, body, cipher.getAuthTag()]).toString('base64url')
    },
    open: (sealed) => {
      const bytes = Buffer.from(sealed, 'base64url')
      if (bytes.length < ivLength + tagLength) return null
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivLength))
      decipher.setAuthTag(bytes.subarray(-tagLength))
      try {
        const body = decipher.update(bytes.subarray(ivLength, -tagLength))
        return Buffer.concat([body, decipher.final()]).toString('utf8')
      } catch {
        return null
      }
    },
  }
}

/** SHA-256 as hexadecimal text: enough for secrets that are themselves random. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
