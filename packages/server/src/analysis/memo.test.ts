/** A memo is for oneself until it is shared; whoever takes a code along takes it along unread, and undoing brings it back. */
import { analysisEndpoints } from '@weerklank/core/analysis/analysis.contract'
import type { AnalysisChange, DeedId } from '@weerklank/core/analysis/deed.contract'
import type { MemoId } from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { testApp } from '../test-app.ts'
import type { Person } from '../test-member.ts'
import { codedWords } from './coded-words.fixture.ts'

test('nobody else reads it, in no answer, until it is shared; a merge of her code takes it along', async () => {
  await using app = await testApp()
  const nora = await app.professional({ name: 'Nora' })
  const bram = await app.professional({ name: 'Bram' })
  const passages = [{ voice: 'mother' as const, body: 'Wij bleven.', codes: ['Gehoord'] }]
  const built = await codedWords(app, {
    ...{ members: [nora, bram], codes: ['Gehoord', 'Gezien'], documents: [{ title: 'Gesprek', passages }] },
  })
  const params = { analysis: built.analysis }
  const act = (who: Person, change: AnalysisChange) =>
    app.as(who).call(analysisEndpoints.act, { params, body: { id: app.world.newId<DeedId>(), change } })
  const memosOf = async (who: Person) =>
    (await app.as(who).call(analysisEndpoints.get, { params })).memos.map(({ body, shared }) => ({
      ...{ body, shared },
    }))
  const memo = app.world.newId<MemoId>()
  const code = built.codeOf('Gezien')
  const words = { title: '', body: 'Ik twijfel nog.' }
  await act(nora, { kind: 'add-memo', id: memo, on: { kind: 'code', code }, ...words })
  expect(await memosOf(nora)).toEqual([{ body: 'Ik twijfel nog.', shared: false }])
  expect(await memosOf(bram)).toEqual([])

  const merged = await act(bram, { kind: 'merge-codes', from: [code], into: built.codeOf('Gehoord') })
  expect(JSON.stringify(merged)).not.toContain('Ik twijfel')
  expect(await memosOf(nora)).toHaveLength(1)
  const undone = await app.as(bram).call(analysisEndpoints.undo, { params })
  expect(JSON.stringify(undone)).not.toContain('Ik twijfel')
  const removed = await act(bram, { kind: 'remove-code', code, to: null, children: 'up' })
  expect(removed.gone.codes).toEqual([code])
  await app.as(bram).call(analysisEndpoints.undo, { params })
  expect(await memosOf(nora)).toEqual([{ body: 'Ik twijfel nog.', shared: false }])

  await act(nora, { kind: 'change-memo', memo, ...words, shared: true })
  expect(await memosOf(bram)).toEqual([{ body: 'Ik twijfel nog.', shared: true }])
})
