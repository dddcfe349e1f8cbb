/** What a professional writes down for a parent: a yes waits for the parent herself, a no does not. */
import { personEndpoints } from '@weerklank/core/consent/person.contract'
import type { PersonId } from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { testApp } from '../test-app.ts'
import {
  keepFamily,
  ownPageOf,
  personsIn,
  readable,
  speak,
  storedGrants,
  storedMaterial,
} from '../test-own-page.ts'

test('a yes that a parent spoke for her child is kept, and in force when she confirms it on her own page', async () => {
  await using app = await testApp()
  const relation = await app.relation({ participants: [{ name: 'Lina', voice: 'youth' }] })
  const lina = relation.client.id as string as PersonId
  const mother = app.world.newId<PersonId>()
  await keepFamily(app, relation, {
    person: lina,
    bornOn: '2016-06-01',
    parents: [{ person: mother, name: 'Samira' }],
  })
  const words = { person: lina, purpose: 'research' as const, by: mother, as: 'parent' as const }
  const { choice } = await speak(app, relation, { ...words, yes: true })
  expect(choice.status).toMatchObject({
    state: 'waiting',
    waitingFor: [{ who: 'parent', person: mother, why: 'not-confirmed' }],
  })
  expect(choice.deciders.find((one) => one.person === mother)?.said).toMatchObject({ method: 'spoken' })
  await app.answer({ in: relation })
  expect([await storedGrants(app, lina), await storedMaterial(app, lina)]).toEqual([[], 0])
  const hers = await ownPageOf(app, relation, mother)
  const below = `/kind/${lina}/keuze/research`
  expect(readable((await hers.get(below)).text)).toContain('Samira: zei ja, moet dat hier zelf bevestigen')
  await hers.choose(below, 'ja')
  expect(await storedGrants(app, lina)).toEqual(['research'])
  await app.answer({ in: relation })
  expect(await storedMaterial(app, lina)).toBe(1)
  const { receipt } = await speak(app, relation, { ...words, yes: false })
  expect(receipt?.plan).toMatchObject({ deletes: 1 })
  expect([await storedGrants(app, lina), await storedMaterial(app, lina)]).toEqual([[], 0])
})

test('who works in the collaboration cannot be named as a parent', async () => {
  await using app = await testApp()
  const bram = await app.professional({ name: 'Bram' })
  const participants = [
    { name: 'Lina', voice: 'youth' as const },
    { name: 'Bram', voice: 'colleague' as const, member: bram },
  ]
  const relation = await app.relation({ participants })
  const people = await personsIn(app, relation)
  const idOf = (name: string) => people.find((one) => one.name === name)?.person ?? ('' as PersonId)
  const params = { relation: relation.id, person: idOf('Lina') }
  const own = people.find((one) => one.isMember && one.name !== 'Bram')?.person ?? ('' as PersonId)
  for (const person of [idOf('Bram'), own]) {
    const body = { bornOn: '2016-06-01', parents: [{ person, name: 'Samira', authority: 'parent' as const }] }
    expect(await app.as(relation.by).refusal(personEndpoints.editPerson, { params, body })).toMatchObject({
      code: 'invalid-input',
      fields: { parents: 'colleague' },
    })
  }
})
