import { expect, test } from 'vitest'
import { testApp } from '../test-app.ts'
import { answerFields } from '../test-factories.ts'
import { publicUrl } from '../test-member.ts'
import { isFromOtherSite } from './cross-site.ts'

const own = new Set(['https://weerklank.example'])
const [us, them] = ['https://weerklank.example', 'https://elders.example']

const table: [method: string, origin: string | undefined, fetchSite: string | undefined, refused: boolean][] =
  [
    // Today's browsers: our own page, the address bar, a sibling address, another site.
    ['POST', us, 'same-origin', false],
    ['POST', undefined, 'none', false],
    ['POST', 'https://ander.weerklank.example', 'same-site', true],
    ['POST', us, 'same-site', true],
    ['POST', them, 'cross-site', true],
    // Our form, which tells nobody where it comes from; and another site that hides it too.
    ['POST', 'null', 'same-origin', false],
    ['POST', 'null', 'cross-site', true],
    // A name of theirs that was made to point at us: the browser calls it the same origin.
    ['POST', them, 'same-origin', true],
    // Older browsers send no Sec-Fetch-Site; the oldest no Origin either.
    ['POST', us, undefined, false],
    ['POST', them, undefined, true],
    ['POST', 'http://weerklank.example', undefined, true],
    ['POST', 'https://weerklank.example.elders.example', undefined, true],
    ['POST', 'https://weerklank.example:8443', undefined, true],
    ['POST', '', undefined, true],
    ['POST', 'null', undefined, false],
    ['POST', undefined, undefined, false],
    // What the standard does not know is nothing to rely on.
    ['POST', us, 'same-origin, cross-site', true],
    ['PUT', them, undefined, true],
    ['DELETE', them, 'cross-site', true],
    ['PATCH', them, undefined, true],
    // Links from elsewhere open pages.
    ['GET', them, 'cross-site', false],
    ['HEAD', them, 'cross-site', false],
  ]

test.each(table)('%s from %s (%s): refused %s', (method, origin, fetchSite, refused) => {
  expect(isFromOtherSite({ method, origin, fetchSite }, own)).toBe(refused)
})

test("a form on another site stores nothing under a check link; the page's own does, also without script", async () => {
  await using app = await testApp()
  const { link } = await app.invite()
  const key = await link.key()
  const fields = { key, ...answerFields('7') }
  const from = (headers: Record<string, string>) => link.post(fields, { headers })
  for (const headers of [
    { origin: 'https://elders.example' },
    { origin: 'null', 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ]) {
    const reply = await from(headers)
    expect([reply.status, reply.text]).toEqual([403, expect.stringContaining('cross-site')])
  }
  expect(await app.audit('check.answered')).toEqual([])
  // What Chromium and Firefox send with a form on a page whose policy is no-referrer.
  expect((await from({ origin: 'null', 'sec-fetch-site': 'same-origin' })).status).toBe(303)
})

test('a phone that says nothing of itself can answer', async () => {
  await using app = await testApp()
  const { link } = await app.invite()
  expect((await link.answer(answerFields('7'))).status).toBe(200)
})

test('another site can neither work nor sign in nor sign out in the name of who is signed in', async () => {
  await using app = await testApp()
  const noor = await app.professional()
  const send = (path: string, method: string, headers: Record<string, string>, body = '{"language":"en"}') =>
    app.hono.request(publicUrl + path, {
      method,
      body,
      headers: { cookie: noor.cookie, 'content-type': 'application/json', ...headers },
    })
  const other = { origin: 'https://elders.example', 'sec-fetch-site': 'cross-site', 'x-weerklank': '1' }
  for (const [path, method] of [
    ['/api/me/language', 'PUT'],
    ['/api/auth/sign-out', 'POST'],
    ['/api/auth/sign-in/magic-link', 'POST'],
  ] as const) {
    expect((await send(path, method, other)).status, path).toBe(403)
  }
  // Old browsers without either header still need the header that only our own pages send.
  expect((await send('/api/me/language', 'PUT', {})).status).toBe(403)
  const own = { origin: publicUrl, 'sec-fetch-site': 'same-origin', 'x-weerklank': '1' }
  expect((await send('/api/me/language', 'PUT', own)).status).toBe(200)
})
