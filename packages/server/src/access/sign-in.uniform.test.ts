/** Whoever does not know who has an account here does not learn it from how signing in answers, or how long that takes. */
import { performance } from 'node:perf_hooks'
import { expect, test } from 'vitest'
import { type TestApp, testApp } from '../test-app.ts'
import { publicUrl } from '../test-member.ts'
import { account, browser } from './browser.fixture.ts'

/** What an outsider sees of an answer: everything but the hour. */
async function seen(response: Response) {
  const headers = Object.fromEntries([...response.headers].filter(([name]) => !/^(date|x-retry)/i.test(name)))
  return { status: response.status, headers, body: await response.text() }
}

const ask = (app: TestApp, path: string, body: object) =>
  browser(app).go(`/api/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: publicUrl },
    body: JSON.stringify(body),
  })

test('a wrong password, an unknown address and an account without password look the same', async () => {
  await using app = await testApp()
  const [noor, bo] = [await account(app), await account(app, { name: 'Bo', password: null })]
  const wrong = 'een zin die niet klopt'
  const tries = [noor.email, bo.email, `x${noor.email}`].map((email) =>
    ask(app, 'sign-in/email', { email, password: wrong }),
  )
  const [first, ...others] = await Promise.all((await Promise.all(tries)).map(seen))
  expect(first?.status).toBe(401)
  for (const one of others) expect(one).toEqual(first)
})

test('an unknown address takes as long as a known one: the password is hashed all the same', async () => {
  await using app = await testApp()
  const noor = await account(app, { hasRealCost: true })
  const timed = async (email: string) => {
    const start = performance.now()
    await ask(app, 'sign-in/email', { email, password: 'een zin die niet klopt' })
    return performance.now() - start
  }
  await timed(noor.email)
  const times: [number, number][] = []
  for (let i = 0; i < 3; i += 1) times.push([await timed(noor.email), await timed(`x${noor.email}`)])
  const best = (at: 0 | 1) => Math.min(...times.map((pair) => pair[at]))
  // A hash takes a third of a second; without it an answer takes a hundredth of that.
  expect(best(1)).toBeGreaterThan(best(0) / 3)
})

test('asking for a link by mail looks the same for everyone', async () => {
  await using app = await testApp()
  const noor = await account(app)
  const asked = [noor.email, `x${noor.email}`].map((email) =>
    ask(app, 'sign-in/magic-link', { email, callbackURL: '/' }),
  )
  const [known, unknown] = await Promise.all((await Promise.all(asked)).map(seen))
  expect(known?.status).toBe(200)
  expect(unknown).toEqual(known)
})
