/** Beginning a round anew: nobody answers twice, nobody learns who or how many answered, and nothing of before is left. */
import type { RoundId } from '@weerklank/core/shared/ids'
import { teamEndpoints } from '@weerklank/core/team/team.contract'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { type Context, inContext } from '../db/context.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { type BuiltRound, buildRound, closeRound, marks, ticketsOf } from '../test-round.ts'
import { forgetAnswers } from './team.repository.ts'

const { renewRound, getRound } = teamEndpoints

async function renew(app: TestApp, round: BuiltRound): Promise<BuiltRound> {
  const body = { renewed: true } as const
  const made = await app.as(round.by).call(renewRound, { params: { round: round.id }, body })
  return { ...made, by: round.by, id: round.id }
}

/** What is stored of a round, as its owner would find it. */
function stored(app: TestApp, round: RoundId) {
  return asMaintenance(app.owner, async (trx) => {
    const of = <Table extends 'round_tally' | 'round_words' | 'round_ticket' | 'round_group'>(table: Table) =>
      trx
        .selectFrom(table as 'round_group')
        .selectAll()
        .where('round_id', '=', round)
        .execute()
    const groups = await of('round_group')
    return {
      tallies: (await of('round_tally')).length,
      words: (await of('round_words')).length,
      tickets: (await of('round_ticket')).length,
      answered: groups.reduce((sum, group) => sum + group.answered, 0),
    }
  })
}

const nothing = { tallies: 0, words: 0, answered: 0 }

test('every ticket ends, everybody gets a new one, and what was answered is gone', async () => {
  await using app = await testApp()
  const first = await buildRound(app, await app.professional(), { invited: { Noord: 6, Zuid: 7 } })
  for (const ticket of ticketsOf(app, first, 'Noord')) await ticket.post(marks(2, 'Haast.'))
  expect(await stored(app, first.id)).toMatchObject({ answered: 6, tickets: 13 })
  const second = await renew(app, first)
  expect(await stored(app, first.id)).toEqual({ ...nothing, tickets: 13 })
  expect(second.tickets.map(({ group, urls }) => [group, urls.length])).toEqual([
    ['Noord', 6],
    ['Zuid', 7],
  ])
  const old = new Set(first.tickets.flatMap(({ urls }) => urls))
  expect(second.tickets.flatMap(({ urls }) => urls).filter((url) => old.has(url))).toEqual([])
  for (const ticket of ticketsOf(app, first, 'Noord')) {
    expect((await ticket.get()).status).toBe(404)
    expect((await ticket.post(marks(2))).status).toBe(404)
  }
  for (const group of ['Noord', 'Zuid'])
    for (const ticket of ticketsOf(app, second, group)) await ticket.post(marks(9))
  await closeRound(app, second)
  const { outcome } = await app.as(first.by).call(getRound, { params: { round: first.id } })
  const noord = outcome?.groups.find(({ name }) => name === 'Noord')
  expect(noord?.answered).toMatchObject({ status: 'shown', n: 6 })
  expect(noord?.items[0]?.result).toMatchObject({ tally: [{ value: 9, count: 6 }] })
  expect(await app.audit('round.renewed')).toMatchObject([{ actor: first.by.member, subject_id: first.id }])
})

test('the answer is the same however many answered: one cannot tell nobody from everybody', async () => {
  await using app = await testApp()
  const by = await app.professional()
  await fc.assert(
    fc.asyncProperty(fc.nat(6), fc.nat(6), async (north, south) => {
      const round = await buildRound(app, by)
      const answering = [
        ...ticketsOf(app, round, 'Noord').slice(0, north),
        ...ticketsOf(app, round, 'Zuid').slice(0, south),
      ]
      for (const ticket of answering) await ticket.post(marks(5, 'Rust.'))
      const { round: told, tickets } = await renew(app, round)
      expect(told).toEqual(round.round)
      expect(tickets.map(({ group, urls }) => [group, urls.length])).toEqual([
        ['Noord', 6],
        ['Zuid', 6],
      ])
      expect(await stored(app, round.id)).toEqual({ ...nothing, tickets: 12 })
    }),
    { numRuns: 8 },
  )
})

test('renewing at the same time as answering, renewing and closing: never more answers or tickets than people', async () => {
  await using app = await testApp()
  const by = await app.professional()
  for (let turn = 0; turn < 4; turn += 1) {
    const round = await buildRound(app, by)
    const path = `/api/rounds/${round.id}`
    const again = () => app.as(by).request('POST', `${path}/tickets`, { renewed: true })
    const end = () => app.as(by).request('POST', `${path}/closed`, { closed: true })
    const answers = ticketsOf(app, round, 'Noord').map((ticket) => ticket.post(marks(5)))
    const replies = await Promise.all([again(), again(), ...(turn > 1 ? [end()] : [])])
    // Whoever comes after the end finds it closed; nothing else goes wrong.
    expect(replies.map(({ status }) => status).filter((status) => status !== 200 && status !== 409)).toEqual(
      [],
    )
    expect((await Promise.all(answers)).filter(({ status }) => status !== 200 && status !== 404)).toEqual([])
    const { tickets, ...counted } = await stored(app, round.id)
    if (turn > 1) expect(tickets).toBe(0)
    else expect({ tickets, ...counted }).toEqual({ ...nothing, tickets: 12 })
  }
})

test('only who made it begins anew, and only while it is open', async () => {
  await using app = await testApp()
  const farid = await app.professional({ name: 'Farid', role: 'coach' })
  const bram = await app.professional({ name: 'Bram' })
  const round = await buildRound(app, await app.professional(), { readers: [farid] })
  const asked = { params: { round: round.id }, body: { renewed: true } } as const
  const details = async (by: typeof farid) => app.as(by).call(getRound, { params: { round: round.id } })
  expect([(await details(round.by)).mayRenew, (await details(farid)).mayRenew]).toEqual([true, false])
  expect((await app.as(farid).refusal(renewRound, asked)).code).toBe('not-allowed')
  expect((await app.as(bram).refusal(renewRound, asked)).code).toBe('not-found')
  await closeRound(app, round)
  expect((await details(round.by)).mayRenew).toBe(false)
  expect((await app.as(round.by).refusal(renewRound, asked)).code).toBe('conflict')
  expect(await app.audit('round.renewed')).toEqual([])
})

test('the database lets only the program itself forget answers, and only while it renews', async () => {
  await using app = await testApp()
  const round = await buildRound(app, await app.professional())
  for (const ticket of ticketsOf(app, round, 'Noord')) await ticket.post(marks(4, 'Rust.'))
  const before = await stored(app, round.id)
  const base = { workspace: app.workspace, relations: [], rounds: [round.id] }
  const others: Context[] = [
    { ...base, actor: { member: round.by.member }, roles: ['professional'] },
    { ...base, actor: { member: round.by.member }, roles: ['professional'], purpose: 'renewal' },
    { ...base, actor: 'system' },
    { ...base, actor: 'link', purpose: 'renewal' },
    { ...base, actor: 'system', purpose: 'renewal', rounds: [] },
  ]
  for (const context of others) {
    // By a link the numbers of people may be raised, so there only the counts and words are tried.
    await inContext(app.db, context, async (trx) => {
      if (context.actor === 'link') await trx.deleteFrom('round_tally').execute()
      else await forgetAnswers(trx)
    })
    expect(await stored(app, round.id)).toEqual(before)
  }
})
