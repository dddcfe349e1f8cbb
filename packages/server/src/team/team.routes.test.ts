import { teamEndpoints } from '@weerklank/core/team/team.contract'
import { expect, test } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { runDueJobs } from '../jobs/jobs.ts'
import { testApp } from '../test-app.ts'
import { buildRound, closeRound, marks, roundBody, ticketsOf } from '../test-round.ts'
import { roundClose, roundCloseKind, roundComplete, roundCompleteKind } from './team.rounds.ts'

const outcomeOf = async (
  app: Awaited<ReturnType<typeof testApp>>,
  round: Awaited<ReturnType<typeof buildRound>>,
) => (await app.as(round.by).call(teamEndpoints.getRound, { params: { round: round.id } })).outcome

test('a round is made with its tickets, which nobody can ask for again', async () => {
  await using app = await testApp()
  const noor = await app.professional({ name: 'Noor' })
  const farid = await app.professional({ name: 'Farid', role: 'coach' })
  const body = roundBody(app, { invited: { Noord: 6, Zuid: 7 }, readers: [farid] })
  const { round, tickets } = await app.as(noor).call(teamEndpoints.makeRound, { body })
  expect(tickets.map(({ group, urls }) => [group, new Set(urls).size])).toEqual([
    ['Noord', 6],
    ['Zuid', 7],
  ])
  expect(tickets[0]?.urls[0]).toMatch(/^http:\/\/weerklank\.test\/r\/[\w-]{43}$/)
  expect(round).toMatchObject({ status: 'open', invited: 13, enough: false, outcome: null, madeBy: 'Noor' })
  expect(round.readers).toEqual(['Farid', 'Noor'])
  // Fourteen days on, at the end of the local day.
  expect(round.closesAt).toBe('2026-12-03T23:00:00.000Z')
  expect((await app.as(noor).refusal(teamEndpoints.makeRound, { body })).code).toBe('conflict')
  expect(await app.audit('round.made')).toMatchObject([
    { actor: noor.member, subject: 'round', subject_id: round.id },
  ])
})

test('one group is everybody; parts stand under their group', async () => {
  await using app = await testApp()
  const noor = await app.professional()
  const one = await buildRound(app, noor, { invited: { Team: 12 } })
  expect(one.round.groups).toMatchObject([{ parent: null, name: '', invited: 12 }])
  const body = roundBody(app, { invited: { Noord: 6 } })
  const part = { ...body.groups[0], name: 'Zuid-1', id: app.world.newId(), invited: 7 }
  delete (part as { parts?: unknown }).parts
  delete (part as { about?: unknown }).about
  const groups = [
    ...body.groups,
    { id: app.world.newId(), name: 'Zuid', invited: 0, parts: [part], about: null },
  ]
  const { round } = await app.as(noor).call(teamEndpoints.makeRound, { body: { ...body, groups } as never })
  const id = (name: string) => round.groups.find((group) => group.name === name)?.id
  expect(round.groups.map(({ name, parent, invited }) => [name, parent, invited])).toEqual([
    ['', null, 0],
    ['Noord', id(''), 6],
    ['Zuid', id(''), 0],
    ['Zuid-1', id('Zuid'), 7],
  ])
})

test.each([
  [
    'seven people',
    { Team: 7 },
    'Met 7 mensen kunnen we niemand anoniem houden: kies een gesprek in plaats van een peiling.',
  ],
  ['a group of three', { Noord: 9, Leiding: 3 }, 'Een groep met minder dan 5 mensen tonen we nooit.'],
  ['two of one name', { Noord: 9, noord: 9 }, 'Twee groepen hebben dezelfde naam.'],
])('with %s it says that it cannot be', async (_, invited, words) => {
  await using app = await testApp()
  const refused = await app
    .as(await app.professional())
    .refusal(teamEndpoints.makeRound, { body: roundBody(app, { invited }) })
  expect([refused.code, refused.fields?.groups?.startsWith(words)]).toEqual(['invalid-input', true])
})

test.each(['researcher', 'administrator', 'privacy-officer', 'guest'] as const)(
  'a %s makes no round and reads none',
  async (role) => {
    await using app = await testApp()
    const round = await buildRound(app, await app.professional())
    const by = app.as(await app.professional({ name: 'Ada', role }))
    const params = { round: round.id }
    const codes = [
      await by.refusal(teamEndpoints.makeRound, { body: roundBody(app) }),
      await by.refusal(teamEndpoints.listRounds),
      await by.refusal(teamEndpoints.getRound, { params }),
      await by.refusal(teamEndpoints.closeRound, { params, body: { closed: true } }),
    ].map(({ code }) => code)
    expect(codes).toEqual(['not-allowed', 'not-allowed', 'not-allowed', 'not-allowed'])
  },
)

test('nobody who may not read outcomes can be made a reader, nor someone from elsewhere', async () => {
  await using app = await testApp()
  await using elsewhere = await testApp()
  const noor = await app.professional()
  for (const reader of [
    await app.professional({ name: 'Ada', role: 'administrator' }),
    await app.professional({ name: 'Ilse', workspace: elsewhere.workspace }),
  ]) {
    const refused = await app
      .as(noor)
      .refusal(teamEndpoints.makeRound, { body: roundBody(app, { readers: [reader] }) })
    expect([refused.code, Object.keys(refused.fields ?? {})]).toEqual(['invalid-input', ['readers']])
  }
})

