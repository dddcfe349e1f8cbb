import type { Instant } from '../shared/time.ts'
import { codePointLength, sliceSpan } from './code-points.ts'
import {
  type Corpus,
  type CorpusCode,
  type CorpusCoding,
  type CorpusDocument,
  type CorpusPassage,
  describing,
  qdaNames,
} from './qda.corpus.ts'
import type {
  Guid,
  QdaCase,
  QdaCode,
  QdaCoding,
  QdaNote,
  QdaProject,
  QdaSelection,
  QdaSource,
  QdaStamp,
  QdaVariable,
} from './qda.ts'
import { noStamp } from './qda.ts'

/** What writing an analysis needs of the world: a GUID that belongs to a name, and when it is written. */
export type Outward = { guidFor: (kind: string, name: string) => Guid; made: Instant }

type Writing = Outward & {
  corpus: Corpus
  notes: QdaNote[]
  /** The pseudonym of each who coded or wrote, in order of appearance. */
  coders: Map<string, { guid: Guid; name: string }>
  /** The codings in each passage. */
  codings: ReadonlyMap<string, CorpusCoding[]>
  /** The notes on each code, coding or document. */
  on: ReadonlyMap<string, Guid[]>
}

/**
 * An analysis as a project. Who coded is a number, in order of appearance. Each speaker is a case with her voice and role, and
 * her passages are selections without a code: so the passages come back as they were. Passages of a document follow each
 * other on lines of their own.
 */
export function projectOf(corpus: Corpus, outward: Outward): QdaProject {
  const writing: Writing = {
    ...outward,
    corpus,
    notes: [],
    coders: new Map(),
    on: new Map(),
    codings: codingsByPassage(corpus),
  }
  const on = notesOn(writing)
  const whole = { ...writing, on }
  const { guidFor } = outward
  const sources = corpus.documents.map((document) => sourceOf(whole, document))
  const cases = casesOf(whole)
  return {
    name: corpus.title,
    origin: qdaNames.program,
    description: corpus.question === '' ? null : corpus.question,
    created: { by: null, at: outward.made },
    changed: noStamp,
    users: [...whole.coders.values()].map(({ guid, name }) => ({ guid, name, id: null })),
    codes: treeOf(whole, null),
    variables:
      sources.length === 0
        ? []
        : [qdaNames.voice, qdaNames.role, qdaNames.source].map((name) => variable(guidFor, name)),
    cases,
    sources,
    notes: writing.notes,
    ...{ links: [], sets: [] },
    noteRefs: on.get('analysis') ?? [],
  }
}

const variable = (guidFor: Outward['guidFor'], name: string): QdaVariable => ({
  ...{ guid: guidFor('variable', name), name, type: 'Text', description: null },
})

const valueFor = ({ guidFor }: Outward, name: string, value: string | null) =>
  value === null ? [] : [{ variable: guidFor('variable', name), type: 'Text' as const, value }]

function stampBy({ coders, guidFor, corpus }: Writing, who: string | null, at: Instant | null): QdaStamp {
  if (who === null) return { by: null, at }
  const known = coders.get(who)
  if (known !== undefined) return { by: known.guid, at }
  const number = coders.size + 1
  // Of this analysis: the same colleague cannot be followed from one file to another.
  const guid = guidFor('coder', `${corpus.title}:${corpus.documents[0]?.id ?? ''}:${number}`)
  coders.set(who, { guid, name: `Codeur ${number}` })
  return { by: guid, at }
}

/** Memos and weights become notes; gives which lie on what. */
function notesOn(writing: Writing): Map<string, Guid[]> {
  const { corpus, notes, guidFor } = writing
  const on = new Map<string, Guid[]>()
  const put = (target: string, note: QdaNote) => {
    notes.push(note)
    on.set(target, [...(on.get(target) ?? []), note.guid])
  }
  for (const { id, weight } of corpus.codings) {
    if (weight === null) continue
    const text = { kind: 'here' as const, text: String(weight) }
    const rest = { description: null, created: noStamp, changed: noStamp }
    put(`coding:${id}`, { guid: guidFor('weight', id), name: qdaNames.weight, text, ...rest })
  }
  for (const { id, on: target, author, title, body, at } of corpus.memos) {
    const text = { kind: 'here' as const, text: body }
    const rest = { description: null, created: stampBy(writing, author, at), changed: noStamp }
    const name = title === '' ? null : title
    put(target.kind === 'analysis' ? 'analysis' : `${target.kind}:${target.id}`, {
      ...{ guid: guidFor('memo', id), name, text },
      ...rest,
    })
  }
  return on
}

function treeOf(writing: Writing, parent: string | null): QdaCode[] {
  const here = writing.corpus.codes.filter((code) => code.parent === parent)
  return here.map((code: CorpusCode) => {
    const description = describing(code)
    return {
      guid: writing.guidFor('code', code.id),
      ...{ name: code.name, isCodable: true, colour: code.colour },
      description: description === '' ? null : description,
      noteRefs: writing.on.get(`code:${code.id}`) ?? [],
      codes: treeOf(writing, code.id),
    }
  })
}

