import type { MeetingRole } from '../dialogue/dialogue.ts'
import type { Voice } from '../relation/relation.ts'
import type { Instant } from '../shared/time.ts'
import type { SourceKind } from './analysis.ts'

/**
 * An analysis as far as it travels: what `projectOf` makes a project of, and `corpusOf` makes of one. Identifiers are whatever
 * the side that makes them uses; places are code points of the passage.
 */
export type Corpus = {
  readonly title: string
  readonly question: string
  /** Parents in front of children, siblings in their order. */
  readonly codes: readonly CorpusCode[]
  readonly documents: readonly CorpusDocument[]
  readonly codings: readonly CorpusCoding[]
  readonly memos: readonly CorpusMemo[]
}

export type CorpusCode = {
  readonly id: string
  readonly parent: string | null
  readonly name: string
  readonly definition: string
  readonly include: string
  readonly exclude: string
  readonly example: string
  readonly colour: string
}

export type CorpusDocument = {
  readonly id: string
  readonly title: string
  readonly source: SourceKind
  /** Null where the file does not say when. */
  readonly at: Instant | null
  /** In their order. */
  readonly passages: readonly CorpusPassage[]
}

export type CorpusPassage = {
  readonly id: string
  readonly speaker: string
  readonly voice: Voice | null
  readonly role: MeetingRole | null
  readonly body: string
}

export type CorpusCoding = {
  readonly id: string
  readonly passage: string
  readonly code: string
  readonly start: number
  readonly end: number
  /** Who coded; null where it is not known here. */
  readonly coder: string | null
  readonly at: Instant | null
  readonly weight: number | null
}

export type CorpusMemo = {
  readonly id: string
  readonly on:
    | { readonly kind: 'analysis' }
    | { readonly kind: 'document' | 'code' | 'coding'; readonly id: string }
  readonly author: string | null
  readonly title: string
  readonly body: string
  readonly at: Instant | null
}

/** Names in a file by which we know again what is ours. Programs show them; they are the same in each language. */
export const qdaNames = {
  program: 'Weerklank',
  voice: 'stem',
  role: 'rol',
  source: 'bron',
  /** Title of a note that holds the weight of a coding. */
  weight: 'gewicht',
} as const

const labels = [
  ['include', 'Hoort erbij'],
  ['exclude', 'Hoort er niet bij'],
  ['example', 'Voorbeeld'],
] as const

type Described = Pick<CorpusCode, 'definition' | 'include' | 'exclude' | 'example'>

const labelLine = new RegExp(`^(\\\\*)\\[(${labels.map(([, label]) => label).join('|')})\\]$`)

/**
 * All that describes a code as one text, for programs that know one field: the definition, then each other part under its
 * label. `describedFrom` gives the parts back as they were, whatever stands in them.
 */
export function describing(code: Described): string {
  const safe = (text: string) =>
    text
      .split('\n')
      .map((line) => (labelLine.test(line) ? `\\${line}` : line))
      .join('\n')
  const parts = labels.flatMap(([key, label]) => (code[key] === '' ? [] : [`[${label}]\n${safe(code[key])}`]))
  return [safe(code.definition), ...parts].join('\n')
}

/** The parts of a description; a text without labels of ours is a definition. */
export function describedFrom(text: string): Described {
  const parts: Record<keyof Described, string[]> = { definition: [], include: [], exclude: [], example: [] }
  let at: keyof Described = 'definition'
  for (const line of text.split('\n')) {
    const [, escaped, label] = labelLine.exec(line) ?? []
    const begun = labels.find(([, known]) => known === label)?.[0]
    if (escaped === '' && begun !== undefined) at = begun
    else parts[at].push(escaped === undefined ? line : line.slice(1))
  }
  const joined = (key: keyof Described) => parts[key].join('\n')
  return {
    ...{ definition: joined('definition'), include: joined('include') },
    ...{ exclude: joined('exclude'), example: joined('example') },
  }
}
