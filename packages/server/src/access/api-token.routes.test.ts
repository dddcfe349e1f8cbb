import { apiTokenEndpoints } from '@weerklank/core/access/api-tokens.contract'
import { emergencyEndsAt } from '@weerklank/core/access/emergency'
import { settingsEndpoints } from '@weerklank/core/access/settings.contract'
import type { Endpoint } from '@weerklank/core/shared/endpoint'
import { scopes } from '@weerklank/core/shared/scope'
import { expect, test } from 'vitest'
import { verifyChains } from '../audit/audit.ts'
import { asMaintenance } from '../db/maintenance.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { endpoints, pathOf } from '../test-member.ts'
import { endpointRows } from '../test-requests.ts'
import { buildStory } from '../test-story.ts'
import { asProgram, tokenOf } from './api-token.fixture.ts'

const day = 86_400_000
const list = { path: '/api/relations' }

const linesWith = (app: TestApp) =>
  asMaintenance(app.owner, (trx) =>
    trx
      .selectFrom('audit_event')
      .select(['action', 'actor', 'basis', 'token_id'])
      .where('workspace_id', '=', app.workspace)
      .where('token_id', 'is not', null)
      .orderBy('id')
      .execute(),
  )

test('the secret is shown once; what is kept opens nothing', async () => {
  await using app = await testApp()
  const noor = await app.professional({ name: 'Noor' })
  const { secret, id } = await tokenOf(app, noor, { scopes: ['relations:read'] })
  expect(secret).toMatch(/^wk_[A-Za-z0-9_-]{43}$/)
  const own = await app.as(noor).call(apiTokenEndpoints.tokens)
  expect(own.own).toEqual([
    {
      ...{ id, name: 'EPD', scopes: ['relations:read'], status: 'active' },
      ...{ createdAt: '2026-11-19T08:00:00.000Z', expiresAt: '2026-12-19T08:00:00.000Z' },
      ...{ revokedAt: null, lastUsedOn: null },
    },
  ])
  expect(own.others).toBeNull()
  expect(JSON.stringify(own)).not.toContain(secret)
  const kept = await asMaintenance(app.owner, (trx) =>
    trx
      .selectFrom('api_token')
      .select('token_hash')
      .where('workspace_id', '=', app.workspace)
      .executeTakeFirstOrThrow(),
  )
  expect((await asProgram(app, secret, list)).status).toBe(200)
  expect((await asProgram(app, `wk_${kept.token_hash.slice(0, 43)}`, list)).status).toBe(401)
})

test('a token that opens nothing is refused in the same words, whichever it is', async () => {
  await using app = await testApp()
  const noor = await app.professional({ name: 'Noor' })
  const ada = await app.professional({ name: 'Ada', role: 'administrator' })
  const expired = await tokenOf(app, noor, { days: 7 })
  app.clock.advance(7 * day)
  const revoked = await tokenOf(app, noor)
  await app.as(noor).call(apiTokenEndpoints.revokeToken, { params: { token: revoked.id } })
  const good = await tokenOf(app, noor)
  const last = good.secret.at(-2) === 'A' ? 'B' : 'A'
  const forged = `${good.secret.slice(0, -2)}${last}${good.secret.at(-1)}`
  const answers: unknown[] = []
  for (const secret of [expired.secret, revoked.secret, forged, 'wk_', 'x', '', good.secret.slice(3)]) {
    const reply = await asProgram(app, secret, list)
    answers.push([reply.status, reply.body])
  }
  expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1)
  expect(answers[0]).toMatchObject([401, { error: { code: 'not-signed-in' } }])
  expect((await asProgram(app, good.secret, list)).status).toBe(200)
  // The workspace lets no programs in any more.
  const settings = await app.as(ada).call(settingsEndpoints.settings)
  await app.as(ada).call(settingsEndpoints.changeSettings, { body: { ...settings, apiTokens: false } })
  expect([401, JSON.stringify(answers[0])]).toEqual([
    (await asProgram(app, good.secret, list)).status,
    JSON.stringify([401, (await asProgram(app, good.secret, list)).body]),
  ])
  expect(
    await app
      .as(noor)
      .refusal(apiTokenEndpoints.makeToken, { body: { name: 'x', scopes: ['forms:read'], days: 7 } }),
  ).toMatchObject({ code: 'not-allowed' })
  await app.as(ada).call(settingsEndpoints.changeSettings, { body: settings })
  expect((await asProgram(app, good.secret, list)).status).toBe(200)
})

