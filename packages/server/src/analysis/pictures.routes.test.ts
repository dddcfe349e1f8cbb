import { analysisEndpoints } from '@weerklank/core/analysis/analysis.contract'
import type { DeedId } from '@weerklank/core/analysis/deed.contract'
import { matrixOf } from '@weerklank/core/analysis/matrix'
import { type CodingRoundId, pictureEndpoints } from '@weerklank/core/analysis/pictures.contract'
import { synergyEvidence } from '@weerklank/core/analysis/synergy'
import type { CodingId, MemberId, PassageId } from '@weerklank/core/shared/ids'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { inContext } from '../db/context.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { codedWords } from './coded-words.fixture.ts'

const { matrix, mark, map, placeOnMap, model, changeModel } = pictureEndpoints
const { rounds, startRound, readyInRound, openRound, compare, decide, undecide } = pictureEndpoints

const before = '2026-03-02T10:00:00.000Z'
const after = '2026-06-08T10:00:00.000Z'
const say = (voice: 'mother' | 'colleague' | 'youth' | 'manager', body: string, ...codes: string[]) => ({
  ...{ voice, body, codes },
})

async function world(app: TestApp) {
  const noor = await app.professional({ name: 'Noor' })
  const bram = await app.professional({ name: 'Bram' })
  const built = await codedWords(app, {
    members: [noor, bram],
    codes: ['gelijk', 'schaduw'],
    documents: [
      {
        ...{ title: 'Gesprek', at: before },
        passages: [
          say('mother', 'Niemand stond boven de ander.', 'gelijk'),
          say('colleague', 'Ik stond er soms buiten.', 'schaduw', 'gelijk'),
          say('youth', 'Ik weet het niet.'),
        ],
      },
      {
        ...{ title: 'Erna geschreven', source: 'written' as const, at: after },
        passages: [say('mother', 'Dat zag ik toen niet. 🙂', 'schaduw')],
        silent: ['manager'],
      },
    ],
  })
  const params = { analysis: built.analysis }
  return { noor, bram, params, ...built }
}

test('the matrix counts every quote once; who took part and said nothing has a column, also without a passage', async () => {
  await using app = await testApp()
  const { noor, params, codeOf } = await world(app)
  const voices = await app.as(noor).call(matrix, { params, query: { kind: 'voice' } })
  expect(voices.columns).toEqual(['colleague', 'manager', 'mother', 'youth'])
  const themes = ['gelijk', 'schaduw'].map((name) => ({ id: codeOf(name), parent: null, name }))
  const columns = voices.columns.map((key) => ({ key, name: key }))
  const laid = matrixOf({ themes, columns, counts: voices.counts, marks: [], rows: 'each' })
  expect(laid.rows.map(({ cells }) => cells.map(({ quotes }) => quotes))).toEqual([
    [1, 0, 1, 0],
    [1, 0, 1, 0],
  ])
  expect(laid.quotes).toBe(4)
  const sources = await app.as(noor).call(matrix, { params, query: { kind: 'source' } })
  expect(sources.counts).toContainEqual({ code: codeOf('schaduw'), column: 'written', quotes: 1 })
  const moments = await app.as(noor).call(matrix, { params, query: { kind: 'moment', voices: 'mother' } })
  expect(moments.columns).toEqual(['2026-03-02', '2026-06-08'])
  expect(moments.counts).toHaveLength(2)
  const early = await app.as(noor).call(matrix, { params, query: { kind: 'voice', until: '2026-05-01' } })
  expect(early.counts.reduce((sum, { quotes }) => sum + quotes, 0)).toBe(3)
})

test('a mark is said of a cell, told with what it was, and taken back; a theme of elsewhere has none', async () => {
  await using app = await testApp()
  const { noor, bram, params, codeOf } = await world(app)
  const body = { code: codeOf('schaduw'), kind: 'voice' as const, column: 'youth' }
  const put = (who: typeof noor, value: 'silent' | 'adds' | null) =>
    app.as(who).call(mark, { params, body: { ...body, mark: value } })
  expect(await put(noor, 'silent')).toEqual({ before: null })
  expect(await put(bram, 'adds')).toEqual({ before: 'silent' })
  const { marks } = await app.as(noor).call(matrix, { params, query: { kind: 'voice' } })
  expect(marks).toMatchObject([{ code: body.code, column: 'youth', mark: 'adds', by: bram.member }])
  await put(noor, null)
  expect((await app.as(noor).call(matrix, { params, query: { kind: 'voice' } })).marks).toEqual([])
  const other = await world(app)
  const stray = await app
    .as(noor)
    .refusal(mark, { params, body: { ...body, code: other.codeOf('gelijk'), mark: 'adds' } })
  expect(stray.code).toBe('not-found')
})

