import type { CodeId } from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { cellFilter, columnWord, momentWord, shownMatrix } from './matrix-view.ts'

const words = { language: 'nl', unknown: 'onbekend' } as const
const code = (id: string) => id as CodeId
const analysis = {
  codes: [
    { id: code('a'), parent: null, name: 'Samen' },
    { id: code('b'), parent: code('a'), name: 'Vertrouwen' },
  ],
} as unknown as Parameters<typeof shownMatrix>[0]
const data = {
  kind: 'voice' as const,
  columns: ['mother', 'youth'],
  counts: [
    { code: code('a'), column: 'mother', quotes: 2 },
    { code: code('b'), column: 'youth', quotes: 3 },
  ],
  marks: [],
}

test('columns are called as people say it', () => {
  expect(columnWord('voice', 'mother', words)).toBe('moeder')
  expect(columnWord('voice', 'facilitator', words)).toBe('gespreksleider')
  expect(columnWord('source', 'dialogue', words)).toBe('in het gesprek')
  expect(momentWord('2026-06', 'nl')).toBe('juni 2026')
  expect(momentWord('2026-06-08', 'en')).toBe('8 Jun 2026')
})

test('a column that is switched off goes with its quotes, and what is left adds up', () => {
  const all = shownMatrix(analysis, data, { ...words, rows: 'top', hidden: [] })
  expect(all.rows.map(({ theme, quotes }) => [theme.name, quotes])).toEqual([['Samen', 5]])
  const some = shownMatrix(analysis, data, { ...words, rows: 'each', hidden: ['youth'] })
  expect([some.quotes, some.columns.map(({ name }) => name)]).toEqual([2, ['moeder']])
})

test('a cell leads to exactly its quotes: those below a theme only where they were counted', () => {
  expect(cellFilter({ kind: 'voice', column: 'youth', code: 'a' }, 'each')).toEqual({
    ...{ codes: 'a', below: 'no', voices: 'youth' },
  })
  expect(cellFilter({ kind: 'moment', column: '2026-02', code: 'a' }, 'top')).toEqual({
    ...{ codes: 'a', below: 'yes', from: '2026-02-01', until: '2026-02-28' },
  })
})