test('whoever left takes her tokens with her', async () => {
  await using app = await testApp()
  const noor = await app.professional({ name: 'Noor' })
  const { secret } = await tokenOf(app, noor)
  await asMaintenance(app.owner, (trx) =>
    trx.updateTable('member').set({ ended_at: app.clock.now() }).where('id', '=', noor.member).execute(),
  )
  expect((await asProgram(app, secret, list)).status).toBe(401)
})

test('every endpoint with a scope answers a token with that scope as it answers the member, and no other token', async () => {
  await using app = await testApp()
  const story = await buildStory(app)
  const full = await tokenOf(app, story.by)
  const rows = endpointRows.filter(({ endpoint }) => endpoint.scope !== undefined)
  expect(rows.length).toBeGreaterThan(15)
  for (const { endpoint, row, name } of rows) {
    const scope = endpoint.scope ?? 'forms:read'
    const parts = row.parts(app, story)
    const of = { method: endpoint.method, path: pathOf(endpoint, parts), body: parts.body }
    const less = await tokenOf(app, story.by, { scopes: scopes.filter((one) => one !== scope) })
    const refused = await asProgram(app, less.secret, of)
    expect([refused.status, refused.code], name).toEqual([403, 'not-allowed'])
    const reply = await asProgram(app, full.secret, of)
    expect(reply.status, `${name} ${JSON.stringify(reply.body)}`).toBe(200)
    expect(endpoint.response.parse(reply.body), name).toEqual(reply.body)
  }
  const lines = await linesWith(app)
  expect(new Set(lines.map((line) => line.token_id))).toEqual(new Set([full.id]))
  expect(new Set(lines.map((line) => line.actor))).toEqual(new Set([story.by.member]))
  const recorded = rows.flatMap(({ row }) => (row.audit === null ? [] : [row.audit]))
  expect(recorded.filter((action) => !lines.some((line) => line.action === action))).toEqual([])
  const report = await asMaintenance(app.owner, (trx) => verifyChains(trx, app.workspace))
  expect(report.broken).toBeNull()
})

test('an endpoint without a scope answers no token, also not one with all scopes and a good cookie', async () => {
  await using app = await testApp()
  const ada = await app.professional({ name: 'Ada', role: 'administrator' })
  const { secret } = await tokenOf(app, ada)
  const closed = endpoints.filter(
    (one: Endpoint) => one.scope === undefined && one.errors.includes('not-signed-in'),
  )
  expect(closed.length).toBeGreaterThan(30)
  for (const endpoint of closed) {
    const of = { method: endpoint.method, path: pathOf(endpoint, {}), headers: { cookie: ada.cookie } }
    const reply = await asProgram(app, secret, of)
    expect([reply.status, reply.code], endpoint.id).toEqual([403, 'not-allowed'])
  }
  const events = await app.hono.request('http://weerklank.test/api/events', {
    headers: { authorization: `Bearer ${secret}`, cookie: ada.cookie },
  })
  expect(events.status).toBe(401)
})

test('a token gives no more than the member has, nothing in an emergency, and a cookie beside it nothing at all', async () => {
  await using app = await testApp()
  const story = await buildStory(app)
  const eva = await app.professional({ name: 'Eva' })
  const { secret } = await tokenOf(app, eva)
  const of = { path: `/api/relations/${story.relation.id}` }
  expect((await asProgram(app, secret, of)).status).toBe(404)
  expect((await asProgram(app, secret, { ...of, headers: { cookie: story.by.cookie } })).status).toBe(404)
  expect((await asProgram(app, 'wk_unknown', { ...of, headers: { cookie: story.by.cookie } })).status).toBe(
    401,
  )
  await asMaintenance(app.owner, (trx) =>
    trx
      .insertInto('emergency_access')
      .values({
        ...{ workspace_id: app.workspace, id: app.world.newId<string>(), relation_id: story.relation.id },
        ...{ member_id: eva.member, reason: 'De vaste hulpverlener is ziek.' },
        ...{ at: app.clock.now(), ends_at: emergencyEndsAt(app.clock.now()) },
      })
      .execute(),
  )
  const page = { params: { relation: story.relation.id } }
  expect((await app.as(eva).request('GET', `/api/relations/${page.params.relation}`)).status).toBe(200)
  expect((await asProgram(app, secret, of)).status).toBe(404)
})