test('the map keeps placings and expectations; two who change it at once do not write over each other', async () => {
  await using app = await testApp()
  const { noor, bram, params, codeOf } = await world(app)
  const empty = await app.as(noor).call(map, { params })
  expect([empty.version, empty.modelVersion, empty.newer]).toEqual([0, 0, null])
  expect(empty.moments).toEqual(['2026-03-02', '2026-06-08'])
  const body = {
    ...{ version: 0, modelVersion: 0 },
    placings: [{ code: codeOf('schaduw'), element: 'left-out' }],
    expectations: [{ element: 'left-out', isExpected: false }],
  }
  const placed = await app.as(noor).call(placeOnMap, { params, body })
  const evidence = synergyEvidence(placed.model, { ...placed, themes: [] })
  expect(evidence.find(({ element }) => element === 'left-out')).toMatchObject({
    ...{ quotes: 2, outcome: 'unexpected' },
    families: { kin: 1, professional: 1 },
  })
  expect((await app.as(bram).refusal(placeOnMap, { params, body })).code).toBe('conflict')
})

test('an organisation keeps versions of its own model; an analysis goes on with the one it began with', async () => {
  await using app = await testApp()
  const { noor, bram, params } = await world(app)
  const shipped = await app.as(noor).call(model)
  expect(shipped.version).toBe(0)
  await app
    .as(noor)
    .call(placeOnMap, { params, body: { version: 0, modelVersion: 0, placings: [], expectations: [] } })
  const own = { ...shipped.model, name: { nl: 'Ons model', en: 'Our model' } }
  expect(await app.as(noor).call(changeModel, { body: { version: 0, model: own } })).toEqual({ version: 1 })
  expect((await app.as(bram).refusal(changeModel, { body: { version: 0, model: own } })).code).toBe(
    'conflict',
  )
  expect((await app.as(bram).call(model)).versions).toMatchObject([{ version: 1, name: 'Noor' }])
  const still = await app.as(noor).call(map, { params })
  expect([still.model.name.nl, still.newer]).toEqual(['Synergie in samenwerking', 1])
  const noShadow = { ...own, shadow: { ...own.shadow, elements: [] } }
  const bare = await app.as(noor).refusal(changeModel, { body: { version: 1, model: noShadow } })
  expect(bare.code).toBe('invalid-input')
})

type World = Awaited<ReturnType<typeof world>>

async function blind(app: TestApp, of: World) {
  const round = app.world.newId<CodingRoundId>()
  const document = of.documents[0]
  if (document === undefined) throw new Error('There is a document')
  const coders = [of.noor.member, of.bram.member]
  const body = { id: round, title: 'Samen kijken', documents: [document.id], coders }
  await app.as(of.noor).call(startRound, { params: of.params, body })
  return { round, body, document: document.id, params: { ...of.params, round } }
}

/** What Bram codes in the round, as the work of coding stores it. */
async function bramCodes(app: TestApp, of: World, name: string): Promise<void> {
  const [first] = of.passages
  if (first === undefined) throw new Error('There are words')
  await asMaintenance(app.owner, async (trx) => {
    await trx
      .insertInto('analysis_coding')
      .values({
        ...{
          ...of.within,
          id: app.world.newId<CodingId>(),
          document_id: first.document,
          passage_id: first.id,
        },
        ...{
          start_at: 0,
          end_at: 7,
          code_id: of.codeOf(name),
          coder_id: of.bram.member,
          at: app.world.now(),
        },
        ...{ sealed: true, weight: null },
      })
      .execute()
  })
}

const seenBy = (app: TestApp, of: World, member: MemberId) =>
  inContext(
    app.db,
    { workspace: app.workspace, actor: { member }, relations: [], analyses: [of.analysis] },
    async (trx) =>
      (await trx.selectFrom('analysis_coding').select('coder_id').execute()).map((row) => row.coder_id),
  )

