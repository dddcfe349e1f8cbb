/** A deletion on request and the files for research that left before: they are named, and marked. */
import { personEndpoints } from '@weerklank/core/consent/person.contract'
import { researchEndpoints } from '@weerklank/core/consent/research.contract'
import { expect, test } from 'vitest'
import { type TestApp, testApp } from '../test-app.ts'
import { buildMother, readable } from '../test-own-page.ts'

async function whoAsked(app: TestApp) {
  const mother = await buildMother(app)
  const { page, relation } = mother
  await page.choose('/keuze/research', 'ja')
  const fields = { ...(await page.fieldsOf('/verzoek')), soort: 'deletion', tekst: 'Graag alles weg.' }
  await page.post('/verzoek', fields)
  const noor = app.as(relation.by)
  const { requests } = await noor.call(personEndpoints.listRequests, { params: { relation: relation.id } })
  const request = requests[0]?.id
  if (request === undefined) throw new Error('She asked')
  const handle = () =>
    noor.call(personEndpoints.handleRequest, {
      params: { relation: relation.id, request },
      body: { outcome: 'done', answer: 'Weg.', deletes: 'answers' },
    })
  return { ...mother, handle }
}

async function researcherOf(app: TestApp) {
  const rik = app.as(await app.professional({ name: 'Rik', role: 'researcher' }))
  const leave = (title: string) =>
    rik.call(researchEndpoints.makeExport, {
      body: { id: app.world.newId(), title, format: 'csv', purpose: 'research' },
    })
  const marked = async () => {
    const { exports } = await rik.call(researchEndpoints.listExports)
    return Object.fromEntries(
      exports.map(({ title, withdrawn }) => [title, withdrawn.map(({ code }) => code)]),
    )
  }
  return { leave, marked }
}

test('what left with her answers is on the receipt, and the researcher sees whom to take out', async () => {
  await using app = await testApp()
  const { leave, marked } = await researcherOf(app)
  const { page, relation, handle } = await whoAsked(app)
  await leave('Leeg')
  app.clock.advance(60_000)
  await app.answer({ in: relation })
  app.clock.advance(60_000)
  await leave('Tussenrapport')
  const { deleted } = await handle()
  expect(deleted).toMatchObject({ answers: 1, cannotUndo: [{ kind: 'export', title: 'Tussenrapport' }] })
  expect(await marked()).toEqual({ Leeg: [], Tussenrapport: ['P01'] })
  const told = readable((await page.get('/gegevens')).text)
  expect(told).toContain('Dit kunnen we niet meer terughalen')
  expect(told).toContain('“Tussenrapport”, als bestand meegegeven')
})

test('during a running export: she is not in the file, or it is named and marked', async () => {
  await using app = await testApp()
  const { leave, marked } = await researcherOf(app)
  const { relation, handle } = await whoAsked(app)
  await app.answer({ in: relation })
  app.clock.advance(60_000)
  const [made, { deleted }] = await Promise.all([leave('Gelijk'), handle()])
  const isIn = made.file.content.includes('P01')
  expect(deleted?.cannotUndo.map(({ title }) => title)).toEqual(isIn ? ['Gelijk'] : [])
  expect(await marked()).toEqual({ Gelijk: isIn ? ['P01'] : [] })
})
