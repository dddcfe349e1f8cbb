/** Who decides together reads the same text, each as it is written for her: on her own page, and read aloud by a professional. */
import type { Purpose } from '@weerklank/core/consent/consent'
import type { PersonId } from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { testApp } from '../test-app.ts'
import { keepFamily, ownPageOf, personsIn, readable } from '../test-own-page.ts'

const purpose: Purpose = 'research'

test('a youth of 13 and her mother decide together: `je` for her, `u` for her mother', async () => {
  await using app = await testApp()
  const relation = await app.relation({ participants: [{ name: 'Lina', voice: 'youth' }] })
  const lina = relation.client.id as string as PersonId
  const mother = app.world.newId<PersonId>()
  await keepFamily(app, relation, {
    ...{ person: lina, bornOn: '2013-06-01' },
    parents: [{ person: mother, name: 'Samira' }],
  })
  const told = (await personsIn(app, relation)).find(({ name }) => name === 'Lina')
  const deciders = told?.choices.find((choice) => choice.purpose === purpose)?.deciders ?? []
  expect(deciders.map(({ name, text }) => [name, text.level])).toEqual([
    ['Lina', 'child'],
    ['Samira', 'parent'],
  ])
  const [forLina, forSamira] = deciders.map(({ text }) => text)
  expect(forLina?.version).toBe(forSamira?.version)
  expect(forLina?.wording.what).not.toEqual(forSamira?.wording.what)
  const own = readable((await (await ownPageOf(app, relation, lina)).get(`/keuze/${purpose}`)).text)
  const hers = await (await ownPageOf(app, relation, mother)).get(`/kind/${lina}/keuze/${purpose}`)
  for (const [page, text, other] of [
    [own, forLina, forSamira],
    [readable(hers.text), forSamira, forLina],
  ] as const) {
    expect(page).toContain(text?.wording.whatIfNo)
    expect(page).not.toContain(other?.wording.whatIfNo)
  }
})

test('a grown-up client reads it as a parent does, a colleague as a professional', async () => {
  await using app = await testApp()
  const farid = await app.professional({ name: 'Farid' })
  const participants = [{ name: 'Mehmet' }, { name: 'Farid', voice: 'colleague' as const, member: farid }]
  const relation = await app.relation({ participants })
  const levelOf = async (by: typeof farid, name: string) => {
    const people = await personsIn(app, { ...relation, by })
    const one = people.find((person) => person.name === name)
    return one?.choices.find((choice) => choice.purpose === purpose)?.deciders.map(({ text }) => text.level)
  }
  expect(await levelOf(relation.by, 'Mehmet')).toEqual(['parent'])
  expect(await levelOf(farid, 'Farid')).toEqual(['professional'])
})
