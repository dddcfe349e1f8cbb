import { feedbackEndpoints } from '@weerklank/core/feedback/feedback.contract'
import { relationEndpoints } from '@weerklank/core/relation/relation.contract'
import { addDays, clock, localDay } from '@weerklank/core/shared/time'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asMaintenance, createWorkspace } from '../access/accounts.ts'
import { allRows, countRows, emptyApp, filledApp } from './demo.fixture.ts'
import { fillDemo, fillDemoIfNew } from './demo.ts'
import { demoMembers } from './people.ts'

// A Thursday: the day of the pictures that this story comes from.
const thursday = '2026-11-19T08:00:00.000Z'
const zone = 'Europe/Amsterdam'

type Filled = Awaited<ReturnType<typeof filledApp>>

/** For tests that only look. */
let app: Filled
let asFilled: Awaited<ReturnType<typeof allRows>>
beforeAll(async () => {
  app = await filledApp(thursday)
  asFilled = await allRows(app)
})
afterAll(async () => {
  await app[Symbol.asyncDispose]()
})

test('home of Noor is the home of the pictures', async () => {
  const noor = await app.as('noor')
  const today = await noor.call(feedbackEndpoints.today)
  expect(today.attention.map(({ title, signals }) => [title, signals[0]?.finding])).toEqual([
    ['Lina en Samira', { rule: 'low-item', item: 'how', value: 5, previous: 7.4, below: 6 }],
    ['Meneer De Wit', { rule: 'ceiling', run: 4, from: 9.9 }],
    ['Yara en Sem', { rule: 'no-check', since: expect.any(String), unanswered: 2, windowDays: 28 }],
  ])
  expect(today.more).toBe(0)
  expect(today.agreements.map(({ text, state, nextContactAt }) => [text, state, nextContactAt])).toEqual([
    ['Als we starten, dan zegt Lina eerst wat zij wil bespreken.', 'to-ask', '2026-11-19T08:30:00.000Z'],
    ['Eerst bellen met school, dan pas mailen.', 'to-ask', '2026-11-23T09:00:00.000Z'],
    ['We beginnen elk gesprek met vijf minuten stilte.', 'changed', '2026-11-19T10:15:00.000Z'],
  ])
  expect(today.contacts.map(({ title, at, askBack }) => [title, clock(at, 'nl', zone), askBack])).toEqual([
    ['Lina en Samira', '09.30', true],
    ['Meneer De Wit', '11.15', false],
    ['Open dialoog rond Sem', '14.00', false],
  ])
})

test('the line of Lina is the line of the pictures', async () => {
  const noor = await app.as('noor')
  const { relations } = await noor.call(feedbackEndpoints.listRelations, { query: { search: 'lina' } })
  const params = { relation: relations[0]?.id ?? '' }
  const { participants, contacts } = await noor.call(relationEndpoints.getRelation, { params })
  const { responses, invitations } = await noor.call(feedbackEndpoints.relationFeedback, { params })
  const lina = participants[0]
  expect(participants.map(({ name, voice }) => [name, voice])).toEqual([
    ['Lina', 'youth'],
    ['Samira', 'mother'],
    ['Fons', 'partner'],
    ['Noor Bakker', 'professional'],
  ])
  const line = invitations
    .filter((one) => one.participant === lina?.id)
    .map(({ contact, sentAt }) => {
      const answers = responses.find(
        (one) => one.contact === contact && one.participant === lina?.id,
      )?.answers
      const sum = Object.values(answers ?? {}).reduce((total, value) => total + value, 0)
      return [localDay(sentAt, zone), answers === undefined ? null : Math.round(sum * 2.5) / 10]
    })
  expect(line).toEqual([
    ['2026-09-03', 6.2],
    ['2026-09-10', 5.9],
    ['2026-09-17', 6.8],
    ['2026-09-24', 7.4],
    ['2026-10-01', null],
    ['2026-10-08', 7.1],
    ['2026-10-15', 7.6],
    ['2026-10-22', 5.6],
    ['2026-10-29', 7.3],
    ['2026-11-05', 7.8],
    ['2026-11-12', 7.9],
    ['2026-11-17', 6.1],
  ])
  const repair = contacts.find(({ kind }) => kind === 'repair-talk')
  expect([localDay(repair?.at ?? '', zone), repair?.summary]).toEqual([
    '2026-10-23',
    'Lina: “Ik dacht dat je alleen met mama praatte.” Noor: “Dat had ik niet gezien.”',
  ])
})

