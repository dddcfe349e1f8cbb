import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Caret, caretAt, isSelecting, movedCaret, unitUnder } from './caret.ts'
import { selectionOf } from './selection.ts'

const passages = [
  { id: 'a', body: 'Wij wisten niet. Dat kostte weken.' },
  { id: 'b', body: '👩‍👩‍👧 ging mee.' },
] as const
type Id = (typeof passages)[number]['id']
type Move = Parameters<typeof movedCaret>[2]

const move = (by: Move['by'], more: Partial<Move> = {}): Move => ({ by, back: false, extend: false, ...more })
const walk = (from: Caret<Id>, ...moves: Move[]) =>
  moves.reduce<Caret<Id>>((caret, step) => movedCaret(passages, caret, step) ?? caret, from)
const begin = caretAt<Id>({ passage: 'a', at: 0 })

it('selects the second sentence with two keys', () => {
  const caret = walk(begin, move('sentence'), move('sentence', { extend: true }))
  expect(isSelecting(caret)).toBe(true)
  expect(selectionOf(passages, caret.anchor, caret.head)).toEqual({
    allowed: true,
    picked: [{ passage: 'a', start: 17, end: 34 }],
  })
})

it('goes on in the next passage, and back', () => {
  const end = walk(begin, move('edge'))
  expect(end.head).toEqual({ passage: 'a', at: 34 })
  expect(walk(end, move('word')).head).toEqual({ passage: 'b', at: 0 })
  expect(walk(end, move('word'), move('word', { back: true })).head).toEqual({ passage: 'a', at: 34 })
  expect(walk(end, move('passage')).head).toEqual({ passage: 'b', at: 0 })
  expect(walk(end, move('passage', { back: true })).head).toEqual({ passage: 'a', at: 0 })
})

it('steps over a family as one sign', () => {
  const caret = walk(caretAt<Id>({ passage: 'b', at: 0 }), move('sign'))
  expect(caret.head.at).toBe(5)
})

it('begins anew when its passage was removed, and is nowhere in a document without words', () => {
  expect(movedCaret<string>(passages, caretAt({ passage: 'weg', at: 3 }), move('word'))).toEqual(begin)
  expect(movedCaret([], begin, move('word'))).toBeUndefined()
})

it('names the word or the sentence under it', () => {
  expect(unitUnder(passages, { passage: 'a', at: 17 }, 'word')).toEqual({ passage: 'a', start: 17, end: 20 })
  expect(unitUnder(passages, { passage: 'a', at: 20 }, 'sentence')).toEqual({
    passage: 'a',
    start: 17,
    end: 34,
  })
  expect(unitUnder(passages, { passage: 'a', at: 34 }, 'word')).toBeUndefined()
})

it('comes back to where it was, whichever way it went inside the text', () => {
  const by = fc.constantFrom<Move['by'][]>('sign', 'word', 'sentence')
  fc.assert(
    fc.property(by, fc.nat(60), (unit, steps) => {
      const there = walk(begin, ...Array.from({ length: steps }, () => move(unit)))
      const back = walk(there, ...Array.from({ length: steps }, () => move(unit, { back: true })))
      expect(back).toEqual(begin)
      const kept = walk(begin, ...Array.from({ length: steps }, () => move(unit, { extend: true })))
      expect(kept).toEqual({ anchor: begin.anchor, head: there.head })
    }),
    { numRuns: 60 },
  )
})
