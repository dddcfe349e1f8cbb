import {
  type RelationContext,
  type RelationKind,
  relationContexts,
  relationKinds,
  type Situation,
  situations,
  situationsOf,
} from '../relation/relation.ts'
import { type Language, languages } from '../shared/language.ts'
import {
  type EvidenceGrade,
  evidenceGrades,
  type ItemKind,
  type ItemMoment,
  itemKinds,
  itemMoments,
  type ReadingLevel,
  readingLevels,
} from './item.ts'

export const itemOrigins = ['own', 'shipped'] as const
export type ItemOrigin = (typeof itemOrigins)[number]

/** What somebody looks for in the library. Null: that side does not matter. */
export type LibraryFilter = {
  /** As it was typed, 100 signs at most. */
  readonly text: string
  readonly kind: ItemKind | null
  readonly relation: RelationKind | null
  readonly context: RelationContext | null
  readonly situation: Situation | null
  readonly moment: ItemMoment | null
  /** It takes so many minutes at most, 1–600. */
  readonly minutes: number | null
  /** It works with so many people, 1–500. */
  readonly people: number | null
  readonly grade: EvidenceGrade | null
  readonly level: ReadingLevel | null
  readonly language: Language | null
  readonly origin: ItemOrigin | null
}

export const everything: LibraryFilter = {
  ...{ text: '', kind: null, relation: null, context: null, situation: null, moment: null },
  ...{ minutes: null, people: null, grade: null, level: null, language: null, origin: null },
}

export const searchSigns = 100
const most = { minutes: 600, people: 500 }

/** The words of the address, Dutch for whoever reads it. Not `zoek`: that is what is looked for in the top bar. */
const names = {
  ...({ text: 'woorden', kind: 'soort', relation: 'samenwerking', context: 'context' } as const),
  ...({ situation: 'situatie', moment: 'moment', minutes: 'minuten', people: 'mensen' } as const),
  ...({ grade: 'rust-op', level: 'voor', language: 'taal', origin: 'van' } as const),
} as const satisfies Record<keyof LibraryFilter, string>

export type FilterAddress = { readonly [Name in (typeof names)[keyof LibraryFilter]]?: string | undefined }

/**
 * The filter that an address says. What nobody can have chosen is left out: an unknown word, and a situation outside the context.
 * Never fails, whatever is typed.
 */
export function filterOfAddress(said: Readonly<Record<string, unknown>>): LibraryFilter {
  const of = (key: keyof LibraryFilter) => {
    const value = said[names[key]]
    return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  }
  const context = oneOf(relationContexts, of('context'))
  const situation = oneOf(situations, of('situation'))
  const fits: readonly string[] = context === null ? situations : situationsOf[context]
  return {
    text: firstSigns(of('text').trim(), searchSigns),
    kind: oneOf(itemKinds, of('kind')),
    relation: oneOf(relationKinds, of('relation')),
    context,
    situation: situation !== null && fits.includes(situation) ? situation : null,
    moment: oneOf(itemMoments, of('moment')),
    minutes: upTo(most.minutes, of('minutes')),
    people: upTo(most.people, of('people')),
    grade: oneOf(evidenceGrades, of('grade')),
    level: oneOf(readingLevels, of('level')),
    language: oneOf(languages, of('language')),
    origin: oneOf(itemOrigins, of('origin')),
  }
}

/** What the address says of a filter; only what was chosen stands in it. Read again, it is the same filter. */
export function addressOfFilter(filter: LibraryFilter): FilterAddress {
  const chosen = (Object.keys(names) as (keyof LibraryFilter)[]).flatMap((key) => {
    const value = filter[key]
    return value === null || value === '' ? [] : [[names[key], String(value)] as const]
  })
  return Object.fromEntries(chosen)
}

function oneOf<One extends string>(known: readonly One[], said: string): One | null {
  return known.find((one) => one === said) ?? null
}

function upTo(atMost: number, said: string): number | null {
  const value = Number(said)
  return /^\d{1,3}$/.test(said) && value >= 1 && value <= atMost ? value : null
}

/** By code point, so that no half sign is left over. */
function firstSigns(text: string, atMost: number): string {
  return [...text].slice(0, atMost).join('').trim()
}
