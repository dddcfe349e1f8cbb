/** Links lead to the address of the settings, whatever a request says of where it was sent. */
import { feedbackEndpoints } from '@weerklank/core/feedback/feedback.contract'
import { expect, test } from 'vitest'
import { testApp } from '../test-app.ts'
import { pathOf, publicUrl } from '../test-member.ts'

const elsewhere = 'http://dief.elders.example'

/** All the ways in which a request, or a proxy that believes it, can name another host. */
const lies: Record<string, string>[] = [
  { host: 'dief.elders.example' },
  { host: 'dief.elders.example', 'x-forwarded-host': 'dief.elders.example', 'x-forwarded-proto': 'https' },
  { 'x-forwarded-host': 'dief.elders.example', 'x-forwarded-port': '8443' },
  { forwarded: 'for=1.1.1.1;host=dief.elders.example;proto=https' },
  { 'x-original-host': 'dief.elders.example', 'x-host': 'dief.elders.example' },
]

let asked = 0

/** The library counts per address: each request comes from an address of its own. */
const fresh = () => ({
  incoming: { socket: { remoteAddress: `10.77.0.${++asked}`, remotePort: 1, remoteFamily: 'IPv4' } },
})

test.each(lies)('a sign-in link leads here, asked with %j', async (headers) => {
  await using app = await testApp()
  const noor = await app.professional()
  for (const base of [publicUrl, elsewhere]) {
    const before = app.mails.length
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ email: noor.email, callbackURL: '/' }),
    }
    const reply = await app.hono.request(`${base}/api/auth/sign-in/magic-link`, init, fresh())
    expect(reply.status).toBe(200)
    await expect.poll(() => app.mails.length).toBe(before + 1)
    const { text, html = '' } = app.mails.at(-1) ?? { text: '' }
    const links = `${text} ${html}`.match(/https?:\/\/[^\s"<]+/g) ?? []
    expect(links.length).toBeGreaterThanOrEqual(3)
    for (const link of links) expect(new URL(link).origin).toBe(publicUrl)
    expect(text + html).not.toContain('elders')
  }
})

test('where a sign-in link goes on to is here as well', async () => {
  await using app = await testApp()
  const noor = await app.professional()
  for (const callbackURL of [
    elsewhere,
    '//dief.elders.example',
    '/\\dief.elders.example',
    'javascript:alert(1)',
  ]) {
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: publicUrl },
      body: JSON.stringify({ email: noor.email, callbackURL }),
    }
    const reply = await app.hono.request(`${publicUrl}/api/auth/sign-in/magic-link`, init, fresh())
    expect(reply.status, callbackURL).toBe(403)
  }
  expect(app.mails).toEqual([])
})

test('a check link leads here, whatever host it was asked at', async () => {
  await using app = await testApp()
  const relation = await app.relation()
  const path = pathOf(feedbackEndpoints.invite, { params: { relation: relation.id } })
  for (const headers of lies) {
    const reply = await app.hono.request(elsewhere + path, {
      method: 'POST',
      headers: {
        ...{ cookie: relation.by.cookie, 'x-weerklank': '1', 'content-type': 'application/json' },
        ...headers,
      },
      body: JSON.stringify({ id: app.world.newId(), participant: relation.client.id, contact: null }),
    })
    const text = await reply.text()
    expect([reply.status, text]).toEqual([200, expect.stringContaining(`${publicUrl}/f/`)])
    expect(text).not.toContain('elders')
  }
})
