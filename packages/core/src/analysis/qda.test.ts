import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sliceSpan } from './code-points.ts'
import { qdaProjects } from './qda.factory.ts'
import { QdaFindings, QdaRefused } from './qda.finding.ts'
import { readCodebook, readProject } from './qda.read.ts'
import { settleTexts } from './qda.texts.ts'
import { guidFrom } from './qda.ts'
import { codebookXml, projectXml } from './qda.write.ts'

const nothingBeside = () => ({ problem: 'source-missing' as const })

function readWith(inside: string) {
  const findings = new QdaFindings()
  const xml = `<Project xmlns="urn:QDA-XML:project:1.0" name="p">${inside}</Project>`
  const project = settleTexts(readProject(xml, findings), nothingBeside, findings)
  return { project, findings: findings.list() }
}

const code = 'A0000000-0000-4000-8000-000000000001'
const codes = `<CodeBook><Codes><Code guid="{${code.toLowerCase()}}" name="c" isCodable="true" color="#ABC"/></Codes></CodeBook>`
const source = (inside: string, text = 'Dank 🙏 hoor') =>
  `<Sources><TextSource guid="A0000000-0000-4000-8000-000000000002" name="s"><PlainTextContent>${text}</PlainTextContent>${inside}</TextSource></Sources>`
const selection = (start: string, end: string, inside = '') =>
  `<PlainTextSelection guid="${crypto.randomUUID()}" startPosition="${start}" endPosition="${end}">${inside}</PlainTextSelection>`
const coded = (guid: string) =>
  `<Coding guid="A0000000-0000-4000-8000-00000000000F"><CodeRef targetGUID="${guid}"/></Coding>`