type Placed = { passage: CorpusPassage; start: number; end: number }

/** Where each passage begins and ends in the text of its document. */
function placesOf({ passages }: CorpusDocument): Placed[] {
  let at = 0
  return passages.map((passage) => {
    const start = at
    const end = start + codePointLength(passage.body)
    at = end + 1
    return { passage, start, end }
  })
}

function sourceOf(writing: Writing, document: CorpusDocument): QdaSource {
  const text = document.passages.map(({ body }) => body).join('\n')
  const spoken = placesOf(document).filter(({ passage }) => speakerKey(passage) !== null)
  return {
    guid: writing.guidFor('document', document.id),
    ...{ name: document.title, description: null, text: { kind: 'here', text } },
    created: { by: null, at: document.at },
    changed: noStamp,
    selections: [
      ...spoken.map(({ passage, start, end }) => passageSelection(writing, { id: passage.id, start, end })),
      ...codedSelections(writing, document),
    ],
    codings: [],
    noteRefs: writing.on.get(`document:${document.id}`) ?? [],
    values: valueFor(writing, qdaNames.source, document.source),
  }
}

function passageSelection(
  { guidFor }: Writing,
  at: { id: string; start: number; end: number },
): QdaSelection {
  const { id, start, end } = at
  const rest = {
    name: null,
    description: null,
    created: noStamp,
    changed: noStamp,
    codings: [],
    noteRefs: [],
  }
  return { guid: guidFor('passage', id), start, end, ...rest }
}

const nameLength = 80

/** One selection for all that lies on the same words. */
function codedSelections(writing: Writing, document: CorpusDocument): QdaSelection[] {
  return placesOf(document).flatMap(({ passage, start: from }) => {
    const spans = new Map<string, CorpusCoding[]>()
    for (const coding of writing.codings.get(passage.id) ?? []) {
      const key = `${coding.start}-${coding.end}`
      spans.set(key, [...(spans.get(key) ?? []), coding])
    }
    return [...spans.values()].flatMap((codings) => {
      const [first] = codings
      if (first === undefined) return []
      const { start, end } = first
      const name = sliceSpan(passage.body, { start, end: Math.min(end, start + nameLength) })
      const guid = writing.guidFor('selection', `${passage.id}:${start}-${end}`)
      const created = stampBy(writing, first.coder, first.at)
      const coded = codings.map((coding) => codingOf(writing, coding))
      const place = { start: from + start, end: from + end }
      return [
        { guid, name, description: null, ...place, created, changed: noStamp, codings: coded, noteRefs: [] },
      ]
    })
  })
}

function codingsByPassage(corpus: Corpus): ReadonlyMap<string, CorpusCoding[]> {
  const by = new Map<string, CorpusCoding[]>()
  for (const coding of corpus.codings) {
    const there = by.get(coding.passage)
    if (there === undefined) by.set(coding.passage, [coding])
    else there.push(coding)
  }
  return by
}

function codingOf(writing: Writing, { id, code, coder, at }: CorpusCoding): QdaCoding {
  return {
    ...{ guid: writing.guidFor('coding', id), code: writing.guidFor('code', code) },
    created: stampBy(writing, coder, at),
    noteRefs: writing.on.get(`coding:${id}`) ?? [],
  }
}

/** Who speaks, as one. One line of nobody known needs no case: a line comes back as a passage by itself. */
function speakerKey({ speaker, voice, role, body }: CorpusPassage): string | null {
  const isKnown = speaker !== '' || voice !== null || role !== null
  return isKnown || body.includes('\n') ? JSON.stringify([speaker, voice, role]) : null
}

function casesOf(writing: Writing): QdaCase[] {
  const spoken = new Map<string, { passages: CorpusPassage[]; documents: Set<string> }>()
  for (const { id, passages } of writing.corpus.documents) {
    for (const passage of passages) {
      const key = speakerKey(passage)
      if (key === null) continue
      const there = spoken.get(key) ?? { passages: [], documents: new Set<string>() }
      there.passages.push(passage)
      there.documents.add(id)
      spoken.set(key, there)
    }
  }
  return [...spoken].flatMap(([key, { passages, documents }]) => {
    const [first] = passages
    if (first === undefined) return []
    const id = `${[...documents][0] ?? ''}:${key}`
    return [
      {
        guid: writing.guidFor('case', id),
        name: first.speaker === '' ? null : first.speaker,
        ...{ description: null, codes: [] },
        values: [
          ...valueFor(writing, qdaNames.voice, first.voice),
          ...valueFor(writing, qdaNames.role, first.role),
        ],
        sources: [...documents].map((document) => writing.guidFor('document', document)),
        selections: passages.map((passage) => writing.guidFor('passage', passage.id)),
      },
    ]
  })
}
