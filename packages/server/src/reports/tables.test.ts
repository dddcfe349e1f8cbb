import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { csvOf } from './csv.ts'
import { jsonOf } from './json.ts'
import { type Cell, type Column, textOf, wholeOf } from './table.ts'
import { fromUtf8, utf8Within } from './text-bytes.ts'
import { xlsxOf } from './xlsx.ts'

const columns: Column[] = [
  { name: 'who', label: 'Wie', kind: 'text', width: 40 },
  { name: 'at', label: 'Ingevuld op', kind: 'moment' },
  {
    ...{ name: 'heard', label: 'Gehoord; gezien', kind: 'number', decimals: 1 },
    values: [{ value: -9, label: 'niet ingevuld', missing: true }],
  },
]
const rows: Cell[][] = [
  ['Zoë', '2026-11-19 09:30:00', 7.5],
  ['=HYPERLINK("http://x")', null, -9],
  ['a;b,"c"\nd', '2026-11-19 23:59:59', -1e-7],
]
const sheet = { title: 'Checks: alles', columns, rows: [rows.slice(0, 1), [], rows.slice(1)] }

test('Dutch: a semicolon between, a comma in numbers, words for people; a formula stays text', async () => {
  expect(await textOf(csvOf(sheet, 'dutch'))).toBe(
    [
      '\uFEFFWie;Ingevuld op;"Gehoord; gezien"',
      'Zoë;2026-11-19 09:30:00;7,5',
      '"\'=HYPERLINK(""http://x"")";;niet ingevuld',
      '"a;b,""c""\nd";2026-11-19 23:59:59;-0,0000001',
      '',
    ]
      .join('\r\n')
      // TextDecoder takes the mark off.
      .slice(1),
  )
  expect([...(await wholeOf(csvOf(sheet, 'dutch'))).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
})

test('plain: a comma between, a point in numbers, values as they are', async () => {
  const text = await textOf(csvOf(sheet, 'plain'))
  expect(text.split('\r\n').slice(0, 3)).toEqual([
    'who,at,heard',
    'Zoë,2026-11-19 09:30:00,7.5',
    '"\'=HYPERLINK(""http://x"")",,-9',
  ])
})

test('JSON holds what each column means, and every row with every column', async () => {
  const read = JSON.parse(await textOf(jsonOf(sheet)))
  expect(read.columns[2]).toEqual({
    ...{ name: 'heard', label: 'Gehoord; gezien', kind: 'number' },
    values: [{ value: -9, label: 'niet ingevuld', missing: true }],
  })
  expect(read.rows.map(({ who, at, heard }: Record<string, Cell>) => [who, at, heard])).toEqual(rows)
  expect(JSON.parse(await textOf(jsonOf({ ...sheet, rows: [] }))).rows).toEqual([])
})

const made = '2026-11-19T08:00:00.000Z'
const cellPattern =
  /<c(?: s="(\d)")?(?: t="(\w+)")?(?:\/>|>(?:<v>([^<]*)<\/v>|<is><t[^>]*>([^<]*)<\/t><\/is>)<\/c>)/g

/** The cells of a sheet as a reader of the standard sees them. */
function cellsOf(xml: string): (string | number | null)[][] {
  const plain = (text: string) =>
    text
      .replace(/&quot;/g, '"')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&amp;/g, '&')
      .replace(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  return [...xml.matchAll(/<row>(.*?)<\/row>/gs)].map(([, row = '']) =>
    [...row.matchAll(cellPattern)].map(([, , , value, text]) => {
      if (text !== undefined) return plain(text)
      return value === undefined ? null : Number(value)
    }),
  )
}

const sheetOf = async (rows: Cell[][], number = 1) => {
  const files = unzipSync(await wholeOf(xlsxOf([{ ...sheet, rows: [rows] }], made)))
  return fromUtf8(files[`xl/worksheets/sheet${number}.xml`] ?? new Uint8Array(0))
}

test('a workbook has the parts that the standard asks for, and each is named', async () => {
  const files = unzipSync(await wholeOf(xlsxOf([sheet, { ...sheet, title: 'Uitleg' }], made)))
  const names = Object.keys(files)
  const types = fromUtf8(files['[Content_Types].xml'] ?? new Uint8Array(0))
  for (const [, part = ''] of types.matchAll(/PartName="\/([^"]+)"/g)) expect(names).toContain(part)
  const links = fromUtf8(files['xl/_rels/workbook.xml.rels'] ?? new Uint8Array(0))
  for (const [, part = ''] of links.matchAll(/Target="([^"]+)"/g)) expect(names).toContain(`xl/${part}`)
  const book = fromUtf8(files['xl/workbook.xml'] ?? new Uint8Array(0))
  expect([...book.matchAll(/sheet name="([^"]+)"/g)].map(([, name]) => name)).toEqual([
    'Checks  alles',
    'Uitleg',
  ])
})

test('text stays text, numbers and moments are numbers, and words stand for values', async () => {
  const day = (Date.parse('2026-11-19T09:30:00Z') - Date.parse('1899-12-30T00:00:00Z')) / 86_400_000
  const xml = await sheetOf(rows)
  expect(xml).not.toContain('<f>')
  const cells = cellsOf(xml)
  expect(cells.slice(0, 3)).toEqual([
    ['Wie', 'Ingevuld op', 'Gehoord; gezien'],
    ['Zoë', expect.closeTo(day, 5), 7.5],
    ['=HYPERLINK("http://x")', null, 'niet ingevuld'],
  ])
  expect(cells[3]?.[2]).toBe(-1e-7)
})

test('any text comes back from a workbook, but for what XML cannot hold', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), async (text) => {
      const [, row] = cellsOf(await sheetOf([[text, null, null]]))
      // biome-ignore lint/suspicious/noControlCharactersInRegex: what XML cannot hold
      const held = text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu, '')
      expect(row?.[0]).toBe(held)
    }),
    { numRuns: 60 },
  )
})

test('the same rows give the same workbook', async () => {
  const [one, other] = [await wholeOf(xlsxOf([sheet], made)), await wholeOf(xlsxOf([sheet], made))]
  expect(Buffer.compare(one, other)).toBe(0)
})

test('a text is shortened to whole signs', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(40), (text, most) => {
      const short = utf8Within(text, most)
      expect(short.length).toBeLessThanOrEqual(most)
      expect(text.startsWith(fromUtf8(short))).toBe(true)
    }),
  )
})
