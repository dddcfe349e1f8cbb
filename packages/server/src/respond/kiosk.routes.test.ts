/** A kiosk on real parts: set up once, opened by a code once, and nothing of anybody left on it. */
import { kioskEndpoints } from '@weerklank/core/access/kiosks.contract'
import { feedbackEndpoints } from '@weerklank/core/feedback/feedback.contract'
import { waysInEndpoints } from '@weerklank/core/feedback/ways-in.contract'
import { expect, test } from 'vitest'
import { type TestApp, testApp } from '../test-app.ts'
import { browser } from '../test-browser.ts'

const minute = 60_000
const wrong = '/kiosk?fout=wrong&lang=nl'

/** A device in a hall. */
function device(app: Parameters<typeof browser>[0]) {
  const { jar, get, post } = browser(app)
  return {
    jar,
    get,
    post: (path: string, fields: Record<string, string> = {}) => post(path, Object.entries(fields)),
  }
}

async function kioskIn(app: TestApp) {
  const admin = app.as(await app.professional({ role: 'administrator' }))
  const { kiosks, url } = await admin.call(kioskEndpoints.makeKiosk, { body: { name: 'De hal' } })
  const hall = device(app)
  expect((await hall.post(new URL(url).pathname)).headers.get('location')).toBe('/kiosk')
  return { admin, hall, setUp: new URL(url).pathname, id: kiosks[0]?.id ?? '' }
}

async function coded(app: TestApp) {
  const { relation, invitation } = await app.invite()
  const params = { relation: relation.id, invitation: invitation.id }
  const by = app.as(relation.by)
  return { ...(await by.call(waysInEndpoints.kioskCode, { params })), params, by, relation }
}

