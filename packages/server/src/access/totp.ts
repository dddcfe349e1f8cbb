import { createHmac, timingSafeEqual } from 'node:crypto'

/** Length of a new key, as RFC 4226 (§4, R6) recommends for SHA-1. */
export const totpKeyBytes = 20
const digits = 6
const stepSeconds = 30

/** The number of the time step of a moment (milliseconds since 1970). RFC 6238, §4.2. */
export function stepAt(nowMs: number): number {
  return Math.floor(nowMs / 1000 / stepSeconds)
}

/** The code of a time step: HOTP (RFC 4226, §5.3) over the step, six digits, SHA-1: what every app knows. */
export function totpCode(key: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', key).update(counter).digest()
  const offset = (mac[mac.length - 1] ?? 0) & 0xf
  const number = mac.readUInt32BE(offset) & 0x7fffffff
  return String(number % 10 ** digits).padStart(digits, '0')
}

/** The step whose code this is: now, or one step on either side for clocks that differ; null when it is none of them. */
export function stepOfCode(key: Uint8Array, code: string, nowMs: number): number | null {
  const given = Buffer.from(code)
  if (given.length !== digits) return null
  const now = stepAt(nowMs)
  // Every step is compared, so that the time taken says nothing.
  const found = [now, now - 1, now + 1].filter((step) =>
    timingSafeEqual(Buffer.from(totpCode(key, step)), given),
  )
  return found[0] ?? null
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Base32 of RFC 4648 without padding, as apps take a key that is typed in. */
export function base32(bytes: Uint8Array): string {
  let [text, value, bits] = ['', 0, 0]
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xfff
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += alphabet[(value >> bits) & 31]
    }
  }
  return bits > 0 ? text + alphabet[(value << (5 - bits)) & 31] : text
}

/** What stands in the QR code: https://github.com/google/google-authenticator/wiki/Key-Uri-Format */
export function totpUri(key: Uint8Array, account: string): string {
  const issuer = 'Weerklank'
  const query = new URLSearchParams({
    secret: base32(key),
    issuer,
    algorithm: 'SHA1',
    digits: '6',
    period: '30',
  })
  return `otpauth://totp/${issuer}:${encodeURIComponent(account)}?${query}`
}
