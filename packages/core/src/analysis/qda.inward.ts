import type { Instant } from '../shared/time.ts'
import { analysisLimits as limits, type SourceKind, sourceKinds } from './analysis.ts'
import { codeColours } from './coding.ts'
import { type Coming, cut, type Inward } from './qda.coming.ts'
import type { Corpus, CorpusCode, CorpusCoding, CorpusDocument } from './qda.corpus.ts'
import { describedFrom, qdaNames } from './qda.corpus.ts'
import { QdaRefused } from './qda.finding.ts'
import { memosOf, takeMemos } from './qda.memos.ts'
import { type Piece, piecesOf } from './qda.passages.ts'
import { type Spoken, speakersOf, spokenIn } from './qda.speakers.ts'
import type { QdaSettled } from './qda.texts.ts'
import { allCodes, type Guid, type QdaCode, type QdaSelection, type QdaValue } from './qda.ts'

/**
 * A project as an analysis: sources are documents, their lines passages, selections with a code quotes, notes memos. What has
 * no place here becomes a memo with a finding; nothing goes without being said. Throws `QdaRefused` for more than an
 * analysis holds.
 */
export function corpusOf(project: QdaSettled, inward: Inward): Corpus {
  const tree = allCodes(project.codes)
  if (tree.length > limits.codes || project.sources.length > limits.documents)
    throw new QdaRefused('too-much')
  const memos = takeMemos(inward)
  const coming: Coming = {
    ...{ ...inward, project, memos },
    codes: new Map(tree.map(({ guid }) => [guid, inward.newId()])),
    names: new Map([
      ...tree.map(({ guid, name }) => [guid, name] as const),
      ...project.sources.map(({ guid, name }) => [guid, name ?? guid] as const),
    ]),
    weights: weightsIn(project),
    notes: new Map(project.notes.map((note) => [note.guid, note])),
  }
  const codes = codesOf(coming, project.codes, null)
  const speakers = speakersOf(coming)
  const parts = project.sources.map((source) => documentOf(coming, source, speakers))
  memosOf(coming)
  return {
    title: cut(project.name.trim(), limits.title),
    question: cut((project.description ?? '').trim(), limits.question),
    codes: codes.map((code, nth) => ({ ...code, colour: code.colour === '' ? colourAt(nth) : code.colour })),
    documents: parts.map(({ document }) => document),
    codings: parts.flatMap(({ codings }) => codings),
    memos: memos.all(),
  }
}

const colourAt = (nth: number) => codeColours[nth % codeColours.length] ?? '#3f5560'

function weightsIn({ notes }: QdaSettled): ReadonlyMap<Guid, number> {
  const known = notes.filter(({ name, text }) => name === qdaNames.weight && /^-?\d+(?:\.\d+)?$/.test(text))
  return new Map(known.map(({ guid, text }) => [guid, Number(text)]))
}

/** Colours that are missing are given afterwards, in turn. */
function codesOf(coming: Coming, codes: readonly QdaCode[], parent: string | null): CorpusCode[] {
  return codes.flatMap((code) => {
    const id = coming.codes.get(code.guid) ?? coming.newId()
    if (!code.isCodable) coming.findings.note('code-not-codable', code.name)
    const whole = { ...describedFrom(code.description ?? ''), name: code.name.trim() || code.guid }
    const described = {
      name: cut(whole.name, limits.codeName),
      definition: cut(whole.definition, limits.codeText),
      include: cut(whole.include, limits.codeText),
      exclude: cut(whole.exclude, limits.codeText),
      example: cut(whole.example, limits.codeText),
    }
    const isCut = (Object.keys(described) as (keyof typeof described)[]).some(
      (key) => described[key] !== whole[key],
    )
    if (isCut) {
      coming.findings.note('code-cut', code.name)
      coming.memos.put({ kind: 'code', id }, { title: '', body: `${code.name}\n\n${code.description ?? ''}` })
    }
    const own: CorpusCode = { id, parent, ...described, colour: code.colour ?? '' }
    return [own, ...codesOf(coming, code.codes, id)]
  })
}

