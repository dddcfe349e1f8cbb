/** Page source, headers and error texts: the same for everybody, whatever was answered and whether it was. */
import { expect, test } from 'vitest'
import { type TestApp, testApp } from '../test-app.ts'
import type { LinkReply } from '../test-link.ts'
import { publicUrl } from '../test-member.ts'
import { buildRound, closeRound, marks, type Ticket, ticketsOf } from '../test-round.ts'

/** All that a browser gets, without the link that it came by. */
function seen(ticket: Pick<Ticket, 'token'>, reply: LinkReply): string {
  const headers = [...reply.headers].map(([name, value]) => `${name}: ${value}`).sort()
  return `${reply.status}\n${headers.join('\n')}\n\n${reply.text}`.replaceAll(ticket.token, 'link')
}

async function tickets(app: TestApp): Promise<[Ticket, Ticket, Ticket, Ticket]> {
  const round = await buildRound(app, await app.professional())
  const [a, b, c] = ticketsOf(app, round, 'Noord')
  const [d] = ticketsOf(app, round, 'Zuid')
  if (a === undefined || b === undefined || c === undefined || d === undefined)
    throw new Error('four tickets')
  return [a, b, c, d]
}

test('after answering the page is the same to the byte, whatever was answered, by whom, in which group, once or twice', async () => {
  await using app = await testApp()
  const [a, b, c, d] = await tickets(app)
  const first = seen(a, await a.post(marks(0)))
  app.clock.advance(3_600_000)
  expect(seen(a, await a.post(marks(10)))).toBe(first)
  expect(seen(b, await b.post(marks([10, 9, 8, null, null], 'Heel ander antwoord.')))).toBe(first)
  expect(seen(c, await c.post(marks([null, null, null, null, null], 'Alleen woorden.')))).toBe(first)
  expect(seen(d, await d.post(marks(5)))).toBe(first)
  expect(first).not.toMatch(/set-cookie|etag|last-modified/i)
  expect(first).toContain('Daarom kunt u hier niet teruglezen wat u koos.')
})

test('whoever kept the links cannot look up who answered: the page before and after is one', async () => {
  await using app = await testApp()
  const [a, b] = await tickets(app)
  const before = seen(a, await a.get())
  await a.post(marks(3, 'Meer rust.'))
  expect(seen(a, await a.get())).toBe(before)
  expect(seen(b, await b.get())).toBe(before)
  // Nor by trying what cannot be counted.
  const nothing = marks([null, null, null, null, null])
  const refused = seen(a, await a.post(nothing))
  expect(refused).toContain('Er is nog niets om te tellen.')
  expect(seen(b, await b.post(nothing))).toBe(refused)
})

test('a link that is none, one of a closed round that was used and one that was not are told the same', async () => {
  await using app = await testApp()
  const round = await buildRound(app, await app.professional())
  const [used, unused] = ticketsOf(app, round)
  if (used === undefined || unused === undefined) throw new Error('two tickets')
  await used.post(marks(3))
  await closeRound(app, round)
  const none = app.link(`${publicUrl}/r/${'A'.repeat(43)}`)
  const noLink = app.link(`${publicUrl}/r/kort`)
  for (const act of [(one: Ticket) => one.get(), (one: Ticket) => one.post(marks(5))]) {
    const replies = await Promise.all(
      [used, unused, none, noLink].map(async (one) => seen(one, await act(one))),
    )
    expect(new Set(replies).size).toBe(1)
    expect(replies[0]).toMatch(/^404\n/)
  }
})

test('also when its time has passed and nobody closed it', async () => {
  await using app = await testApp()
  const [a] = await tickets(app)
  app.clock.advance(20 * 86_400_000)
  const none = app.link(`${publicUrl}/r/${'A'.repeat(43)}`)
  expect(seen(a, await a.post(marks(3)))).toBe(seen(none, await none.post(marks(3))))
})

test('the look is no blind one: a page that shows what was answered differs', async () => {
  await using app = await testApp()
  const one = await app.answer({ value: '8' })
  const two = await app.answer({ value: '3' })
  const [first, second] = [one.link, two.link]
  expect(seen(first, await first.get())).not.toBe(seen(second, await second.get()))
})
