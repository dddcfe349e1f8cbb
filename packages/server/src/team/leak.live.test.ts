/** Event stream, mails, mentions and typing signs: nothing tells anybody that someone is answering. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { RelationId } from '@weerklank/core/shared/ids'
import { teamEndpoints } from '@weerklank/core/team/team.contract'
import { expect, test } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { type TestApp, testApp } from '../test-app.ts'
import type { Person } from '../test-member.ts'
import { buildRound, closeRound, marks, ticketOf, ticketsOf } from '../test-round.ts'

/** Hears what an open screen hears, through a real socket, until all that happened has been told. */
async function hearing(app: TestApp, person: Person, act: () => Promise<unknown>): Promise<string> {
  const server = createServer(getRequestListener(app.hono.fetch))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const end = new AbortController()
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/events`
  const response = await fetch(url, { headers: { cookie: person.cookie }, signal: end.signal })
  let text = ''
  const ended = (async () => {
    for await (const chunk of response.body ?? []) text += Buffer.from(chunk).toString()
  })().catch(() => undefined)
  await expect.poll(() => text).toContain('welcome')
  text = ''
  await act()
  const mark = app.world.newId<RelationId>()
  const heard: string[] = []
  const stop = app.hub.subscribe(app.workspace, ({ relation }) => heard.push(relation))
  await new Promise((resolve) => setTimeout(resolve, 100))
  app.hub.announce({ workspace: app.workspace, relation: mark })
  await expect.poll(() => heard).toContain(mark)
  stop()
  end.abort()
  await ended
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  return text
}

test('the stream of open screens is still while people answer', async () => {
  await using app = await testApp()
  const noor = await app.professional()
  const round = await buildRound(app, noor)
  const heard = await hearing(app, noor, async () => {
    for (const ticket of ticketsOf(app, round, 'Noord')) await ticket.post(marks(4, 'Meer rust.'))
  })
  expect(heard).not.toContain('event: change')
})

test('and it is the same stream on which the answer to a check is heard', async () => {
  await using app = await testApp()
  const relation = await app.relation()
  const heard = await hearing(app, relation.by, () => app.answer({ in: relation, value: '8' }))
  expect(heard).toContain('event: change')
})

test('nobody gets a mail or a reminder, also not who is mentioned, and her name is not kept', async () => {
  await using app = await testApp()
  const noor = await app.professional({ name: 'Noor Bakker' })
  const { relation } = await app.relation({ by: noor, participants: [{ name: 'Xandra' }] })
  const waiting = () =>
    asMaintenance(app.owner, async (trx) => [
      await trx.selectFrom('mail_message').selectAll().where('workspace_id', '=', app.workspace).execute(),
      await trx.selectFrom('job').selectAll().orderBy('id').execute(),
    ])
  const round = await buildRound(app, noor, { invited: { Noord: 7, Zuid: 5 } })
  const before = await waiting()
  const texts = [
    '@Noor Bakker kijk eens',
    'XANDRA’s moeder',
    'mail noor@weerklank.test',
    'bel 06-12345678',
    'Rust.',
  ]
  for (const [at, ticket] of ticketsOf(app, round, 'Noord').slice(0, 5).entries()) {
    await ticket.post(marks(4, texts[at]))
  }
  for (const ticket of ticketsOf(app, round, 'Zuid')) await ticket.post(marks(4))
  expect(app.mails).toEqual([])
  expect(await waiting()).toEqual(before)
  await closeRound(app, round)
  const { outcome } = await app.as(noor).call(teamEndpoints.getRound, { params: { round: round.id } })
  expect(outcome?.words).toEqual({
    status: 'shown',
    texts: ['Rust.', '[naam] kijk eens', '[naam] moeder', 'bel [telefoon]', 'mail [e-mail]'],
  })
  expect(relation.participants.map(({ name }) => name)).toContain('Xandra')
})

/** Ways in which a page could tell what is typed before it is sent. */
function typingSigns(page: string, headers: Headers): string[] {
  const policy = headers.get('content-security-policy') ?? ''
  const scripts = page.match(/<script|\son\w+=|javascript:|contenteditable|<iframe|<img|<object/gi) ?? []
  const channels = /(?:connect|script|worker|child|frame)-src (?!'none')/.exec(policy)
  return [
    ...scripts,
    ...(channels === null ? [] : [channels[0]]),
    ...(/default-src 'none'/.test(policy) ? [] : ['no policy']),
  ]
}

test('no draft leaves the page: it has no script, and nothing takes one', async () => {
  await using app = await testApp()
  const round = await buildRound(app, await app.professional())
  const page = await ticketOf(app, round).get()
  expect(typingSigns(page.text, page.headers)).toEqual([])
  const routes = app.hono.routes
    .filter(({ path }) => path.startsWith('/r/'))
    .map(({ method, path }) => `${method} ${path}`)
  expect(routes).toEqual(['GET /r/:token', 'POST /r/:token'])
  for (const method of ['PUT', 'PATCH', 'DELETE']) {
    expect((await ticketOf(app, round).any(method)).status).toBe(404)
  }
  // The page of a check keeps a draft on the phone, and is found by the same look.
  const { link } = await app.invite()
  const check = await link.get()
  expect(typingSigns(check.text, check.headers)).not.toEqual([])
})
