/** What a no is written down as: it stays in the record for good, so it must say what happened. */
import { researchEndpoints } from '@weerklank/core/consent/research.contract'
import type { PersonId } from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { buildMother, keepFamily, ownPageOf, storedGrants } from '../test-own-page.ts'

async function storedWords(app: TestApp, person: PersonId) {
  return asMaintenance(app.owner, async (trx) => {
    const events = await trx
      .selectFrom('consent_event')
      .select('decision')
      .where('person_id', '=', person)
      .orderBy('at')
      .execute()
    const receipts = await trx.selectFrom('receipt').select('id').where('person_id', '=', person).execute()
    return { words: events.map(({ decision }) => decision), receipts: receipts.length }
  })
}

test('the first no of one parent after the yes of the other is a refusal: nothing was in force', async () => {
  await using app = await testApp()
  const rik = app.as(await app.professional({ name: 'Rik', role: 'researcher' }))
  const relation = await app.relation({ participants: [{ name: 'Lina', voice: 'youth' }] })
  const lina = relation.client.id as string as PersonId
  const [mother, father] = [app.world.newId<PersonId>(), app.world.newId<PersonId>()]
  const parents = [
    { person: mother, name: 'Samira' },
    { person: father, name: 'Karim' },
  ]
  await keepFamily(app, relation, { person: lina, bornOn: '2016-06-01', parents })
  const hers = await ownPageOf(app, relation, mother)
  const his = await ownPageOf(app, relation, father)
  const below = `/kind/${lina}/keuze/research`
  await hers.choose(below, 'ja')
  await his.choose(below, 'nee')
  expect(await storedWords(app, lina)).toEqual({ words: ['given', 'refused'], receipts: 0 })
  const { people } = await rik.call(researchEndpoints.register)
  expect(people.map(({ consent }) => consent)).toEqual(['refused'])
  // He agrees after all, and the child ends what is in force: a withdrawal, though it is her first word.
  await his.choose(below, 'ja')
  expect(await storedGrants(app, lina)).toEqual(['research'])
  await (await ownPageOf(app, relation, lina)).choose('/keuze/research', 'nee')
  expect(await storedWords(app, lina)).toEqual({
    words: ['given', 'refused', 'given', 'withdrawn'],
    receipts: 1,
  })
})

test('the same no again is no second withdrawal', async () => {
  await using app = await testApp()
  const { person, page } = await buildMother(app)
  for (const answer of ['nee', 'nee', 'ja', 'nee', 'nee'] as const)
    await page.choose('/keuze/research', answer)
  const words = ['refused', 'refused', 'given', 'withdrawn', 'withdrawn']
  expect(await storedWords(app, person)).toEqual({ words, receipts: 1 })
})
