import { randomBytes } from 'node:crypto'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { passwordCheck } from './password-choice.ts'
import { shippedFault } from './password-leaks.shipped.ts'

test.each([
  ['sonyericsson', 'leaked'],
  ['SonyEricsson', 'leaked'],
  ['chickenwing101', 'leaked'],
  ['1qaz2wsx3edc4rfv', 'leaked'],
  ['Liverpool!2019', 'too-common'],
  ['**starwars**1977', 'too-common'],
  ['dragonball-dragonball', 'too-common'],
  ['2024 jennifer 2024', 'too-common'],
])('%s stands in the list that comes along: %s', async (password, fault) => {
  expect(await shippedFault(password)).toBe(fault)
})

test.each([
  'vier blauwe fietsen op zolder',
  'drie stille paarden in de wei',
  'correct horse battery staple',
  'liverpool regent vandaag weg',
  'kT7#vLq9zWm2',
  'ツバメが軒下に巣を作っている',
  '"quoted","words"',
])('%s does not', async (password) => {
  expect(await shippedFault(password)).toBeNull()
})

test('what nobody thought of is not in it', async () => {
  for (let i = 0; i < 50; i += 1) expect(await shippedFault(randomBytes(12).toString('hex'))).toBeNull()
})

test('it is asked at every place where a password is set, without any file of the administrator', async () => {
  const check = passwordCheck(null)
  const about = { email: 'noor@delinde.example', name: 'Noor', organisations: [] }
  expect(await check('justinbieber', about)).toBe('leaked')
  expect(await check('Liverpool!2019', about)).toBe('too-common')
  expect(await check('vier blauwe fietsen op zolder', about)).toBeNull()
})

test('after it was asked a hundred times, nothing of it is kept', async () => {
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  const collected = () => {
    collect()
    const { heapUsed, external } = process.memoryUsage()
    return heapUsed + external
  }
  await shippedFault('een eerste keer')
  const before = collected()
  for (let i = 0; i < 100; i += 1) await shippedFault(`zin nummer ${i} in de tuin`)
  // The list alone is half a megabyte: kept a hundred times it would be fifty. On a busy machine it is let go of a little later.
  await expect.poll(() => collected() - before, { timeout: 10_000 }).toBeLessThan(20_000_000)
})
