/** The report of a trajectory and the survey of a lecture on real parts: requests, database, pages, files. */
import { reportEndpoints } from '@weerklank/core/learning/report.contract'
import type { ReportDocument } from '@weerklank/core/learning/report.shape'
import { surveyEndpoints } from '@weerklank/core/learning/survey.contract'
import type { TrajectoryExportId, TrajectoryQuoteId } from '@weerklank/core/shared/ids'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { asMaintenance } from '../db/maintenance.ts'
import { readPdf, tagsOf } from '../reports/pdf.reader.fixture.ts'
import { readSav } from '../reports/sav.reader.fixture.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { publicUrl } from '../test-member.ts'
import { ownPath, type RunningTrajectory, runningTrajectory } from './nudge.fixture.ts'
import { byLearnerLink } from './own/own.fixture.ts'
import { consentTo, sayInTrajectory } from './report.fixture.ts'

const { getTrajectoryReport, writeTrajectoryReport, takeTrajectoryReport, listTrajectoryFiles } =
  reportEndpoints
const { publishTrajectoryFile, listTrajectoryQuotes, askTrajectoryQuote } = reportEndpoints

/** Anna and Bram consent, Chris does not; each said how it went, Anna and Chris wrote something too. */
async function reported(app: TestApp) {
  const of = await runningTrajectory(app)
  const [anna, bram, chris] = of.learners
  if (anna === undefined || bram === undefined || chris === undefined) throw new Error('There are three')
  for (const { id: learner } of [anna, bram]) {
    await consentTo(app, { trajectory: of.trajectory, learner, purposes: ['research'] })
  }
  const [tip] = await sayInTrajectory(app, of.trajectory, [
    {
      learner: anna.id,
      moment: 'T2',
      item: 'tops',
      body: 'Samen met Bram en deelnemer 3 oefenen hielp mij echt.',
    },
    { learner: anna.id, moment: 'T2', item: 'applied', choice: 'ja' },
    { learner: bram.id, moment: 'T2', item: 'applied', choice: 'enigszins' },
    { learner: chris.id, moment: 'T2', item: 'tops', body: 'Dit houd ik voor mijzelf.' },
  ])
  if (tip === undefined) throw new Error('It was said')
  const own = byLearnerLink(app, await ownPath(app, of, anna.id))
  return { of, anna, bram, tip, own, params: { trajectory: of.trajectory } }
}

const textOf = (document: ReportDocument) => JSON.stringify(document.parts)
const value = (document: ReportDocument, key: string) =>
  document.numbers.find((one) => one.key === key)?.value

function ask(app: TestApp, of: RunningTrajectory, wish: { of: string; words: string }) {
  const body = { id: app.world.newId<TrajectoryQuoteId>(), source: 'answer' as const, ...wish }
  return { params: { trajectory: of.trajectory }, body }
}

async function fetched(app: TestApp, of: RunningTrajectory, format: string) {
  const id = app.world.newId<TrajectoryExportId>()
  const path = takeTrajectoryReport.path.replace(':trajectory', of.trajectory)
  const reply = await app.hono.request(path, {
    ...{ method: 'POST', body: JSON.stringify({ id, format, purpose: 'research' }) },
    headers: { cookie: of.noor.cookie, 'x-weerklank': '1', 'content-type': 'application/json' },
  })
  return { id, status: reply.status, bytes: new Uint8Array(await reply.arrayBuffer()) }
}

const wordText = (bytes: Uint8Array) =>
  new TextDecoder().decode(unzipSync(bytes)['word/document.xml']).replace(/<[^>]+>/g, ' ')

