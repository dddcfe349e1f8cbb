import { describe, expect, test } from 'vitest'
import { themeMatrix } from './theme-matrix.ts'
import { cellShade, type ThemeMatrixInput } from './theme-matrix-input.ts'
import { matrixSentence, matrixTable } from './theme-matrix-words.ts'

const input: ThemeMatrixInput = {
  ...{
    idPrefix: 'm',
    title: 'Thema’s per stem',
    description: 'Tabel eronder',
    lang: 'nl',
    width: 700,
    of: 'voice',
  },
  columns: [
    { name: 'moeder', quotes: 3, isSilent: false },
    { name: 'collega', quotes: 9, isSilent: false },
    { name: 'jongere', quotes: 0, isSilent: true },
  ],
  rows: [
    {
      ...{ name: 'Gelijk <staan>', quotes: 11, heard: 2 },
      cells: [
        { quotes: 2, mark: 'contradicts' },
        { quotes: 9, mark: null },
        { quotes: 0, mark: 'silent' },
      ],
    },
    {
      ...{ name: 'Leeg', quotes: 1, heard: 1 },
      cells: [
        { quotes: 1, mark: null },
        { quotes: 0, mark: null },
        { quotes: 0, mark: null },
      ],
    },
  ],
  quotes: 12,
}

describe('the matrix', () => {
  const { svg } = themeMatrix(input)

  test('is one image with a name and a description, with every number as text', () => {
    expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="m-title" aria-describedby="m-desc"/)
    for (const number of ['2', '9', '12', '11']) expect(svg).toContain(`>${number}</text>`)
    expect(svg).toContain('Gelijk &lt;staan&gt;')
  })

  test('keeps the column of who said nothing, hatched and in words', () => {
    expect(svg).toContain('>jongere<')
    expect(svg).toContain('>zei niets<')
    expect(svg.match(/fill="url\(#m-hatch\)"/g)).toHaveLength(input.rows.length + 1)
  })

  test('grows darker by share of the fullest cell; only the fullest has light letters', () => {
    expect([0, 1, 3, 9].map((quotes) => cellShade(quotes, 9))).toEqual([null, 0.1, 0.2, 1])
    expect([1, 2].map((quotes) => cellShade(quotes, 2))).toEqual([0.1, 0.2])
    expect(svg.match(/class="wk-c-on-full"/g)).toHaveLength(1)
  })

  test('says the same as a table and in sentences', () => {
    expect(matrixTable(input)).toEqual([
      ['', 'moeder', 'collega', 'jongere', 'Samen', 'Stemmen'],
      ['Gelijk <staan>', '2 (spreekt tegen)', '9', '0 (stil)', '11', '2 van 3'],
      ['Leeg', '1', '0', '0', '1', '1 van 3'],
      ['Samen', '3', '9', '0', '12', ''],
    ])
    expect(matrixSentence(input)).toBe(
      '12 uitspraken bij 2 thema’s. Deed mee en zei niets: jongere. In één vak spreekt iets tegen.',
    )
    expect(matrixSentence({ ...input, rows: [], quotes: 0, lang: 'en' })).toBe(
      'There are no quotes with a theme yet. Took part and said nothing: jongere.',
    )
  })
})
