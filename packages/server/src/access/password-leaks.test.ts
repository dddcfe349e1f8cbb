import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { assertLeakList, leakListIn } from './password-leaks.ts'

/** A file of leaked passwords that goes away by itself. */
function leakFile(content: string) {
  const folder = mkdtempSync(join(tmpdir(), 'leaks-'))
  const path = join(folder, 'hashes.txt')
  writeFileSync(path, content)
  return { path, [Symbol.dispose]: () => rmSync(folder, { recursive: true }) }
}

const sha1 = (text: string) => createHash('sha1').update(text).digest('hex').toUpperCase()
const lines = (passwords: string[], end: string) =>
  passwords
    .map(sha1)
    .toSorted()
    .map((hash, at) => `${hash}:${3 ** (at % 18)}`)
    .join(end)

test.each([
  ['\n', 1],
  ['\r\n', 2],
  ['\r\n', 1_000],
])(
  'every leaked password is found in a list with line end %j and %i lines, and no other',
  async (end, count) => {
    const leaked = Array.from({ length: count }, (_, at) => `wachtwoord nummer ${at}`)
    for (const last of ['', end]) {
      using file = leakFile(lines(leaked, end) + last)
      const isLeaked = leakListIn(file.path)
      for (const password of leaked) expect(await isLeaked(password), password).toBe(true)
      for (let i = 0; i < 50; i += 1) expect(await isLeaked(randomBytes(12).toString('hex'))).toBe(false)
    }
  },
)

test('a list of nothing but hashes, in small letters, will do; an empty one knows nobody', async () => {
  using bare = leakFile(`${sha1('hallo allemaal').toLowerCase()}\n`)
  expect(await leakListIn(bare.path)('hallo allemaal')).toBe(true)
  using empty = leakFile('')
  expect(await leakListIn(empty.path)('hallo allemaal')).toBe(false)
})

test('the same letters typed on another keyboard are the same password', async () => {
  using file = leakFile(`${sha1('caf\u00e9 in de straat')}:1\n`)
  expect(await leakListIn(file.path)('cafe\u0301 in de straat')).toBe(true)
})

test('a file that is no such list, or is not there, is an error and no "fine"', async () => {
  using file = leakFile('password\n123456\n')
  await expect(leakListIn(file.path)('x')).rejects.toThrow('no sorted list')
  await expect(assertLeakList(file.path)).rejects.toThrow('no sorted list')
  await expect(assertLeakList(`${file.path}.gone`)).rejects.toThrow('ENOENT')
  await expect(leakListIn(`${file.path}.gone`)('x')).rejects.toThrow('ENOENT')
  using good = leakFile(`${sha1('x')}:1`)
  await expect(assertLeakList(good.path)).resolves.toBeUndefined()
  await expect(assertLeakList(null)).resolves.toBeUndefined()
})