test('a quote is printed only when its speaker consents to it and approves it, and goes with her no', async () => {
  await using app = await testApp()
  const { of, tip, own, params } = await reported(app)
  const noor = app.as(of.noor)
  const { words } = await noor.call(listTrajectoryQuotes, { params })
  // Of nobody without consent, and nobody else by name or number.
  expect(words.map((one) => one.words)).toEqual([
    'Samen met [naam] en [andere deelnemer] oefenen hielp mij echt.',
  ])
  const put = await noor.refusal(
    askTrajectoryQuote,
    ask(app, of, { of: tip, words: 'Oefenen helpt iedereen.' }),
  )
  expect(put).toMatchObject({ code: 'invalid-input', fields: { words: 'not-her-words' } })
  const wish = ask(app, of, { of: tip, words: 'Samen […] oefenen hielp mij echt.' })
  expect(await noor.call(askTrajectoryQuote, wish)).toMatchObject({ state: 'asked', learner: 1 })
  const before = (await noor.call(getTrajectoryReport, { params })).document
  expect(textOf(before)).not.toContain('hielp mij echt')
  // A yes needs her consent to be quoted at all: without it nothing can be stored.
  const path = `/uitspraken/${wish.body.id}`
  expect((await own.post(path, { besluit: 'ja' })).status).toBe(409)
  expect((await own.fill('/keuze/quotes-publish', { keuze: 'ja' })).status).toBe(303)
  expect((await own.get('/uitspraken')).text).toContain('Samen […] oefenen hielp mij echt.')
  expect((await own.post(path, { besluit: 'ja' })).status).toBe(303)
  const after = (await noor.call(getTrajectoryReport, { params })).document
  expect(textOf(after)).toContain('Samen […] oefenen hielp mij echt.')
  expect(wordText((await fetched(app, of, 'docx')).bytes)).toContain('hielp mij echt.” (deelnemer 1, T2)')
  // Taken back as a whole: the row goes with the consent, and the file that left is named.
  const no = await own.fill('/keuze/quotes-publish', { keuze: 'nee' })
  expect(no.status).toBe(303)
  const gone = (await noor.call(getTrajectoryReport, { params })).document
  expect(textOf(gone)).not.toContain('hielp mij echt')
  const left = await asMaintenance(app.owner, (trx) =>
    trx.selectFrom('trajectory_quote').select('id').where('workspace_id', '=', app.workspace).execute(),
  )
  expect(left).toEqual([])
})

test('who withdraws from research is in no number, file or quote from then on; what left says so', async () => {
  await using app = await testApp()
  const { of, tip, own, params } = await reported(app)
  const noor = app.as(of.noor)
  await noor.call(askTrajectoryQuote, ask(app, of, { of: tip, words: 'oefenen hielp mij echt' }))
  const before = (await noor.call(getTrajectoryReport, { params })).document
  expect([value(before, 'applied.T2.ja'), value(before, 'people.participants')]).toEqual([1, 3])
  const sav = await fetched(app, of, 'sav')
  const moments = readSav(sav.bytes)
  // One row per consenting person and moment; Chris is in none.
  const column = moments.variables.findIndex(({ name }) => name.toLowerCase() === 'learner')
  expect(new Set(moments.rows.map((row) => row[column]))).toEqual(new Set([1, 2]))
  const applied = moments.variables.find(({ name }) => name.toLowerCase() === 'applied')
  expect(applied?.values.get(9)).toBe('geen antwoord')
  await noor.call(publishTrajectoryFile, { params: { ...params, file: sav.id }, body: { published: true } })
  expect((await own.choose('nee')).status).toBe(303)
  const after = (await noor.call(getTrajectoryReport, { params })).document
  // The register is as it was; content of one is gone.
  expect([value(after, 'applied.T2.ja'), value(after, 'people.participants')]).toEqual([0, 3])
  expect((await noor.call(listTrajectoryQuotes, { params })).quotes).toEqual([])
  const { files } = await noor.call(listTrajectoryFiles, { params })
  expect(files[0]).toMatchObject({ withdrawn: [1], publishedAt: expect.any(String) as string })
  expect(files[0]?.changed).toContainEqual({
    ...{ key: 'applied.T2.ja', label: 'Toegepast, T2: ja', was: 1, is: 0 },
  })
  const receipt = await asMaintenance(app.owner, (trx) =>
    trx.selectFrom('receipt').select('report').where('workspace_id', '=', app.workspace).execute(),
  )
  expect(JSON.stringify(receipt)).toContain('"kind":"published"')
  const { rows } = readSav((await fetched(app, of, 'sav')).bytes)
  expect(new Set(rows.map((row) => row[column]))).toEqual(new Set([2]))
})

