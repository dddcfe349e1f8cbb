/** Log, record and counters: answering leaves no line anywhere, and a failure says nothing of what was answered. */
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { type TestApp, testApp } from '../test-app.ts'
import { publicUrl } from '../test-member.ts'
import { buildRound, marks, ticketOf, ticketsOf } from '../test-round.ts'

/** The counters without what every process has. */
async function counters(app: TestApp): Promise<string> {
  const text = await (await app.hono.request(`${publicUrl}/metrics`)).text()
  return text.replace(/^(process_.*|.*"\/metrics".*)$/gm, '')
}

test('opening, answering, answering again and trying a link that is none leave no line in log, record or counters', async () => {
  await using app = await testApp()
  const round = await buildRound(app, await app.professional())
  const ticket = ticketOf(app, round)
  await app.hono.request(`${publicUrl}/metrics`)
  const before = { audit: await app.audit(), counters: await counters(app) }
  await ticket.get()
  await ticket.post({})
  await ticket.post(marks(3, 'Meer rust.'))
  await ticket.post(marks(9))
  await app.link(`${publicUrl}/r/${'A'.repeat(43)}`).get()
  expect(app.log).toEqual([])
  expect(await app.audit()).toEqual(before.audit)
  expect(await counters(app)).toBe(before.counters)
})

test('the same look finds the line and the count that a check leaves', async () => {
  await using app = await testApp()
  const { link } = await app.answer({ value: '8' })
  const before = { audit: await app.audit(), counters: await counters(app) }
  await link.get()
  expect(await app.audit()).not.toEqual(before.audit)
  expect(await counters(app)).not.toBe(before.counters)
})

test('when counting fails, the log holds neither link, group, mark nor words, and nothing is counted', async () => {
  await using app = await testApp({ ownDatabase: true })
  const round = await buildRound(app, await app.professional())
  const [ticket, other] = ticketsOf(app, round)
  await sql`alter table round_words add constraint full_disk check (item_id is null) not valid`.execute(
    app.owner,
  )
  const reply = await ticket?.post(marks([10, 10, 10, 10, 10], 'Het is hier nooit rustig.'))
  expect(reply?.status).toBeGreaterThanOrEqual(500)
  expect(reply?.text).toContain('Het is hier nooit rustig.')
  expect(app.log).toHaveLength(1)
  const written = app.logText()
  for (const secret of ['rustig', ticket?.token ?? '', ...round.round.groups.map(({ id }) => id)]) {
    expect(written).not.toContain(secret)
  }
  expect(written).not.toMatch(/[0-9a-f]{64}|\b10\b/)
  await sql`alter table round_words drop constraint full_disk`.execute(app.owner)
  expect((await ticket?.post(marks(10)))?.status).toBe(200)
  expect((await other?.post(marks(10)))?.status).toBe(200)
  const { rows } = await sql<{ n: number }>`select sum(answered)::int as n from round_group`.execute(
    app.owner,
  )
  expect(rows[0]?.n).toBe(2)
})
