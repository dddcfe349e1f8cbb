import { exchangeEndpoints } from '@weerklank/core/analysis/exchange.contract'
import type { AnalysisId } from '@weerklank/core/shared/ids'
import { unzipSync, zipSync } from 'fflate'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { refiFile } from '../analysis/refi.fixture.ts'
import { asMaintenance } from '../db/maintenance.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { buildAfter } from '../test-story-after.ts'
import { buildAnalysis } from '../test-story-analysis.ts'
import { buildMeetings } from '../test-story-meetings.ts'
import { readPdf, tagsOf } from './pdf.reader.fixture.ts'
import { fromUtf8, utf8 } from './text-bytes.ts'

const { bringProject, takeAlong } = exchangeEndpoints

async function opened() {
  const app = await testApp()
  const noor = await app.professional({ name: 'Noor' })
  const { relation } = await app.relation({ by: noor })
  const clients = relation.participants.filter(({ voice }) => voice !== 'professional').map(({ id }) => id)
  const analysis = await buildAnalysis(app, { by: noor.member, clients: clients.slice(0, 1) })
  const here = { relation: relation.id, by: noor.member, clients: clients.slice(0, 1) }
  return { app, noor, analysis, here, [Symbol.asyncDispose]: () => app[Symbol.asyncDispose]() }
}

type Format = 'qdpx' | 'qdc' | 'csv' | 'xlsx' | 'docx' | 'pdf'

async function fetched(
  app: TestApp,
  as: Parameters<TestApp['as']>[0],
  of: { analysis: AnalysisId; format: Format },
) {
  const path = takeAlong.path.replace(':analysis', of.analysis)
  const reply = await app.hono.request(`${path}?format=${of.format}&purpose=research`, {
    headers: { cookie: as?.cookie ?? '', 'x-weerklank': '1' },
  })
  return { status: reply.status, reply, bytes: new Uint8Array(await reply.arrayBuffer()) }
}

const body = (app: TestApp, file: Uint8Array, more: object = {}) => ({
  ...{ id: app.world.newId<AnalysisId>(), title: '', ground: 'published' as const },
  ...{ file: Buffer.from(file).toString('base64'), ...more },
})

test('a file of another program becomes an analysis of who brings it, with the ground in the record', async () => {
  await using world = await opened()
  const { app, noor } = world
  const wish = body(app, refiFile('synthetic-nl-emoji.qdpx'))
  const read = await app.as(noor).call(bringProject, { body: wish })
  expect(read).toEqual({
    ...{
      read: 'yes',
      analysis: wish.id,
      title: 'Evaluatie 2026',
      documents: 1,
      codes: 3,
      quotes: 2,
      memos: 3,
    },
    findings: expect.arrayContaining(['Kop in het codeboek is nu een gewoon thema: 1 (Relatie)']) as string[],
  })
  const { rows } = await asMaintenance(app.owner, async (trx) => ({
    rows: await trx
      .selectFrom('audit_event')
      .select(['subject', 'actor', 'basis'])
      .where('workspace_id', '=', app.workspace)
      .where('action', '=', 'analysis.imported')
      .execute(),
  }))
  expect(rows).toEqual([{ subject: 'analysis:published', actor: noor.member, basis: 'takes-part' }])
  // Once more with the same number is refused; a colleague who does not work on it gets nothing.
  expect((await app.as(noor).refusal(bringProject, { body: wish })).code).toBe('conflict')
  const bram = await app.professional({ name: 'Bram' })
  expect((await fetched(app, bram, { analysis: wish.id, format: 'csv' })).status).toBe(404)
})

test('a file that is no project is told why, and leaves nothing', async () => {
  await using world = await opened()
  const { app, noor } = world
  const bomb = zipSync({ 'project.qde': new Uint8Array(5_000_000) })
  const read = await app.as(noor).call(bringProject, { body: body(app, bomb) })
  expect(read).toEqual({ read: 'no', reason: expect.stringContaining('pakt uit tot veel meer dan het zegt') })
  const count = await asMaintenance(app.owner, (trx) =>
    trx.selectFrom('analysis').select('id').where('workspace_id', '=', app.workspace).execute(),
  )
  expect(count).toEqual([{ id: world.analysis.id }])
})

