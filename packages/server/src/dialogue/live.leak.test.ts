/** What is written in silence leaves no trace before it opens, and what is written without a name has none at all. */
import type { ContributionId } from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { asMaintenance } from '../db/maintenance.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { atPage, atTable, buildTable, listening, openLine } from './live.fixture.ts'

type Table = Awaited<ReturnType<typeof buildTable>>

const secrets = ['Zilverreiger-een', 'Zilverreiger-twee', 'Zilverreiger-drie']
const randomId = () => crypto.randomUUID() as ContributionId

/** The table as far as a step, with everybody's line open. */
async function heldAt(app: TestApp, url: string, step: string) {
  const table = await buildTable(app)
  const leads = atTable(app, table.meeting, table.karin)
  await leads.begin()
  for (const { token } of [table.sem, table.hilde]) await atPage(app, token).page()
  await leads.goTo(step)
  const events = `${url}/api/meetings/${table.meeting}/live/events`
  const lines = await Promise.all([
    openLine(events, { cookie: table.karin.cookie }),
    openLine(events, { cookie: table.noor.cookie }),
    openLine(`${url}${atPage(app, table.sem.token).path}`),
    openLine(`${url}${atPage(app, table.hilde.token).path}`),
  ])
  await expect.poll(() => lines.every((line) => line.last()?.room.step.key === step)).toBe(true)
  await quiet()
  return { ...table, leads, lines }
}

/** Longer than a change takes to be told. */
const quiet = () => new Promise((resolve) => setTimeout(resolve, 250))

/** Sem writes with her page, Noor with the app, Karin as who leads. */
async function writeAll(
  app: TestApp,
  { meeting, noor, sem, leads }: Table & { leads: ReturnType<typeof atTable> },
  step: string,
) {
  const ids = secrets.map(randomId)
  const [first = randomId(), second = randomId(), third = randomId()] = ids
  const said = [
    await atPage(app, sem.token).post({ do: 'write', id: first, step, round: '1', body: secrets[0] ?? '' }),
    await atTable(app, meeting, noor).write({ id: second, step, body: secrets[1] ?? '' }),
    await leads.write({ id: third, step, body: secrets[2] ?? '' }),
  ]
  return { ids, said }
}

/** Everything that another than the writer can lay hands on. */
async function everythingSeen(
  app: TestApp,
  { meeting, karin, hilde, lines }: Awaited<ReturnType<typeof heldAt>>,
) {
  const kept = await asMaintenance(app.owner, async (trx) => [
    await trx.selectFrom('meeting').select(['live', 'format']).where('id', '=', meeting).execute(),
    await trx.selectFrom('meeting_event').selectAll().execute(),
    await trx.selectFrom('audit_event').selectAll().execute(),
    await trx.selectFrom('mail_message').selectAll().execute(),
    await trx.selectFrom('job').selectAll().execute(),
  ])
  const overview = await app.as(karin).request('GET', '/api/meetings')
  return [
    ...lines.map((line) => line.text()),
    await atPage(app, hilde.token).page(),
    JSON.stringify(overview.body),
    JSON.stringify(kept),
    app.logText(),
    JSON.stringify(app.mails),
  ].join('\n')
}

test('no answer, event, page, log line, record or state holds a closed text, and nothing stirs when one comes', async () => {
  await using app = await testApp()
  await using server = await listening(app)
  const table = await heldAt(app, server.url, 'silent')
  const before = table.lines.map((line) => line.events().length)
  const state = async () =>
    asMaintenance(app.owner, (trx) =>
      trx.selectFrom('meeting').selectAll().where('id', '=', table.meeting).executeTakeFirstOrThrow(),
    )
  const stateBefore = await state()
  const records = (await app.audit()).length
  const { said, ids } = await writeAll(app, table, 'silent')
  await quiet()
  expect(table.lines.map((line) => line.events().length)).toEqual(before)
  expect(await state()).toEqual(stateBefore)
  expect((await app.audit()).length).toBe(records)
  expect(JSON.stringify(said)).not.toContain('Zilverreiger')
  const seen = await everythingSeen(app, table)
  expect(seen).not.toContain('Zilverreiger')
  for (const id of ids) expect(seen).not.toContain(id)
  // Whoever wrote it does read it back, and nobody else's.
  const own = await atTable(app, table.meeting, table.noor).view()
  expect(own.written.map(({ body }) => body)).toEqual([secrets[1]])
  expect(own.wall.texts).toEqual([])
  const page = await atPage(app, table.sem.token).page()
  expect(secrets.map((text) => page.includes(text))).toEqual([true, false, false])
  for (const line of table.lines) line.leave()
})

