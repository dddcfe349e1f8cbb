import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CodeId, CodingId, DocumentId } from '../shared/ids.ts'
import { isTree } from './codebook.ts'
import type { Workbook } from './coding.ts'
import type { AnalysisChange } from './deed.contract.ts'
import { analyst, bram, newCode, newCoding, nora, someChange } from './deed.factory.ts'
import { patchOf } from './deed.ts'
import { applyPatch, inverse, type Patch } from './patch.ts'

const empty: Workbook = { codes: [], codings: [], memos: [] }

/** Carries out changes of one analyst one after the other; throws where one is refused. */
function after(changes: readonly AnalysisChange[], start = empty, by = analyst(nora)): Workbook {
  return changes.reduce((book, change) => {
    const planned = patchOf(book, change, by)
    if (!planned.allowed) throw new Error(planned.reason)
    return applyPatch(book, planned.patch).book
  }, start)
}

const refusedFor = (book: Workbook, change: AnalysisChange, by = analyst(nora)) => {
  const planned = patchOf(book, change, by)
  return planned.allowed ? null : planned.reason
}

/** The same whatever the order in which rows stand. */
const sorted = (book: Workbook) => ({
  codes: book.codes.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  codings: book.codings.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  memos: book.memos.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
})

const whole = (book: Workbook) =>
  isTree(book.codes) &&
  book.codings.every(({ code, start, end }) => start < end && book.codes.some(({ id }) => id === code)) &&
  book.memos.every(
    ({ on }) =>
      (on.kind !== 'code' || book.codes.some(({ id }) => id === on.code)) &&
      (on.kind !== 'coding' || book.codings.some(({ id }) => id === on.coding)),
  )

/** A seeded run of changes by one or two analysts; gives the book after it and each patch that was made. */
function run(numbers: readonly number[], analysts = [analyst(nora)]) {
  let at = 0
  let made = 0
  const choose = (below: number) => (numbers[at++ % numbers.length] ?? 0) % below
  const steps: { patch: Patch; by: number; before: Workbook }[] = []
  let book = empty
  while (at < numbers.length) {
    const by = choose(analysts.length)
    const planned = patchOf(
      book,
      someChange(book, choose, () => `n${made++}`),
      analysts[by] ?? analyst(nora),
    )
    if (!planned.allowed) continue
    steps.push({ patch: planned.patch, by, before: book })
    const next = applyPatch(book, planned.patch)
    expect(next.kept).toBe(0)
    book = next.book
    expect(whole(book)).toBe(true)
  }
  return { book, steps }
}

const chances = fc.noBias(fc.array(fc.nat(9999), { minLength: 100, maxLength: 400, size: 'max' }))

test('undoing everything gives the start back, and doing it again the end, after any sequence', () => {
  let undoneSteps = 0
  fc.assert(
    fc.property(chances, (numbers) => {
      const { book, steps } = run(numbers)
      undoneSteps += steps.length
      const backwards = steps.toReversed().reduce((now, { patch, before }) => {
        const undone = applyPatch(now, inverse(patch))
        expect(undone.kept).toBe(0)
        expect(sorted(undone.book)).toEqual(sorted(before))
        return undone.book
      }, book)
      expect(backwards).toEqual(empty)
      const again = steps.reduce((now, { patch }) => applyPatch(now, patch).book, backwards)
      expect(sorted(again)).toEqual(sorted(book))
    }),
    { numRuns: 60 },
  )
  // The changes were real ones, and not all refused.
  expect(undoneSteps).toBeGreaterThan(300)
})

test('undoing among what a colleague did since leaves nothing in the air, and never what she alone made', () => {
  fc.assert(
    fc.property(chances, (numbers) => {
      const { book, steps } = run(numbers, [analyst(nora), analyst(bram)])
      const hers = book.codings.filter(({ coder }) => coder === bram)
      const touchedByNora = new Set(
        steps.filter(({ by }) => by === 0).flatMap(({ patch }) => patch.map(({ id }) => id)),
      )
      const undone = steps
        .filter(({ by }) => by === 0)
        .toReversed()
        .reduce((now, { patch }) => applyPatch(now, inverse(patch)).book, book)
      expect(whole(undone)).toBe(true)
      const left = new Set(undone.codings.map(({ id }) => id))
      for (const { id } of hers) if (!touchedByNora.has(id)) expect(left.has(id)).toBe(true)
    }),
    { numRuns: 60 },
  )
})

const tree = after([
  { kind: 'add-codes', codes: [newCode('a'), newCode('b', 'a'), newCode('c', 'b'), newCode('d')] },
  { kind: 'add-codings', codings: [newCoding('1', 'a'), newCoding('2', 'b', [6, 9]), newCoding('3', 'd')] },
])
const parents = (book: Workbook) => Object.fromEntries(book.codes.map(({ id, parent }) => [id, parent]))
const codesOf = (book: Workbook) => Object.fromEntries(book.codings.map(({ id, code }) => [id, code]))
const a = 'a' as CodeId
const b = 'b' as CodeId
const c = 'c' as CodeId
const d = 'd' as CodeId

