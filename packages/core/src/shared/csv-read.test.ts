import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCsv, separators } from './csv-read.ts'

const cellsOf = (text: string) => readCsv(text).rows.map((row) => row.cells)

test.each([
  ['naam;stem\nLina;kind', ';'],
  ['name,voice\nLina,child', ','],
  ['naam\tstem\nLina\tkind', '\t'],
  ['sep=,\r\nnaam,stem;rol\r\nLina,kind', ','],
  ['"a,b,c";d\nx;y', ';'],
  ['naam\nLina', ';'],
])('the separator of %j is %j', (text, separator) => {
  expect(readCsv(text).separator).toBe(separator)
})

test('quotes hold separators, line ends and quotes; elsewhere a quote is a sign like any other', () => {
  const text = '\uFEFFnaam;wat\r\n"De ""Boer"";\nJan" ; Jan "de Boer"\r\n\r\n;\r\nx;y'
  const read = readCsv(text)
  expect(read).toEqual({
    separator: ';',
    unclosed: null,
    rows: [
      { line: 1, cells: ['naam', 'wat'] },
      { line: 2, cells: ['De "Boer";\nJan', 'Jan "de Boer"'] },
      { line: 6, cells: ['x', 'y'] },
    ],
  })
})

test('a quote that never ends is told with its line, and nothing after it is read', () => {
  expect(readCsv('a;b\nc;d\n"e;f\ng;h')).toEqual({
    separator: ';',
    unclosed: 3,
    rows: [
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['c', 'd'] },
    ],
  })
})

test('nothing is no row', () => {
  expect(['', '\uFEFF', '\n\r\n', ' ; ;'].map(cellsOf)).toEqual([[], [], [], []])
})

const cell = fc.string({ unit: 'binary', minLength: 1 }).map((text) => `x${text.replaceAll('\r', '')}x`)
const tables = fc
  .integer({ min: 1, max: 5 })
  .chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
  )

test('what is written with quotes comes back, whatever separates it and however lines end', () => {
  const ends = fc.constantFrom('\n', '\r\n', '\r')
  fc.assert(
    fc.property(tables, fc.constantFrom(...separators), ends, (rows, separator, end) => {
      const quoted = rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(separator))
      // The first line says what separates; with one column there is nothing to tell by.
      const head = Array.from({ length: rows[0]?.length ?? 1 }, () => 'h').join(separator)
      expect(cellsOf([head, ...quoted].join(end)).slice(1)).toEqual(rows)
    }),
  )
})

test('any text gives rows, and never an error', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const { rows } = readCsv(text)
      expect(rows.every((row, at) => row.line >= 1 && row.line > (rows[at - 1]?.line ?? 0))).toBe(true)
    }),
  )
})
