import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CellMark, type MatrixCount, type MatrixInput, matrixOf } from './matrix.ts'

const theme = (id: string, parent: string | null = null) => ({ id, parent, name: id })

// The table of domain.md §1.1; the sentences are our own.
const people = ['mother', 'colleague', 'manager', 'facilitator', 'filmmaker', 'youth']
const said: readonly (readonly [theme: string, voice: string, sentence: string])[] = [
  ['equal', 'mother', 'Niemand stond bij jullie boven de ander.'],
  ['differences', 'mother', 'Jullie waren het oneens en bleven toch samen.'],
  ['differences', 'mother', 'Mijn manier mocht naast die van jullie bestaan.'],
  ['creative', 'colleague', 'Met jullie werd een gewone middag een vondst.'],
  ['shadow', 'mother', 'Ik zag het niet, maar ik snap dat het wringt.'],
  ['shadow', 'colleague', 'Ik stond er vaak een stap buiten.'],
  ['shadow', 'colleague', 'Zoiets had ik in een andere ploeg ook meegemaakt.'],
  ['shadow', 'facilitator', 'De scherpe vragen bleven na afloop bij me hangen.'],
  ['synergy', 'mother', 'Samen waren jullie meer dan twee losse mensen.'],
  ['synergy', 'colleague', 'Als jullie samen binnenkwamen, ging het lopen.'],
  ['synergy', 'colleague', 'Ik wil dit ook met mijn eigen maatje.'],
  ['synergy', 'manager', 'Voor zulk samenwerken wil ik tijd vrijmaken.'],
  ['synergy', 'filmmaker', 'Door de lens zag ik hoe jullie op elkaar wachtten.'],
]
const counts: MatrixCount[] = said.map(([code, column]) => ({ code, column, quotes: 1 }))
const study: MatrixInput = {
  themes: ['equal', 'differences', 'creative', 'shadow', 'synergy'].map((id) => theme(id)),
  columns: people.map((key) => ({ key, name: key })),
  counts,
  marks: [{ code: 'shadow', column: 'mother', mark: 'contradicts' }],
  rows: 'each',
}

describe('the thirteen quotes', () => {
  const matrix = matrixOf(study)

  test('have the sums of the study, and the youths keep their column without a word', () => {
    expect(matrix.rows.map(({ quotes }) => quotes)).toEqual([1, 2, 1, 4, 5])
    expect(matrix.columns.map(({ quotes }) => quotes)).toEqual([5, 5, 1, 1, 1, 0])
    expect(matrix.quotes).toBe(13)
    expect(matrix.columns.filter(({ isSilent }) => isSilent).map(({ key }) => key)).toEqual(['youth'])
  })

  test('stand in the cells of the study', () => {
    expect(matrix.rows.map(({ cells }) => cells.map(({ quotes }) => quotes))).toEqual([
      [1, 0, 0, 0, 0, 0],
      [2, 0, 0, 0, 0, 0],
      [0, 1, 0, 0, 0, 0],
      [1, 2, 0, 1, 0, 0],
      [1, 2, 1, 0, 1, 0],
    ])
    expect(matrix.rows.map(({ heard }) => heard)).toEqual([1, 1, 1, 3, 4])
    expect(matrix.rows[3]?.cells[0]?.mark).toBe<CellMark>('contradicts')
  })
})

describe('rows and columns', () => {
  test('what hangs under a theme counts with the highest above it, and a circle does not hang', () => {
    const themes = [theme('a'), theme('b', 'a'), theme('c', 'b'), theme('x', 'y'), theme('y', 'x')]
    const counts = ['a', 'b', 'c', 'x', 'gone'].map((code) => ({ code, column: 'v', quotes: 1 }))
    const matrix = matrixOf({ ...study, themes, counts, columns: [], rows: 'top' })
    expect(matrix.rows.map(({ theme: { id }, quotes }) => [id, quotes])).toEqual([
      ['a', 3],
      ['x', 1],
      ['y', 0],
    ])
    expect(matrix.columns.map(({ key }) => key)).toEqual(['v'])
  })

  test('sums of rows, of columns and of quotes are always the same', () => {
    const ids = ['a', 'b', 'c', 'd']
    const someTheme = fc.record({
      id: fc.constantFrom(...ids),
      parent: fc.option(fc.constantFrom('a', 'b')),
      name: fc.constant(''),
    })
    const themes = fc.uniqueArray(someTheme, { selector: ({ id }) => id })
    const count = fc.record({
      code: fc.constantFrom(...ids),
      column: fc.constantFrom('mother', 'youth', 'other'),
      quotes: fc.nat(9),
    })
    fc.assert(
      fc.property(themes, fc.array(count), fc.constantFrom('each', 'top'), (themes, counts, rows) => {
        const matrix = matrixOf({ ...study, themes, counts, rows })
        const known = new Set(themes.map(({ id }) => id))
        const all = counts.filter(({ code }) => known.has(code)).reduce((sum, { quotes }) => sum + quotes, 0)
        const sum = (ones: readonly { quotes: number }[]) =>
          ones.reduce((total, one) => total + one.quotes, 0)
        expect([sum(matrix.rows), sum(matrix.columns), matrix.quotes]).toEqual([all, all, all])
      }),
      { numRuns: 100 },
    )
  })
})
