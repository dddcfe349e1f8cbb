import { checkExportEndpoints } from '@weerklank/core/feedback/check-export.contract'
import { importForms } from '@weerklank/core/feedback/fhir.import'
import { importResponse } from '@weerklank/core/feedback/fhir.response'
import type { InvitationId, RelationId, ResponseId } from '@weerklank/core/shared/ids'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { asMaintenance } from '../db/maintenance.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { type Person, publicUrl } from '../test-member.ts'
import { readSav } from './sav.reader.fixture.ts'

const { exportChecks } = checkExportEndpoints

/** Two answers in one collaboration: one with everything, one with a question left empty and a formula as words. */
async function answered(app: TestApp) {
  const noor = await app.professional()
  const relation = await app.relation({ by: noor, participants: [{ name: 'Líva; van "Es"' }] })
  await app.answer({ in: relation, value: '8' })
  const fields = { 'a.heard': '2', 'a.what': '7', 'a.whole': '6.5', open: '=1+1; of zo' }
  await app.answer({ in: relation, fields })
  return { noor, relation }
}

async function file(app: TestApp, by: Person, query: Record<string, string>): Promise<Response> {
  const path = `/api/exports/checks?${new URLSearchParams({ purpose: 'care', ...query })}`
  return app.hono.request(publicUrl + path, { headers: { cookie: by.cookie } })
}

const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer())

test('for a Dutch spreadsheet: a line per check, words for what was left empty, formulas as text', async () => {
  await using app = await testApp({ now: '2026-11-19T08:30:00.000Z' })
  const { noor, relation } = await answered(app)
  const response = await file(app, noor, { format: 'csv-dutch' })
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(response.headers.get('content-disposition')).toContain('weerklank-checks-2026-11-19.csv')
  const text = await response.text()
  const [head = '', ...lines] = text.trimEnd().split('\r\n')
  expect(head.split(';').slice(1, 5)).toEqual([
    'Samenwerking (kenmerk)',
    'Samenwerking',
    'Wie (kenmerk)',
    'Wie',
  ])
  expect(lines).toHaveLength(2)
  const [full, half] = lines.toSorted((a, b) => Number(a.includes('=1')) - Number(b.includes('=1')))
  expect(full).toContain(`;${relation.id};Lina en Noor;`)
  expect(full).toContain(';"Líva; van ""Es""";client;contact-check;')
  expect(full).toMatch(/;2026-11-19 09:30:00;8;8;8;8;8;$/)
  expect(half).toMatch(/;2;7;niet ingevuld;6,5;"'=1\+1; of zo"$/)
})

test('tidy: a line per question that was asked, and one for the words', async () => {
  await using app = await testApp()
  const { noor } = await answered(app)
  const text = await (await file(app, noor, { format: 'csv-tidy' })).text()
  const rows = text
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','))
  expect(rows[0]?.slice(-4)).toEqual(['item', 'question', 'value', 'text'])
  const ofEmpty = rows.filter((row) => row.at(-2) === '' && row.at(-4) !== 'open')
  expect(rows).toHaveLength(1 + 2 * 4 + 1)
  expect(ofEmpty.map((row) => row.at(-4))).toEqual(['how'])
  expect(rows.find((row) => row.at(-4) === 'open')?.at(-1)).toBe("'=1+1; of zo")
})

test('JSON, Excel and SPSS hold the same rows', async () => {
  await using app = await testApp()
  const { noor } = await answered(app)
  const json = await app.as(noor).call(exportChecks, { query: { format: 'json', purpose: 'care' } })
  expect(json.rows.map((row) => row.contact_check_how).toSorted()).toEqual([-9, 8])
  const sav = readSav(await bytesOf(await file(app, noor, { format: 'sav' })))
  expect(sav.variables.map(({ name }) => name)).toEqual(json.columns.map(({ name }) => name))
  const how = sav.variables.find(({ name }) => name === 'contact_check_how')
  expect([how?.missing, how?.values.get(-9), how?.values.has(10)]).toEqual([[-9], 'niet ingevuld', true])
  expect(sav.rows.map((row) => row.at(-1)).toSorted()).toEqual(['', '=1+1; of zo'])
  const book = unzipSync(await bytesOf(await file(app, noor, { format: 'xlsx' })))
  const sheet = new TextDecoder().decode(book['xl/worksheets/sheet1.xml'])
  expect(sheet.match(/<row>/g)).toHaveLength(3)
  expect(sheet).toContain('>=1+1; of zo<')
  expect(sheet).not.toContain('<f>')
})

