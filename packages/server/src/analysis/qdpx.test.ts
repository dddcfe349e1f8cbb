import { sliceSpan } from '@weerklank/core/analysis/code-points'
import { allCodes, type QdaProject } from '@weerklank/core/analysis/qda'
import { qdaProjects } from '@weerklank/core/analysis/qda.factory'
import { QdaFindings } from '@weerklank/core/analysis/qda.finding'
import { settleTexts } from '@weerklank/core/analysis/qda.texts'
import { codebookXml, projectXml } from '@weerklank/core/analysis/qda.write'
import fc from 'fast-check'
import { unzipSync, type Zippable, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { fromUtf8, utf8 } from '../reports/text-bytes.ts'
import { guidFor } from './qda-guid.ts'
import { readQda } from './qdpx.read.ts'
import { qdcOf, qdpxOf } from './qdpx.write.ts'
import { holdAgainst, refiFile } from './refi.fixture.ts'

const made = '2026-11-22T10:00:00Z'
const nothingBeside = () => ({ problem: 'source-missing' as const })
/** What reading gives of a project of which the words stand in it. */
const settled = (project: QdaProject) => settleTexts(project, nothingBeside, new QdaFindings())

describe('files that we write', () => {
  it('are what the standard wants, and come back as they were', () => {
    fc.assert(
      fc.property(qdaProjects, (project) => {
        holdAgainst('Project.xsd', projectXml(project))
        const bytes = qdpxOf(project, made)
        const files = unzipSync(bytes)
        expect(Object.keys(files)[0]).toBe('project.qde')
        holdAgainst('Project.xsd', fromUtf8(files['project.qde'] ?? new Uint8Array()))
        expect(readQda(bytes).project).toEqual(settled(project))
        expect(qdpxOf(project, made)).toEqual(bytes)
      }),
      { numRuns: 60 },
    )
  })

  it('are lists of codes too, when there is a code', () => {
    fc.assert(
      fc.property(qdaProjects, ({ codes, sets, origin }) => {
        fc.pre(codes.length > 0)
        holdAgainst('Codebook.xsd', codebookXml({ origin, codes, sets }))
        expect(readQda(qdcOf({ origin, codes, sets: [] })).project.codes).toEqual(codes)
      }),
      { numRuns: 40 },
    )
  })

  it('give a thing the same GUID each time, and another thing another', () => {
    // Made with Python's uuid.uuid5 for the same namespace.
    expect(guidFor('code', '1')).toBe('471E756B-8FE3-526F-92F5-BD0B8DDFE739')
    expect(guidFor('code', '2')).not.toBe(guidFor('code', '1'))
    expect(guidFor('coding', '1')).not.toBe(guidFor('code', '1'))
  })
})

describe('files of other programs', () => {
  it('come in with nested codes, selections, notes, cases and values', () => {
    const { project, findings } = readQda(refiFile('synthetic-nl-emoji.qdpx'))
    const [source] = project.sources
    expect(allCodes(project.codes).map(({ name }) => name)).toEqual([
      'Relatie',
      'Gehoord worden',
      'Veiligheid',
    ])
    expect(source?.selections.map((one) => [sliceSpan(source.text, one), one.codings.length])).toEqual([
      ['Ik voel me gehoord', 2],
    ])
    expect(source?.values.map(({ value }) => value)).toEqual(['Cliënt', '3', '27.5', 'true'])
    expect(project.notes.map(({ text }) => text)).toEqual(['Let op toon'])
    expect(findings.list()).toEqual([])
    expect(readQda(qdpxOf(withTextsHere(project), made)).project).toEqual(project)
  })

  it('keep their codes and sets when the texts are missing, and that is said by name', () => {
    const { project, findings } = readQda(refiFile('skyloom-TestProject.qdpx'))
    expect(project.codes).toHaveLength(14)
    expect(project.users.map(({ name }) => name)).toContain('ATLAS.ti')
    expect(project.sources).toEqual([])
    const missing = findings.list().find(({ code }) => code === 'source-missing')
    expect(missing?.names).toContain('1960s Coca Cola commercial - Audio.docx')
  })

  it('bring a list of codes alone', () => {
    const { project } = readQda(refiFile('spec-A1-codebook.qdc'))
    expect(project.codes.map(({ name, isCodable, colour }) => [name, isCodable, colour])).toEqual([
      ['Topics', false, null],
      ['Economy', true, '#ffff00'],
      ['Health care', true, '#33cc33'],
      ['Values', false, null],
      ['Conservatives', true, '#ff0000'],
      ['Liberals', true, '#0000ff'],
    ])
  })
})

const root = (inside: string) => `<Project xmlns="urn:QDA-XML:project:1.0" name="p">${inside}</Project>`
const source = (path: string) =>
  root(`<Sources><TextSource guid="${guidFor('s', path)}" name="bron" plainTextPath="${path}"/></Sources>`)
const zip = (files: Zippable) => new Uint8Array(zipSync(files))
const coded = (xml: string, files: Zippable = {}) => zip({ 'project.qde': utf8(xml), ...files })
const said = (bytes: Uint8Array) => {
  const { project, findings } = readQda(bytes)
  return { texts: project.sources.map(({ text }) => text), said: findings.list().map(({ code }) => code) }
}

describe('files that are wrong', () => {
  it.each([
    ['nothing', new Uint8Array(), 'not-zip'],
    ['words', utf8('no project at all'), 'not-zip'],
    ['a zip that is cut off', coded(root('')).subarray(0, 60), 'broken-zip'],
    ['a zip without a project', zip({ 'sources/a.txt': utf8('a') }), 'no-project'],
    ['two projects', zip({ 'a.qde': utf8(root('')), 'B.QDE': utf8(root('')) }), 'two-projects'],
    ['a project in a folder', zip({ 'in/project.qde': utf8(root('')) }), 'no-project'],
    ['a bomb', zip({ 'project.qde': new Uint8Array(30_000_000) }), 'bomb'],
    [
      'too many files',
      zip(Object.fromEntries(Array.from({ length: 10_001 }, (_, n) => [`${n}`, utf8('')]))),
      'too-many-files',
    ],
    ['a document type', coded(`<!DOCTYPE a [<!ENTITY b "c">]>${root('&b;')}`), 'document-type'],
    ['bytes that are no UTF-8', zip({ 'project.qde': new Uint8Array([0x3c, 0xff, 0x3e]) }), 'encoding'],
    ['an encoding that nobody knows', coded(`<?xml version="1.0" encoding="morse"?>${root('')}`), 'encoding'],
    ['a codebook in a project', coded('<CodeBook xmlns="urn:QDA-XML:codebook:1.0"/>'), 'other-root'],
  ])('are refused: %s', (_, bytes, reason) => {
    expect(() => readQda(bytes)).toThrow(`The file is refused: ${reason}`)
  })

  it('are refused when a part unpacks to more than it says', () => {
    const bytes = coded(root('x'.repeat(5000)))
    const view = Buffer.from(bytes)
    // The size that the list of contents tells: 24 bytes into the entry that begins with PK 01 02.
    view.writeUInt32LE(10, view.indexOf(Buffer.from('504b0102', 'hex')) + 24)
    expect(() => readQda(view)).toThrow('The file is refused: bomb')
  })

  it('are refused when a part is locked', () => {
    const view = Buffer.from(coded(root('')))
    view.writeUInt16LE(1, view.indexOf(Buffer.from('504b0102', 'hex')) + 8)
    expect(() => readQda(view)).toThrow('The file is refused: encrypted-zip')
  })

  it.each([
    ['internal://../../etc/passwd'],
    ['../sources/a.txt'],
    ['absolute:///etc/passwd'],
    ['relative:///a.txt'],
    ['file:///etc/passwd'],
    ['http://example.org/a.txt'],
    ['/etc/passwd'],
    ['C:\\\\a.txt'],
  ])('never lead out of the file: %s', (path) => {
    expect(said(coded(source(path), { 'sources/a.txt': utf8('geheim') }))).toEqual({
      ...{ texts: [], said: ['source-outside'] },
    })
  })

  it('say which text is missing, or comes as a text with a layout only', () => {
    expect(said(coded(source('internal://weg.txt'))).said).toEqual(['source-missing'])
    const rich = source('internal://a.docx').replace('plainTextPath', 'richTextPath')
    expect(said(coded(rich)).said).toEqual(['rich-text-only'])
  })

  it.each([
    ['UTF-8', utf8('Cliënt 🙏'), [], 'Cliënt 🙏'],
    ['UTF-8 with a mark', utf8('\uFEFFCliënt'), [], 'Cliënt'],
    ['Windows-1252', new Uint8Array([0x43, 0xeb, 0x80]), ['encoding-guessed'], 'Cë€'],
    ['UTF-16', new Uint8Array(Buffer.from('\uFEFFCliënt', 'utf16le')), ['encoding-guessed'], 'Cliënt'],
  ])('read a text that is %s', (_, bytes, expected, text) => {
    expect(said(coded(source('internal://A.txt'), { 'Sources/a.TXT': bytes }))).toEqual({
      ...{ texts: [text], said: expected },
    })
  })

  it('read a project that is UTF-16 or Latin-1, as it says of itself', () => {
    const wide = Buffer.from(`\uFEFF<?xml version="1.0" encoding="utf-16"?>${root('')}`, 'utf16le')
    expect(readQda(zip({ 'project.qde': new Uint8Array(wide) })).project.name).toBe('p')
    const narrow = Buffer.from(
      `<?xml version="1.0" encoding="ISO-8859-1"?>${root('').replace('"p"', '"é"')}`,
      'latin1',
    )
    expect(readQda(zip({ 'Trial.qde': new Uint8Array(narrow) })).project.name).toBe('é')
  })
})

/** The words of a source into the project again, for writing. */
function withTextsHere(project: ReturnType<typeof readQda>['project']): QdaProject {
  const here = <One extends { text: string }>(one: One) => ({
    ...one,
    text: { kind: 'here' as const, text: one.text },
  })
  return { ...project, sources: project.sources.map(here), notes: project.notes.map(here) }
}
