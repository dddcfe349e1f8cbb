import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kioskAlphabet, kioskCode, kioskCodeLength, readKioskCode, shownKioskCode } from './kiosk.ts'

test.each([
  ['ABCD 2345', 'ABCD2345'],
  [' abcd-2345 ', 'ABCD2345'],
  ['a b c d 2 3 4 5', 'ABCD2345'],
  ['ABCD234', null],
  ['ABCD23456', null],
  // Letters that are in no code, and what is no letter.
  ['ABCD234O', null],
  ['ABCD2341', null],
  ["ABCD'234", null],
  ['', null],
])('%j is read as %j', (typed, code) => {
  expect(readKioskCode(typed)).toBe(code)
})

test('every code reads back as it is shown, and has only letters that cannot be mistaken', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 64, maxLength: 64 }), (bytes) => {
      const code = kioskCode(bytes)
      fc.pre(code !== null)
      expect(readKioskCode(shownKioskCode(code).toLowerCase())).toBe(code)
      expect(code).toMatch(new RegExp(`^[${kioskAlphabet}]{${kioskCodeLength}}$`))
    }),
  )
})

test('every letter is as likely, and too few bytes give no code', () => {
  const all = Uint8Array.from({ length: 256 }, (_, index) => index)
  const counts = new Map<string, number>()
  for (const byte of all) {
    const code = kioskCode(new Uint8Array(kioskCodeLength).fill(byte))
    if (code !== null) counts.set(code[0] ?? '', (counts.get(code[0] ?? '') ?? 0) + 1)
  }
  expect([...new Set(counts.values())]).toEqual([8])
  expect(counts.size).toBe(kioskAlphabet.length)
  expect(kioskCode(all.slice(0, kioskCodeLength - 1))).toBeNull()
  expect(kioskCode(new Uint8Array(64).fill(255))).toBeNull()
})
