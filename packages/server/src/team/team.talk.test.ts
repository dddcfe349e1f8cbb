/** What a round needs before it is sent out, what lies beside it, and what it says when groups look at each other. */
import { teamEndpoints } from '@weerklank/core/team/team.contract'
import { viewField } from '@weerklank/core/team/ticket-form'
import { expect, test } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { type BuiltRound, buildRound, closeRound, marks, roundBody, ticketsOf } from '../test-round.ts'

const { getRound, makeRound } = teamEndpoints

test.each([
  ['without a planned talk', { talk: null }, 'talk', 'Plan eerst het gesprek.'],
  [
    'with a talk before all have answered',
    { talk: { on: '2026-12-03' } },
    'talk',
    'Kies een dag nadat iedereen',
  ],
  ['with a talk long after', { talk: { on: '2027-03-01' } }, 'talk', 'Kies een dag binnen 60 dagen.'],
  [
    'with one group about itself',
    { form: 'between', instrument: 'between-check' },
    'groups',
    'Hiervoor zijn twee groepen',
  ],
  ['with a guess about nobody', { form: 'swap' }, 'groups', 'Hiervoor zijn twee groepen'],
  ['with questions that are none', { instrument: 'contact-check' }, 'instrument', 'unknown'],
  ['with questions about others, of itself', { instrument: 'between-check' }, 'instrument', 'unknown'],
])('%s nothing is sent out, and it says why', async (_, change, field, words) => {
  await using app = await testApp()
  const body = { ...roundBody(app, { invited: { Team: 12 } }), ...change } as ReturnType<typeof roundBody>
  const refused = await app.as(await app.professional()).refusal(makeRound, { body })
  expect([refused.code, Object.keys(refused.fields ?? {})]).toEqual(['invalid-input', [field]])
  expect(refused.fields?.[field]).toContain(words)
  expect(await asMaintenance(app.owner, (trx) => trx.selectFrom('round').selectAll().execute())).toEqual([])
})

test('a guess about the own group is refused', async () => {
  await using app = await testApp()
  const body = roundBody(app, { form: 'swap' })
  const groups = body.groups.map((group) => ({ ...group, about: group.id }))
  const refused = await app.as(await app.professional()).refusal(makeRound, { body: { ...body, groups } })
  expect(refused.fields?.groups).toContain('Een groep kan niet raden wat zij zelf zegt.')
})

test('nobody plans a talk in a meeting at which she does not sit, for a team or after a round that is none of hers', async () => {
  await using app = await testApp()
  const eva = await app.professional({ name: 'Eva' })
  const relation = await app.relation()
  const theirs = await buildRound(app, await app.professional({ name: 'Noor' }))
  const meeting = app.world.newId()
  for (const [change, field] of [
    [{ talk: { meeting } }, 'talk'],
    [{ circle: relation.id }, 'circle'],
    [{ follows: theirs.id }, 'follows'],
  ] as const) {
    const body = { ...roundBody(app), ...change } as ReturnType<typeof roundBody>
    const refused = await app.as(eva).refusal(makeRound, { body })
    expect(refused.fields).toEqual({ [field]: 'unknown' })
  }
})

test('who answers reads when it is talked about, before and after, and so does who reads the outcome', async () => {
  await using app = await testApp()
  const round = await buildRound(app, await app.professional())
  expect(round.round.talk).toEqual({ on: '2026-12-09', meeting: null })
  const [ticket] = ticketsOf(app, round)
  expect((await ticket?.get())?.text).toContain('We praten erover op woensdag 9 december.')
  expect((await ticket?.post(marks(6)))?.text).toContain('We praten erover op woensdag 9 december.')
})

