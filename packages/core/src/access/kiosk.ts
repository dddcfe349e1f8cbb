/** Without letters and digits that look alike: I, L, O, 0, 1. */
export const kioskAlphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'

/** So long that nobody guesses one in its time: 31⁸ is 850,000,000,000. */
export const kioskCodeLength = 8

/** A code opens its question for so long, and once. */
export const kioskCodeMinutes = 15

/** The link to set a kiosk up works for so long, and once. */
export const kioskSetUpHours = 24

/** After so many seconds a kiosk returns to its beginning: when somebody is done, and when nobody goes on. */
export const kioskReturn = { done: 15, idle: 900 } as const

/** A code from random bytes, one per letter. Bytes that would make some letters likelier are passed over; null when too few are left. */
export function kioskCode(bytes: Uint8Array): string | null {
  const fair = 256 - (256 % kioskAlphabet.length)
  const letters = [...bytes]
    .filter((byte) => byte < fair)
    .map((byte) => kioskAlphabet[byte % kioskAlphabet.length])
  return letters.length < kioskCodeLength ? null : letters.slice(0, kioskCodeLength).join('')
}

/** A code as it is read out or shown: in two groups. */
export function shownKioskCode(code: string): string {
  return `${code.slice(0, kioskCodeLength / 2)} ${code.slice(kioskCodeLength / 2)}`
}

/** What somebody typed, as a code: case, spaces and dashes do not matter. Null for what can be none. */
export function readKioskCode(typed: string): string | null {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s.·–—-]/g, '')
  const isCode = code.length === kioskCodeLength && [...code].every((one) => kioskAlphabet.includes(one))
  return isCode ? code : null
}