test('every kind of file goes out, and a report holds only words that may be quoted', async () => {
  await using world = await opened()
  const { app, noor, analysis } = world
  const file = (format: Format) => fetched(app, noor, { analysis: analysis.id, format })
  const qdpx = await file('qdpx')
  expect(qdpx.reply.headers.get('content-disposition')).toMatch(/"weerklank-duiding-[\d-]+\.qdpx"$/)
  expect(fromUtf8(unzipSync(qdpx.bytes)['project.qde'] ?? utf8(''))).toContain('Gehoord worden')
  expect(fromUtf8((await file('csv')).bytes)).toContain('Gehoord worden;Ik werd gehoord;cliënt;')
  const before = await readPdf((await file('pdf')).bytes)
  const said = JSON.stringify(before.tags)
  expect(said).toContain('De ene uitspraak is niet vrijgegeven om te delen.')
  expect(said).not.toContain('Ik werd gehoord')
  // Its structure, for who hears it read aloud.
  for (const role of ['H1', 'H2', 'H3', 'L', 'Table', 'TH', 'Figure'])
    expect(tagsOf(before.tags, role)).not.toEqual([])
  expect(before.loose).toEqual([])
  await mayQuote(app)
  const word = unzipSync((await file('docx')).bytes)
  expect(fromUtf8(word['word/document.xml'] ?? utf8(''))).toContain('“Ik werd gehoord” (cliënt)')
  const { rows } = await asMaintenance(app.owner, async (trx) => ({
    rows: await trx
      .selectFrom('audit_event')
      .select('subject')
      .where('workspace_id', '=', app.workspace)
      .where('action', '=', 'analysis.exported')
      .execute(),
  }))
  expect(rows).toEqual(Array(4).fill({ subject: 'analysis:research' }))
})

test('nothing goes out to judge people at work, and words without consent go nowhere', async () => {
  await using world = await opened()
  const { app, noor, analysis } = world
  const refused = await app
    .as(noor)
    .refusal(takeAlong, { params: { analysis: analysis.id }, query: { format: 'csv', purpose: 'personnel' } })
  expect(refused.code).toBe('purpose-refused')
  await asMaintenance(app.owner, (trx) =>
    trx
      .deleteFrom('consent_grant')
      .where('workspace_id', '=', app.workspace)
      .where('purpose', '=', 'analysis')
      .execute(),
  )
  for (const format of ['csv', 'qdpx'] as const) {
    const { bytes } = await fetched(app, noor, { analysis: analysis.id, format })
    const text = format === 'csv' ? [bytes] : Object.values(unzipSync(bytes))
    expect(text.map(fromUtf8).join('')).not.toContain('Ik werd gehoord')
  }
})

async function mayQuote(app: TestApp): Promise<void> {
  await asMaintenance(app.owner, async (trx) => {
    const given = await trx
      .selectFrom('consent_event')
      .selectAll()
      .where('purpose', '=', 'analysis')
      .execute()
    for (const event of given) {
      const id = app.world.newId<never>()
      const row = {
        workspace_id: event.workspace_id,
        person_id: event.person_id,
        purpose: 'quotes-team' as const,
      }
      await trx
        .insertInto('consent_event')
        .values({ ...event, ...row, id })
        .execute()
      await trx
        .insertInto('consent_grant')
        .values({ ...row, event_id: id, since: event.at, held_at: null })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    }
  })
}

test('words of a meeting stand in a report as their speaker approved them, until she takes that back', async () => {
  await using world = await opened()
  const { app, noor, analysis, here } = world
  const { meeting } = await buildMeetings(app, here)
  const { meeting: after } = await buildAfter(app, { meeting, by: noor.member })
  const change = (statement: ReturnType<typeof sql>) =>
    asMaintenance(app.owner, (trx) => statement.execute(trx))
  const document = async () => {
    const { bytes } = await fetched(app, noor, { analysis: analysis.id, format: 'docx' })
    return fromUtf8(unzipSync(bytes)['word/document.xml'] ?? utf8(''))
  }
  const sources = JSON.stringify({ meetings: [after], relations: [], kinds: ['written'] })
  await change(sql`update analysis set sources = ${sources}::jsonb where id = ${analysis.id}`)
  await change(sql`update analysis_document set source_ref = ${`meeting:${after}:written`}, brought_by = null
    where id = ${analysis.document}`)
  // That she may be quoted is not enough for what she said at a table.
  await mayQuote(app)
  expect(await document()).not.toContain('Ik werd gehoord')
  await change(sql`update meeting_quote set asked_words = 'Ik werd gehoord.', decision = 'changed', decided_at = asked_at,
    own_words = 'Er werd naar mij geluisterd.' where meeting_id = ${after}`)
  const approved = await document()
  expect(approved).toContain('“Er werd naar mij geluisterd.” (cliënt)')
  expect(approved).not.toContain('Ik werd gehoord')
  expect(approved).toContain('Deze uitspraken zijn voor het team.')
  await change(sql`update meeting_quote set withdrawn_at = decided_at, asked_words = null, own_words = null
    where meeting_id = ${after}`)
  expect(await document()).not.toContain('geluisterd')
})