test('a blind round hides what each codes, also what was there, until it is opened; then differences are talked out', async () => {
  await using app = await testApp()
  const of = await world(app)
  const { params, body } = await blind(app, of)
  await bramCodes(app, of, 'schaduw')
  // One coding of Noor stands in another document, and stays in sight.
  expect(await seenBy(app, of, of.bram.member)).toEqual([of.noor.member, of.bram.member])
  expect(new Set(await seenBy(app, of, of.noor.member))).toEqual(new Set([of.noor.member]))
  expect((await app.as(of.noor).refusal(compare, { params })).code).toBe('conflict')
  const again = { ...body, id: app.world.newId<CodingRoundId>() }
  expect((await app.as(of.noor).refusal(startRound, { params: of.params, body: again })).code).toBe(
    'conflict',
  )
  await app.as(of.noor).call(readyInRound, { params, body: { ready: true } })
  expect((await app.as(of.bram).refusal(openRound, { params })).code).toBe('conflict')
  await app.as(of.bram).call(readyInRound, { params, body: { ready: true } })
  expect((await app.as(of.bram).call(openRound, { params })).openedAt).not.toBeNull()
  expect(new Set(await seenBy(app, of, of.noor.member))).toEqual(new Set([of.noor.member, of.bram.member]))
  const { rows } = await sql<{ sealed: string[] }>`
    select sealed_documents as sealed from analysis where id = ${of.analysis}`.execute(app.owner)
  expect(rows.every(({ sealed }) => sealed.length === 0)).toBe(true)

  const found = await app.as(of.noor).call(compare, { params })
  expect(found.report.raw).toEqual({ same: 1, of: 4 })
  expect(found.report.warnings).toContain('few-segments')
  expect(found.differences.map(({ text }) => text)).toEqual([
    'Niemand',
    ' stond boven de ander.',
    'Ik stond er soms buiten.',
  ])
  const [first] = found.differences
  if (first === undefined) throw new Error('They differ')
  expect(first.codes).toEqual([[of.codeOf('gelijk')], [of.codeOf('schaduw')]])
  const { passage, start, end } = first
  const kept = { passage, start, end, codes: [of.codeOf('gelijk')], reason: 'Zij bedoelt gelijk staan.' }
  await app.as(of.bram).call(decide, { params, body: kept })
  const later = await app.as(of.noor).call(compare, { params })
  expect([later.total, later.decided]).toEqual([3, 1])
  expect(later.differences[0]?.decision).toMatchObject({ reason: kept.reason, by: of.bram.member })
  await takesOver(app, of, { round: params.round, passage, start })
  await app.as(of.noor).call(undecide, { params: { ...params, passage, start } })
  expect((await app.as(of.noor).call(compare, { params })).decided).toBe(0)
  const outside = { ...kept, end: 999 }
  expect((await app.as(of.noor).refusal(decide, { params, body: outside })).code).toBe('invalid-input')
})

/** What was decided goes into the codings as one deed, in which nobody's agreement changes, and can be taken back. */
async function takesOver(
  app: TestApp,
  of: World,
  place: { round: CodingRoundId; passage: PassageId; start: number },
) {
  const { params, noor } = of
  const words = async () => {
    const found = await app.as(noor).call(analysisEndpoints.quotes, { params, query: {} })
    const name = (code: string) => (code === of.codeOf('gelijk') ? 'gelijk' : 'schaduw')
    return found.quotes
      .filter(({ passage }) => passage === place.passage)
      .map((one) => `${name(one.code)}: ${one.text}`)
  }
  const asBefore = await words()
  expect(asBefore).toEqual(['schaduw: Niemand', 'gelijk: Niemand stond boven de ander.'])
  const ids = [app.world.newId<CodingId>()]
  const change = { kind: 'take-decision' as const, ...place, ids }
  const act = (one: typeof change) => ({ params, body: { id: app.world.newId<DeedId>(), change: one } })
  await app.as(noor).call(analysisEndpoints.act, act(change))
  expect(await words()).toEqual(['gelijk: Niemand stond boven de ander.'])
  const later = await app.as(noor).call(compare, { params: { ...params, round: place.round } })
  expect([later.total, later.report.raw]).toEqual([3, { same: 1, of: 4 }])
  await app.as(noor).call(analysisEndpoints.undo, { params })
  expect(await words()).toEqual(asBefore)
  const nowhere = await app
    .as(noor)
    .refusal(analysisEndpoints.act, act({ ...change, start: place.start + 1 }))
  expect(nowhere.fields?.change).toBe('unknown-decision')
}

test('a round needs two coders who work on it, and is nobody else’s business', async () => {
  await using app = await testApp()
  const of = await world(app)
  const eva = await app.professional({ name: 'Eva' })
  const { round, params, body } = await blind(app, of)
  const alone = { ...body, id: app.world.newId<CodingRoundId>(), coders: [of.noor.member, eva.member] }
  const refused = await app.as(of.noor).refusal(startRound, { params: of.params, body: alone })
  expect(refused.code).toBe('invalid-input')
  expect((await app.as(eva).refusal(rounds, { params: of.params })).code).toBe('not-found')
  expect((await app.as(eva).refusal(openRound, { params })).code).toBe('not-found')
  // Sent twice, as after an answer that got lost: the same round.
  expect((await app.as(of.noor).call(startRound, { params: of.params, body })).id).toBe(round)
  expect((await app.as(of.noor).call(rounds, { params: of.params })).rounds).toHaveLength(1)
})
