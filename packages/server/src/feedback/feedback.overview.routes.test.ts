/** The list of collaborations and *Vandaag*: what asks for attention first. */

import { feedbackEndpoints } from '@weerklank/core/feedback/feedback.contract'
import { relationEndpoints } from '@weerklank/core/relation/relation.contract'
import type { AgreementId, ContactId } from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { answerFields } from '../test-factories.ts'

const { listRelations, today, closeSignals, agree, relationFeedback } = feedbackEndpoints
const hour = 3_600_000
const day = 24 * hour

async function plan(app: TestApp, of: Awaited<ReturnType<TestApp['relation']>>, at: string) {
  const body = { id: app.world.newId<ContactId>(), kind: 'contact' as const, at, place: 'thuis', summary: '' }
  await app.as(of.by).call(relationEndpoints.planContact, { params: { relation: of.id }, body })
}

test('an empty workspace has an empty list and an empty day', async () => {
  await using app = await testApp()
  const noor = app.as(await app.professional())
  expect(await noor.call(listRelations)).toMatchObject({ relations: [], total: 0, next: null })
  expect(await noor.call(today)).toEqual({ attention: [], more: 0, agreements: [], contacts: [] })
})

test('those that ask for attention come first, the newest in front, then by title', async () => {
  await using app = await testApp()
  const by = await app.professional()
  const built = new Map<string, Awaited<ReturnType<TestApp['relation']>>>()
  for (const title of ['Zus', 'Aap', 'Noot', 'Mies']) built.set(title, await app.relation({ by, title }))
  for (const title of ['Mies', 'Zus']) {
    const relation = built.get(title)
    await app.answer({ ...(relation && { in: relation }), value: '2' })
    app.clock.advance(hour)
  }
  const titles = async () => (await app.as(by).call(listRelations)).relations.map((one) => one.title)
  expect(await titles()).toEqual(['Zus', 'Mies', 'Aap', 'Noot'])
  const [zus] = (await app.as(by).call(listRelations)).relations
  const body = {
    signals: (zus?.signals ?? []).map((one) => one.id),
    outcome: 'not-applicable' as const,
    note: '',
  }
  await app
    .as(by)
    .call(closeSignals, { params: { relation: zus?.id ?? built.get('Zus')?.id } as never, body })
  expect(await titles()).toEqual(['Mies', 'Aap', 'Noot', 'Zus'])
})

test('the list holds one’s own relations only, and tells what a line needs', async () => {
  await using app = await testApp({ now: '2026-11-19T08:00:00.000Z' })
  const eva = await app.professional({ name: 'Eva' })
  await app.relation({ by: eva, title: 'Van Eva' })
  const relation = await app.relation({ participants: [{ name: 'Lina' }, { name: 'Fons', voice: 'father' }] })
  await app.answer({ in: relation, value: '8' })
  await plan(app, relation, '2026-11-18T09:00:00.000Z')
  await plan(app, relation, '2026-11-26T09:00:00.000Z')
  await plan(app, relation, '2026-12-03T09:00:00.000Z')
  const { relations, total } = await app.as(relation.by).call(listRelations)
  expect([relations.map((one) => one.title), total]).toEqual([['Lina en Noor'], 1])
  expect(relations[0]).toMatchObject({
    ...{ lastAnswerAt: '2026-11-19T08:00:00.000Z', nextContactAt: '2026-11-26T09:00:00.000Z', signals: [] },
  })
  expect(relations[0]?.participants.map((one) => one.name).toSorted()).toEqual(['Fons', 'Lina', 'Noor'])
})

const searches: [search: string, found: string[]][] = [
  ['lina', ['Lina en Noor']],
  ['LINA', ['Lina en Noor']],
  ['school', ['Lina en Noor']],
  ['100%', ['100% samen']],
  ['%', ['100% samen']],
  ['_', []],
  ['\\', []],
  ["'; drop table relation; --", []],
  ['é', ['Zoë en René']],
  ['zoë', ['Zoë en René']],
  ['niets', []],
]

test('a search finds titles, purposes and names, to the letter but not to the capital', async () => {
  await using app = await testApp()
  const by = await app.professional()
  await app.relation({ by, title: 'Lina en Noor', purpose: 'naar school' })
  await app.relation({ by, title: '100% samen', participants: [{ name: 'Fons' }] })
  await app.relation({ by, title: 'Zoë en René', participants: [{ name: 'Zoë' }] })
  for (const [search, found] of searches) {
    const { relations, total } = await app.as(by).call(listRelations, { query: { search } })
    expect([relations.map((one) => one.title), total], search).toEqual([found, found.length])
  }
})

test.each(['%00', 'x'.repeat(101), '%1b'])(
  'a search for %s is refused, never a fault of ours',
  async (search) => {
    await using app = await testApp()
    const reply = await app.as(await app.professional()).request('GET', `/api/relations?search=${search}`)
    expect(reply).toMatchObject({ status: 422, body: { error: { fields: { search: expect.any(String) } } } })
  },
)

test('a long list comes in pages without a gap or a double', async () => {
  await using app = await testApp()
  const by = await app.professional()
  const titles = Array.from({ length: 53 }, (_, i) => `Relatie ${String(i).padStart(2, '0')}`)
  for (const title of titles) await app.relation({ by, title })
  const first = await app.as(by).call(listRelations)
  expect([first.relations.length, first.total, first.next]).toEqual([50, 53, 50])
  const second = await app.as(by).call(listRelations, { query: { from: String(first.next) } as never })
  expect([second.relations.length, second.total, second.next]).toEqual([3, 53, null])
  expect([...first.relations, ...second.relations].map((one) => one.title)).toEqual(titles)
  const beyond = await app.as(by).call(listRelations, { query: { from: '1000000' } as never })
  expect([beyond.relations, beyond.next]).toEqual([[], null])
})

