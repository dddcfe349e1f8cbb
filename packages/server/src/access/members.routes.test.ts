import { accessEndpoints } from '@weerklank/core/access/access.contract'
import { membersEndpoints } from '@weerklank/core/access/members.contract'
import { relationEndpoints } from '@weerklank/core/relation/relation.contract'
import type { MemberId } from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { type TestApp, testApp } from '../test-app.ts'
import { cookiesOf } from '../test-factories.ts'
import { publicUrl } from '../test-member.ts'
import { asMaintenance } from './accounts.ts'

const { colleagues, inviteColleague, changeColleague, endColleague, inviteColleagueAgain } = membersEndpoints
const administrator = (app: TestApp, name = 'Ada') => app.professional({ name, role: 'administrator' })
const eva = (email: string) => ({ email, name: 'Eva', roles: ['professional' as const] })
const address = (app: TestApp) => `eva-${app.world.newId()}@zorg.example`

/** Follows a link that signs in, as the browser of whoever got it. */
async function follow(app: TestApp, link: string | null) {
  if (link === null) throw new Error('There is no link')
  const response = await app.hono.request(link)
  return { response, cookie: () => cookiesOf(response) }
}

test('whoever is invited gets an account, a link that works once, and her roles', async () => {
  await using app = await testApp()
  const ada = await administrator(app)
  const email = address(app)
  const { colleague, invited } = await app
    .as(ada)
    .call(inviteColleague, { body: { ...eva(` ${email.toUpperCase()} `), roles: ['professional', 'coach'] } })
  expect(colleague).toMatchObject({ name: 'Eva', email, roles: ['professional', 'coach'], signedIn: false })
  expect(invited.mailed).toBe(false)
  expect(invited.link).toMatch(new RegExp(`^${publicUrl}/api/auth/magic-link/verify\\?token=`))
  const first = await follow(app, invited.link)
  const own = app.as({ cookie: first.cookie() })
  expect(await own.call(accessEndpoints.me)).toMatchObject({
    member: { id: colleague.id, name: 'Eva', roles: ['professional', 'coach'] },
    workspace: { id: app.workspace },
  })
  const again = await follow(app, invited.link)
  expect(again.response.headers.getSetCookie().join()).not.toMatch(/session_token=[^;]/)
  expect((await app.audit('member.invited')).map((line) => line.subject_id)).toEqual([colleague.id])
  expect(app.logText()).not.toContain('magic-link')
})

test('a link is shown for an account that nobody used yet, and for no other', async () => {
  await using app = await testApp()
  await using elsewhere = await testApp()
  const ada = await administrator(app)
  const email = address(app)
  const { colleague, invited } = await app.as(ada).call(inviteColleague, { body: eva(email) })
  const params = { member: colleague.id }
  expect((await app.as(ada).call(inviteColleagueAgain, { params })).link).not.toBeNull()
  await follow(app, invited.link)
  expect(await app.as(ada).refusal(inviteColleagueAgain, { params })).toMatchObject({ code: 'conflict' })
  // Her account has a place elsewhere: inviting her is no way into her work there.
  const ilse = await administrator(elsewhere, 'Ilse')
  const there = await elsewhere.as(ilse).call(inviteColleague, { body: eva(email) })
  expect(there.invited).toEqual({ mailed: false, link: null })
  const neverUsed = address(app)
  await app.as(ada).call(inviteColleague, { body: eva(neverUsed) })
  const other = await elsewhere.as(ilse).call(inviteColleague, { body: eva(neverUsed) })
  expect(other.invited).toEqual({ mailed: false, link: null })
})

test('somebody with a place is not invited a second time; somebody who left is let in again, with new roles', async () => {
  await using app = await testApp()
  const ada = await administrator(app)
  const body = eva(address(app))
  const { colleague } = await app.as(ada).call(inviteColleague, { body })
  expect(await app.as(ada).refusal(inviteColleague, { body })).toMatchObject({
    code: 'invalid-input',
    fields: { email: 'known' },
  })
  await app.as(ada).call(endColleague, { params: { member: colleague.id } })
  const back = await app.as(ada).call(inviteColleague, { body: { ...body, roles: ['coach'] } })
  expect(back.colleague).toMatchObject({ id: colleague.id, roles: ['coach'], endedAt: null })
})

