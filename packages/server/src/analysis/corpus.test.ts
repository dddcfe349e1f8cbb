import { analysisEndpoints } from '@weerklank/core/analysis/analysis.contract'
import type {
  CodeId,
  CodingId,
  ContributionId,
  MeetingId,
  PassageId,
  PersonId,
} from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { planMeeting } from '../dialogue/meeting.fixture.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { keepFamily, ownPageOf, speak } from '../test-own-page.ts'
import { queueCorpus } from './analysis.ts'
import { letFlow, startAnalysis, wordsIn } from './corpus.fixture.ts'

const { get, act, passages, quotes } = analysisEndpoints

const answers = { 'a.heard': '8', 'a.what': '8', 'a.how': '8', 'a.whole': '8' }
const checks = 'Samenwerking 1 – in eigen woorden bij vragen'

/** Lina answered in her own words; Noor lays the words of that collaboration side by side. */
async function world(app: TestApp) {
  const { relation } = await app.answer({ fields: { ...answers, open: 'Ik werd écht gehoord. 🙂' } })
  const lina = relation.client.id as string as PersonId
  const noor = relation.by
  const analysis = await startAnalysis(app, noor, { relations: [relation.id] })
  const words = () => wordsIn(app, noor, analysis.id)
  return { relation, lina, noor, ...analysis, words }
}

test('nothing flows in without a yes; with it her earlier words do, and her no takes them and their codings out at once', async () => {
  await using app = await testApp()
  const { relation, lina, noor, params, words } = await world(app)
  expect(await words()).toEqual({ [checks]: ['-'] })
  await speak(app, relation, { person: lina, purpose: 'analysis', yes: true })
  await letFlow(app)
  expect(await words()).toEqual({ [checks]: ['Ik werd écht gehoord. 🙂'] })
  const { documents } = await app.as(noor).call(get, { params })
  const document = documents[0]?.id ?? ('' as never)
  const page = await app.as(noor).call(passages, { params: { ...params, document }, query: {} })
  expect(page.passages[0]).toMatchObject({ speaker: 'S1', voice: 'client', ordinal: 0 })
  expect(JSON.stringify(page)).not.toContain('Lina')
  await codeFirst(app, noor, { params, passage: page.passages[0]?.id ?? ('' as PassageId) })
  const { total } = await app.as(noor).call(quotes, { params, query: { words: 'ECHT' } })
  expect(total).toBe(1)
  const receipt = await (await ownPageOf(app, relation, lina)).choose('/keuze/analysis', 'nee')
  expect(receipt.text).toContain('1 stuk tekst')
  // At once, before any planned work.
  expect(await words()).toEqual({ [checks]: ['-'] })
  expect((await app.as(noor).call(quotes, { params, query: {} })).total).toBe(0)
  expect(await stored(app)).toEqual({ analysis_passage: 0, analysis_coding: 0, codingParts: 0 })
  // What is undone now does not bring her words back.
  const undone = await app.as(noor).call(analysisEndpoints.undo, { params })
  expect(undone.codings).toEqual([])
  await letFlow(app)
  expect(await words()).toEqual({ [checks]: ['-'] })
})

async function codeFirst(
  app: TestApp,
  noor: Parameters<TestApp['as']>[0],
  { params, passage }: { params: Awaited<ReturnType<typeof world>>['params']; passage: PassageId },
) {
  const code = app.world.newId<CodeId>()
  const plain = { definition: '', include: '', exclude: '', example: '', colour: '#1f6f5c' }
  const add = { kind: 'add-codes' as const, codes: [{ id: code, parent: null, name: 'Gehoord', ...plain }] }
  await app.as(noor).call(act, { params, body: { id: app.world.newId(), change: add } })
  const coding = { id: app.world.newId<CodingId>(), passage, code, start: 0, end: 21, weight: null }
  const change = { kind: 'add-codings' as const, codings: [coding] }
  await app.as(noor).call(act, { params, body: { id: app.world.newId(), change } })
}

async function stored(app: TestApp) {
  return asMaintenance(app.owner, async (trx) => {
    const count = async (table: 'analysis_passage' | 'analysis_coding') =>
      (await trx.selectFrom(table).select('id').where('workspace_id', '=', app.workspace).execute()).length
    const parts = await trx
      .selectFrom('analysis_deed_part')
      .select('row_id')
      .where('workspace_id', '=', app.workspace)
      .where('row_kind', '=', 'coding')
      .execute()
    return {
      ...{
        analysis_passage: await count('analysis_passage'),
        analysis_coding: await count('analysis_coding'),
      },
      codingParts: parts.length,
    }
  })
}

