import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CodeId, CodingId } from '../shared/ids.ts'
import type { Coding, Workbook } from './coding.ts'
import { analyst, bram, newCode, newCoding, nora } from './deed.factory.ts'
import { patchOf } from './deed.ts'
import { applyPatch, inverse } from './patch.ts'

const codes = ['a', 'b', 'c'].map((id, position) => ({ ...newCode(id), position }))
const span = fc
  .tuple(fc.nat(38), fc.integer({ min: 1, max: 39 }))
  .map(([start, size]) => [start, Math.min(40, start + size)] as const)
const some = fc.array(
  fc.record({ code: fc.constantFrom('a', 'b', 'c'), span, coder: fc.constantFrom(nora, bram) }),
  { maxLength: 8 },
)
const ids = Array.from({ length: 60 }, (_, nth) => `new-${nth}` as CodingId)

/** Which codes stand at one code point, how often. */
const at = (book: Workbook, point: number) =>
  book.codings
    .filter(({ start, end }) => start <= point && point < end)
    .map(({ code, coder }) => `${code} ${coder}`)
    .sort()

test('what was decided stands in its place once and alone; all else stays; undone it is as it was', () => {
  fc.assert(
    fc.property(some, span, fc.subarray(['a', 'b', 'c']), (made, [start, end], decided) => {
      const codings = made.map(
        (one, nth): Coding => ({
          ...newCoding(`c${nth}`, one.code, one.span),
          ...{
            document: 'document-1' as never,
            coder: one.coder,
            at: '2026-06-01T10:00:00.000Z',
            sealed: false,
          },
        }),
      )
      const book: Workbook = { codes, codings, memos: [] }
      const passage = newCoding('x', 'a').passage
      const place = { passage, start, end, codes: decided as CodeId[], coders: [nora, bram] }
      const change = { kind: 'take-decision' as const, round: 'r', passage, start, ids }
      const planned = patchOf(book, change, analyst(bram, { place }))
      if (!planned.allowed) throw new Error(planned.reason)
      const { book: settled } = applyPatch(book, planned.patch)
      for (let point = 0; point < 40; point++) {
        const inside = start <= point && point < end
        if (inside) expect(at(settled, point).map((one) => one[0])).toEqual([...decided].sort())
        else expect(at(settled, point)).toEqual(at(book, point))
      }
      const again = patchOf(
        settled,
        { ...change, ids: ids.map((id) => `${id}-2` as CodingId) },
        analyst(nora, { place }),
      )
      expect(again.allowed && again.patch).toEqual([])
      const sorted = (one: Workbook) => one.codings.toSorted((x, y) => (x.id < y.id ? -1 : 1))
      expect(sorted(applyPatch(settled, inverse(planned.patch)).book)).toEqual(sorted(book))
    }),
    { numRuns: 100 },
  )
})

test('without a decision there is nothing to take over', () => {
  const change = {
    kind: 'take-decision' as const,
    round: 'r',
    passage: newCoding('x', 'a').passage,
    start: 0,
    ids,
  }
  expect(patchOf({ codes, codings: [], memos: [] }, change, analyst(nora))).toEqual({
    allowed: false,
    reason: 'unknown-decision',
  })
})
