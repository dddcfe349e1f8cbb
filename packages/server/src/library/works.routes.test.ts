import { feedbackEndpoints } from '@weerklank/core/feedback/feedback.contract'
import { type Evidence, worksEndpoints } from '@weerklank/core/library/works.contract'
import type { AgreementId, PersonId } from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { asMaintenance } from '../db/maintenance.ts'
import { type TestApp, testApp } from '../test-app.ts'
import type { Person } from '../test-member.ts'
import { ownPageOf, speak } from '../test-own-page.ts'
import { reckonWorks } from './works.job.ts'

const day = 86_400_000

/** Reckons as the nightly job does. */
const reckon = (app: TestApp) => reckonWorks({ ...app, withOwner: (work) => work(app.owner) }, app.workspace)

/** Somebody of whom three checks lie before an agreement and three after it. */
async function somebody(app: TestApp, of: { by: Person; name: string; after?: string; yes?: boolean }) {
  const relation = await app.relation({ by: of.by, title: of.name, participants: [{ name: of.name }] })
  const person = relation.client.id as string as PersonId
  await speak(app, relation, { person, purpose: 'research', yes: of.yes ?? true })
  for (const value of ['5', '6', '5']) await answer(value)
  const agreement = app.world.newId<AgreementId>()
  const body = {
    id: agreement,
    text: 'Vaker bellen',
    participants: [relation.client.id],
    askBack: false,
    signals: [],
  }
  await app.as(of.by).call(feedbackEndpoints.agree, { params: { relation: relation.id }, body })
  for (let more = 0; more < 3; more++) await answer(of.after ?? '8')
  return { relation, person }

  async function answer(value: string) {
    app.clock.advance(day)
    await app.answer({ in: relation, value })
  }
}

async function fiveHere(app: TestApp) {
  const noor = await app.professional({ name: 'Noor' })
  const farid = await app.professional({ name: 'Farid' })
  const people = []
  for (const [at, name] of ['Lina', 'Samira', 'Ruben', 'Hamid', 'Eva'].entries())
    people.push(await somebody(app, { by: at < 3 ? noor : farid, name, after: at === 4 ? '4' : '8' }))
  return { noor, farid, people }
}

const ways = (evidence: readonly Evidence[]) =>
  evidence.flatMap((one) =>
    one.source === 'collaboration' ? [[one.title, one.before, one.after, one.way]] : [],
  )

const shown = async (app: TestApp, by: Person) =>
  (await app.as(by).call(worksEndpoints.whatWorks)).deeds.flatMap(({ deed, groups }) =>
    groups.flatMap(({ kind, result }) =>
      result.status === 'shown'
        ? [[deed, kind, result.people, result.higher, result.same, result.lower]]
        : [],
    ),
  )

test('what followed on agreements is told of five people, with what it rests on where one takes part', async () => {
  await using app = await testApp()
  const { noor, farid } = await fiveHere(app)
  await somebody(app, { by: noor, name: 'Wie nee zei', yes: false })
  expect(await shown(app, noor)).toEqual([])
  expect(await reckon(app)).toEqual({ traces: 5, told: 1 })
  const all = [
    ['agreement', null, 5, 4, 0, 1],
    ['agreement', 'interpersonal', 5, 4, 0, 1],
  ]
  expect(await shown(app, noor)).toEqual(all)
  const query = { deed: 'agreement', kind: 'interpersonal' as const }
  const hers = await app.as(noor).call(worksEndpoints.evidence, { query })
  expect(ways(hers.evidence)).toEqual([
    ['Ruben', 3, 3, 'higher'],
    ['Samira', 3, 3, 'higher'],
    ['Lina', 3, 3, 'higher'],
  ])
  const his = await app.as(farid).call(worksEndpoints.evidence, { query })
  expect(ways(his.evidence)).toEqual([
    ['Eva', 3, 3, 'lower'],
    ['Hamid', 3, 3, 'higher'],
  ])
  const other = { deed: 'agreement', kind: 'interprofessional' as const }
  expect((await app.as(farid).call(worksEndpoints.evidence, { query: other })).evidence).toEqual([])
  // Doing it again changes nothing.
  await reckon(app)
  expect(await shown(app, noor)).toEqual(all)
})