test('on hold her words are used nowhere and nothing of hers is added; they are back as they were when it counts again', async () => {
  await using app = await testApp()
  const { relation, lina, noor, params, words } = await world(app)
  await speak(app, relation, { person: lina, purpose: 'analysis', yes: true })
  await letFlow(app)
  // A date of birth says that somebody else decides too.
  await keepFamily(app, relation, { person: lina, bornOn: '2013-05-01' })
  await letFlow(app)
  expect(await words()).toEqual({ [checks]: ['-'] })
  expect((await stored(app)).analysis_passage).toBe(1)
  expect((await app.as(noor).call(get, { params })).documents).toMatchObject([{ size: 1, gaps: 1 }])
  await keepFamily(app, relation, { person: lina, bornOn: null })
  await letFlow(app)
  expect(await words()).toEqual({ [checks]: ['Ik werd écht gehoord. 🙂'] })
})

test('whose words were taken in and read stands on her own page', async () => {
  await using app = await testApp()
  const { relation, lina, words } = await world(app)
  await speak(app, relation, { person: lina, purpose: 'analysis', yes: true })
  await letFlow(app)
  await words()
  const { text } = await (await ownPageOf(app, relation, lina)).get('/wie-keek')
  expect(text).toContain('legde woorden in een duiding')
  expect(text).toContain('las woorden in een duiding')
})

/** What was written at the table, straight into the store; of nobody where no place is given. */
async function write(
  app: TestApp,
  meeting: MeetingId,
  said: { place: { id: string; person: string } | null; body: string; isOpen?: boolean }[],
) {
  await asMaintenance(app.owner, async (trx) => {
    for (const { place, body, isOpen = true } of said) {
      await trx
        .insertInto('meeting_text')
        .values({
          ...{ workspace_id: app.workspace, id: app.world.newId<ContributionId>(), meeting_id: meeting },
          ...{
            place_id: place?.id ?? null,
            person_id: place?.person ?? null,
            step_key: 'dialogue',
            round: 1,
          },
          ...{ kind: 'text', body, at: app.clock.now(), changed_at: app.clock.now() },
          ...{ revealed_at: isOpen ? app.clock.now() : null, is_anonymous: place === null },
        } as never)
        .execute()
    }
  })
}

const flowFrom = async (app: TestApp, meeting: MeetingId) => {
  await app.db
    .transaction()
    .execute((trx) => queueCorpus(trx, app.world, { workspace: app.workspace, news: { meeting } }))
  await letFlow(app)
}

test('words of a meeting flow in when they were opened; without a name only while everybody at the table consents', async () => {
  await using app = await testApp()
  const { relation } = await app.answer({ fields: { ...answers, open: '' } })
  const { id: meeting, noor } = await planMeeting(app, {
    by: relation.by,
    relation: relation.id,
    seats: [{ name: 'Lina', voice: 'youth', participant: relation.client.id }],
  })
  const places = await asMaintenance(app.owner, (trx) =>
    trx
      .selectFrom('meeting_place')
      .select(['id', 'person_id', 'name'])
      .where('meeting_id', '=', meeting)
      .execute(),
  )
  const placeOf = (name: string) => {
    const found = places.find((one) => one.name === name)
    if (found === undefined) throw new Error(`${name} sits there`)
    return { id: found.id, person: found.person_id }
  }
  await write(app, meeting, [
    { place: placeOf('Lina'), body: 'Jullie bleven.' },
    { place: placeOf('Noor'), body: 'Wij leerden.' },
    { place: placeOf('Lina'), body: 'Nog dicht.', isOpen: false },
    { place: null, body: 'Ik hoorde er niet bij.' },
  ])
  const analysis = await startAnalysis(app, noor, { meetings: [meeting] })
  const words = () => wordsIn(app, noor, analysis.id)
  const title = 'Open dialoog rond Sem – gesprek'
  expect(await words()).toEqual({ [title]: ['-', '-', '-'] })
  await speak(app, relation, { person: placeOf('Lina').person, purpose: 'analysis', yes: true })
  await letFlow(app)
  expect(await words()).toEqual({ [title]: ['Jullie bleven.', '-', '-'] })
  await speak(app, relation, { person: placeOf('Noor').person, purpose: 'analysis', yes: true })
  await letFlow(app)
  const all = { [title]: ['Jullie bleven.', 'Wij leerden.', 'Ik hoorde er niet bij.'] }
  expect(await words()).toEqual(all)
  // The same once more changes nothing.
  await flowFrom(app, meeting)
  expect(await words()).toEqual(all)
  const { documents } = await app.as(noor).call(get, { params: analysis.params })
  expect(documents[0]?.voices).toEqual([
    { voice: 'professional', role: 'facilitator' },
    { voice: 'youth', role: 'participant' },
  ])
  await speak(app, relation, { person: placeOf('Noor').person, purpose: 'analysis', yes: false })
  await letFlow(app)
  expect(await words()).toEqual({ [title]: ['Jullie bleven.', '-', '-'] })
  // She spoke, and it may not be used: hers is no voice that kept silent.
  const [left] = (await app.as(noor).call(get, { params: analysis.params })).documents
  expect(left?.voices).toEqual([{ voice: 'youth', role: 'participant' }])
})
