import { type Instant, millis } from '@weerklank/core/shared/time'
import { stepAt, totpCode } from './totp.ts'

/** The code that an authenticator app shows: it takes the address of the QR code. */
export function codeFrom(uri: string, now: Instant): string {
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  const bits = [...secret].map((sign) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'),
  )
  const bytes = bits.join('').match(/.{8}/g) ?? []
  return totpCode(Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2))), stepAt(millis(now)))
}
