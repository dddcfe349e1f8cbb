import { expect, it } from 'vitest'
import { guessedPatch } from './deed-guess.ts'
import { type Coding, type DocumentPages, pagesWith, quoteChanges } from './workbook-cache.ts'

const by = { coder: 'noor', at: '2026-11-22T10:00:00Z' }
const coding = (id: string, passage: string, code = 'c') =>
  ({ id, passage, code, document: 'd', start: 0, end: 3, sealed: false, weight: null, ...by }) as Coding

/** Only what drawing looks at: two pages of one passage each. */
const pages = {
  pageParams: [0, 1],
  pages: [
    { document: { id: 'd' }, passages: [{ id: 'p1' }], codings: [coding('1', 'p1')], next: 1 },
    { document: { id: 'd' }, passages: [{ id: 'p2' }], codings: [], next: null },
  ],
} as unknown as DocumentPages

it('draws only the page anew in which something changed', () => {
  const after = pagesWith(pages, { codings: [coding('2', 'p2')], gone: [] })
  expect(after.pages[0]).toBe(pages.pages[0])
  expect(after.pages[1]?.codings).toEqual([coding('2', 'p2')])
  expect(pagesWith(after, { codings: [], gone: ['1'] }).pages[0]?.codings).toEqual([])
  expect(pagesWith(pages, { codings: [coding('9', 'elsewhere')], gone: ['8'] })).toBe(pages)
})

it('shows the same coding once, when the server has answered what was guessed', () => {
  const change = { id: '3', passage: 'p1', code: 'e', start: 1, end: 2, weight: null }
  const guessed = guessedPatch({ kind: 'add-codings', codings: [change] }, [pages], by)
  expect(guessed.codings).toEqual([{ ...coding('3', 'p1', 'e'), start: 1, end: 2 }])
  const twice = pagesWith(pagesWith(pages, guessed), { ...guessed, gone: [] })
  expect(twice.pages[0]?.codings.map(({ id }) => id)).toEqual(['1', '3'])
})

it('guesses what another code or end makes of a coding, and nothing of what it cannot know', () => {
  const recode = { kind: 'change-coding', coding: '1', code: 'e', start: 0, end: 2, weight: null } as const
  expect(guessedPatch(recode, [pages], by).codings).toEqual([{ ...coding('1', 'p1', 'e'), end: 2 }])
  expect(guessedPatch({ ...recode, coding: '7' }, [pages], by).codings).toEqual([])
  expect(guessedPatch({ kind: 'remove-codings', codings: ['1'] }, [pages], by).gone).toEqual(['1'])
  expect(guessedPatch({ kind: 'merge-codes', from: ['a'], into: 'b' }, [pages], by)).toEqual({
    codings: [],
    gone: [],
  })
})

it('counts what a code gains and loses', () => {
  const changes = quoteChanges([coding('1', 'p1', 'a')], [coding('1', 'p1', 'b'), coding('2', 'p1', 'b')])
  expect(Object.fromEntries(changes)).toEqual({ a: -1, b: 2 })
})
