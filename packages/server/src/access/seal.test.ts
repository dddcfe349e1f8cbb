import { expect, test } from 'vitest'
import { newSeal } from './seal.ts'

test('only the same secret for the same purpose opens a seal, and a changed letter breaks it', () => {
  const seal = newSeal('s'.repeat(32), 'a')
  const sealed = seal.seal('één geheim')
  expect(sealed).not.toBe(seal.seal('één geheim'))
  expect(seal.open(sealed)).toBe('één geheim')
  expect(newSeal('s'.repeat(32), 'b').open(sealed)).toBeNull()
  expect(newSeal('t'.repeat(32), 'a').open(sealed)).toBeNull()
  for (let at = 0; at < sealed.length; at += 1) {
    // The last letter of base64 may carry bits that mean nothing: change one that does.
    const other = sealed[at] === 'A' ? 'Q' : 'A'
    const changed = sealed.slice(0, at) + other + sealed.slice(at + 1)
    expect(seal.open(changed), String(at)).toBeNull()
  }
  for (const none of ['', 'x', '🌱', 'A'.repeat(37)]) expect(seal.open(none)).toBeNull()
})