test('what is asked wrongly is refused by its field, and nothing is made', async () => {
  await using app = await testApp()
  const ada = await administrator(app)
  const good = eva(address(app))
  const wrong: [field: string, value: unknown][] = [
    ['email', 'eva'],
    ['email', 'eva@zorg.example\nBcc: x@y.example'],
    ['name', '  '],
    ['roles', []],
    ['roles', ['guest']],
    ['roles', ['director']],
  ]
  const before = await app.as(ada).call(colleagues)
  for (const [field, value] of wrong) {
    const refusal = await app.as(ada).refusal(inviteColleague, { body: { ...good, [field]: value } as never })
    expect([refusal.code, Object.keys(refusal.fields ?? {})[0]?.split('.')[0]]).toEqual([
      'invalid-input',
      field,
    ])
  }
  expect(await app.as(ada).call(colleagues)).toEqual(before)
})

test('nobody but the administrator, and nobody of another workspace, lists or changes people', async () => {
  await using app = await testApp()
  await using elsewhere = await testApp()
  const noor = await app.professional()
  const params = { member: noor.member }
  const body = { name: 'Noor', roles: ['administrator' as const] }
  const strangers = [noor, await app.professional({ role: 'privacy-officer' })]
  for (const by of [null, ...strangers]) {
    const code = by === null ? 'not-signed-in' : 'not-allowed'
    expect(await app.as(by).refusal(colleagues)).toMatchObject({ code })
    expect(await app.as(by).refusal(inviteColleague, { body: eva(address(app)) })).toMatchObject({ code })
    expect(await app.as(by).refusal(changeColleague, { params, body })).toMatchObject({ code })
    expect(await app.as(by).refusal(endColleague, { params })).toMatchObject({ code })
    expect(await app.as(by).refusal(inviteColleagueAgain, { params })).toMatchObject({ code })
  }
  const ilse = await administrator(elsewhere, 'Ilse')
  expect(await elsewhere.as(ilse).refusal(changeColleague, { params, body })).toMatchObject({
    code: 'not-found',
  })
  expect(await elsewhere.as(ilse).refusal(endColleague, { params })).toMatchObject({ code: 'not-found' })
  const listed = await elsewhere.as(ilse).call(colleagues)
  expect(listed.colleagues.map((one) => one.name)).toEqual(['Ilse'])
})

test('a role that is taken away counts at the next request, with the session still open', async () => {
  await using app = await testApp()
  const ada = await administrator(app)
  const { by, id } = await app.relation()
  const params = { member: by.member }
  const body = { name: 'Noor', roles: ['researcher' as const] }
  await app.as(ada).call(changeColleague, { params, body })
  expect(await app.as(by).refusal(relationEndpoints.getRelation, { params: { relation: id } })).toMatchObject(
    {
      code: 'not-allowed',
    },
  )
  expect(await app.as(by).call(accessEndpoints.me)).toMatchObject({ mayWorkWithContent: false })
  expect((await app.audit('member.changed')).map((line) => line.actor)).toEqual([ada.member])
})

test('when a place ends its owner is out at once; what she wrote stays, with her name, and the house hears who is alone', async () => {
  await using app = await testApp()
  const ada = await administrator(app)
  const bram = await app.professional({ name: 'Bram' })
  const participants = [{ name: 'Lina' }, { name: 'Bram', voice: 'colleague' as const, member: bram }]
  const both = await app.relation({ participants })
  const alone = await app.relation({ by: both.by, title: 'Alleen' })
  const note = { id: app.world.newId(), kind: 'helps' as const, text: 'wandelen', toldBy: 'Lina' }
  await app
    .as(both.by)
    .call(relationEndpoints.addNote, { params: { relation: both.id }, body: note as never })
  const ended = await app.as(ada).call(endColleague, { params: { member: both.by.member } })
  expect(ended).toMatchObject({ leftAlone: 1, colleague: { name: 'Noor', endedAt: app.clock.now() } })
  expect(await app.as(both.by).refusal(accessEndpoints.me)).toMatchObject({ code: 'not-signed-in' })
  const seen = await app.as(bram).call(relationEndpoints.getRelation, { params: { relation: both.id } })
  expect(seen.notes.map((one) => one.text)).toEqual(['wandelen'])
  expect(seen.participants.find((one) => one.member === both.by.member)).toMatchObject({
    name: 'Noor',
    active: false,
  })
  const left = (await app.audit('relation.left')).map((line) => line.relation_id)
  expect(left.toSorted()).toEqual([both.id, alone.id].toSorted())
  expect((await app.as(ada).call(endColleague, { params: { member: both.by.member } })).leftAlone).toBe(0)
})