test('a coach sees the rounds of several teams by when they were made, without an outcome of any', async () => {
  await using app = await testApp()
  const cor = await app.professional({ name: 'Cor', role: 'coach' })
  const ids: string[] = []
  for (const title of ['Zuid', 'Aan de Vecht', 'Noord']) {
    const round = await buildRound(app, cor, { title })
    await closeRound(app, round)
    ids.unshift(round.id)
    app.clock.advance(60_000)
  }
  const { rounds } = await app.as(cor).call(teamEndpoints.listRounds)
  expect(rounds.map(({ id }) => id)).toEqual(ids)
  // By words of its own: a new field has to be thought about here (peers.md D13).
  expect([...new Set(rounds.flatMap((one) => Object.keys(one)))].sort()).toEqual(
    'closedAt closesAt id invited status title'.split(' '),
  )
})

test('a round exists only for who made it and those she lets read', async () => {
  await using app = await testApp()
  const noor = await app.professional()
  const farid = await app.professional({ name: 'Farid', role: 'trainer' })
  const bram = await app.professional({ name: 'Bram' })
  const round = await buildRound(app, noor, { readers: [farid] })
  await closeRound(app, round)
  const params = { round: round.id }
  for (const one of [noor, farid]) {
    expect((await app.as(one).call(teamEndpoints.listRounds)).rounds.map(({ id }) => id)).toEqual([round.id])
    expect((await app.as(one).call(teamEndpoints.getRound, { params })).outcome).not.toBeNull()
  }
  expect((await app.as(bram).call(teamEndpoints.listRounds)).rounds).toEqual([])
  expect((await app.as(bram).refusal(teamEndpoints.getRound, { params })).code).toBe('not-found')
  const body = { purpose: 'research' as const, language: 'nl' as const }
  expect((await app.as(bram).refusal(teamEndpoints.exportRound, { params, body })).code).toBe('not-found')
  expect(
    (await app.as(bram).refusal(teamEndpoints.closeRound, { params, body: { closed: true } })).code,
  ).toBe('not-found')
  await asMaintenance(app.owner, (trx) =>
    trx
      .updateTable('member')
      .set({ roles: ['administrator'] })
      .where('id', '=', farid.member)
      .execute(),
  )
  expect((await app.as(farid).refusal(teamEndpoints.getRound, { params })).code).toBe('not-allowed')
})

test('each look at an outcome is recorded, and each file', async () => {
  await using app = await testApp()
  const round = await buildRound(app, await app.professional())
  await closeRound(app, round)
  const params = { round: round.id }
  await outcomeOf(app, round)
  await outcomeOf(app, round)
  await app
    .as(round.by)
    .call(teamEndpoints.exportRound, { params, body: { purpose: 'research', language: 'en' } })
  const lines = (await app.audit()).filter(({ subject_id }) => subject_id === round.id)
  expect(lines.map(({ action }) => action)).toEqual([
    'round.made',
    'round.closed',
    'round.read',
    'round.read',
    'round.exported',
  ])
})

test.each(['personnel', 'purchasing'] as const)('no file leaves for %s', async (purpose) => {
  await using app = await testApp()
  const round = await buildRound(app, await app.professional())
  await closeRound(app, round)
  const asked = { params: { round: round.id }, body: { purpose, language: 'nl' as const } }
  expect((await app.as(round.by).refusal(teamEndpoints.exportRound, asked)).code).toBe('purpose-refused')
  expect(await app.audit('round.exported')).toEqual([])
})

test('with three groups of which one is small, the small one is hidden and nothing else is lost', async () => {
  await using app = await testApp()
  const round = await buildRound(app, await app.professional(), { invited: { Noord: 7, Zuid: 6, West: 6 } })
  for (const [group, count] of [
    ['Noord', 7],
    ['Zuid', 5],
    ['West', 3],
  ] as const) {
    for (const ticket of ticketsOf(app, round, group).slice(0, count))
      await ticket.post(marks(group === 'West' ? 1 : 8))
  }
  await closeRound(app, round)
  const outcome = await outcomeOf(app, round)
  expect(
    outcome?.groups.map(({ name, answered }) => [
      name,
      answered.status === 'shown' ? answered.n : answered.reason,
    ]),
  ).toEqual([
    ['', 12],
    ['Noord', 7],
    ['West', 'too-few'],
    ['Zuid', 5],
  ])
})

test('it closes by itself when its time has come: found so by who looks, and by the job', async () => {
  await using app = await testApp({ ownDatabase: true })
  const noor = await app.professional()
  const looked = await buildRound(app, noor)
  const left = await buildRound(app, noor)
  app.clock.set('2026-12-03T23:00:00.000Z')
  expect(await outcomeOf(app, looked)).not.toBeNull()
  const handlers = { [roundCloseKind]: roundClose(app), [roundCompleteKind]: roundComplete(app) }
  expect(await runDueJobs({ db: app.db, world: app.world, log: app.logger, handlers })).toBe(4)
  const rows = await asMaintenance(app.owner, (trx) =>
    trx.selectFrom('round').select(['id', 'closed_at']).execute(),
  )
  expect(rows.every(({ closed_at }) => closed_at !== null)).toBe(true)
  expect(
    await asMaintenance(app.owner, (trx) => trx.selectFrom('round_ticket').selectAll().execute()),
  ).toEqual([])
  const lines = await app.audit('round.closed')
  expect(lines.map(({ actor, subject_id }) => [actor, subject_id])).toEqual([
    ['system', looked.id],
    ['system', left.id],
  ])
})

test('closing again changes nothing', async () => {
  await using app = await testApp()
  const round = await buildRound(app, await app.professional())
  await closeRound(app, round)
  const outcome = await outcomeOf(app, round)
  app.clock.advance(60_000)
  await closeRound(app, round)
  expect(await outcomeOf(app, round)).toEqual(outcome)
  expect(await app.audit('round.closed')).toHaveLength(1)
})