type Source = QdaSettled['sources'][number]
type Placed = Piece & { id: string }

function documentOf(
  coming: Coming,
  source: Source,
  speakers: ReadonlyMap<Guid, Spoken>,
): { document: CorpusDocument; codings: CorpusCoding[] } {
  const id = coming.newId()
  const coded = source.selections.filter(({ codings }) => codings.length > 0)
  const own = spokenIn(source, speakers)
  const pieces = piecesOf(source.text, { longest: limits.passage, most: limits.passages, whole: coded, own })
  if (pieces.length > limits.passages) throw new QdaRefused('too-much')
  const placed = pieces.map((piece) => ({ ...piece, id: coming.newId() }))
  const codings = codingsOf(coming, { source, placed, id })
  const title = source.name?.trim() || source.guid
  const document: CorpusDocument = {
    ...{ id, title: cut(title, limits.title), source: kindOf(source.values) },
    at: (source.created.at ?? source.changed.at) satisfies Instant | null,
    passages: placed.map(({ id: passage, body, start, end }) => {
      const by = own.find((span) => span.start <= start && end <= span.end)
      return {
        ...{ id: passage, body, speaker: cut(by?.speaker ?? '', limits.speaker) },
        ...{ voice: by?.voice ?? null, role: by?.role ?? null },
      }
    }),
  }
  const isSpeaker = new Set(own.map(({ guid }) => guid))
  coming.memos.ofSource(coming, { source, id, isSpeaker })
  return { document, codings }
}

function kindOf(values: readonly QdaValue[]): SourceKind {
  const names = values.map(({ value }) => value)
  return sourceKinds.find((kind) => names.includes(kind)) ?? 'import'
}

type In = { source: Source; placed: readonly Placed[]; id: string }

function codingsOf(coming: Coming, { source, placed, id }: In): CorpusCoding[] {
  const { findings, memos } = coming
  const whole = { start: 0, end: Number.POSITIVE_INFINITY }
  if (source.codings.length > 0) findings.note('coding-of-source', source.name ?? '', source.codings.length)
  const ofSource = source.codings.flatMap((coding) => made(coming, coding, over(placed, whole)))
  const ofSelections = source.selections.flatMap((selection) => {
    if (selection.codings.length === 0) return []
    const spans = over(placed, selection)
    if (spans.length > 1) findings.note('coding-split', source.name ?? '')
    if (spans.length === 0) {
      memos.emptySelection(coming, { selection, source, id })
      return []
    }
    return selection.codings.flatMap((coding, nth) => {
      const codings = made(coming, coding, spans)
      const [first] = codings
      if (first !== undefined)
        memos.ofCoding(coming, { coding, selection: nth === 0 ? selection : null, id: first.id })
      return codings
    })
  })
  return [...ofSource, ...ofSelections]
}

type Span = { passage: string; start: number; end: number }

/** The parts of passages that lie within a selection; passages are in order. */
function over(placed: readonly Placed[], { start, end }: { start: number; end: number }): Span[] {
  let low = 0
  let high = placed.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((placed[middle]?.end ?? 0) <= start) low = middle + 1
    else high = middle
  }
  const spans: Span[] = []
  for (let nth = low; nth < placed.length; nth += 1) {
    const piece = placed[nth]
    if (piece === undefined || piece.start >= end) break
    const from = Math.max(start, piece.start) - piece.start
    const to = Math.min(end, piece.end) - piece.start
    if (from < to) spans.push({ passage: piece.id, start: from, end: to })
  }
  return spans
}

function made(
  coming: Coming,
  coding: QdaSelection['codings'][number],
  spans: readonly Span[],
): CorpusCoding[] {
  const code = coming.codes.get(coding.code)
  if (code === undefined) return []
  const [weight] = coding.noteRefs.flatMap((guid) => coming.weights.get(guid) ?? [])
  return spans.map((span) => ({
    ...{ ...span, id: coming.newId(), code, coder: coding.created.by, at: coding.created.at },
    weight: weight ?? null,
  }))
}
