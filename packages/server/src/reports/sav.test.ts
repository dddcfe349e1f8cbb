import fc from 'fast-check'
import { expect, test } from 'vitest'
import { savWidth } from './sav.cases.ts'
import { readSav } from './sav.reader.fixture.ts'
import { savOf } from './sav.ts'
import { type Cell, type Column, wholeOf } from './table.ts'

const made = '2026-11-19T08:05:09.000Z'
const notGiven = { value: -9, label: 'niet ingevuld', missing: true } as const
const heard: Column = {
  ...{ name: 'contact_check_heard', label: 'Ik voelde me gehoord', kind: 'number', decimals: 1 },
  values: [notGiven, { value: 10, label: 'helemaal' }],
}
const columns: Column[] = [
  { name: 'relation', label: 'Samenwerking', kind: 'text', width: 36 },
  { name: 'answered_at', label: 'Ingevuld op', kind: 'moment' },
  heard,
  { name: 'open_text', label: 'In eigen woorden: wat wil je nog kwijt? 🌱', kind: 'text', width: 1_000 },
  { name: 'after', label: '', kind: 'number', decimals: 0 },
]
const long = `é${'x'.repeat(700)} einde`
const rows: Cell[][] = [
  ['a1', '2026-11-19 09:30:00', 7.5, long, 1],
  ['', null, -9, '', null],
  ['Zoë', '1970-01-01 00:00:00', 10, 'kort', 151],
]

test('what is written comes back: names, labels, missing values, long texts, moments', async () => {
  const file = readSav(await wholeOf(savOf({ title: 'Checks', columns, rows: [rows] }, made)))
  expect(file.title).toBe('Checks')
  expect(file.variables.map(({ name, label, width }) => [name, label, width])).toEqual([
    ['relation', 'Samenwerking', 36],
    ['answered_at', 'Ingevuld op', 0],
    ['contact_check_heard', 'Ik voelde me gehoord', 0],
    ['open_text', 'In eigen woorden: wat wil je nog kwijt? 🌱', 1_000],
    ['after', '', 0],
  ])
  expect(file.variables[2]?.missing).toEqual([-9])
  expect([...(file.variables[2]?.values ?? [])]).toEqual([
    [-9, 'niet ingevuld'],
    [10, 'helemaal'],
  ])
  // Date and time, 20 wide, no decimals.
  expect(file.variables[1]?.format).toBe((22 << 16) | (20 << 8))
  const seconds = (moment: string) => (Date.parse(moment) - Date.parse('1582-10-14T00:00:00Z')) / 1_000
  expect(file.rows).toEqual([
    ['a1', seconds('2026-11-19T09:30:00Z'), 7.5, long, 1],
    ['', null, -9, '', null],
    ['Zoë', seconds('1970-01-01T00:00:00Z'), 10, 'kort', 151],
  ])
})

test('the head of the file, byte by byte as it is published', async () => {
  const bytes = Buffer.from(await wholeOf(savOf({ title: 'T', columns: [heard], rows: [] }, made)))
  expect(bytes.toString('latin1', 0, 4)).toBe('$FL2')
  expect(bytes.toString('latin1', 4, 24)).toBe('@(#) SPSS DATA FILE ')
  // Layout, eight-byte places of a row, compressed, no weights, rows unknown, bias.
  expect([64, 68, 72, 76, 80].map((at) => bytes.readInt32LE(at))).toEqual([2, 1, 1, 0, -1])
  expect(bytes.readDoubleLE(84)).toBe(100)
  expect(bytes.toString('latin1', 92, 109)).toBe('19 Nov 2608:05:09')
  expect(bytes.subarray(173, 176)).toEqual(Buffer.alloc(3))
  // The first variable: a record 2, a number, with a label and one missing value, shown as F8.1.
  expect([176, 180, 184, 188, 192].map((at) => bytes.readInt32LE(at))).toEqual([2, 0, 1, 1, 0x05_08_01])
  expect(bytes.toString('latin1', 200, 208)).toBe('V1      ')
})

test('a text is cut between signs when it does not fit, and never in one', async () => {
  const narrow: Column = { name: 'a', label: 'ë'.repeat(200), kind: 'text', width: 4 }
  const file = readSav(await wholeOf(savOf({ title: '', columns: [narrow], rows: [[['xx€']]] }, made)))
  expect(file.rows).toEqual([['xx']])
  expect(file.variables[0]?.label).toBe('ë'.repeat(127))
})

const text = fc.string({ unit: 'binary', maxLength: 900 }).map((one) => one.replaceAll('\0', '').trimEnd())
const number = fc.oneof(
  fc.integer({ min: -120, max: 200 }),
  fc.double({ noNaN: true, min: -1e300, max: 1e300 }),
)

test('any texts and numbers come back, whatever their lengths', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(text, number, text), { maxLength: 12 }), async (some) => {
      const width = (at: 0 | 2) => Math.max(1, ...some.map((row) => savWidth(row[at])))
      const wide: Column[] = [
        { name: 'one', label: 'one', kind: 'text', width: width(0) },
        { name: 'two', label: 'two', kind: 'number', decimals: 2 },
        { name: 'three', label: 'three', kind: 'text', width: width(2) },
      ]
      const file = readSav(await wholeOf(savOf({ title: 'x', columns: wide, rows: [some] }, made)))
      // SPSS knows no spaces at the end of a text, nor half signs.
      const whole = (one: string) => one.toWellFormed().trimEnd()
      expect(file.rows).toEqual(some.map(([a, b, c]) => [whole(a), b, whole(c)]))
    }),
    { numRuns: 60 },
  )
})

test('more than three missing values is more than SPSS knows', async () => {
  const values = [1, 2, 3, 4].map((value) => ({ value, label: 'x', missing: true as const }))
  const column: Column = { name: 'a', label: 'a', kind: 'number', decimals: 0, values }
  await expect(wholeOf(savOf({ title: '', columns: [column], rows: [] }, made))).rejects.toThrow(RangeError)
})
