import { personEndpoints } from '@weerklank/core/consent/person.contract'
import type { PersonId } from '@weerklank/core/shared/ids'
import { describe, expect, test } from 'vitest'
import { testApp } from '../test-app.ts'
import {
  buildMother,
  keepFamily,
  ownPageOf,
  readable,
  speak,
  storedGrants,
  storedMaterial,
} from '../test-own-page.ts'

describe('a parent', () => {
  const ages = [
    { bornOn: '2015-06-01', age: 11, without: true, withYes: true },
    { bornOn: '2014-06-01', age: 12, without: false, withYes: true },
    { bornOn: '2011-06-01', age: 15, without: false, withYes: true },
    { bornOn: '2010-06-01', age: 16, without: false, withYes: false },
  ]
  test.each(ages)('of someone of $age reads her answers only where the rules allow it', async (of) => {
    await using app = await testApp()
    const relation = await app.relation({ participants: [{ name: 'Lina', voice: 'youth' }] })
    const lina = relation.client.id as string as PersonId
    const mother = app.world.newId<PersonId>()
    await keepFamily(app, relation, {
      person: lina,
      bornOn: of.bornOn,
      parents: [{ person: mother, name: 'Samira' }],
    })
    await app.answer({ in: relation, fields: { 'a.heard': '7', open: 'van Lina zelf' } })
    const page = await ownPageOf(app, relation, mother)
    const reads = async () => (await page.get(`/kind/${lina}/antwoorden`)).text.includes('van Lina zelf')
    expect(await reads()).toBe(of.without)
    if (of.age >= 12 && of.age < 16) {
      const own = await ownPageOf(app, relation, lina)
      await own.choose('/keuze/parents-read', 'ja')
      expect(await reads()).toBe(of.withYes)
      expect(readable((await own.get('/wie-keek')).text)).toContain('Iemand die voor u mag beslissen')
      // She takes it back while her mother's page is open: the next look shows nothing.
      await own.choose('/keuze/parents-read', 'nee')
      expect(await reads()).toBe(false)
    }
    if (of.age === 16) expect((await page.get(`/kind/${lina}/antwoorden`)).status).toBe(404)
  })

  test('and her child of 13 decide together; either ends it; without authority she decides nothing', async () => {
    await using app = await testApp()
    const relation = await app.relation({ participants: [{ name: 'Lina', voice: 'youth' }] })
    const lina = relation.client.id as string as PersonId
    const [mother, uncle] = [app.world.newId<PersonId>(), app.world.newId<PersonId>()]
    const parents = [
      { person: mother, name: 'Samira' },
      { person: uncle, name: 'Karim', authority: 'none' as const },
    ]
    await keepFamily(app, relation, { person: lina, bornOn: '2013-06-01', parents })
    const own = await ownPageOf(app, relation, lina)
    const hers = await ownPageOf(app, relation, mother)
    await own.choose('/keuze/research', 'ja')
    expect(await storedGrants(app, lina)).toEqual([])
    expect(readable((await own.get('/keuze/research')).text)).toContain('Samira: nog geen antwoord')
    await hers.choose(`/kind/${lina}/keuze/research`, 'ja')
    expect(await storedGrants(app, lina)).toEqual(['research'])
    await app.answer({ in: relation })
    expect(await storedMaterial(app, lina)).toBe(1)
    await hers.choose(`/kind/${lina}/keuze/research`, 'nee')
    expect([await storedGrants(app, lina), await storedMaterial(app, lina)]).toEqual([[], 0])
    const noor = app.as(relation.by)
    const link = { params: { relation: relation.id, person: uncle } }
    expect(await noor.refusal(personEndpoints.makePersonLink, link)).toMatchObject({ code: 'not-found' })
    const spoken = speak(app, relation, {
      person: lina,
      purpose: 'research',
      yes: true,
      by: uncle,
      as: 'parent',
    })
    await expect(spoken).rejects.toThrow('no-authority')
  })

  test('finds nobody else behind the address of a child', async () => {
    await using app = await testApp()
    const { page } = await buildMother(app)
    const stranger = await buildMother(app)
    for (const id of [stranger.person, app.world.newId<string>(), 'x']) {
      expect((await page.get(`/kind/${id}/keuze/research`)).status).toBe(404)
      expect((await page.get(`/kind/${id}/antwoorden`)).status).toBe(404)
    }
  })
})
