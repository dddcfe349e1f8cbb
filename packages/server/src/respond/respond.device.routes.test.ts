/** Whoever only holds the link of a check is not the one who answered it: what is hers alone asks for her device. */
import { waysInEndpoints } from '@weerklank/core/feedback/ways-in.contract'
import type { PersonId } from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { account, browser } from '../access/browser.fixture.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { answerFields } from '../test-factories.ts'
import { ownPageOf, readable } from '../test-own-page.ts'
import { deviceMark } from './device.ts'

const minutes = (app: TestApp, count: number) =>
  app.clock.set(new Date(Date.parse(app.clock.now()) + count * 60_000).toISOString())

const leadsTo = async (reply: Promise<{ headers: Headers }>) => (await reply).headers.get('location') ?? ''

const hashes = (app: TestApp) =>
  asMaintenance(app.owner, (trx) =>
    trx.selectFrom('response').select('device_hash').where('workspace_id', '=', app.workspace).execute(),
  )

test('the professional who holds the link of an answer gets no link to her own page; the phone that answered does', async () => {
  await using app = await testApp()
  const { link, invitation } = await app.answer({ value: '7' })
  const others = app.link(invitation.url)
  expect(await leadsTo(others.any('POST', '/mijn?lang=nl'))).toMatch(/^\/f\//)
  expect(await leadsTo(others.any('POST', '/mijn?lang=nl&wie=1'))).toMatch(/^\/f\//)
  const page = (await others.get()).text
  expect(page).not.toContain('/mijn?')
  expect(readable(page)).toContain('Je eigen pagina open je met je eigen link. Geen link? Vraag Noor erom.')
  expect(await app.audit('own-page.linked')).toEqual([])

  expect((await link.get()).text).toContain('/mijn?lang=nl')
  expect(await leadsTo(link.any('POST', '/mijn?lang=nl'))).toMatch(/^\/p\//)
  expect(await app.audit('own-page.linked')).toHaveLength(1)
})

test('the mark is for this host and no script, is kept as a hash beside the answer, and is made anew each time', async () => {
  await using app = await testApp()
  const marks = []
  for (const accept of ['html', 'json'] as const) {
    const { link } = await app.invite()
    const [mark, ...rest] = (await link.answer(answerFields('7'), { accept })).headers.getSetCookie()
    expect(rest).toEqual([])
    expect(mark).toMatch(/^weerklank\.answered=[\w-]{43}; Max-Age=7200; Path=\/f; HttpOnly; SameSite=Strict$/)
    marks.push(mark)
  }
  expect(marks[0]).not.toBe(marks[1])
  const kept = await hashes(app)
  expect(kept).toHaveLength(2)
  for (const { device_hash } of kept) {
    expect(device_hash).toMatch(/^[0-9a-f]{64}$/)
    expect(marks.join()).not.toContain(device_hash)
  }
})

test('after two hours it opens nothing, and the next answer on the device takes its place', async () => {
  await using app = await testApp()
  const relation = await app.relation({
    participants: [{ name: 'Lina' }, { name: 'Samira', voice: 'mother' }],
  })
  const [lina, samira] = relation.relation.participants
  const first = await app.invite({ in: relation, ...(lina && { participant: lina }) })
  const second = await app.invite({ in: relation, ...(samira && { participant: samira }) })
  const tablet = browser(app)
  const answer = async (path: string) => {
    const [, key = ''] = /name="?key"? value="?([^\s">]+)/.exec(await (await tablet.go(path)).text()) ?? []
    const body = new URLSearchParams({ key, ...answerFields('7') })
    expect((await tablet.go(path, { method: 'POST', body })).status).toBe(303)
  }
  const own = async (path: string) =>
    (await tablet.go(`${path}/mijn`, { method: 'POST' })).headers.get('location') ?? ''
  await answer(first.link.path)
  minutes(app, 119)
  expect(await own(first.link.path)).toMatch(/^\/p\//)
  await answer(second.link.path)
  expect(await own(first.link.path)).toMatch(/^\/f\//)
  minutes(app, 119)
  expect(await own(second.link.path)).toMatch(/^\/p\//)
  minutes(app, 2)
  expect(await own(second.link.path)).toMatch(/^\/f\//)
})

test('where a colleague is signed in no mark is left, and none is taken: who answers there gets her link from someone', async () => {
  await using app = await testApp()
  const { email } = await account(app)
  const { link } = await app.invite()
  const tablet = browser(app)
  await tablet.signIn(email)
  const key = await link.key()
  const send = { method: 'POST', body: new URLSearchParams({ key, ...answerFields('7') }) }
  const reply = await tablet.go(link.path, send)
  expect([reply.status, reply.headers.get('location')]).toEqual([303, link.path])
  const page = await (await tablet.go(link.path)).text()
  expect(readable(page)).toContain('Op dit toestel is iemand ingelogd. Daarom kan het hier niet.')
  expect(page).not.toContain('/mijn?')
  expect(await hashes(app)).toEqual([{ device_hash: null }])

  const phone = browser(app)
  const other = await app.invite()
  const body = new URLSearchParams({ key: await other.link.key(), ...answerFields('7') })
  await phone.go(other.link.path, { method: 'POST', body })
  expect([...phone.jar.keys()]).toEqual(['weerklank.answered'])
  await phone.signIn(email)
  const away = await phone.go(`${other.link.path}/mijn`, { method: 'POST' })
  expect(away.headers.get('location')).toBe(other.link.path)
})

test('on a device of the house no mark is left, and none opens anything by another link of hers', async () => {
  await using app = await testApp()
  const { relation, invitation, link } = await app.invite()
  const params = { relation: relation.id, invitation: invitation.id }
  const { url } = await app.as(relation.by).call(waysInEndpoints.handOver, { params })
  const tablet = browser(app)
  const body = new URLSearchParams({ key: await link.key(), ...answerFields('7') })
  const reply = await tablet.go(new URL(url).pathname, { method: 'POST', body })
  expect(reply.status).toBe(303)
  expect([...tablet.jar.keys()]).toEqual([])
  expect(await hashes(app)).toEqual([{ device_hash: null }])
  const away = await tablet.go(`${link.path}/mijn`, { method: 'POST' })
  expect(away.headers.get('location')).toBe(link.path)
})

test('an answer that she keeps to herself is not on the page of its link, but on her own device', async () => {
  await using app = await testApp()
  const { relation, link, invitation } = await app.answer({ fields: answerFields('3', 'Alleen voor mij.') })
  const others = app.link(invitation.url)
  expect((await others.get()).text).toContain('Alleen voor mij.')
  const page = await ownPageOf(app, relation, relation.client.id as string as PersonId)
  const [below = ''] = (await page.get('/antwoorden')).text.match(/\/antwoorden\/[0-9a-f-]{36}/) ?? []
  await page.post(below, { wie: 'niemand' })
  const shut = (await others.get()).text
  expect(shut).not.toMatch(/Alleen voor mij|<dl>/)
  expect(readable(shut)).toContain('Wat je hebt geantwoord, lees je op je eigen pagina.')
  expect((await link.get()).text).toContain('Alleen voor mij.')
})

test('a link that was made from an answer stands among who looked, whoever made it', async () => {
  await using app = await testApp()
  const { relation, link } = await app.answer()
  await link.any('POST', '/mijn?lang=nl')
  const page = await ownPageOf(app, relation, relation.client.id as string as PersonId)
  const looked = readable((await page.get('/wie-keek')).text)
  expect(looked).toContain('Er is een link naar je eigen pagina gemaakt. Dat kan na een antwoord')
  expect(looked).toContain('Noor maakte een link naar je eigen pagina.')
})

test('with TLS the mark is for this host alone, whatever path', () => {
  const mark = deviceMark('https://weerklank.example')
  expect(mark).toEqual({
    name: '__Host-weerklank.answered',
    options: { path: '/', httpOnly: true, sameSite: 'Strict', secure: true, maxAge: 7200 },
  })
})
