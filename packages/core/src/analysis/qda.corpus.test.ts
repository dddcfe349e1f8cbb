import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { meetingRoles } from '../dialogue/dialogue.ts'
import { voices } from '../relation/relation.ts'
import { sourceKinds } from './analysis.ts'
import { codePointLength, sliceSpan } from './code-points.ts'
import { type Corpus, describedFrom, describing } from './qda.corpus.ts'
import { qdaProjects } from './qda.factory.ts'
import { QdaFindings, qdaFindings, qdaRefusals } from './qda.finding.ts'
import { corpusOf } from './qda.inward.ts'
import { projectOf } from './qda.outward.ts'
import { piecesOf } from './qda.passages.ts'
import { readProject } from './qda.read.ts'
import { settleTexts } from './qda.texts.ts'
import { findingText, refusalText } from './qda.words.ts'
import { projectXml } from './qda.write.ts'

const made = '2026-11-22T10:00:00.000Z'
const nothingBeside = () => ({ problem: 'source-missing' as const })

/** Some GUID per name; which one does not matter here. */
function guids() {
  const known = new Map<string, string>()
  return (kind: string, name: string) => {
    const key = `${kind}:${name}`
    const guid = known.get(key) ?? numbered(known.size + 1)
    known.set(key, guid)
    return guid
  }
}
const numbered = (n: number) => `A0000000-0000-4000-8000-${n.toString(16).toUpperCase().padStart(12, '0')}`
function counter() {
  let next = 0
  return () => {
    next += 1
    return `id${next}`
  }
}

function comeIn(project: Parameters<typeof settleTexts>[0]) {
  const findings = new QdaFindings()
  const settled = settleTexts(project, nothingBeside, findings)
  const corpus = corpusOf(settled, { newId: counter(), language: 'nl', findings })
  return { settled, corpus, said: findings.list() }
}

const difficult = [
  '👩‍👩‍👧',
  'e\u0301',
  'سلام',
  'שָׁלוֹם',
  '\n',
  '\n\n',
  ' ',
  '<&>',
  'ja ',
  '[Voorbeeld]',
  '\\',
  '\t',
]
const words = fc
  .array(fc.oneof(fc.constantFrom(...difficult), fc.string({ unit: 'grapheme', maxLength: 5 })), {
    maxLength: 12,
  })
  .map((parts) => parts.join(''))
const name = words.map((text) => `n${text.replaceAll('\n', ' ').trim()}`)

/** An analysis as we keep them: bodies with words in them, codings within their passage. */
const corpora: fc.Arbitrary<Corpus> = fc
  .record({
    parents: fc.array(fc.nat(5), { maxLength: 6 }),
    described: fc.array(fc.tuple(name, words, words), { minLength: 6, maxLength: 6 }),
    documents: fc.array(fc.array(fc.tuple(words, fc.nat(3)), { maxLength: 6 }), { maxLength: 3 }),
    codings: fc.array(fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20), fc.nat(5), fc.nat(2)), { maxLength: 12 }),
    memos: fc.array(fc.tuple(fc.nat(3), fc.nat(20), words), { maxLength: 5 }),
  })
  .map(({ parents, described, documents, codings: some, memos }) => {
    const codes = parents.map((parent, nth) => {
      const [codeName = 'n', definition = '', include = ''] = described[nth] ?? []
      const rest = { include, exclude: '', example: definition, colour: '#1f6f5c' }
      return {
        id: `c${nth}`,
        parent: parent < nth ? `c${parent}` : null,
        name: codeName,
        definition,
        ...rest,
      }
    })
    const kept = documents.map((passages, nth) => ({
      ...{ id: `d${nth}`, title: `Document ${nth}`, source: sourceKinds[nth] ?? 'import', at: made },
      passages: passages.map(([body, who], at) => ({
        ...{ id: `d${nth}p${at}`, body: `.${body.trim()}`, speaker: who === 0 ? '' : `S${who}` },
        ...{ voice: who === 0 ? null : (voices[who] ?? null), role: who === 2 ? meetingRoles[1] : null },
      })),
    }))
    const all = kept.flatMap(({ passages }) => passages)
    const coded = some.flatMap(([which, from, length, code, coder], nth) => {
      const passage = all[which % Math.max(1, all.length)]
      const theme = codes[code % Math.max(1, codes.length)]
      if (passage === undefined || theme === undefined) return []
      const size = codePointLength(passage.body)
      const start = from % size
      const end = Math.min(size, start + 1 + length)
      const weight = coder === 0 ? null : coder * 1.5
      return [
        {
          id: `k${nth}`,
          passage: passage.id,
          code: theme.id,
          start,
          end,
          coder: `m${coder}`,
          at: made,
          weight,
        },
      ]
    })
    const targets = [
      () => ({ kind: 'analysis' as const }),
      (at: number) => on('code', codes[at % Math.max(1, codes.length)]?.id),
      (at: number) => on('document', kept[at % Math.max(1, kept.length)]?.id),
      (at: number) => on('coding', coded[at % Math.max(1, coded.length)]?.id),
    ]
    const written = memos.map(([kind, at, body], nth) => ({
      ...{ id: `m${nth}`, on: targets[kind]?.(at) ?? { kind: 'analysis' as const }, author: 'm1' },
      ...{ title: nth === 0 ? '' : 'kop', body: `.${body}`, at: made },
    }))
    return {
      title: 'Duiding',
      question: 'Wat helpt?',
      codes,
      documents: kept,
      codings: coded,
      memos: written,
    }
  })

