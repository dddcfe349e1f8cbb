/** A form by mail, on a device that is handed over and at a kiosk, on real parts: what opens it, and what is left behind. */
import { kioskEndpoints } from '@weerklank/core/access/kiosks.contract'
import { sessionEndpoints } from '@weerklank/core/access/sessions.contract'
import { formInvitationEndpoints } from '@weerklank/core/feedback/form-invitation.contract'
import { formWaysInEndpoints } from '@weerklank/core/feedback/ways-in.contract'
import { expect, test } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { buildAskedForm, drafts, fieldsOf, stored, twoParts, yes } from '../respond/form/form.fixture.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { browser } from '../test-browser.ts'

const minute = 60_000
const email = 'lina@post.example'
const short = { title: 'Slapen', item: [yes] }

async function asked(app: TestApp, form: object = short) {
  const one = await buildAskedForm(app, form)
  const params = { relation: one.relation.id, invitation: one.invitation.id }
  return { ...one, params, by: app.as(one.by), person: one.by }
}

const mails = (app: TestApp) =>
  asMaintenance(app.owner, (trx) =>
    trx.selectFrom('mail_message').selectAll().where('workspace_id', '=', app.workspace).execute(),
  )

/** As a proof does (session.routes). */
const openLock = (app: TestApp, user: string) =>
  asMaintenance(app.owner, (trx) =>
    trx
      .updateTable('auth.session')
      .set({ lockedAt: null, handedOverAt: null })
      .where('userId', '=', user)
      .execute(),
  )

const linkIn = (text: string) => /http:\/\/weerklank\.test\/v\/[\w-]{43}/.exec(text)?.[0] ?? ''

test('a letter with a link to a form names nobody and not the form, and three is the most', async () => {
  await using app = await testApp()
  const { by, params, link } = await asked(app)
  const mail = () => by.call(formWaysInEndpoints.mailFormLink, { params, body: { email } })
  expect(await by.call(formWaysInEndpoints.formWaysIn, { params })).toMatchObject({
    letters: { sent: 0, atMost: 3, last: 'none' },
  })
  expect(await mail()).toMatchObject({ letters: { sent: 1, last: 'waiting' } })
  const [letter] = await mails(app)
  expect(letter).toMatchObject({ kind: 'check-link', to_address: email })
  expect(letter?.subject).toMatch(/^Er staat een vragenlijst voor (u|je) klaar$/)
  for (const word of ['Lina', 'Noor', 'Slapen']) expect(letter?.body_text).not.toContain(word)
  const url = linkIn(letter?.body_text ?? '')
  expect((await app.link(url).get()).text).toContain('Slaapt u goed?')
  // The link that was shown goes on working; one more time is asked for, and that is all.
  expect((await link.get()).status).toBe(200)
  await mail()
  await mail()
  expect(await by.refusal(formWaysInEndpoints.mailFormLink, { params, body: { email } })).toMatchObject({
    code: 'conflict',
  })
  expect((await app.audit('form-invitation.mailed')).length).toBe(3)
})

test('a link that a newer one replaced opens nothing, and is still good for asking less', async () => {
  await using app = await testApp()
  const { by, params, link, url } = await asked(app)
  await by.call(formInvitationEndpoints.newFormLink, { params })
  expect((await link.get()).status).toBe(404)
  const rest = await app.hono.request(`${url}/vragen`)
  expect([rest.status, (await rest.text()).includes('nu niets vanzelf')]).toEqual([200, true])
  expect(
    (await app.hono.request(`${url}/vragen`, { method: 'POST', body: new URLSearchParams({ doe: 'weer' }) }))
      .status,
  ).toBe(303)
  const nobody = `${url.slice(0, -43)}${'x'.repeat(43)}/vragen`
  expect((await app.hono.request(nobody)).status).toBe(404)
})

