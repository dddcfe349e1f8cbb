import { expect, test } from 'vitest'
import { hashPassword, verifyPassword } from './password.ts'

// One hash for all: each costs 128 MB and a third of a second on purpose.
test('a password is kept as OWASP asks, and only itself opens it', async () => {
  const hash = await hashPassword('correct horse battery stapleé')
  expect(hash).toMatch(/^scrypt\$131072\$8\$1\$[\w-]{22}\$[\w-]{43}$/)
  // The same letters typed on another keyboard: é as one character or as e with an accent.
  expect(await verifyPassword({ hash, password: 'correct horse battery staplee\u0301' })).toBe(true)
  expect(await verifyPassword({ hash, password: 'correct horse battery staple' })).toBe(false)
})

test.each(['', 'x', 'bcrypt$10$abc', 'scrypt$131072$8$1', 'scrypt$131072$8$1$$'])(
  'a hash that is none (%s) opens for nobody, and breaks nothing',
  async (hash) => {
    expect(await verifyPassword({ hash, password: '' })).toBe(false)
  },
)
