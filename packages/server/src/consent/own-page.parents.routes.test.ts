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
      expect(readable((await own.get('/wie-keek')).text)).toContain('Iemand die voor jou mag beslissen')
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

  const asking = [
    { bornOn: '2015-06-01', age: 11, authority: 'parent' as const, may: true },
    { bornOn: '2011-06-01', age: 15, authority: 'guardian' as const, may: true },
    { bornOn: '2010-06-01', age: 16, authority: 'parent' as const, may: false },
  ]
  test.each(asking)('of someone of $age asks to correct or delete for her: $may', async (of) => {
    await using app = await testApp()
    const relation = await app.relation({ participants: [{ name: 'Lina', voice: 'youth' }] })
    const lina = relation.client.id as string as PersonId
    const mother = app.world.newId<PersonId>()
    const parents = [{ person: mother, name: 'Samira', authority: of.authority }]
    await keepFamily(app, relation, { person: lina, bornOn: of.bornOn, parents })
    const own = await ownPageOf(app, relation, lina)
    const words = { soort: 'correction', tekst: 'Ik heet Lina, met een i.' }
    expect((await own.post('/verzoek', { ...(await own.fieldsOf('/verzoek')), ...words })).status).toBe(303)
    const page = await ownPageOf(app, relation, mother)
    const below = `/kind/${lina}/verzoek`
    const asked = { soort: 'deletion', tekst: 'Graag de antwoorden weg.' }
    if (!of.may) {
      const whole = { id: app.world.newId<string>(), waar: relation.id, ...asked }
      expect([(await page.get(below)).status, (await page.post(below, whole)).status]).toEqual([404, 404])
      expect(readable((await page.get()).text)).not.toContain('voor Lina')
      expect(await app.audit('request.made')).toHaveLength(1)
      return
    }
    expect(readable((await page.get()).text)).toContain('Iets verbeteren of wissen voor Lina')
    // What the child asked herself is hers alone.
    expect(readable((await page.get(below)).text)).not.toContain('met een i')
    const fields = { ...(await page.fieldsOf(below)), ...asked }
    expect((await page.post(below, { ...fields, tekst: ' ' })).status).toBe(422)
    expect((await page.post(below, fields)).status).toBe(303)
    expect((await page.post(below, fields)).status).toBe(303)
    expect(readable((await page.get(below)).text)).toContain('Graag de antwoorden weg.')
    const noor = app.as(relation.by)
    const params = { relation: relation.id }
    const { requests } = await noor.call(personEndpoints.listRequests, { params })
    expect(requests.map(({ name, askedBy, kind }) => [name, askedBy, kind]).toSorted()).toEqual([
      ['Lina', null, 'correction'],
      ['Lina', 'Samira', 'deletion'],
    ])
    await app.answer({ in: relation })
    const request = requests.find((one) => one.askedBy !== null)?.id ?? ('' as never)
    const { deleted } = await noor.call(personEndpoints.handleRequest, {
      params: { ...params, request },
      body: { outcome: 'done', answer: 'Weg.', deletes: 'answers' },
    })
    expect(deleted).toMatchObject({ answers: 1 })
    expect(readable((await page.get(below)).text)).toContain('Gedaan: Weg.')
    // The child reads who asked what for her.
    const hers = readable((await own.get('/verzoek')).text)
    expect(hers).toContain('Gevraagd door Samira')
    expect(hers).toContain('Graag de antwoorden weg.')
    const taken = JSON.parse((await own.post('/download', { format: 'json' })).text)
    expect(taken.requests.map((one: { askedBy: string }) => one.askedBy).toSorted()).toEqual([
      'parent',
      'self',
    ])
    const asPage = await own.post('/download', { format: 'html' })
    expect(readable(asPage.text)).toContain('Graag de antwoorden weg. (Gevraagd door een ouder)')
    const made = await app.audit('request.made')
    expect(made.map((line) => line.actor)).toEqual([`person:${lina}`, `person:${mother}`])
    expect(readable((await own.get('/wie-keek')).text)).toContain('vroeg om gegevens te verbeteren of')
  })

  test('without authority, or of another child, asks nothing for her', async () => {
    await using app = await testApp()
    const relation = await app.relation({ participants: [{ name: 'Lina', voice: 'youth' }] })
    const lina = relation.client.id as string as PersonId
    const [mother, uncle] = [app.world.newId<PersonId>(), app.world.newId<PersonId>()]
    const both = (authority: 'guardian' | 'none') => [
      { person: mother, name: 'Samira' },
      { person: uncle, name: 'Karim', authority },
    ]
    await keepFamily(app, relation, { person: lina, bornOn: '2015-06-01', parents: both('guardian') })
    const page = await ownPageOf(app, relation, uncle)
    const fields = { ...(await page.fieldsOf(`/kind/${lina}/verzoek`)), soort: 'deletion', tekst: 'Weg.' }
    // His authority ends while the form is open.
    await keepFamily(app, relation, { person: lina, bornOn: '2015-06-01', parents: both('none') })
    expect((await page.post(`/kind/${lina}/verzoek`, fields)).status).toBe(404)
    const { page: other } = await buildMother(app)
    expect((await other.post(`/kind/${lina}/verzoek`, fields)).status).toBe(404)
    expect(await app.audit('request.made')).toEqual([])
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