test('FHIR: the check is a form that our own side for programs takes, and each answer fits it', async () => {
  await using app = await testApp()
  const { noor } = await answered(app)
  const response = await file(app, noor, { format: 'fhir' })
  expect(response.headers.get('content-type')).toBe('application/fhir+json')
  const bundle = JSON.parse(await response.text())
  const [form] = importForms(bundle)
  if (form?.model == null) throw new Error('The form was refused')
  const { model } = form
  expect(form.report).toEqual([])
  const answers = bundle.entry.filter(
    ({ resource }: { resource: { resourceType: string } }) => resource.resourceType !== 'Questionnaire',
  )
  expect(answers).toHaveLength(2)
  for (const { resource } of answers) {
    const read = importResponse(resource, model)
    expect([read.status, read.report]).toEqual(['completed', []])
    expect(read.answers?.items.length).toBeGreaterThan(3)
  }
})

test('each collaboration in a file can read that it was, and for what', async () => {
  await using app = await testApp()
  const { noor, relation } = await answered(app)
  await app.relation({ by: noor, title: 'Nog zonder antwoord' })
  await (await file(app, noor, { format: 'csv-tidy', purpose: 'team-discussion' })).text()
  expect(await app.audit('checks.exported')).toMatchObject([{ actor: noor.member }])
  const rows = await asMaintenance(app.owner, (trx) =>
    trx
      .selectFrom('audit_shown')
      .innerJoin('audit_event', 'audit_event.id', 'audit_shown.event_id')
      .select(['audit_shown.relation_id', 'audit_event.subject'])
      .where('audit_shown.action', '=', 'checks.exported')
      .where('audit_shown.workspace_id', '=', app.workspace)
      .execute(),
  )
  expect(rows).toEqual([{ relation_id: relation.id, subject: 'checks:team-discussion' }])
})

test('only her own: one collaboration, all of them, and none of a colleague', async () => {
  await using app = await testApp()
  const { noor, relation } = await answered(app)
  const eva = await app.professional({ name: 'Eva' })
  const query = (of: RelationId) => ({ query: { format: 'json', purpose: 'care', relation: of } as const })
  expect((await app.as(noor).call(exportChecks, query(relation.id))).rows).toHaveLength(2)
  expect(await app.as(eva).refusal(exportChecks, query(relation.id))).toMatchObject({ code: 'not-found' })
  const all = await app.as(eva).call(exportChecks, { query: { format: 'json', purpose: 'care' } })
  expect(all.rows).toEqual([])
})

test('for judging people or buying care nothing leaves, and a guest takes nothing out', async () => {
  await using app = await testApp()
  const { noor } = await answered(app)
  for (const purpose of ['personnel', 'purchasing'] as const) {
    const refusal = await app.as(noor).refusal(exportChecks, { query: { format: 'json', purpose } })
    expect(refusal).toMatchObject({ code: 'purpose-refused' })
  }
  const guest = await app.professional({ name: 'Gast', role: 'guest' })
  const asked = { query: { format: 'json', purpose: 'care' } as const }
  expect(await app.as(guest).refusal(exportChecks, asked)).toMatchObject({ code: 'not-allowed' })
  expect(await app.audit('checks.exported')).toEqual([])
})

/** The first answer of a collaboration again, so many times, three at each moment. */
async function copyAnswers(app: TestApp, relation: RelationId, times: number): Promise<void> {
  await asMaintenance(app.owner, async (trx) => {
    const one = await trx
      .selectFrom('response')
      .selectAll()
      .where('relation_id', '=', relation)
      .limit(1)
      .executeTakeFirstOrThrow()
    const asked = await trx
      .selectFrom('invitation')
      .selectAll()
      .where('response_id', '=', one.id)
      .executeTakeFirstOrThrow()
    const rows = Array.from({ length: times }, (_, at) => ({
      ...one,
      id: app.world.newId<ResponseId>(),
      answers: JSON.stringify(one.answers),
      answered_at: new Date(Date.UTC(2026, 0, 1) + 60_000 * Math.floor(at / 3)).toISOString(),
    }))
    const invitations = rows.map(({ id }) => ({
      ...asked,
      id: app.world.newId<InvitationId>(),
      response_id: id,
    }))
    await trx.insertInto('invitation').values(invitations).execute()
    await trx.insertInto('response').values(rows).execute()
  })
}

test('more answers than stand in memory at once all come, each once', async () => {
  await using app = await testApp()
  const { noor, relation } = await answered(app)
  await copyAnswers(app, relation.id, 1_300)
  const { rows } = await app.as(noor).call(exportChecks, { query: { format: 'json', purpose: 'care' } })
  expect(rows).toHaveLength(1_302)
  expect(new Set(rows.map((row) => row.answer_id)).size).toBe(1_302)
})
