import { analysisEndpoints } from '@weerklank/core/analysis/analysis.contract'
import type { AnalysisChange, DeedId } from '@weerklank/core/analysis/deed.contract'
import type { CodeId, CodingId, MemberId, MemoId, PassageId } from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { type TestApp, testApp } from '../test-app.ts'
import type { Person } from '../test-member.ts'
import { codedWords } from './coded-words.fixture.ts'

const { get, act, undo, redo, history, quotes, search, passages, bring, change, list, start } =
  analysisEndpoints

const plain = { definition: '', include: '', exclude: '', example: '', colour: '#1f6f5c' }

/** Two analysts, and three sentences of which the first is coded already. */
async function world(app: TestApp) {
  const nora = await app.professional({ name: 'Nora' })
  const bram = await app.professional({ name: 'Bram' })
  const built = await codedWords(app, {
    members: [nora, bram],
    codes: ['Gehoord', 'Gezien'],
    documents: [
      {
        title: 'Het gesprek',
        passages: [
          { voice: 'mother', body: 'Één ding: jullie 👩‍👧 bleven.', codes: ['Gehoord'] },
          { voice: 'colleague', body: 'Ik stond er buiten.', codes: [] },
        ],
        silent: ['youth'],
      },
    ],
  })
  const params = { analysis: built.analysis }
  const [first, second] = built.passages
  if (first === undefined || second === undefined) throw new Error('Two passages')
  const doing = (who: Person) => ({
    act: (asked: AnalysisChange, id = app.world.newId<DeedId>()) =>
      app.as(who).call(act, { params, body: { id, change: asked } }),
    refused: async (asked: AnalysisChange) => {
      const body = { id: app.world.newId<DeedId>(), change: asked }
      return (await app.as(who).refusal(act, { params, body })).fields?.change
    },
    undo: () => app.as(who).call(undo, { params }),
    redo: () => app.as(who).call(redo, { params }),
    get: () => app.as(who).call(get, { params }),
    quotes: (query: Record<string, string> = {}) => app.as(who).call(quotes, { params, query }),
  })
  const coding = (passage: PassageId, code: CodeId, span: readonly [number, number]) => ({
    ...{ id: app.world.newId<CodingId>(), passage, code, weight: null, start: span[0], end: span[1] },
  })
  return { nora, bram, params, built, first: first.id, second: second.id, doing, coding }
}

test('what one does is undone and done again; a colleague undoes only her own, and the history says who did what', async () => {
  await using app = await testApp()
  const { nora, bram, params, built, second, doing, coding } = await world(app)
  const [hers, his] = [doing(nora), doing(bram)]
  const code = built.codeOf('Gezien')
  const one = coding(second, code, [0, 8])
  const done = await hers.act({ kind: 'add-codings', codings: [one] })
  expect(done).toMatchObject({ codings: [{ id: one.id, coder: nora.member, sealed: false }], canUndo: true })
  await his.act({ kind: 'describe-code', code, set: { name: 'Erbij horen' } })
  expect(await his.refused({ kind: 'remove-codings', codings: [one.id] })).toBe('not-own')
  // His merge takes her quote along; undone it is hers again, under the code it was.
  await his.act({ kind: 'merge-codes', from: [code], into: built.codeOf('Gehoord') })
  expect((await hers.get()).codes).toMatchObject([{ name: 'Gehoord', quotes: 2 }])
  expect(await his.undo()).toMatchObject({ kept: 0, codes: expect.arrayContaining([expect.anything()]) })
  expect((await hers.quotes({ codes: code })).quotes).toMatchObject([
    { id: one.id, coder: nora.member, text: 'Ik stond', voice: 'colleague' },
  ])
  expect((await hers.undo()).gone.codings).toEqual([one.id])
  expect(await hers.undo()).toMatchObject({ deed: null, canUndo: false, canRedo: true })
  expect((await hers.redo()).codings).toMatchObject([{ id: one.id }])
  // After something else there is nothing to do again.
  await hers.undo()
  await hers.act({
    kind: 'add-memo',
    id: app.world.newId<MemoId>(),
    on: { kind: 'code', code },
    title: '',
    body: 'Let op.',
  })
  expect(await hers.redo()).toMatchObject({ deed: null, canRedo: false })
  const { deeds } = await app.as(nora).call(history, { params, query: {} })
  expect(deeds.map(({ kind, by, about }) => [kind, by === nora.member, about])).toEqual([
    ['add-memo', true, ''],
    ['merge-codes', false, 'Erbij horen'],
    ['describe-code', false, 'Erbij horen'],
    ['add-codings', true, ''],
  ])
  expect((await app.audit()).map(({ action }) => action)).toEqual(
    expect.arrayContaining([
      'analysis.worked',
      'analysis.undone',
      'analysis.redone',
      'analysis.history-read',
    ]),
  )
})

