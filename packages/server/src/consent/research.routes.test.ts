import { existsSync, readFileSync } from 'node:fs'
import { researchEndpoints } from '@weerklank/core/consent/research.contract'
import type { PersonId } from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { type TestApp, testApp } from '../test-app.ts'
import { buildMother, ownPageOf, readable, speak } from '../test-own-page.ts'

async function participantWith(
  app: TestApp,
  of: { by: Awaited<ReturnType<TestApp['professional']>>; name: string },
) {
  const relation = await app.relation({ by: of.by, participants: [{ name: of.name }] })
  return { relation, person: relation.client.id as string as PersonId }
}

const exportBody = (app: TestApp, format: 'csv' | 'json' = 'csv') => ({
  ...{ id: app.world.newId(), title: 'Voorjaar', format, purpose: 'research' as const },
})

test('only a researcher comes in, and every reading is written down', async () => {
  await using app = await testApp()
  const rik = app.as(await app.professional({ name: 'Rik', role: 'researcher' }))
  const export_ = app.world.newId()
  for (const name of ['Noor', 'Ada'] as const) {
    const by = app.as(
      await app.professional({ name, role: name === 'Noor' ? 'professional' : 'administrator' }),
    )
    expect(await by.refusal(researchEndpoints.register)).toMatchObject({ code: 'not-allowed' })
    expect(await by.refusal(researchEndpoints.answers)).toMatchObject({ code: 'not-allowed' })
    expect(await by.refusal(researchEndpoints.listExports)).toMatchObject({ code: 'not-allowed' })
    expect(await by.refusal(researchEndpoints.makeExport, { body: exportBody(app) })).toMatchObject({
      code: 'not-allowed',
    })
    const publish = { params: { export: export_ }, body: { published: true as const } }
    expect(await by.refusal(researchEndpoints.publish, publish)).toMatchObject({ code: 'not-allowed' })
  }
  expect(await app.as(null).refusal(researchEndpoints.register)).toMatchObject({ code: 'not-signed-in' })
  await rik.call(researchEndpoints.register)
  await rik.call(researchEndpoints.answers)
  await rik.call(researchEndpoints.makeExport, { body: exportBody(app) })
  await rik.call(researchEndpoints.listExports)
  const actions = (await app.audit())
    .map((line) => line.action)
    .filter((action) => action.startsWith('research.'))
  expect(actions).toEqual([
    'research.register-read',
    'research.answers-read',
    'research.exported',
    'research.exports-read',
  ])
  const unknown = { params: { export: export_ }, body: { published: true as const } }
  expect(await rik.refusal(researchEndpoints.publish, unknown)).toMatchObject({ code: 'not-found' })
  expect(await rik.refusal(researchEndpoints.answers, { query: { from: -1 } })).toMatchObject({
    code: 'invalid-input',
  })
})

test('no file leaves to judge people at work or to buy care by', async () => {
  await using app = await testApp()
  const rik = app.as(await app.professional({ name: 'Rik', role: 'researcher' }))
  for (const purpose of ['personnel', 'purchasing'] as const) {
    const body = { ...exportBody(app), purpose }
    expect(await rik.refusal(researchEndpoints.makeExport, { body })).toMatchObject({
      code: 'purpose-refused',
    })
  }
  expect((await rik.call(researchEndpoints.listExports)).exports).toEqual([])
})

test('who did not consent counts in the register and is absent from the material', async () => {
  await using app = await testApp()
  const by = await app.professional()
  const rik = app.as(await app.professional({ name: 'Rik', role: 'researcher' }))
  const yes = await participantWith(app, { by, name: 'Lina' })
  const no = await participantWith(app, { by, name: 'Samira' })
  const unasked = await participantWith(app, { by, name: 'Joris' })
  await speak(app, yes.relation, { person: yes.person, purpose: 'research', yes: true })
  await speak(app, no.relation, { person: no.person, purpose: 'research', yes: false })
  for (const { relation } of [yes, no, unasked])
    await app.answer({ in: relation, fields: { 'a.heard': '7', open: 'geheim' } })
  const register = await rik.call(researchEndpoints.register)
  expect(register.people.map(({ code, consent, moments }) => [code, consent, moments.length])).toEqual([
    ['P01', 'given', 1],
    ['P02', 'refused', 1],
  ])
  expect(register.counts).toEqual({ source: 'register', people: 2, consented: 1, moments: 2 })
  const answers = await rik.call(researchEndpoints.answers)
  expect(answers).toMatchObject({
    source: 'material',
    counts: { source: 'material', people: 1, answers: 1 },
    next: null,
  })
  expect(answers.answers.map(({ code, answers: given }) => [code, given])).toEqual([['P01', { heard: 7 }]])
  const csv = await rik.call(researchEndpoints.makeExport, { body: exportBody(app) })
  const json = await rik.call(researchEndpoints.makeExport, { body: exportBody(app, 'json') })
  for (const { file, export: kept } of [csv, json]) {
    expect(kept.rows).toBe(1)
    expect(file.content).toContain('P01')
    for (const hidden of ['P02', 'geheim', 'Lina', 'Samira', yes.person])
      expect(file.content).not.toContain(hidden)
  }
})