const on = (kind: 'code' | 'document' | 'coding', id: string | undefined) =>
  id === undefined ? { kind: 'analysis' as const } : { kind, id }

/** An analysis without identifiers, in an order that says nothing: what two of them must have alike. */
function likeness(corpus: Corpus) {
  const codes = new Map(corpus.codes.map(({ id }, nth) => [id, nth]))
  const passages = new Map(
    corpus.documents.flatMap(({ passages: all }, document) =>
      all.map(({ id }, nth) => [id, `${document}.${nth}`]),
    ),
  )
  const codings = new Map(
    corpus.codings.map(({ id, code, passage, coder, ...one }) => [
      id,
      JSON.stringify([codes.get(code), passages.get(passage), one]),
    ]),
  )
  const documents = new Map(corpus.documents.map(({ id }, nth) => [id, nth]))
  const memos = corpus.memos.map(({ id, author, on: target, ...memo }) => [
    target.kind === 'analysis'
      ? ''
      : `${codes.get(target.id)}${documents.get(target.id)}${codings.get(target.id)}`,
    memo,
  ])
  return {
    ...{ title: corpus.title, question: corpus.question },
    codes: corpus.codes.map(({ id, parent, ...code }) => [code, parent === null ? null : codes.get(parent)]),
    documents: corpus.documents.map(({ id, passages: all, ...document }) => [
      document,
      all.map(({ id: passage, ...rest }) => rest),
    ]),
    codings: [...codings.values()].sort(),
    coders: new Set(corpus.codings.map(({ coder }) => coder)).size,
    memos: memos.map((memo) => JSON.stringify(memo)).sort(),
  }
}

/** Parents in front of children, siblings in order: as an analysis lists its codes. */
function inOrder(corpus: Corpus): Corpus {
  const under = (parent: string | null): Corpus['codes'] =>
    corpus.codes.filter((code) => code.parent === parent).flatMap((code) => [code, ...under(code.id)])
  return { ...corpus, codes: under(null) }
}

