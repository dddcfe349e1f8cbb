/** What is kept around a person is in what she takes along: family, links, files for research, looks in an emergency. */
import { emergencyEndpoints } from '@weerklank/core/access/emergency.contract'
import { researchEndpoints } from '@weerklank/core/consent/research.contract'
import { relationEndpoints } from '@weerklank/core/relation/relation.contract'
import type { PersonId } from '@weerklank/core/shared/ids'
import { addDays } from '@weerklank/core/shared/time'
import { expect, test } from 'vitest'
import { type TestApp, testApp } from '../test-app.ts'
import { keepFamily, ownPageOf, readable } from '../test-own-page.ts'

async function family(app: TestApp) {
  const participants = [
    { name: 'Samira', voice: 'mother' as const, address: 'u' as const },
    { name: 'Lina', address: 'je' as const },
  ]
  const relation = await app.relation({ participants })
  const [mother, child] = ['Samira', 'Lina'].map((name) => {
    const found = relation.relation.participants.find((one) => one.name === name)
    return found?.id as string as PersonId
  })
  if (mother === undefined || child === undefined) throw new Error('Both take part')
  await keepFamily(app, relation, {
    ...{ person: child, bornOn: '2014-05-01', parents: [{ person: mother, name: 'Samira' }] },
  })
  return {
    relation,
    mother: await ownPageOf(app, relation, mother),
    child: await ownPageOf(app, relation, child),
  }
}

test('family, links, files and emergencies are in what she takes along, as data and as a page', async () => {
  await using app = await testApp()
  const { relation, mother, child } = await family(app)
  await mother.choose('/keuze/research', 'ja')
  await app.answer({ in: relation, fields: { 'a.heard': '7' } })
  const rik = app.as(await app.professional({ name: 'Rik', role: 'researcher' }))
  const body = {
    id: app.world.newId(),
    title: 'Voorjaar',
    format: 'csv' as const,
    purpose: 'research' as const,
  }
  await rik.call(researchEndpoints.makeExport, { body })
  const eva = app.as(await app.professional({ name: 'Eva' }))
  await eva.call(emergencyEndpoints.openEmergency, {
    body: {
      id: app.world.newId(),
      title: relation.relation.title,
      reason: 'Noor is plotseling ziek geworden.',
    },
  })
  const taken = JSON.parse((await mother.post('/download', { format: 'json' })).text)
  expect(taken).toMatchObject({
    family: { parents: [], children: [{ name: 'Lina', authority: 'parent' }] },
    links: [{ madeAt: expect.any(String), until: expect.any(String), withdrawnAt: null }],
    researchFiles: [{ title: 'Voorjaar', publishedAt: null, youStoppedAt: null }],
    emergencies: [{ name: 'Eva', reason: 'Noor is plotseling ziek geworden.' }],
    whoLookedIsCut: false,
  })
  const page = readable((await mother.post('/download', { format: 'html' })).text)
  for (const said of [
    'Uw kind: Lina (ouder met gezag)',
    'Voorjaar',
    'Eva. Noor is plotseling ziek geworden.',
  ]) {
    expect(page).toContain(said)
  }
  const hers = JSON.parse((await child.post('/download', { format: 'json' })).text)
  expect(hers).toMatchObject({
    family: { parents: [{ name: 'Samira', authority: 'parent' }], children: [] },
    researchFiles: [],
  })
  // Links are told by their dates, never by what opens them.
  expect(JSON.stringify(taken)).not.toContain(mother.path.split('/')[2])
})

test('where not every look fits it says so', async () => {
  await using app = await testApp()
  const { relation, mother } = await family(app)
  const noor = app.as(relation.by)
  expect(readable((await mother.get('/wie-keek')).text)).not.toContain('Dit zijn de laatste keren.')
  for (let day = 0; day < 101; day++) {
    app.clock.set(addDays(app.clock.now(), 1))
    await noor.call(relationEndpoints.getRelation, { params: { relation: relation.id } })
  }
  const again = await ownPageOf(app, relation, relation.client.id as string as PersonId)
  expect(readable((await again.get('/wie-keek')).text)).toContain(
    'Dit zijn de laatste keren. Alles staat in het bestand bij “Wat er van u bewaard wordt”.',
  )
})
