import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvText } from './csv.ts'

test('a table, with quotes only where they are needed', () => {
  expect(csvText([['naam', 'tekst'], ['Noor', 'a, "b"\nc'], []])).toBe(
    '\uFEFFnaam,tekst\r\nNoor,"a, ""b""\nc"\r\n\r\n',
  )
})

test.each([
  ['=1+1', "'=1+1"],
  ['+31 6', "'+31 6"],
  ['-1', '-1'],
  ['-1.5', '-1.5'],
  ['-1+1', "'-1+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  [' =1', "' =1"],
  ['=a,"b"', '"\'=a,""b"""'],
  ['1-1', '1-1'],
  ['2026-11-19', '2026-11-19'],
])('%j does not become a formula', (text, written) => {
  expect(csvText([[text]])).toBe(`\uFEFF${written}\r\n`)
})

test('no cell begins as a formula, whatever it holds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(csvText([[text]]).replace(/^\uFEFF"?/, '')).not.toMatch(/^\s*([=+@]|-(?!\d+(\.\d+)?\s))/u)
    }),
  )
})