describe('an analysis of ours', () => {
  it('goes out and comes back as it was, with all that was written and who said what', () => {
    fc.assert(
      fc.property(corpora.map(inOrder), (corpus) => {
        const project = projectOf(corpus, { guidFor: guids(), made })
        const read = readProject(projectXml(project), new QdaFindings())
        const { corpus: back, said } = comeIn(read)
        expect(likeness(back)).toEqual(likeness(corpus))
        expect(said.filter(({ code }) => code !== 'user-pseudonym')).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  it('tells no name and no number of whoever coded', () => {
    fc.assert(
      fc.property(corpora, (corpus) => {
        const xml = projectXml(projectOf(corpus, { guidFor: guids(), made }))
        expect(xml).not.toMatch(/"m\d"/)
      }),
      { numRuns: 20 },
    )
  })
})

describe('a project of any program', () => {
  it('keeps every text, and every coded selection its words', () => {
    fc.assert(
      fc.property(qdaProjects, (project) => {
        const { settled, corpus } = comeIn(project)
        for (const [nth, source] of settled.sources.entries()) {
          const passages = corpus.documents[nth]?.passages ?? []
          expect(passages.map(({ body }) => body).join('\n')).toBe(source.text)
          const ids = new Set(passages.map(({ id }) => id))
          const expected = source.selections.flatMap(({ codings, ...span }) =>
            codings.map(() => sliceSpan(source.text, span).replaceAll('\n', '')),
          )
          const whole = source.codings.map(() => source.text.replaceAll('\n', ''))
          const bodies = new Map(passages.map(({ id, body }) => [id, body]))
          const quoted = corpus.codings
            .filter(({ passage }) => ids.has(passage))
            .map((coding) => sliceSpan(bodies.get(coding.passage) ?? '', coding).replaceAll('\n', ''))
          expect(quoted.join('').length).toBe([...expected, ...whole].join('').length)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('keeps every note in a memo', () => {
    fc.assert(
      fc.property(qdaProjects, (project) => {
        const { corpus } = comeIn(project)
        const written = corpus.memos.map(({ title, body }) => `${title}\n${body}`).join('\n')
        for (const { text } of project.notes) {
          if (text.kind === 'here' && text.text.trim() !== '') expect(written).toContain(text.text)
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('a description as one text', () => {
  it('gives its parts back, also when labels stand in them', () => {
    const line = fc.constantFrom('[Hoort erbij]', '\\[Voorbeeld]', '[Voorbeeld]', 'woorden', '', '\\')
    const text = fc.array(line, { maxLength: 4 }).map((lines) => lines.join('\n'))
    fc.assert(
      fc.property(text, text, text, text, (definition, include, exclude, example) => {
        const code = { definition, include, exclude, example }
        expect(describedFrom(describing(code))).toEqual(code)
      }),
      { numRuns: 100 },
    )
    expect(describing({ definition: 'a', include: 'b', exclude: '', example: 'c' })).toBe(
      'a\n[Hoort erbij]\nb\n[Voorbeeld]\nc',
    )
  })
})

describe('pieces of a text', () => {
  const cutting = { longest: 20, most: 1000, whole: [], own: [] }

  it('are lines with the empty ones behind them', () => {
    expect(piecesOf('\nA\n\nB\nC\n', cutting).map(({ body }) => body)).toEqual(['\nA\n', 'B', 'C\n'])
    expect(piecesOf('', cutting)).toEqual([])
    expect(piecesOf('\n\n', cutting).map(({ body }) => body)).toEqual(['\n\n'])
  })

  it('leave a selection whole, and are never longer than they may be', () => {
    const whole = [{ start: 0, end: 5 }]
    expect(piecesOf('A\nB\nC\nD', { ...cutting, whole }).map(({ body }) => body)).toEqual(['A\nB\nC', 'D'])
    const long = `${'woord '.repeat(9)}einde`
    const pieces = piecesOf(long, { ...cutting, whole: [{ start: 0, end: 50 }] })
    expect(pieces.every(({ body }) => codePointLength(body) <= 20)).toBe(true)
    expect(pieces.map(({ body }) => body).join('')).toBe(long)
  })

  it('are no more than there may be', () => {
    expect(
      piecesOf('a\n'.repeat(500), { ...cutting, longest: 20_000, most: 100 }).length,
    ).toBeLessThanOrEqual(100)
  })
})

it('has words for everything that can be said of a file', () => {
  for (const code of qdaFindings) {
    expect(findingText({ code, count: 7, names: ['a'] }, 'nl')).toMatch(/: 7 \(a, …\)$/)
    expect(findingText({ code, count: 1, names: [] }, 'en')).toMatch(/: 1$/)
  }
  for (const reason of qdaRefusals) expect(refusalText(reason, 'nl')).toMatch(/\.$/)
})