test('codes merge: quotes and children go along, the same words twice are one, and no circle comes of it', () => {
  const merged = after([{ kind: 'merge-codes', from: [a], into: d }], tree)
  expect(parents(merged)).toEqual({ b: 'd', c: 'b', d: null })
  expect(codesOf(merged)).toEqual({ 2: 'b', 3: 'd' })
  // Into what hung under it: it comes up, and what stood between stays above it.
  expect(parents(after([{ kind: 'merge-codes', from: [a], into: c }], tree))).toEqual({
    b: null,
    c: 'b',
    d: null,
  })
  expect(parents(after([{ kind: 'merge-codes', from: [a, b], into: c }], tree))).toEqual({ c: null, d: null })
  expect(refusedFor(tree, { kind: 'merge-codes', from: [a, d], into: d })).toBe('circle')
})

test('a code goes with or without what hangs under it, and its quotes go where was said', () => {
  const up = after([{ kind: 'remove-code', code: b, to: a, children: 'up' }], tree)
  expect([parents(up), codesOf(up)]).toEqual([
    { a: null, c: 'a', d: null },
    { 1: 'a', 2: 'a', 3: 'd' },
  ])
  const all = after([{ kind: 'remove-code', code: a, to: null, children: 'remove' }], tree)
  expect([parents(all), codesOf(all)]).toEqual([{ d: null }, { 3: 'd' }])
  expect(refusedFor(tree, { kind: 'remove-code', code: a, to: c, children: 'remove' })).toBe('unknown-code')
})

test('a code splits and moves, never under itself', () => {
  const parts = [{ code: newCode('e'), codings: ['1' as CodingId] }]
  expect(codesOf(after([{ kind: 'split-code', code: a, parts }], tree))).toMatchObject({ 1: 'e', 2: 'b' })
  expect(refusedFor(tree, { kind: 'split-code', code: d, parts })).toBe('unknown-coding')
  expect(refusedFor(tree, { kind: 'move-code', code: a, parent: c, before: null })).toBe('circle')
  expect(parents(after([{ kind: 'move-code', code: c, parent: null, before: a }], tree)).c).toBe(null)
})

test('a code can be put between two others as often as one likes', () => {
  let book = tree
  for (let times = 0; times < 120; times++) {
    const [moved, before] = times % 2 === 0 ? [a, d] : [d, a]
    book = after([{ kind: 'move-code', code: moved, parent: null, before }], book)
    const top = book.codes.filter(({ parent }) => parent === null).toSorted((x, y) => x.position - y.position)
    expect(top.map(({ id }) => id)).toEqual([moved, before])
  }
})

test.each<[string, AnalysisChange]>([
  ['outside-text', { kind: 'add-codings', codings: [newCoding('9', 'a', [4, 4])] }],
  ['outside-text', { kind: 'add-codings', codings: [newCoding('9', 'a', [5, 4])] }],
  ['outside-text', { kind: 'add-codings', codings: [newCoding('9', 'a', [39, 41])] }],
  ['unknown-code', { kind: 'add-codings', codings: [newCoding('9', 'z')] }],
  ['taken', { kind: 'add-codings', codings: [newCoding('1', 'a')] }],
  ['taken', { kind: 'add-codes', codes: [newCode('a')] }],
  [
    'unknown-document',
    {
      kind: 'add-memo',
      id: 'm' as never,
      on: { kind: 'document', document: 'x' as DocumentId },
      title: '',
      body: 'x',
    },
  ],
])('refuses %s', (reason, change) => {
  expect(refusedFor(tree, change)).toBe(reason)
})

test('what is another coder’s stays hers; in a blind round codes are only added and described', () => {
  const remove: AnalysisChange = { kind: 'remove-codings', codings: ['1' as CodingId] }
  expect(refusedFor(tree, remove, analyst(bram))).toBe('not-own')
  const blind = analyst(nora, { sealed: new Set(['document-1' as DocumentId]) })
  expect(refusedFor(tree, { kind: 'merge-codes', from: [a], into: d }, blind)).toBe('blind-round')
  expect(refusedFor(tree, { kind: 'describe-code', code: a, set: { name: 'Steun' } }, blind)).toBe(null)
  const coded = after([{ kind: 'add-codings', codings: [newCoding('9', 'a')] }], tree, blind)
  expect(coded.codings.find(({ id }) => id === '9')?.sealed).toBe(true)
})

test('undoing changes only what one changed oneself, field by field', () => {
  const renamed = patchOf(tree, { kind: 'describe-code', code: a, set: { name: 'Steun' } }, analyst(nora))
  if (!renamed.allowed) throw new Error(renamed.reason)
  const book = applyPatch(tree, renamed.patch).book
  const coloured = after(
    [{ kind: 'describe-code', code: a, set: { colour: '#a02d4a' } }],
    book,
    analyst(bram),
  )
  const undone = applyPatch(coloured, inverse(renamed.patch))
  expect(undone.book.codes.find(({ id }) => id === a)).toMatchObject({ name: 'Code a', colour: '#a02d4a' })
  const twice = after([{ kind: 'describe-code', code: a, set: { name: 'Hulp' } }], book, analyst(bram))
  expect(applyPatch(twice, inverse(renamed.patch))).toMatchObject({ kept: 1, done: [] })
})