test('each person sees what she takes part in, and an administrator sees no content', async () => {
  const titles = async (key: 'noor' | 'bram' | 'farid') => {
    const { relations } = await (await app.as(key)).call(feedbackEndpoints.listRelations)
    return relations.map(({ title }) => title).sort()
  }
  expect(await titles('noor')).toEqual([
    'Joke en Femke',
    'Lina en Samira',
    'Meneer De Wit',
    'Noor en Bram',
    'Open dialoog rond Sem',
    'Pleeggezin rond Daan',
    'Rond het gezin van Yara',
    'Team ambulante begeleiding',
    'Wijkteam en De Linde',
    'Yara en Sem',
  ])
  expect(await titles('bram')).toEqual([
    'Farid en Bram',
    'Grace',
    'Jorik en Mila',
    'Leernetwerk Luisteren in de wijk',
    'Noor en Bram',
    'Team ambulante begeleiding',
  ])
  expect(await titles('farid')).toEqual([
    'Farid en Bram',
    'Leernetwerk Luisteren in de wijk',
    'Open dialoog rond Sem',
    'Pleeggezin rond Daan',
    'Rond het gezin van Yara',
    'Ruben',
    'Team ambulante begeleiding',
  ])
  const karin = await app.as('karin')
  expect((await karin.refusal(feedbackEndpoints.listRelations)).code).toBe('not-allowed')
  const noor = await app.as('noor')
  const closed = await noor.call(feedbackEndpoints.listRelations, { query: { closed: 'yes' } })
  expect(closed.relations.map(({ title }) => title)).toEqual(['Mevrouw Van Dam', 'Wies en Thijs'])
})

test('a demo that is there stays as it is', async () => {
  const before = await allRows(app)
  app.clock.set(addDays(thursday, 40))
  try {
    expect(await fillDemo(app.deps)).toBe(app.workspace)
    await fillDemoIfNew(app.deps)
    expect(await allRows(app)).toEqual(before)
  } finally {
    app.clock.set(thursday)
  }
})

test('two processes that start at once fill one demo, the same to the letter as any other of that moment', async () => {
  await using twice = await emptyApp(thursday)
  const [one, other] = await Promise.all([fillDemo(twice.deps), fillDemo(twice.deps)])
  expect(other).toBe(one)
  expect(await allRows(twice)).toEqual(asFilled)
})

test('a fill that was cut off is taken up again', async () => {
  await using again = await emptyApp(thursday)
  const unpublished = { ...again.content.contactCheck, version: 99 }
  const broken = { ...again.deps, content: { ...again.content, contactCheck: unpublished } }
  await expect(fillDemo(broken)).rejects.toThrow('foreign key')
  expect(await countRows(again, 'member')).toBe(demoMembers.length)
  expect(await countRows(again, 'relation')).toBe(0)
  await fillDemoIfNew(again.deps)
  expect(await allRows(again)).toEqual(asFilled)
})

test('beside a real workspace the demo comes only when it is asked for', async () => {
  await using real = await emptyApp(thursday)
  await asMaintenance(real.owner, (trx) =>
    createWorkspace(trx, real.world, { name: 'De Eik', isDemo: false }),
  )
  await fillDemoIfNew(real.deps)
  expect(await countRows(real, 'workspace')).toBe(1)
  await fillDemo(real.deps)
  expect(await countRows(real, 'workspace')).toBe(2)
  expect(await countRows(real, 'relation')).toBe(await countRows(app, 'relation'))
})