test('sending a deed twice does it once; what cannot be is refused with its reason, and nothing is kept of it', async () => {
  await using app = await testApp()
  const { nora, first, built, doing, coding } = await world(app)
  const hers = doing(nora)
  const code = built.codeOf('Gehoord')
  const id = app.world.newId<DeedId>()
  const add: AnalysisChange = { kind: 'add-codings', codings: [coding(first, code, [5, 9])] }
  const [once, twice] = [await hers.act(add, id), await hers.act(add, id)]
  expect(twice).toEqual(once)
  expect((await hers.quotes()).total).toBe(2)
  // 25 code points, a family of three signs among them.
  const length = [...'Één ding: jullie 👩‍👧 bleven.'].length
  for (const span of [
    [3, 3],
    [4, 3],
    [length - 1, length + 1],
  ] as const) {
    expect(await hers.refused({ kind: 'add-codings', codings: [coding(first, code, span)] })).toBe(
      'outside-text',
    )
  }
  const stray = coding(app.world.newId<PassageId>(), code, [0, 1])
  expect(await hers.refused({ kind: 'add-codings', codings: [stray] })).toBe('unknown-passage')
  const move: AnalysisChange = { kind: 'move-code', code, parent: code, before: null }
  expect(await hers.refused(move)).toBe('circle')
  expect((await hers.quotes()).total).toBe(2)
})

test('undoing what others built on since keeps what they need', async () => {
  await using app = await testApp()
  const { nora, bram, second, doing, coding } = await world(app)
  const code = app.world.newId<CodeId>()
  await doing(nora).act({ kind: 'add-codes', codes: [{ id: code, parent: null, name: 'Nieuw', ...plain }] })
  const his = coding(second, code, [0, 2])
  await doing(bram).act({ kind: 'add-codings', codings: [his] })
  expect(await doing(nora).undo()).toMatchObject({ kept: 1, gone: { codes: [] } })
  expect((await doing(bram).quotes({ codes: code })).quotes).toMatchObject([{ id: his.id }])
})

test('in a blind round nobody is told what a colleague codes: not its words, its number, its deed or its search', async () => {
  await using app = await testApp()
  const { nora, bram, params, built, second, doing, coding } = await world(app)
  const [document] = built.documents
  await asMaintenance(app.owner, (trx) =>
    trx
      .updateTable('analysis')
      .set({ sealed_documents: document === undefined ? [] : [document.id] })
      .where('id', '=', built.analysis)
      .execute(),
  )
  const code = app.world.newId<CodeId>()
  await doing(bram).act({ kind: 'add-codes', codes: [{ id: code, parent: null, name: 'Blind', ...plain }] })
  const hers = coding(second, code, [0, 2])
  await doing(nora).act({ kind: 'add-codings', codings: [hers] })
  const memo = { kind: 'coding' as const, coding: hers.id, passage: second }
  await doing(nora).act({
    kind: 'add-memo',
    id: app.world.newId<MemoId>(),
    on: memo,
    title: '',
    body: 'Geheim.',
  })
  const of = { params: { ...params, document: document?.id ?? '' }, query: {} }
  const told = JSON.stringify([
    await doing(bram).get(),
    await doing(bram).quotes(),
    await app.as(bram).call(passages, of as never),
    await app.as(bram).call(history, { params, query: {} }),
    await app.as(bram).call(list),
  ])
  for (const secret of [hers.id, 'Geheim']) expect(told).not.toContain(secret)
  const { deeds } = await app.as(bram).call(history, { params, query: {} })
  expect(deeds.map(({ by }) => by)).toEqual([bram.member])
  expect((await doing(bram).get()).codes.map(({ quotes: count }) => count)).toEqual([1, 0, 0])
  expect(await doing(bram).refused({ kind: 'remove-code', code, to: null, children: 'up' })).toBe(
    'blind-round',
  )
  // Undoing his new code tells nothing either: it stays while the round goes on.
  expect(await doing(bram).undo()).toMatchObject({ kept: 1, gone: { codes: [] } })
  expect((await doing(nora).quotes({ codes: code })).total).toBe(1)
})