test('somebody with a place elsewhere is not signed out there', async () => {
  await using app = await testApp()
  await using elsewhere = await testApp()
  const ada = await administrator(app)
  const { colleague, invited } = await app.as(ada).call(inviteColleague, { body: eva(address(app)) })
  const cookie = (await follow(app, invited.link)).cookie()
  const ilse = await administrator(elsewhere, 'Ilse')
  await elsewhere.as(ilse).call(inviteColleague, { body: eva(colleague.email) })
  await app.as(ada).call(endColleague, { params: { member: colleague.id } })
  const now = await app.as({ cookie }).call(accessEndpoints.me)
  expect(now.workspace.id).toBe(elsewhere.workspace)
})

test('the last administrator stays, also when two let each other go at the same moment', async () => {
  await using app = await testApp()
  const [ada, ben] = [await administrator(app), await administrator(app, 'Ben')]
  const goes = (by: typeof ada, member: MemberId) =>
    app.as(by).request('DELETE', endColleague.path.replace(':member', member))
  const replies = await Promise.all([goes(ada, ben.member), goes(ben, ada.member)])
  const statuses = replies.map((reply) => reply.status).toSorted()
  expect(statuses[0]).toBe(200)
  // Refused as the last one, or already out when her turn came.
  expect([401, 403, 409]).toContain(statuses[1])
  const left = await asMaintenance(app.owner, (trx) =>
    trx
      .selectFrom('member')
      .select('id')
      .where('workspace_id', '=', app.workspace)
      .where('ended_at', 'is', null)
      .execute(),
  )
  expect(left).toHaveLength(1)
  const last = left[0]?.id === ada.member ? ada : ben
  const params = { member: last.member }
  expect(await app.as(last).refusal(endColleague, { params })).toMatchObject({
    code: 'conflict',
    fields: { member: 'last-administrator' },
  })
  const body = { name: last.name, roles: ['professional' as const] }
  expect(await app.as(last).refusal(changeColleague, { params, body })).toMatchObject({ code: 'conflict' })
})

test('where mail goes out, a mail without any secret leads to the page on which one asks for a link', async () => {
  await using app = await testApp({ smtpUrl: 'smtp://127.0.0.1:9' })
  const ada = await administrator(app)
  const email = address(app)
  const { invited } = await app
    .as(ada)
    .call(inviteColleague, { body: { ...eva(email), name: 'Eva\nBcc: x' } })
  expect(invited).toEqual({ mailed: true, link: null })
  const [mail] = await asMaintenance(app.owner, (trx) =>
    trx
      .selectFrom('mail_message')
      .selectAll()
      .where('workspace_id', '=', app.workspace)
      .where('kind', '=', 'invitation')
      .execute(),
  )
  expect(mail).toMatchObject({ to_address: email, subject: 'U kunt nu inloggen bij Weerklank' })
  expect(mail?.body_text).toContain(`${publicUrl}/inloggen`)
  expect(mail?.body_text).toContain('Ada heeft u toegang gegeven tot Weerklank, bij De Linde.')
  expect(mail?.body_text).not.toMatch(/token|magic/)
  expect(mail?.to_name).not.toContain('\n')
})

test('what comes in over HTTP cannot ask for a link to be shown', async () => {
  await using app = await testApp()
  const noor = await app.professional()
  const response = await app.hono.request(`${publicUrl}/api/auth/sign-in/magic-link`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: publicUrl },
    body: JSON.stringify({ email: noor.email, callbackURL: '/', metadata: { show: 'yes' } }),
  })
  expect(await response.text()).not.toContain('token')
  await expect.poll(() => app.mails.length).toBe(1)
})