test('opened, everybody reads all at once, in an order that does not tell who was first', async () => {
  await using app = await testApp()
  await using server = await listening(app)
  const table = await heldAt(app, server.url, 'silent')
  await writeAll(app, table, 'silent')
  await table.leads.lead('reveal')
  await expect.poll(() => table.lines.map((line) => line.last()?.wall.texts.length)).toEqual([3, 3, 3, 3])
  const texts = table.lines[3]?.last()?.wall.texts ?? []
  expect(texts.map(({ body }) => body).toSorted()).toEqual(secrets.toSorted())
  expect(texts.map(({ key }) => key)).toEqual(texts.map(({ key }) => key).toSorted())
  const rows = await asMaintenance(app.owner, (trx) =>
    trx
      .selectFrom('meeting_text')
      .select(['at', 'changed_at'])
      .where('meeting_id', '=', table.meeting)
      .execute(),
  )
  expect(new Set(rows.map(({ at, changed_at }) => `${at} ${changed_at}`)).size).toBe(1)
  for (const line of table.lines) line.leave()
})

test('without a name there is no author anywhere: not in the row, an event, a page or the state', async () => {
  await using app = await testApp()
  await using server = await listening(app)
  const table = await heldAt(app, server.url, 'nameless')
  const before = table.lines.map((line) => line.events().length)
  const { ids } = await writeAll(app, table, 'nameless')
  await quiet()
  expect(table.lines.map((line) => line.events().length)).toEqual(before)
  // Not even her own page knows which is hers.
  expect(await atPage(app, table.sem.token).page()).not.toContain('Zilverreiger')
  await table.leads.lead('reveal')
  await expect.poll(() => table.lines[2]?.last()?.wall.texts.length).toBe(3)
  for (const { place } of table.lines[2]?.last()?.wall.texts ?? []) expect(place).toBeNull()
  const rows = await asMaintenance(app.owner, (trx) =>
    trx.selectFrom('meeting_text').selectAll().where('meeting_id', '=', table.meeting).execute(),
  )
  const places = [table.karin.at, table.noor.at, table.sem, table.hilde]
  const kept = JSON.stringify(rows)
  for (const { id, person } of places) for (const known of [id, person]) expect(kept).not.toContain(known)
  for (const id of ids) expect(kept).not.toContain(id)
  const page = await atPage(app, table.hilde.token).page()
  expect(page.match(/<i>zonder naam<\/i>/g)).toHaveLength(3)
  // What comes alone after it was opened would tell whose it is.
  const late = await atPage(app, table.hilde.token).post({
    do: 'write',
    id: randomId(),
    step: 'nameless',
    round: '1',
    body: 'Laat',
  })
  expect(JSON.parse(late.body)).toEqual({ done: false, reason: 'opened-already' })
  for (const line of table.lines) line.leave()
})

test('a link that is withdrawn hears no more, on the line that is still open', async () => {
  await using app = await testApp()
  await using server = await listening(app)
  const table = await heldAt(app, server.url, 'talk')
  const [, , sem] = table.lines
  const heard = sem?.events().length
  await asMaintenance(app.owner, (trx) =>
    trx
      .updateTable('meeting_link')
      .set({ revoked_at: app.clock.now() })
      .where('place_id', '=', table.sem.id)
      .execute(),
  )
  await table.leads.lead('extend')
  await sem?.ended
  expect(sem?.events()).toHaveLength(heard ?? -1)
  expect((await app.hono.request(`/g/${table.sem.token}/live`)).status).toBe(410)
  expect((await atPage(app, table.sem.token).post({ do: 'raise', is: 'true', id: randomId() })).status).toBe(
    410,
  )
  for (const line of table.lines) line.leave()
})

test('a page without a script: a turn, a pass and a text by posting forms', async () => {
  await using app = await testApp()
  const { meeting, karin, hilde } = await buildTable(app)
  const leads = atTable(app, meeting, karin)
  await leads.begin()
  const page = atPage(app, hilde.token)
  expect(await page.page()).toContain('Stap welcome')
  await leads.goTo('talk')
  expect(await page.page()).toContain('Passen mag altijd.')
  const post = (fields: Record<string, string>) =>
    app.hono.request(`/g/${hilde.token}/live`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ step: 'talk', round: '1', id: randomId(), ...fields }).toString(),
    })
  const passed = await post({ do: 'pass' })
  expect([passed.status, passed.headers.get('location')]).toEqual([303, `/g/${hilde.token}/live?lang=nl`])
  const me = (await leads.view()).room.people.find(({ place }) => place === hilde.id)
  expect([me?.turn, me?.unheard]).toEqual(['passed', true])
  expect((await post({ do: 'next' })).status).toBe(422)
  await leads.goTo('silent')
  await post({ do: 'write', step: 'silent', body: '<b>Ik & jij</b>' })
  expect(await page.page()).toContain('&lt;b&gt;Ik &amp; jij&lt;/b&gt;')
})