test('on a handed-over device nothing is left: not half filled in, and not when it was sent', async () => {
  await using app = await testApp()
  const { by, params, person } = await asked(app, twoParts)
  const { url } = await by.call(formWaysInEndpoints.handOverForm, { params })
  const device = browser(app, { cookie: person.cookie })
  await by.call(sessionEndpoints.handOver)
  const first = await device.get(url)
  expect(first.text).toContain('Hoeveel uur?')
  await device.post(url, fieldsOf(first.text, { a1: '1', a2: '6' }))
  expect((await device.get(`${url}?deel=1`)).text).toMatch(/value="?6/)
  // Its owner opens the lock again: what is half filled in is shut to her, also by going back.
  await openLock(app, person.user)
  const back = await device.get(`${url}?deel=1`)
  expect(back.text).toContain('De vraag is hier gesloten')
  expect(back.text).not.toMatch(/value="?6/)
  expect((await device.get(`${url}?deel=kijk`)).text).not.toContain('<dd>6</dd>')
  expect(await drafts(app)).toHaveLength(1)
  // Handed over anew it is begun anew, for nobody knows who has it now.
  const again = await by.call(formWaysInEndpoints.handOverForm, { params })
  await by.call(sessionEndpoints.handOver)
  expect((await device.get(again.url)).text).toContain('Begin hier opnieuw')
  await device.post(again.url, [['ga', 'opnieuw']])
  const page = await device.get(again.url)
  await device.post(again.url, fieldsOf(page.text, { a1: '1', a2: '7' }))
  await device.post(again.url, fieldsOf((await device.get(`${again.url}?deel=2`)).text, { a4: 'Soep' }))
  const review = await device.get(`${again.url}?deel=kijk`)
  expect((await device.post(again.url, fieldsOf(review.text, {}, 'stuur'))).status).toBe(303)
  expect(await stored(app)).toHaveLength(1)
  const done = await device.get(again.url)
  expect(done.text).toContain('Geef dit toestel terug.')
  for (const word of ['Soep', '/renew', '<dd>']) expect(done.text).not.toContain(word)
  expect([...device.jar.keys()].filter((name) => name.includes('form-'))).toEqual([])
  expect(await by.refusal(formWaysInEndpoints.handOverForm, { params })).toMatchObject({
    code: 'session-locked',
  })
})

test('a code opens a form at a kiosk once, it returns by itself, and whoever comes next finds nothing', async () => {
  await using app = await testApp()
  const { by, params } = await asked(app, twoParts)
  const admin = app.as(await app.professional({ role: 'administrator' }))
  const made = await admin.call(kioskEndpoints.makeKiosk, { body: { name: 'De hal' } })
  const hall = browser(app)
  await hall.post(made.url, [])
  const { code } = await by.call(formWaysInEndpoints.formKioskCode, { params })
  const at = (await hall.post('/kiosk', [['code', code]])).headers.get('location') ?? ''
  expect(at).toMatch(/^\/v\/[\w-]{43}$/)
  const first = await hall.get(at)
  expect(first.headers.get('refresh')).toBe('900;url=/kiosk')
  await hall.post(at, fieldsOf(first.text, { a1: '0', a2: '4' }))
  expect((await hall.post('/kiosk', [['code', code]])).headers.get('location')).toContain('fout=wrong')
  // She walks away; the next one begins.
  await hall.get('/kiosk')
  const shut = await hall.get(`${at}?deel=1`)
  expect(shut.text).toContain('De vraag is hier gesloten')
  expect(shut.text).not.toMatch(/value="?4/)
  expect([...hall.jar.keys()]).toEqual(['weerklank.kiosk'])
  // With a new code she begins anew.
  app.clock.advance(minute)
  const next = await by.call(formWaysInEndpoints.formKioskCode, { params })
  const there = (await hall.post('/kiosk', [['code', next.code]])).headers.get('location') ?? ''
  expect((await hall.get(there)).text).toContain('Begin hier opnieuw')
  await hall.post(there, [['ga', 'opnieuw']])
  await hall.post(there, fieldsOf((await hall.get(there)).text, { a1: '1', a2: '8' }))
  await hall.post(there, fieldsOf((await hall.get(`${there}?deel=kijk`)).text, {}, 'stuur'))
  const [answer] = await stored(app)
  expect(answer?.answers.items).toHaveLength(1)
  const done = await hall.get(there)
  expect(done.headers.get('refresh')).toBe('15;url=/kiosk')
  expect(done.text).toContain('href="/kiosk"')
  const ways = await asMaintenance(app.owner, (trx) =>
    trx
      .selectFrom('form_invitation')
      .select('answered_way')
      .where('workspace_id', '=', app.workspace)
      .execute(),
  )
  expect(ways).toEqual([{ answered_way: 'kiosk' }])
})

test('who is answered, withdrawn or of another house is led nowhere', async () => {
  await using app = await testApp()
  const { by, params } = await asked(app)
  await by.call(formInvitationEndpoints.revokeFormInvitation, { params })
  for (const endpoint of [formWaysInEndpoints.handOverForm, formWaysInEndpoints.formKioskCode] as const) {
    expect(await by.refusal(endpoint, { params })).toMatchObject({ code: 'conflict' })
  }
  const other = await app.relation()
  expect(
    await app
      .as(other.by)
      .refusal(formWaysInEndpoints.handOverForm, { params: { ...params, relation: other.id } }),
  ).toMatchObject({ code: 'not-found' })
})