test('a report is kept over the version one saw, goes out in every format, and never to judge people', async () => {
  await using app = await testApp()
  const { of, params } = await reported(app)
  const noor = app.as(of.noor)
  const { kept } = await noor.call(getTrajectoryReport, { params })
  expect(kept.version).toBe(0)
  const own = {
    ...kept,
    parts: [{ kind: 'words' as const, words: '# Vooraf\nEen eigen zin.' }, ...kept.parts],
  }
  expect((await noor.call(writeTrajectoryReport, { params, body: own })).version).toBe(1)
  expect((await noor.refusal(writeTrajectoryReport, { params, body: own })).code).toBe('conflict')
  const pdf = await readPdf((await fetched(app, of, 'pdf')).bytes)
  expect(JSON.stringify(pdf.tags)).toContain('Een eigen zin.')
  for (const role of ['H1', 'H2', 'L', 'Table', 'TH']) expect(tagsOf(pdf.tags, role)).not.toEqual([])
  expect(pdf.loose).toEqual([])
  const zip = unzipSync((await fetched(app, of, 'csv')).bytes)
  expect(Object.keys(zip).toSorted()).toEqual(['codeboek.csv', 'gegevens.csv'])
  expect(new TextDecoder().decode(zip['codeboek.csv'])).toContain('applied,Toegepast,2,ja')
  expect((await fetched(app, of, 'xlsx')).status).toBe(200)
  const judged = {
    params,
    body: {
      id: app.world.newId<TrajectoryExportId>(),
      format: 'docx' as const,
      purpose: 'personnel' as const,
    },
  }
  expect((await noor.refusal(takeTrajectoryReport, judged)).code).toBe('purpose-refused')
  const bram = await app.professional({ name: 'Bram' })
  expect((await app.as(bram).refusal(getTrajectoryReport, { params })).code).toBe('not-found')
})

test('five people answer after a lecture, nobody twice, and nothing says who or when', async () => {
  await using app = await testApp()
  const of = await runningTrajectory(app)
  const noor = app.as(of.noor)
  const params = { trajectory: of.trajectory }
  const [lecture] = (await noor.call(surveyEndpoints.listLectureSurveys, { params })).lectures
  if (lecture === undefined) throw new Error('The template has a lecture that is open to all')
  const opened = await noor.call(surveyEndpoints.openLectureSurvey, {
    params: { ...params, event: lecture.event },
    body: { days: 7 },
  })
  const page = byLearnerLink(app, (opened.url ?? '').slice(publicUrl.length))
  const form = await page.get()
  const slip = /name="slip" value="([0-9a-f]{32})/.exec(form.text)?.[1] ?? ''
  const answer = { slip, 'a.working-together': 'hard', 'a.needed': 'Tijd, zegt Noor' }
  expect((await page.post('', answer)).text).toContain('Uw antwoord telt mee.')
  // The same page sent again counts once; one without an answer says what is missing.
  expect((await page.post('', answer)).status).toBe(200)
  expect((await page.fill('', {})).status).toBe(422)
  for (const _ of [1, 2, 3]) await page.fill('', { 'a.working-together': 'well', 'a.needed': 'Ruimte' })
  const told = async () => (await noor.call(getTrajectoryReport, { params })).document
  expect(value(await told(), 'lecture')).toBeNull()
  const four = await asMaintenance(app.owner, (trx) =>
    trx.selectFrom('lecture_answer').selectAll().where('workspace_id', '=', app.workspace).execute(),
  )
  // Nothing of a person or a moment in a row; the words are sorted and without names.
  expect(Object.keys(four[0] ?? {}).toSorted()).toEqual([
    'event_id',
    'item_key',
    'tally',
    'texts',
    'trajectory_id',
    'workspace_id',
  ])
  expect(four.find(({ item_key }) => item_key === 'needed')?.texts).toEqual([
    'Ruimte',
    'Ruimte',
    'Ruimte',
    'Tijd, zegt [naam]',
  ])
  await page.fill('', { 'a.working-together': 'well' })
  // While it is open nothing is told, also of five.
  expect(value(await told(), 'lecture')).toBeNull()
  await noor.call(surveyEndpoints.closeLectureSurvey, { params: { ...params, event: lecture.event } })
  expect(value(await told(), 'lecture')).toBe(5)
  expect((await page.get()).status).toBe(404)
  const slips = await asMaintenance(app.owner, (trx) =>
    trx.selectFrom('lecture_slip').selectAll().where('workspace_id', '=', app.workspace).execute(),
  )
  expect(slips).toEqual([])
})