describe('a project as XML', () => {
  it('comes back as it was, whatever stands in it, and then says nothing of it', () => {
    fc.assert(
      fc.property(qdaProjects, (project) => {
        const findings = new QdaFindings()
        expect(readProject(projectXml(project), findings)).toEqual(project)
        expect(findings.list()).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  it('gives its codes back as a codebook, the same ones', () => {
    fc.assert(
      fc.property(qdaProjects, ({ codes: tree, origin }) => {
        const findings = new QdaFindings()
        const codebook = { origin, codes: tree, sets: [] }
        expect(readCodebook(codebookXml(codebook), findings)).toEqual(codebook)
        expect(findings.list()).toEqual([])
      }),
      { numRuns: 30 },
    )
  })

  it('counts an emoji once', () => {
    const { project, findings } = readWith(source(selection('5', '6', coded(code))))
    const [first] = project.sources
    expect(sliceSpan(first?.text ?? '', first?.selections[0] ?? { start: 0, end: 0 })).toBe('🙏')
    expect(findings.map((finding) => finding.code)).toEqual(['unknown-code'])
  })
})

describe('what programs write otherwise', () => {
  it('reads a GUID in any spelling, and colours of three signs', () => {
    expect(guidFrom(` {${code.toLowerCase()}} `)).toBe(code)
    expect(guidFrom('17')).toBeNull()
    const { project } = readWith(codes)
    expect(project.codes[0]).toMatchObject({ guid: code, colour: '#aabbcc' })
  })

  it('keeps what is coded with a code that is not described, under its number', () => {
    const { project, findings } = readWith(source(selection('0', '4', coded(code))))
    expect(project.codes).toMatchObject([{ guid: code, name: code }])
    expect(project.sources[0]?.selections[0]?.codings).toHaveLength(1)
    expect(findings).toEqual([{ code: 'unknown-code', count: 1, names: [code] }])
  })

  it('leaves out other references to nothing, and says each', () => {
    const stranger = 'B0000000-0000-4000-8000-00000000000B'
    const inside = `${codes}<Cases><Case guid="${crypto.randomUUID()}"><SourceRef targetGUID="${stranger}"/><SelectionRef targetGUID="${stranger}"/></Case></Cases>${source(`<NoteRef targetGUID="${stranger}"/>`)}`
    const { project, findings } = readWith(inside)
    expect(project.cases[0]).toMatchObject({ sources: [], selections: [] })
    expect(findings).toEqual([{ code: 'unknown-reference', count: 3, names: [stranger] }])
  })

  it('gives an identifier that is no GUID one, the same wherever it stands', () => {
    const inside = codes.replace(`{${code.toLowerCase()}}`, '17') + source(selection('0', '4', coded('17')))
    const { project, findings } = readWith(inside)
    expect(project.sources[0]?.selections[0]?.codings[0]?.code).toBe(project.codes[0]?.guid)
    expect(findings).toEqual([{ code: 'guid-odd', count: 1, names: ['17'] }])
  })

  it.each([
    ['0', '99', { start: 0, end: 11 }, 'selection-beyond'],
    ['-4', '4', { start: 0, end: 4 }, 'selection-beyond'],
    ['4', '0', { start: 0, end: 4 }, 'selection-reversed'],
    ['3', '3', { start: 3, end: 3 }, 'selection-empty'],
    ['50', '60', { start: 11, end: 11 }, 'selection-beyond'],
  ])('brings a selection from %s to %s within the text', (start, end, expected, said) => {
    const { project, findings } = readWith(codes + source(selection(start, end, coded(code))))
    expect(project.sources[0]?.selections[0]).toMatchObject(expected)
    expect(findings.map((finding) => finding.code)).toContain(said)
  })

  it('leaves out a selection of which the places are no numbers, and a thing that nobody knows', () => {
    const { project, findings } = readWith(
      `${source(selection('a', '4').replace(/guid="[^"]+"/, 'guid="A0000000-0000-4000-8000-000000000009"'))}<Surprise/>`,
    )
    expect(project.sources[0]?.selections).toEqual([])
    expect(findings).toEqual([
      { code: 'unknown-element', count: 1, names: ['Project/Surprise'] },
      { code: 'position-odd', count: 1, names: ['A0000000-0000-4000-8000-000000000009'] },
    ])
  })

  it('keeps the words that a PDF and a recording bring, and says what of them has no place', () => {
    const text = `<PlainTextContent>een twee</PlainTextContent>`
    const point = (guid: string, at: number) =>
      `<SyncPoint guid="C0000000-0000-4000-8000-00000000000${guid}" position="${at}"/>`
    const inside = `${codes}<Sources><PictureSource guid="${crypto.randomUUID()}" name="foto"/><PDFSource guid="${crypto.randomUUID()}" name="pdf"><PDFSelection/><Representation guid="${crypto.randomUUID()}">${text}</Representation></PDFSource><AudioSource guid="${crypto.randomUUID()}" name="geluid"><Transcript guid="${crypto.randomUUID()}">${text}${point('1', 4)}${point('2', 8)}<TranscriptSelection guid="${crypto.randomUUID()}" fromSyncPoint="C0000000-0000-4000-8000-000000000001" toSyncPoint="C0000000-0000-4000-8000-000000000002">${coded(code)}</TranscriptSelection></Transcript></AudioSource></Sources><Graphs><Graph name="g"/></Graphs>`
    const { project, findings } = readWith(inside)
    expect(project.sources.map(({ name, text: body }) => [name, body])).toEqual([
      ['pdf', 'een twee'],
      ['geluid', 'een twee'],
    ])
    expect(project.sources[1]?.selections[0]).toMatchObject({ start: 4, end: 8 })
    expect(findings.map((finding) => finding.code)).toEqual(['picture-source', 'pdf-selection', 'graph'])
  })

  it('counts line ends once, and puts a stand-in where a sign is none', () => {
    const findings = new QdaFindings()
    const file = source('')
      .replace(/<PlainTextContent>.*<\/PlainTextContent>/, '')
      .replace('name="s"', 'name="s" plainTextPath="internal://x.txt"')
    const project = readProject(
      `<Project xmlns="urn:QDA-XML:project:1.0" name="p">${file}</Project>`,
      findings,
    )
    const settled = settleTexts(project, () => ({ text: '\uFEFFa\r\nb\u0000c' }), findings)
    expect(settled.sources[0]?.text).toBe('a\nb\uFFFDc')
    expect(findings.list()).toEqual([{ code: 'text-unfit', count: 1, names: ['s'] }])
  })
})

describe('what is no project', () => {
  const root = '<Project xmlns="urn:QDA-XML:project:1.0" name="p"'
  it.each([
    ['', 'not-xml'],
    ['words', 'not-xml'],
    [`${root}>`, 'not-xml'],
    [`${root}/><Project/>`, 'not-xml'],
    [`${root} name="q"/>`, 'not-xml'],
    [`${root}>&nbsp;</Project>`, 'not-xml'],
    [`${root}>&#0;</Project>`, 'not-xml'],
    [`${root}>&</Project>`, 'not-xml'],
    [`${root}></project>`, 'not-xml'],
    ['<a:Project name="p"/>', 'not-xml'],
    [`<!DOCTYPE Project [<!ENTITY a SYSTEM "file:///etc/passwd">]>${root}>&a;</Project>`, 'document-type'],
    [`${root}><Codes>${'<Code>'.repeat(300)}`, 'too-deep'],
    ['<CodeBook xmlns="urn:QDA-XML:codebook:1.0"/>', 'other-root'],
  ])('refuses %j: %s', (xml, reason) => {
    const read = () => readProject(xml, new QdaFindings())
    expect(read).toThrow(QdaRefused)
    expect(read).toThrow(`The file is refused: ${reason}`)
  })

  it('reads another spelling of the namespace, and says so', () => {
    const findings = new QdaFindings()
    readProject(`${root.replace(':1.0', ':1:0')}/>`, findings)
    expect(findings.list()).toEqual([{ code: 'space-odd', count: 1, names: ['urn:QDA-XML:project:1:0'] }])
  })
})