test('a code opens its question once; what was answered is not on the device, and it begins anew by itself', async () => {
  await using app = await testApp()
  const { hall } = await kioskIn(app)
  const { code, by, params, relation } = await coded(app)
  const start = await hall.get('/kiosk')
  expect([start.status, start.headers.get('cache-control')]).toEqual([200, 'no-store'])
  expect(start.headers.get('clear-site-data')).toBe('"cache", "storage"')
  expect(start.text).toMatch(/<input[^>]* autocomplete="?off/)
  const opened = await hall.post('/kiosk', { code: ` ${code.toLowerCase()} ` })
  const at = opened.headers.get('location') ?? ''
  expect(at).toMatch(/^\/f\/[\w-]{43}$/)
  const form = await hall.get(at)
  expect(form.headers.get('refresh')).toBe('900;url=/kiosk')
  const key = /name="?key"? value="?([\w-]+)/.exec(form.text)?.[1] ?? ''
  const said = 'Dit weet hier verder niemand'
  expect((await hall.post(at, { key, 'a.heard': '8', open: said })).status).toBe(303)
  expect([...hall.jar.keys()].filter((name) => name.includes('answered'))).toEqual([])
  const done = await hall.get(at)
  expect(done.headers.get('refresh')).toBe('15;url=/kiosk')
  expect(done.text).toContain('href="/kiosk"')
  expect(done.text).not.toContain(said)
  // Somebody takes the code again, or goes back.
  expect((await hall.post('/kiosk', { code })).headers.get('location')).toBe(wrong)
  await hall.get('/kiosk')
  expect((await hall.get(at)).text).not.toContain(said)
  expect([...hall.jar.keys()]).toEqual(['weerklank.kiosk'])
  const { responses } = await by.call(feedbackEndpoints.relationFeedback, { params })
  expect(responses).toMatchObject([{ openText: said }])
  expect((await app.audit('invitation.coded')).map(({ actor }) => actor)).toEqual([relation.by.member])
})

test('who walks away leaves a question that is shut once the kiosk begins anew', async () => {
  await using app = await testApp()
  const { hall } = await kioskIn(app)
  const { code, by, params } = await coded(app)
  const at = (await hall.post('/kiosk', { code })).headers.get('location') ?? ''
  expect((await hall.get(at)).text).toContain('<form')
  await hall.get('/kiosk')
  const shut = await hall.get(at)
  expect(shut.text).toContain('De vraag is hier gesloten')
  expect(shut.text).not.toContain('<form')
  // The question itself still waits, and a new code opens it.
  const again = await by.call(waysInEndpoints.kioskCode, { params })
  expect((await hall.post('/kiosk', { code: again.code })).headers.get('location')).toMatch(/^\/f\//)
})

test('a wrong code, one that is over, one of another workspace and one that was replaced get the same answer', async () => {
  await using app = await testApp()
  const { hall } = await kioskIn(app)
  const first = await coded(app)
  await first.by.call(waysInEndpoints.kioskCode, { params: first.params })
  const late = await coded(app)
  await using other = await testApp()
  const abroad = await coded(other)
  app.clock.advance(15 * minute)
  const replies = []
  for (const code of ['AAAA 2222', 'x', '', first.code, late.code, abroad.code]) {
    const { status, text, headers } = await hall.post('/kiosk', { code })
    replies.push({ status, text, location: headers.get('location') })
  }
  expect(replies[0]).toMatchObject({ status: 303, location: wrong })
  expect((await hall.get(wrong)).text).toContain('Deze code werkt niet.')
  for (const reply of replies) expect(reply).toEqual(replies[0])
})

test('trying codes stops after a dozen, also for a right one, and goes on after a while', async () => {
  await using app = await testApp()
  const { hall } = await kioskIn(app)
  for (let i = 0; i < 12; i++) {
    expect((await hall.post('/kiosk', { code: 'AAAA2222' })).headers.get('location')).toBe(wrong)
  }
  const { code } = await coded(app)
  const many = (await hall.post('/kiosk', { code })).headers.get('location') ?? ''
  expect((await hall.get(many)).text).toContain('te vaak geprobeerd')
  app.clock.advance(6 * minute)
  expect((await hall.post('/kiosk', { code })).headers.get('location')).toMatch(/^\/f\//)
})

test('a link sets up one device, within a day, and a kiosk that is ended opens nothing', async () => {
  await using app = await testApp()
  const { admin, hall, setUp, id } = await kioskIn(app)
  const second = device(app)
  for (const reply of [await second.get(setUp), await second.post(setUp)]) {
    expect(reply.text).toContain('Deze link werkt niet meer')
  }
  expect(second.jar.size).toBe(0)
  const late = await admin.call(kioskEndpoints.makeKiosk, { body: { name: 'De zij-ingang' } })
  app.clock.advance(24 * 60 * minute)
  expect((await second.post(new URL(late.url).pathname)).text).toContain('Deze link werkt niet meer')
  const { code } = await coded(app)
  await admin.call(kioskEndpoints.revokeKiosk, { params: { kiosk: id as never } })
  expect((await hall.post('/kiosk', { code })).text).toContain('Dit toestel is geen kiosk')
  // The code still waits for another kiosk.
  expect((await device(app).post('/kiosk', { code })).text).toContain('Dit toestel is geen kiosk')
  expect((await app.audit('kiosk.set-up')).map(({ actor }) => actor)).toEqual(['link'])
})

test('a kiosk is nobody: its secret opens no page and no endpoint, and only an administrator makes one', async () => {
  await using app = await testApp()
  const { hall } = await kioskIn(app)
  const { relation, params } = await coded(app)
  for (const path of [`/api/relations/${relation.id}`, '/api/me', '/api/kiosks', '/api/today'])
    expect((await hall.get(path)).status, path).toBe(401)
  const [, secret = ''] = [...hall.jar][0] ?? []
  for (const path of [`/f/${secret}`, `/p/${secret}`]) expect((await hall.get(path)).status, path).toBe(404)
  const by = app.as(relation.by)
  expect(await by.refusal(kioskEndpoints.makeKiosk, { body: { name: 'x' } })).toMatchObject({
    code: 'not-allowed',
  })
  expect(await by.call(waysInEndpoints.waysIn, { params })).toMatchObject({ hasKiosk: true })
  const stranger = app.as(await app.professional())
  expect(await stranger.refusal(waysInEndpoints.kioskCode, { params })).toMatchObject({ code: 'not-found' })
})
