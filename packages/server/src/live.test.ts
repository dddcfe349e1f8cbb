/** The stream that tells an open screen what changed, through a real socket. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { emergencyEndpoints } from '@weerklank/core/access/emergency.contract'
import { membersEndpoints } from '@weerklank/core/access/members.contract'
import { relationEndpoints } from '@weerklank/core/relation/relation.contract'
import type { RelationId } from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { type TestApp, testApp } from './test-app.ts'
import type { Person } from './test-member.ts'

/** Serves the application on a port of its own. */
async function listen(app: TestApp) {
  const server = createServer(getRequestListener(app.hono.fetch))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    server,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Opens the stream as a browser does and keeps what comes. */
async function openStream(url: string, person: Person) {
  const end = new AbortController()
  const response = await fetch(`${url}/api/events`, {
    headers: { cookie: person.cookie },
    signal: end.signal,
  })
  let text = ''
  const ended = (async () => {
    for await (const chunk of response.body ?? []) text += Buffer.from(chunk).toString()
  })().catch(() => undefined)
  await expect.poll(() => text).toContain('welcome')
  const changes = () =>
    [...text.matchAll(/event: change\ndata: (.*)\n/g)].map(([, data = '']) => JSON.parse(data))
  return { response, changes, text: () => text, ended, leave: () => end.abort() }
}

/** Waits until all that happened so far has been told: what is announced later is heard later. */
async function quiet(app: TestApp) {
  const mark = app.world.newId<RelationId>()
  const heard: string[] = []
  const stop = app.hub.subscribe(app.workspace, (change) => heard.push(change.relation))
  await new Promise((resolve) => setTimeout(resolve, 50))
  app.hub.announce({ workspace: app.workspace, relation: mark })
  await expect.poll(() => heard).toContain(mark)
  stop()
}

test('only who is signed in gets the stream', async () => {
  await using app = await testApp()
  const reply = await app.as(null).request('GET', '/api/events')
  expect([reply.status, reply.body]).toMatchObject([401, { error: { code: 'not-signed-in' } }])
})

test('an answer is told to the screens of its people, at once, and to nobody else', async () => {
  await using app = await testApp()
  await using server = await listen(app)
  const relation = await app.relation()
  const aside = await app.relation({ by: relation.by, title: 'Andere' })
  const eva = await app.professional({ name: 'Eva' })
  const ada = await app.professional({ name: 'Ada', role: 'administrator' })
  await quiet(app)
  const screens = await Promise.all([relation.by, eva, ada].map((person) => openStream(server.url, person)))
  const [noor] = screens
  expect(noor?.response.headers.get('content-type')).toMatch(/^text\/event-stream/)
  const { link } = await app.invite({ in: relation })
  await expect.poll(() => noor?.changes()).toEqual([{ relation: relation.id }])
  await link.answer({ 'a.heard': '3', open: 'geheim' })
  await expect.poll(() => noor?.changes().length).toBe(2)
  await app.answer({ in: aside })
  await expect.poll(() => noor?.changes().at(-1)).toEqual({ relation: aside.id })
  // Which relation, never what: the screen asks for the rest by itself.
  expect(noor?.text()).not.toContain('geheim')
  expect(screens.slice(1).map((screen) => screen.changes())).toEqual([[], []])
  for (const screen of screens) screen.leave()
})

test('reading tells nobody anything', async () => {
  await using app = await testApp()
  await using server = await listen(app)
  const relation = await app.relation()
  await quiet(app)
  const screen = await openStream(server.url, relation.by)
  await app.as(relation.by).call(relationEndpoints.getRelation, { params: { relation: relation.id } })
  await app.as(relation.by).request('GET', `/api/relations/${relation.id}/feedback`)
  await new Promise((resolve) => setTimeout(resolve, 150))
  expect(screen.changes()).toEqual([])
  screen.leave()
})

test('who left a relation hears of it no more, on the screen that is still open', async () => {
  await using app = await testApp()
  await using server = await listen(app)
  const bram = await app.professional({ name: 'Bram' })
  const relation = await app.relation({
    participants: [{ name: 'Lina' }, { name: 'Bram', voice: 'colleague', member: bram }],
  })
  await quiet(app)
  const [noors, brams] = await Promise.all([
    openStream(server.url, relation.by),
    openStream(server.url, bram),
  ])
  const { id, title, kind, context, situation, purpose, checkEveryDays, version } = relation.relation
  const fields = { title, kind, context, situation, purpose, checkEveryDays, version }
  const participants = [relation.client].map(({ active: _, ...person }) => person)
  await app
    .as(relation.by)
    .call(relationEndpoints.editRelation, { params: { relation: id }, body: { ...fields, participants } })
  await expect.poll(() => noors.changes().length).toBe(1)
  await app.answer({ in: relation, participant: relation.client })
  await expect.poll(() => noors.changes().length).toBeGreaterThan(1)
  expect(brams.changes()).toEqual([])
  for (const screen of [noors, brams]) screen.leave()
})

test('streams end when the server stops, so that it can', async () => {
  await using app = await testApp()
  await using server = await listen(app)
  const noor = await app.professional()
  const screens = await Promise.all([openStream(server.url, noor), openStream(server.url, noor)])
  app.stopping.abort()
  await Promise.all(screens.map((screen) => screen.ended))
  const closed = new Promise((resolve) => server.server.close(resolve))
  server.server.closeIdleConnections()
  await closed
})

test('a stream opened while the server stops ends at once', async () => {
  await using app = await testApp()
  await using server = await listen(app)
  const noor = await app.professional()
  app.stopping.abort()
  const response = await fetch(`${server.url}/api/events`, { headers: { cookie: noor.cookie } })
  expect(
    await Promise.race([
      response.text().then(() => 'ended'),
      new Promise((r) => setTimeout(r, 30_000, 'open')),
    ]),
  ).toBe('ended')
})

test('who loses her place hears nothing more, and her stream ends', async () => {
  await using app = await testApp()
  await using server = await listen(app)
  const bram = await app.professional({ name: 'Bram' })
  const relation = await app.relation({
    participants: [{}, { name: 'Bram', voice: 'colleague', member: bram }],
  })
  await quiet(app)
  const screen = await openStream(server.url, bram)
  const ada = await app.professional({ name: 'Ada', role: 'administrator' })
  await app.as(ada).call(membersEndpoints.endColleague, { params: { member: bram.member } })
  // The end itself is a change of her collaborations: it is what closes the line.
  await screen.ended
  await app.invite({ in: relation })
  expect(screen.changes()).toEqual([])
  const again = await fetch(`${server.url}/api/events`, { headers: { cookie: bram.cookie } })
  expect(again.status).toBe(401)
})

test('who loses the roles that work with content hears nothing more', async () => {
  await using app = await testApp()
  await using server = await listen(app)
  const relation = await app.relation()
  await quiet(app)
  const screen = await openStream(server.url, relation.by)
  const ada = await app.professional({ name: 'Ada', role: 'administrator' })
  const params = { member: relation.by.member }
  const body = { name: 'Noor', roles: ['researcher' as const] }
  await app.as(ada).call(membersEndpoints.changeColleague, { params, body })
  app.hub.announce({ workspace: app.workspace, relation: relation.id })
  await quiet(app)
  expect(screen.changes()).toEqual([])
  screen.leave()
})

test('access in an emergency is heard while it lasts, and not a moment longer', async () => {
  await using app = await testApp()
  await using server = await listen(app)
  const relation = await app.relation({ title: 'Lina en Noor' })
  const eva = await app.professional({ name: 'Eva' })
  const screen = await openStream(server.url, eva)
  const team = await openStream(server.url, relation.by)
  const body = { id: app.world.newId<string>(), title: 'lina en noor', reason: 'Noor is ziek vandaag.' }
  await app.as(eva).call(emergencyEndpoints.openEmergency, { body })
  await expect.poll(() => team.changes().length).toBeGreaterThan(0)
  await expect.poll(() => screen.changes().length).toBeGreaterThan(0)
  const heard = screen.changes().length
  app.clock.advance(4 * 3_600_000 + 1)
  await app.as(relation.by).call(relationEndpoints.getRelation, { params: { relation: relation.id } })
  app.hub.announce({ workspace: app.workspace, relation: relation.id })
  await quiet(app)
  expect(screen.changes()).toHaveLength(heard)
  expect(
    await app.as(eva).refusal(relationEndpoints.getRelation, { params: { relation: relation.id } }),
  ).toMatchObject({ code: 'not-found' })
  for (const one of [screen, team]) one.leave()
})