test('a card of today shows the line of who it is about, with a gap for a missed check', async () => {
  await using app = await testApp({ now: '2026-11-02T08:00:00.000Z' })
  const relation = await app.relation()
  const at: string[] = []
  for (const value of ['8', null, '2.5']) {
    at.push(app.clock.now())
    await (value === null ? app.invite({ in: relation }) : app.answer({ in: relation, value }))
    app.clock.advance(7 * day)
  }
  const { attention, more } = await app.as(relation.by).call(today)
  expect(more).toBe(0)
  expect(
    attention.map((card) => [card.title, card.signals[0]?.finding.rule, card.recent, card.cutoff]),
  ).toEqual([
    [
      'Lina en Noor',
      'low-item',
      [
        { at: at[0], score: 8 },
        { at: at[1], score: null },
        { at: at[2], score: 2.5 },
      ],
      expect.any(Number),
    ],
  ])
})

test('a card names an item as it was asked, also when another check names it otherwise', async () => {
  await using app = await testApp()
  const by = await app.professional()
  for (const [title, instrument] of [
    ['Een keer', 'single-contact'],
    ['Vaker', 'contact-check'],
  ] as const) {
    const asked = await app.invite({ in: await app.relation({ by, title }) })
    await asMaintenance(app.owner, (trx) =>
      trx
        .updateTable('invitation')
        .set({ instrument_id: instrument, instrument_version: 1 })
        .where('id', '=', asked.invitation.id)
        .execute(),
    )
    expect((await asked.link.answer({ 'a.whole': '2' })).status).toBe(200)
  }
  const { attention } = await app.as(by).call(today)
  expect(new Map(attention.map((card) => [card.title, card.itemLabels.whole?.nl]))).toEqual(
    new Map([
      ['Een keer', 'Dit gesprek'],
      ['Vaker', 'Alles bij elkaar'],
    ]),
  )
})

test('eight cards are shown and the rest is counted', async () => {
  await using app = await testApp()
  const by = await app.professional()
  for (let i = 0; i < 10; i++)
    await app.answer({ in: await app.relation({ by, title: `R${i}` }), value: '2' })
  const { attention, more } = await app.as(by).call(today)
  expect([attention.length, more]).toEqual([8, 2])
})

test('today is the day of the workspace: what is said just after midnight in Amsterdam counts, the next day does not', async () => {
  await using app = await testApp({ now: '2026-11-18T23:30:00.000Z' })
  const relation = await app.relation()
  const moments = [
    '2026-11-18T22:59:59.000Z',
    '2026-11-18T23:00:00.000Z',
    '2026-11-19T22:59:59.000Z',
    '2026-11-19T23:00:00.000Z',
  ]
  for (const at of moments) await plan(app, relation, at)
  const { contacts } = await app.as(relation.by).call(today)
  expect(contacts.map((one) => one.at)).toEqual(moments.slice(1, 3))
  expect(contacts[0]).toMatchObject({ title: 'Lina en Noor', place: 'thuis', askBack: false })
  expect(contacts[0]?.participants.map((one) => one.name)).toEqual(['Lina'])
})

test('what was agreed waits on the page of today until it changed something, and a while after', async () => {
  await using app = await testApp({ now: '2026-11-19T08:00:00.000Z' })
  const relation = await app.relation()
  const noor = app.as(relation.by)
  const params = { relation: relation.id }
  const id = app.world.newId<AgreementId>()
  const body = {
    id,
    text: 'Eerst bijpraten.',
    participants: [relation.client.id],
    askBack: true,
    signals: [],
  }
  await noor.call(agree, { params, body })
  await noor.call(agree, {
    params,
    body: { ...body, id: app.world.newId<AgreementId>(), text: 'Zonder navraag.', askBack: false },
  })
  await plan(app, relation, '2026-11-19T13:00:00.000Z')
  const seen = await noor.call(today)
  expect(seen.agreements.map((one) => [one.text, one.state, one.names, one.nextContactAt])).toEqual([
    ['Eerst bijpraten.', 'to-ask', ['Lina'], '2026-11-19T13:00:00.000Z'],
  ])
  expect(seen.contacts.map((one) => one.askBack)).toEqual([true])
  await app.answer({ in: relation, fields: { ...answerFields('8'), [`e.${id}`]: 'changed' } })
  expect((await noor.call(today)).agreements.map((one) => one.state)).toEqual(['changed'])
  app.clock.advance(15 * day)
  expect((await noor.call(today)).agreements).toEqual([])
  expect((await noor.call(relationFeedback, { params })).agreements).toHaveLength(2)
})

test('a closed relation asks for nothing', async () => {
  await using app = await testApp()
  const { relation } = await app.answer({ value: '2' })
  await plan(app, relation, app.clock.now())
  const noor = app.as(relation.by)
  await noor.call(relationEndpoints.closeRelation, {
    params: { relation: relation.id },
    body: { closed: true },
  })
  expect(await noor.call(today)).toEqual({ attention: [], more: 0, agreements: [], contacts: [] })
})
