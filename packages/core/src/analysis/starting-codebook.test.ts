import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { CodeId, MemberId } from '../shared/ids.ts'
import { analyst } from './deed.factory.ts'
import { patchOf } from './deed.ts'
import { startingCodebook, startWith } from './starting-codebook.ts'

const folder = new URL('../../../../content/codebooks/', import.meta.url)
const books = readdirSync(folder).map((name) =>
  startingCodebook.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))),
)

test('the codebooks to begin with can be put into an analysis, in both languages', () => {
  expect(books.map(({ key }) => key).sort()).toEqual([
    'barriers-resources',
    'conditions',
    'synergy-elements',
    'themes',
  ])
  for (const book of books) {
    for (const language of ['nl', 'en'] as const) {
      let next = 0
      const change = startWith(book, { language, newId: () => `code-${next++}` as CodeId })
      const planned = patchOf({ codes: [], codings: [], memos: [] }, change, analyst('m' as MemberId))
      expect(planned.allowed && planned.patch.length).toBe(book.codes.length)
      expect(new Set(change.codes.map(({ name }) => name)).size).toBe(book.codes.length)
    }
  }
})

test('a codebook with a parent that comes later, or twice the same key, is refused', () => {
  const [book] = books
  if (book === undefined) throw new Error('There are codebooks')
  const [first] = book.codes
  const broken = [[{ ...first, parent: 'later' }], [first, first]]
  for (const codes of broken) expect(startingCodebook.safeParse({ ...book, codes }).success).toBe(false)
})