test('after a withdrawal nothing is returned anywhere, the file is marked, and she hears what it holds', async () => {
  await using app = await testApp()
  const by = await app.professional()
  const rik = app.as(await app.professional({ name: 'Rik', role: 'researcher' }))
  const { relation, person } = await participantWith(app, { by, name: 'Samira' })
  const page = await ownPageOf(app, relation, person)
  await page.choose('/keuze/research', 'ja')
  await app.answer({ in: relation })
  const first = await rik.call(researchEndpoints.makeExport, { body: exportBody(app) })
  const second = { ...exportBody(app), title: 'Artikel' }
  await rik.call(researchEndpoints.makeExport, { body: second })
  await rik.call(researchEndpoints.publish, { params: { export: second.id }, body: { published: true } })
  const receipt = readable((await page.choose('/keuze/research', 'nee')).text)
  expect(receipt).toContain('“Voorjaar”, als bestand meegegeven op 19 november 2026.')
  expect(receipt).toContain('“Artikel”, gepubliceerd op 19 november 2026.')
  expect((await rik.call(researchEndpoints.answers)).counts).toMatchObject({ people: 0, answers: 0 })
  const { exports } = await rik.call(researchEndpoints.listExports)
  expect(exports.map((one) => one.withdrawn.map(({ code }) => code))).toEqual([['P01'], ['P01']])
  expect((await rik.call(researchEndpoints.register)).people).toMatchObject([
    { code: 'P01', consent: 'withdrawn' },
  ])
  const later = await rik.call(researchEndpoints.makeExport, { body: exportBody(app) })
  expect(later.file.content).not.toContain('P01')
  expect(
    await rik.refusal(researchEndpoints.makeExport, { body: { ...exportBody(app), id: first.export.id } }),
  ).toMatchObject({ code: 'conflict' })
})

const monitor = new URL('../../../../../shared/fixtures/monitor.json', import.meta.url)

// The numbers of domain.md §1.6. The folder stands beside the project and may be absent; the test then proves the same on
// the few rows that decide it, and says so in its name.
test(`the monitor's numbers: the register counts everybody, the material only who consented (${existsSync(monitor) ? 'whole fixture' : 'fixture absent: five rows'})`, async () => {
  await using app = await testApp()
  const by = await app.professional()
  const rik = app.as(await app.professional({ name: 'Rik', role: 'researcher' }))
  type Row = { pp: number; consent: boolean; t1: string; t2: string }
  const few: Row[] = [
    { pp: 1, consent: false, t1: 'nee', t2: 'nee' },
    { pp: 4, consent: true, t1: 'ja', t2: 'ja' },
    { pp: 5, consent: true, t1: 'nee', t2: 'nee' },
    { pp: 9, consent: false, t1: 'ja', t2: 'ja' },
    { pp: 10, consent: true, t1: 'nee', t2: 'ja' },
  ]
  const rows: Row[] = existsSync(monitor) ? JSON.parse(readFileSync(monitor, 'utf8')).participants : few
  for (const row of rows) {
    const { relation, person } = await participantWith(app, { by, name: `pp ${row.pp}` })
    await speak(app, relation, { person, purpose: 'research', yes: row.consent })
    for (const moment of [row.t1, row.t2]) if (moment === 'ja') await app.answer({ in: relation })
  }
  const register = await rik.call(researchEndpoints.register)
  const material = await rik.call(researchEndpoints.answers)
  const filled = rows.filter((row) => row.t1 === 'ja' || row.t2 === 'ja')
  // O1 and O6: nine filled in something without consent, and counts in the register only.
  expect(register.counts).toMatchObject({
    people: rows.length,
    consented: rows.filter((row) => row.consent).length,
  })
  expect(register.people.filter((one) => one.moments.length > 0)).toHaveLength(filled.length)
  expect(material.counts.people).toBe(filled.filter((row) => row.consent).length)
  if (rows.length === 10) {
    expect(register.counts).toMatchObject({ people: 10, consented: 8 })
    expect(register.people.filter((one) => one.moments.length > 0)).toHaveLength(6)
    expect(material.counts).toMatchObject({ people: 5, answers: 9 })
  }
})

test('an answer of after midnight is of the new day and month of the workspace, also where it is not yet so in Greenwich', async () => {
  await using app = await testApp()
  const rik = app.as(await app.professional({ name: 'Rik', role: 'researcher' }))
  const { relation, page } = await buildMother(app)
  await page.choose('/keuze/research', 'ja')
  app.clock.set('2026-11-30T23:30:00.000Z')
  await app.answer({ in: relation })
  const { answers } = await rik.call(researchEndpoints.answers)
  expect(answers.map(({ answeredOn }) => answeredOn)).toEqual(['2026-12-01'])
  const { people } = await rik.call(researchEndpoints.register)
  expect(people.flatMap(({ moments }) => moments.map(({ month }) => month))).toEqual(['2026-12-01'])
})
