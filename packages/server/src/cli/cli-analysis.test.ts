import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { readQda } from '../analysis/qdpx.read.ts'
import { holdAgainst } from '../analysis/refi.fixture.ts'
import { utf8 } from '../reports/text-bytes.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { temporaryFolder, urlOf, weerklank } from './cli.fixture.ts'

// Each command is a process of its own, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const folder = temporaryFolder()
let app: TestApp
beforeAll(async () => {
  app = await testApp()
  await app.professional({ name: 'Noor' })
})
afterAll(async () => {
  folder[Symbol.dispose]()
  await app[Symbol.asyncDispose]()
})
const sample = (name: string) =>
  fileURLToPath(new URL(`../../../../../shared/fixtures/refi-qda/${name}`, import.meta.url))

const run = (...args: string[]) =>
  weerklank(['analysis', ...args], { env: { DATABASE_URL: urlOf(app.database.owner) }, cwd: folder.path })
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)

test('a project comes in, goes out as every kind of file, and a second round trip changes nothing', async () => {
  const first = await run('import', sample('synthetic-nl-emoji.qdpx'))
  expect([first.code, first.last]).toEqual([0, expect.stringMatching(uuid)])
  expect(first.out).toContain('1 documents, 3 codes, 2 quotes')
  expect(first.out).toContain('  Kop in het codeboek is nu een gewoon thema: 1 (Relatie)\n')
  expect(first.err).toContain('“Evaluatie 2026” is an analysis of Noor in ')
  expect(first.err).toContain('consent-elsewhere')

  const out = folder.in('once.qdpx')
  const written = await run('export', first.last, '--out', out)
  expect([written.code, written.last]).toEqual([0, out])
  expect(statSync(out).mode & 0o777).toBe(0o600)
  const xml = text(unzipSync(new Uint8Array(readFileSync(out)))['project.qde'])
  holdAgainst('Project.xsd', xml)
  expect(xml).not.toContain('Onderzoeker A')

  const again = await run('import', out, '--ground', 'made-up')
  const twice = folder.in('twice.qdpx')
  expect((await run('export', again.last, '--out', twice)).code).toBe(0)
  expect(likeness(twice)).toEqual(likeness(out))
  // The words of the sample, wherever the way led.
  expect(likeness(twice).quotes).toEqual([
    ['Gehoord worden', 'Ik voel me gehoord'],
    ['Veiligheid', 'Ik voel me gehoord'],
  ])
})

test('tables and reports open, and hold no quote that nobody approved', async () => {
  const { last: id } = await run('import', sample('synthetic-nl-emoji.qdpx'), '--title', '=1+1')
  const codebook = folder.in('a.qdc')
  expect((await run('export', id, '--out', codebook)).code).toBe(0)
  holdAgainst('Codebook.xsd', readFileSync(codebook, 'utf8'))
  const table = folder.in('a.csv')
  expect((await run('export', id, '--out', table)).code).toBe(0)
  expect(readFileSync(table, 'utf8')).toContain('Relatie › Gehoord worden;Ik voel me gehoord;')
  const book = folder.in('a.xlsx')
  expect((await run('export', id, '--out', book)).code).toBe(0)
  expect(Object.keys(unzipSync(new Uint8Array(readFileSync(book))))).toContain('xl/worksheets/sheet4.xml')
  const word = folder.in('a.docx')
  expect((await run('export', id, '--out', word)).code).toBe(0)
  const document = text(unzipSync(new Uint8Array(readFileSync(word)))['word/document.xml'])
  expect(document).toContain('Gehoord worden')
  expect(document).not.toContain('Ik voel me gehoord')
  expect((await run('export', id, '--out', word)).err).toContain('exists already')
  const paper = folder.in('a.pdf')
  expect((await run('export', id, '--out', paper, '--language', 'en')).code).toBe(0)
  expect(readFileSync(paper).subarray(0, 5).toString()).toBe('%PDF-')
})

test('a file that is no project is refused with its reason, and nothing is kept', async () => {
  const bad = folder.in('two.qdpx')
  const project = '<Project xmlns="urn:QDA-XML:project:1.0" name="p"/>'
  writeFileSync(bad, zipSync({ 'a.qde': utf8(project), 'b.qde': utf8(project) }))
  const refused = await run('import', bad)
  expect([refused.code, refused.out]).toEqual([1, ''])
  expect(refused.err).toContain(
    'There is more than one project in it. Save each project apart. (two-projects)',
  )
})

test.each([
  [[], 2, /^Say what to do/],
  [['import'], 2, /^Say which file/],
  [['import', 'none.qdpx'], 1, /There is no file/],
  [['import', sample('spec-A1-codebook.qdc'), '--ground', 'because'], 2, /A ground is one of/],
  [['import', sample('spec-A1-codebook.qdc'), '--member', 'elders@example.org'], 1, /There is no colleague/],
  [['export', 'x'], 2, /^Say where to/],
  [['export', 'x', '--out', 'a.doc'], 2, /The name of the file says what it becomes/],
  [['export', 'x', '--out', 'b.qdc'], 1, /There is no analysis "x"/],
])('analysis %j says what is wrong', async (args, code, sentence) => {
  const refused = await run(...args)
  expect(refused).toMatchObject({ code, out: '' })
  expect(refused.err).toMatch(sentence)
})

/** What two files of one analysis must have alike, their numbers left out. */
function likeness(path: string) {
  const { project } = readQda(new Uint8Array(readFileSync(path)))
  const flat = (codes: typeof project.codes): [string, string | null][] =>
    codes.flatMap(({ name, description, codes: under }) => [[name, description], ...flat(under)])
  const names = new Map<string, string>()
  const collect = (codes: typeof project.codes): void => {
    for (const { guid, name, codes: under } of codes) {
      names.set(guid, name)
      collect(under)
    }
  }
  collect(project.codes)
  const quotes = project.sources.flatMap((source) =>
    source.selections.flatMap(({ start, end, codings }) =>
      codings.map(({ code }) => [names.get(code), [...source.text].slice(start, end).join('')]),
    ),
  )
  return {
    ...{ name: project.name, codes: flat(project.codes), quotes: quotes.sort() },
    texts: project.sources.map(({ name, text: body }) => [name, body]),
    notes: project.notes.map(({ name, text: body }) => [name, body]).sort(),
  }
}