test('one who is new is not told of by herself, and one who withdraws is gone at once', async () => {
  await using app = await testApp()
  const { noor, farid, people } = await fiveHere(app)
  await reckon(app)
  const before = await shown(app, noor)
  await somebody(app, { by: farid, name: 'Sem', after: '2' })
  expect(await reckon(app)).toEqual({ traces: 6, told: 0 })
  expect(await shown(app, noor)).toEqual(before)
  const [lina] = people
  if (lina === undefined) throw new Error('Nobody here')
  const page = await ownPageOf(app, lina.relation, lina.person)
  await page.choose('/keuze/research', 'nee')
  const evidence = await app.as(noor).call(worksEndpoints.evidence, { query: { deed: 'agreement' } })
  expect(evidence.evidence.map(({ title }) => title)).toEqual(['Ruben', 'Samira'])
  expect(await reckon(app)).toEqual({ traces: 5, told: 0 })
  expect(await shown(app, noor)).toEqual(before)
})

test('when nobody is left whose answers it was told of, it is told no more', async () => {
  await using app = await testApp()
  const { noor, people } = await fiveHere(app)
  await reckon(app)
  expect(await shown(app, noor)).not.toEqual([])
  for (const { relation, person } of people) {
    const page = await ownPageOf(app, relation, person)
    await page.choose('/keuze/research', 'nee')
  }
  expect(await reckon(app)).toEqual({ traces: 0, told: 0 })
  expect((await app.as(noor).call(worksEndpoints.whatWorks)).deeds).toEqual([])
})

test('of fewer than five people, and of one colleague among several, nothing is told', async () => {
  await using app = await testApp()
  const noor = await app.professional({ name: 'Noor' })
  for (const name of ['Lina', 'Samira', 'Ruben', 'Hamid']) await somebody(app, { by: noor, name })
  await reckon(app)
  expect(await shown(app, noor)).toEqual([])
  await somebody(app, { by: noor, name: 'Eva' })
  await app.professional({ name: 'Farid' })
  await reckon(app)
  expect(await shown(app, noor)).toEqual([])
})

test('somebody who left and came back takes part twice: the night goes on, and she counts once', async () => {
  await using app = await testApp()
  const { noor, people } = await fiveHere(app)
  const twice = await comeBack(app, noor)
  // One agreement with both of her places, and checks from both.
  expect(await reckon(app)).toMatchObject({ traces: people.length + 1 })
  const all = await shown(app, noor)
  expect(all[0]?.slice(0, 3)).toEqual(['agreement', null, 6])
  const evidence = await app.as(noor).call(worksEndpoints.evidence, { query: { deed: 'agreement' } })
  expect(
    evidence.evidence.filter((one) => one.source === 'collaboration' && one.relation === twice.id),
  ).toHaveLength(1)
})

/** A collaboration in which one person stands twice, with three checks of each place before and after an agreement. */
async function comeBack(app: TestApp, by: Person) {
  const relation = await app.relation({ by, title: 'Sem', participants: [{ name: 'Sem' }, { name: 'Sem' }] })
  const places = relation.relation.participants.filter(({ member }) => member === null)
  const person = relation.client.id as string as PersonId
  await asMaintenance(app.owner, (trx) =>
    trx
      .updateTable('participant')
      .set({ person_id: person })
      .where(
        'id',
        'in',
        places.map(({ id }) => id),
      )
      .execute(),
  )
  await speak(app, relation, { person, purpose: 'research', yes: true })
  const answer = async (value: string) => {
    app.clock.advance(day)
    for (const participant of places) await app.answer({ in: relation, participant, value })
  }
  for (const value of ['5', '6', '5']) await answer(value)
  const body = {
    ...{ id: app.world.newId<AgreementId>(), text: 'Vaker bellen', askBack: false, signals: [] },
    participants: places.map(({ id }) => id),
  }
  await app.as(by).call(feedbackEndpoints.agree, { params: { relation: relation.id }, body })
  for (const value of ['8', '8', '9']) await answer(value)
  return relation
}

test('a guest reads none of it', async () => {
  await using app = await testApp()
  const guest = app.as(await app.professional({ name: 'Gast', role: 'guest' }))
  expect(await guest.refusal(worksEndpoints.whatWorks)).toMatchObject({ code: 'not-allowed' })
  const query = { deed: 'repair' }
  expect(await guest.refusal(worksEndpoints.evidence, { query })).toMatchObject({ code: 'not-allowed' })
})