test('words are found without capitals and accents, and quotes by code, voice, date, coder and words', async () => {
  await using app = await testApp()
  const { nora, params, built, doing } = await world(app)
  const found = await app.as(nora).call(search, { params, query: { words: 'EEN DING' } })
  expect(found.hits).toMatchObject([{ start: 0, end: 8, text: 'Één ding', after: ': jullie 👩‍👧 bleven.' }])
  const { quotes: all } = await doing(nora).quotes({ words: 'één', voices: 'mother', coder: nora.member })
  expect(all).toMatchObject([{ text: 'Één ding: jullie 👩‍👧 bleven.', code: built.codeOf('Gehoord') }])
  for (const query of [
    { voices: 'youth' },
    { until: '2020-01-01' },
    { sources: 'check' },
    { words: 'buiten' },
  ]) {
    expect((await doing(nora).quotes(query as never)).total).toBe(0)
  }
  const bad = await app.as(nora).refusal(search, { params, query: { words: '  ' } })
  expect(bad.code).toBe('invalid-input')
})

test('a colleague is asked in and reads; who is not, or takes no part in a source, gets nowhere', async () => {
  await using app = await testApp()
  const { nora, bram, params } = await world(app)
  const rik = await app.professional({ name: 'Rik', role: 'researcher' })
  const gijs = await app.professional({ name: 'Gijs', role: 'guest' })
  expect((await app.as(rik).refusal(get, { params })).code).toBe('not-found')
  const { version, title, question, sources } = await app.as(nora).call(get, { params })
  const body = { version, title, question, sources, members: [nora.member, bram.member, rik.member] }
  await app.as(nora).call(change, { params, body })
  const read = await app.as(rik).call(get, { params })
  expect(read.members.map(({ name }) => name)).toEqual(['Bram', 'Nora', 'Rik'])
  expect((await app.as(nora).refusal(change, { params, body })).code).toBe('conflict')
  const withGuest = { ...body, version: version + 1, members: [nora.member, gijs.member as MemberId] }
  expect((await app.as(nora).refusal(change, { params, body: withGuest })).fields).toEqual({
    members: 'unknown',
  })
  const { id: relation } = await app.relation()
  const stray = {
    ...{ id: app.world.newId<typeof params.analysis>(), title: 'x', question: '', codebooks: [] },
    ...{ language: 'nl' as const, sources: { meetings: [], relations: [relation], kinds: [] } },
  }
  expect((await app.as(rik).refusal(start, { body: stray })).fields).toEqual({ sources: 'unknown' })
})

test('a document that is brought keeps words of nobody known, and of a known person only with her consent', async () => {
  await using app = await testApp()
  const { relation } = await app.answer({})
  const lina = relation.client.id as string
  const id = app.world.newId<Awaited<ReturnType<typeof world>>['params']['analysis']>()
  const sources = { meetings: [], relations: [relation.id], kinds: [] }
  const own = {
    id,
    title: 'Zelfonderzoek',
    question: '',
    sources,
    codebooks: ['themes'],
    language: 'nl' as const,
  }
  expect((await app.as(relation.by).call(start, { body: own })).codes).toHaveLength(6)
  const said = (body: string, person: string | null) => ({
    ...{ id: app.world.newId<PassageId>(), person: person as never, voice: 'professional' as const },
    ...{ role: null, speaker: person === null ? 'Wij' : '', body },
  })
  const document = {
    ...{ id: app.world.newId<never>(), title: 'Waar staan we nu?', source: 'self-research' as const },
    ...{ at: app.clock.now(), passages: [said('Wij twijfelden.', null), said('Ik niet.', lina)] },
  }
  const params = { analysis: id }
  const kept = await app.as(relation.by).call(bring, { params, body: document })
  expect(kept).toMatchObject({ size: 2, gaps: 1, isBrought: true })
  expect(await app.as(relation.by).call(bring, { params, body: document })).toEqual(kept)
  const other = await app.relation()
  const strange = { ...document, id: app.world.newId<never>(), passages: [said('x', other.client.id)] }
  expect((await app.as(relation.by).refusal(bring, { params, body: strange })).fields).toEqual({
    passages: 'unknown',
  })
})