test('a round of before, without talk and without a promised share, is read as it was', async () => {
  await using app = await testApp()
  const round = await buildRound(app, await app.professional())
  const [ticket, ...more] = ticketsOf(app, round, 'Noord')
  await asMaintenance(app.owner, (trx) =>
    trx
      .updateTable('round')
      .set({ talk_on: null, min_share: null, series_id: null })
      .where('id', '=', round.id)
      .execute(),
  )
  expect((await ticket?.get())?.text).not.toContain('We praten erover op')
  for (const one of [ticket, ...more]) await one?.post(marks(6))
  await closeRound(app, round)
  const details = await app.as(round.by).call(getRound, { params: { round: round.id } })
  expect(details).toMatchObject({ talk: null, minShare: null, trend: null })
  expect(details.outcome?.groups.map(({ answered }) => answered.status)).toEqual(['shown', 'shown', 'hidden'])
})

async function answered(app: TestApp, round: BuiltRound, mark: number): Promise<void> {
  for (const group of ['Noord', 'Zuid'])
    for (const ticket of ticketsOf(app, round, group)) await ticket.post(marks(mark))
  await closeRound(app, round)
}

test('what an earlier round of the same people showed lies beside the next, for who may read both', async () => {
  await using app = await testApp()
  const noor = await app.professional({ name: 'Noor' })
  const farid = await app.professional({ name: 'Farid' })
  const first = await buildRound(app, noor, { title: 'Voorjaar' })
  await answered(app, first, 4)
  app.clock.advance(86_400_000)
  const second = await buildRound(app, noor, { title: 'Najaar', follows: first.id, readers: [farid] })
  const params = { round: second.id }
  expect((await app.as(noor).call(getRound, { params })).trend).toBeNull()
  await answered(app, second, 7)
  const { trend } = await app.as(noor).call(getRound, { params })
  expect(trend?.points.map(({ title, other, items }) => [title, other, items[0]])).toEqual([
    ['Voorjaar', null, { item: 'trust', mean: 4, n: 12 }],
    ['Najaar', null, { item: 'trust', mean: 7, n: 12 }],
  ])
  expect((await app.as(farid).call(getRound, { params })).trend).toBeNull()
  const read = (await app.audit('round.read')).filter(({ subject_id }) => subject_id === first.id)
  expect(read.map(({ actor }) => actor)).toEqual([noor.member])
})

test('a missing profession is not heard: no gap with it, and nothing of it in any file', async () => {
  await using app = await testApp()
  const invited = { Artsen: 5, Begeleiders: 5, Ouders: 6 }
  const round = await buildRound(app, await app.professional(), {
    form: 'between',
    instrument: 'between-check',
    invited,
  })
  const about = (mark: number) =>
    Object.fromEntries(
      [0, 1].flatMap((place) =>
        ['reach', 'heard', 'work', 'effort'].map((item) => [viewField(place, item), `${mark}`]),
      ),
    )
  for (const group of ['Artsen', 'Begeleiders'])
    for (const ticket of ticketsOf(app, round, group)) await ticket.post(about(7))
  for (const ticket of ticketsOf(app, round, 'Ouders').slice(0, 4)) await ticket.post(about(1))
  await closeRound(app, round)
  const body = { purpose: 'leaving' as const, language: 'nl' as const }
  const { csv, outcome } = await app
    .as(round.by)
    .call(teamEndpoints.exportRound, { params: { round: round.id }, body })
  const nameOf = (id: string) => outcome.groups.find((group) => group.id === id)?.name
  expect(
    outcome.views.map(({ from, about, items }) => [nameOf(from), nameOf(about), items[0]?.result.status]),
  ).toEqual([
    ['Artsen', 'Begeleiders', 'shown'],
    ['Artsen', 'Ouders', 'shown'],
    ['Begeleiders', 'Artsen', 'shown'],
    ['Begeleiders', 'Ouders', 'shown'],
    ['Ouders', 'Artsen', 'hidden'],
    ['Ouders', 'Begeleiders', 'hidden'],
  ])
  expect(csv).toContain('Ouders over Artsen')
  expect(csv).toContain('Nog niet gehoord.')
  expect(JSON.stringify(outcome)).not.toContain('"value":1,')
})
