import { expect, test } from 'vitest'
import { base32, stepAt, stepOfCode, totpCode, totpUri } from './totp.ts'

const key = Buffer.from('12345678901234567890')

// RFC 6238, appendix B, SHA-1: seconds and code; its eight digits end in our six.
test.each([
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
  [20000000000, '353130'],
])('after %s seconds the code is %s', (seconds, code) => {
  expect(totpCode(key, stepAt(seconds * 1000))).toBe(code)
})

test('a code counts in its own half minute and in those beside it', () => {
  const now = 1234567890_000
  const code = totpCode(key, stepAt(now))
  for (const [seconds, counts] of [
    [0, true],
    [-30, true],
    [30, true],
    [-60, false],
    [61, false],
  ] as const) {
    expect(stepOfCode(key, code, now + seconds * 1000), String(seconds)).toBe(counts ? stepAt(now) : null)
  }
  for (const wrong of ['', '5924', '0059240', '🌱', '00592x']) expect(stepOfCode(key, wrong, now)).toBeNull()
})

// RFC 4648, §10, without padding.
test.each([
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
])('base32 of "%s" is %s', (text, encoded) => {
  expect(base32(Buffer.from(text))).toBe(encoded)
})

test('the address in the QR code is one that apps read', () => {
  const uri = new URL(totpUri(key, 'noor+1@praktijk.example'))
  expect([uri.protocol, uri.host, decodeURIComponent(uri.pathname)]).toEqual([
    'otpauth:',
    'totp',
    '/Weerklank:noor+1@praktijk.example',
  ])
  expect(Object.fromEntries(uri.searchParams)).toEqual({
    ...{ secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', issuer: 'Weerklank' },
    ...{ algorithm: 'SHA1', digits: '6', period: '30' },
  })
})
