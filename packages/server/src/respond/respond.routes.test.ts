/** What a link shows, by where it stands, and under which headers. */
import { feedbackEndpoints } from '@weerklank/core/feedback/feedback.contract'
import { linkDays, renewDays } from '@weerklank/core/feedback/invitation'
import { errorText } from '@weerklank/core/shared/errors'
import { expect, test } from 'vitest'
import { type TestApp, testApp } from '../test-app.ts'
import { respondPolicies } from './respond.policy.ts'

const dayMs = 86_400_000

const revoke = (app: TestApp, asked: Awaited<ReturnType<TestApp['invite']>>) =>
  app.as(asked.relation.by).call(feedbackEndpoints.revokeInvitation, {
    params: { relation: asked.relation.id, invitation: asked.invitation.id },
  })

test('an open link asks, says who sees the answer, and is written down', async () => {
  await using app = await testApp()
  const { link, invitation, relation } = await app.invite()
  const page = await link.get()
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
  expect(page.text).toContain('Alleen jij en Noor zien dit.')
  expect(page.text).toMatch(/name="?a\.heard/)
  expect(page.text.match(/<form/g)).toHaveLength(1)
  const [opened] = await app.audit('check.opened')
  expect(opened).toMatchObject({
    ...{ actor: `participant:${relation.client.id}`, subject_id: invitation.id, relation_id: relation.id },
  })
})

test.each([
  ['made up', 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
  ['cut short', 'abc'],
  ['too long', 'A'.repeat(5_000)],
  ['of other characters', '%00%ff%F0%9F%8C%B1'],
  ['a path', '..%2f..%2fetc%2fpasswd'],
])('a link that is %s is unknown, and says what to do', async (_, token) => {
  await using app = await testApp()
  for (const method of ['GET', 'POST'] as const) {
    const link = app.link(`http://x/f/${token}`)
    const page = method === 'GET' ? await link.get() : await link.post({ key: 'x' })
    expect(page.status).toBe(404)
    expect(page.text).toContain('Deze link kennen we niet')
    const json =
      method === 'GET' ? await link.get({ accept: 'json' }) : await link.post({}, { accept: 'json' })
    expect(json.json()).toEqual({ error: { code: 'link-unknown', message: errorText('link-unknown', 'nl') } })
  }
  expect(await app.audit()).toEqual([])
})

test('a token that names the workspace but was never made, is unknown', async () => {
  await using app = await testApp()
  const { link } = await app.invite()
  const last = link.token.at(-2) === 'A' ? 'B' : 'A'
  const guess = `${link.token.slice(0, -2)}${last}${link.token.at(-1)}`
  expect((await app.link(`http://x/f/${guess}`).get()).status).toBe(404)
  expect((await link.get()).status).toBe(200)
})

test('whoever tries many links is slowed down; who has a link is not', async () => {
  await using app = await testApp()
  const { link } = await app.invite()
  const guess = app.link(`http://x/f/${'A'.repeat(43)}`)
  const statuses: number[] = []
  for (let i = 0; i < 61; i++) statuses.push((await guess.get()).status)
  expect(new Set(statuses.slice(0, 60))).toEqual(new Set([404]))
  const slowed = await guess.get()
  expect([slowed.status, slowed.headers.get('retry-after')]).toEqual([429, '60'])
  expect((await link.get()).status).toBe(200)
  app.clock.advance(60_000)
  expect((await guess.get()).status).toBe(404)
})

test('a link expires after its days, can be renewed for a while, and is over after that', async () => {
  await using app = await testApp()
  const { link } = await app.invite()
  app.clock.advance(linkDays * dayMs - 1)
  expect((await link.get()).status).toBe(200)
  app.clock.advance(1)
  const expired = await link.get()
  expect(expired.status).toBe(410)
  expect(expired.text).toContain('Deze link is verlopen')
  expect(expired.text).toContain(`${link.path}/renew`)
  app.clock.advance(renewDays * dayMs)
  const ended = await link.get()
  expect(ended.status).toBe(410)
  expect(ended.text).toContain('Deze vragen zijn gesloten')
  expect(ended.text).toContain('Noor')
  expect(ended.text).not.toContain('/renew')
  expect((await link.get({ accept: 'json' })).json()).toMatchObject({ error: { code: 'link-expired' } })
})

test('a withdrawn link says who withdrew it and where to ask', async () => {
  await using app = await testApp()
  const asked = await app.invite()
  await revoke(app, asked)
  const page = await asked.link.get()
  expect(page.status).toBe(410)
  expect(page.text).toContain('Noor heeft deze link ingetrokken')
  expect((await asked.link.notNow()).status).toBe(410)
})

test('whoever answered never reads that the link expired, but what she answered', async () => {
  await using app = await testApp()
  const { link } = await app.answer({ fields: { 'a.heard': '7.3', open: 'rustig <b>begin</b>' } })
  app.clock.advance(400 * dayMs)
  const page = await link.get()
  expect(page.status).toBe(200)
  expect(page.text).toContain('Je antwoord is binnen.')
  expect(page.text).toContain('7,3')
  expect(page.text).toContain('rustig &lt;b&gt;begin&lt;/b&gt;')
  expect(page.text).not.toMatch(/name="?a\.heard/)
})

test('not now sends nothing and leaves the link', async () => {
  await using app = await testApp()
  const { link } = await app.invite()
  const page = await link.notNow()
  expect(page.status).toBe(200)
  expect(page.text).not.toMatch(/name="?a\.heard/)
  expect((await link.get()).status).toBe(200)
  expect(await app.audit('response.stored')).toEqual([])
})

test('whatever shows what was answered is written down, also by the way out and after sending something else', async () => {
  await using app = await testApp()
  const { link } = await app.answer()
  const looked = (await app.audit('check.opened')).length
  expect((await link.notNow()).status).toBe(200)
  expect(await app.audit('check.opened')).toHaveLength(looked + 1)
  expect((await link.post({ key: app.world.newId<string>() })).status).toBe(200)
  expect(await app.audit('check.opened')).toHaveLength(looked + 2)
})

test('the language is the person’s own until another is chosen', async () => {
  await using app = await testApp()
  const relation = await app.relation({ participants: [{ name: 'Amal', language: 'en', address: 'u' }] })
  const { link } = await app.invite({ in: relation })
  const lang = async (query = '') => /<html[^>]* lang="?(\w\w)/.exec((await link.get({ query })).text)?.[1]
  expect([await lang(), await lang('?lang=nl'), await lang('?lang=en'), await lang('?lang=xx')]).toEqual([
    ...['en', 'nl', 'en', 'en'],
  ])
  const unknown = app.link('http://x/f/nothing')
  expect((await unknown.get({ headers: { 'accept-language': 'en-GB,en;q=0.9' } })).text).toContain(
    'lang="en"',
  )
})

test('names are shown as they are, never as markup', async () => {
  await using app = await testApp()
  const name = '<img src=x onerror=alert(1)>"\'&'
  const relation = await app.relation({ participants: [{ name }, { name: '</script><b>' }] })
  const { link } = await app.invite({ in: relation })
  const page = await link.get()
  expect(page.text).toContain('&lt;img src=x onerror=alert(1)&gt;')
  expect(page.text).not.toContain('<img')
  expect(page.text).not.toContain('</script><b>')
})

test('every page runs our own script and style only, is kept by nobody and tells no other site of the link', async () => {
  await using app = await testApp()
  const { link } = await app.invite()
  const done = await app.answer()
  const unknown = app.link('http://x/f/nothing')
  const pages = [
    ['line', await link.get()],
    ['plain', await link.notNow()],
    ['plain', await done.link.get()],
    ['plain', await unknown.get()],
    ['line', await link.post({})],
  ] as const
  for (const [kind, page] of pages) {
    const headers = Object.fromEntries(page.headers)
    expect(headers).toMatchObject({
      ...{
        'content-security-policy': respondPolicies[kind],
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
      },
      ...{ 'x-content-type-options': 'nosniff', 'cross-origin-opener-policy': 'same-origin' },
    })
    expect(headers['set-cookie']).toBeUndefined()
  }
  expect(respondPolicies.line).toMatch(/^default-src 'none';/)
  expect(respondPolicies.line).toMatch(/; script-src 'sha256-[^']+';.*; style-src 'sha256-[^']+';/)
  expect(respondPolicies.line).not.toContain('unsafe')
  const json = [await link.post({}, { accept: 'json' }), await unknown.get({ accept: 'json' })]
  json.push(await (await app.invite()).link.answer({ 'a.heard': '8' }))
  for (const answer of json) expect(answer.headers.get('cache-control')).toBe('no-store')
})

test('a page is packed as the browser can unpack it', async () => {
  await using app = await testApp()
  const { link } = await app.invite()
  const encodings = [
    ['br', 'br'],
    ['gzip, deflate', 'gzip'],
    ['gzip, deflate, br, zstd', 'br'],
    ['deflate', 'deflate'],
    ['identity', null],
  ] as const
  for (const [accepted, expected] of encodings) {
    const page = await link.get({ headers: { 'accept-encoding': accepted } })
    expect(page.headers.get('content-encoding')).toBe(expected)
    expect(page.headers.get('vary')).toContain('Accept-Encoding')
  }
})

test('methods that nobody uses are no fault of ours', async () => {
  await using app = await testApp()
  const { link } = await app.invite()
  const ways = ['', '/not-now', '/renew', '/other']
  for (const method of ['HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE', 'PROPFIND', 'BREW']) {
    for (const way of ways) {
      const reply = await link.any(method, way)
      expect(reply.status, `${method} ${way}`).toBeLessThan(500)
      if (method === 'HEAD') expect(reply.text).toBe('')
    }
  }
  expect((await link.get()).status).toBe(200)
})