test('a program writes from any site without our header; without a token that stays refused', async () => {
  await using app = await testApp()
  const story = await buildStory(app)
  const { secret } = await tokenOf(app, story.by, { scopes: ['relations:write'] })
  const row = endpointRows.find(({ endpoint }) => endpoint.id === 'addNote')
  if (row === undefined) throw new Error('addNote has a row')
  const parts = row.row.parts(app, story)
  const of = { method: 'POST', path: pathOf(row.endpoint, parts), body: parts.body }
  const elsewhere = { 'sec-fetch-site': 'cross-site', origin: 'https://elders.example' }
  const forged = await app.hono.request(`http://weerklank.test${of.path}`, {
    ...{ method: 'POST', body: JSON.stringify(of.body) },
    headers: {
      ...elsewhere,
      cookie: story.by.cookie,
      'content-type': 'application/json',
      'x-weerklank': '1',
    },
  })
  expect(forged.status).toBe(403)
  expect((await asProgram(app, secret, { ...of, headers: elsewhere })).status).toBe(200)
})

test('the day of the last use is written, once a day, in the zone of the workspace', async () => {
  await using app = await testApp({ now: '2026-11-19T23:30:00.000Z' })
  const noor = await app.professional({ name: 'Noor' })
  const { secret } = await tokenOf(app, noor)
  await asProgram(app, secret, list)
  const lastUsed = async () => (await app.as(noor).call(apiTokenEndpoints.tokens)).own[0]?.lastUsedOn
  expect(await lastUsed()).toBe('2026-11-20')
})

test('too much of one token is refused, another goes on', async () => {
  await using app = await testApp()
  const noor = await app.professional({ name: 'Noor' })
  const [one, other] = [await tokenOf(app, noor), await tokenOf(app, noor)]
  const closed = { path: '/api/relations?x=1' }
  let refused = 0
  for (let n = 0; n < 3_020; n += 20) {
    const replies = await Promise.all(Array.from({ length: 20 }, () => asProgram(app, one.secret, closed)))
    refused += replies.filter((reply) => reply.code === 'too-many').length
  }
  expect(refused).toBe(20)
  expect((await asProgram(app, other.secret, list)).status).toBe(200)
}, 60_000)

test('an administrator sees and revokes the tokens of all, a colleague only her own, a guest makes none', async () => {
  await using app = await testApp()
  await using elsewhere = await testApp()
  const noor = await app.professional({ name: 'Noor' })
  const eva = await app.professional({ name: 'Eva' })
  const ada = await app.professional({ name: 'Ada', role: 'administrator' })
  const guest = await app.professional({ name: 'Gijs', role: 'guest' })
  const abroad = await elsewhere.professional({ name: 'Ilse' })
  const { id, secret } = await tokenOf(app, noor)
  const other = await tokenOf(elsewhere, abroad)
  const params = { token: id }
  expect(await app.as(eva).refusal(apiTokenEndpoints.revokeToken, { params })).toMatchObject({
    code: 'not-found',
  })
  expect((await app.as(eva).call(apiTokenEndpoints.tokens)).own).toEqual([])
  const seen = await app.as(ada).call(apiTokenEndpoints.tokens)
  expect(seen.others?.map(({ by, name }) => [by, name])).toEqual([['Noor', 'EPD']])
  expect(
    await app.as(ada).refusal(apiTokenEndpoints.revokeToken, { params: { token: other.id } }),
  ).toMatchObject({
    code: 'not-found',
  })
  const body = { name: 'x', scopes: ['forms:read' as const], days: 7 as const }
  expect(await app.as(guest).refusal(apiTokenEndpoints.makeToken, { body })).toMatchObject({
    code: 'not-allowed',
  })
  expect(await app.as(null).refusal(apiTokenEndpoints.makeToken, { body })).toMatchObject({
    code: 'not-signed-in',
  })
  for (const wrong of [
    { ...body, name: ' ' },
    { ...body, scopes: [] },
    { ...body, days: 8 },
  ]) {
    const reply = await app.as(noor).request('POST', '/api/tokens', wrong)
    expect([reply.status, (reply.body as { error: { code: string } }).error.code]).toEqual([
      422,
      'invalid-input',
    ])
  }
  await app.as(ada).call(apiTokenEndpoints.revokeToken, { params })
  expect((await asProgram(app, secret, list)).status).toBe(401)
  expect((await app.audit('token.revoked')).map((line) => [line.actor, line.subject_id])).toEqual([
    [ada.member, id],
  ])
  expect((await app.audit('token.made')).map((line) => line.actor)).toEqual([noor.member])
})
