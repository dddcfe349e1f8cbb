import type { Bilingual } from '../shared/language.ts'
import { type LevelView, levelIn, type MentionLevel, type ShownLevel, shownLevels } from './mention.levels.ts'

export { type LevelView, type MentionLevel, mentionLevels, type ShownLevel } from './mention.levels.ts'

/** What hinders and what helps, as a learner names it (domain.md §1.4). */
export const mentionKinds = ['barrier', 'resource'] as const
export type MentionKind = (typeof mentionKinds)[number]

/** Expected beforehand, or met in practice. */
export const mentionStances = ['expected', 'met'] as const
export type MentionStance = (typeof mentionStances)[number]

export const mentionLimits = { signs: 500, perLevel: 20 } as const

/** What was named on one level: a code from the codebook, or words of one's own. */
export type NamedMention = { level: MentionLevel; code: string } | { level: MentionLevel; body: string }

/** The same thing named twice on one level counts once; the order stays. */
export function onceEach(named: readonly NamedMention[]): NamedMention[] {
  const seen = new Set<string>()
  return named.filter((mention) => {
    const what = 'code' in mention ? `code ${mention.code}` : `body ${mention.body.toLocaleLowerCase('nl')}`
    const key = `${mention.level} ${what}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** Words of one's own as they are typed: one mention a line, empty lines left out. */
export function mentionLines(typed: string): string[] {
  return typed
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

export type CountedMention<Person> = {
  learner: Person
  kind: MentionKind
  level: MentionLevel
  code: string | null
  body: string
}

/** How many people named something under one heading. */
export type MentionCount = {
  kind: MentionKind
  level: ShownLevel
  code: string | null
  body: string
  people: number
}

/**
 * How many people named what, per level of a view. Whoever names one thing on two levels that are shown together counts once.
 * Words of one's own count together only where they are the same letter by letter, capitals aside. In the order of kind, level, how
 * many named it, and then the first mention.
 */
export function countMentions<Person>(
  mentions: readonly CountedMention<Person>[],
  view: LevelView,
): MentionCount[] {
  const found = new Map<string, { count: Omit<MentionCount, 'people'>; people: Set<Person> }>()
  for (const { learner, kind, level: own, code, body } of mentions) {
    const level = levelIn(view, own)
    const key = `${kind} ${level} ${code ?? ''} ${code === null ? body.toLocaleLowerCase('nl') : ''}`
    const known = found.get(key) ?? {
      count: { kind, level, code, body: code === null ? body : '' },
      people: new Set(),
    }
    known.people.add(learner)
    found.set(key, known)
  }
  const place = ({ kind, level }: MentionCount) =>
    mentionKinds.indexOf(kind) * shownLevels.three.length + shownLevels[view].indexOf(level)
  return [...found.values()]
    .map(({ count, people }) => ({ ...count, people: people.size }))
    .toSorted((a, b) => place(a) - place(b) || b.people - a.people)
}

/** What can be picked from: codes under headings per kind and level, as in the starting codebook of barriers and resources. */
export type MentionBook = {
  readonly codes: readonly {
    readonly key: string
    readonly parent?: string | undefined
    readonly name: Bilingual
  }[]
}

export type OfferedCode = { key: string; nl: string; en: string }

/**
 * The codes of a codebook that are offered on a level: those that stand under it first (`near`), then all others of the same kind
 * (`far`), since each may be named on each level.
 */
export function offeredCodes(
  book: MentionBook,
  of: { kind: MentionKind; level: MentionLevel },
): { near: OfferedCode[]; far: OfferedCode[] } {
  const root = of.kind === 'barrier' ? 'barriers' : 'resources'
  const own = `${root}-${of.level}`
  const groups = new Set(book.codes.filter(({ parent }) => parent === root).map(({ key }) => key))
  const leaves = book.codes.filter(({ parent }) => parent !== undefined && groups.has(parent))
  const offer = (codes: typeof leaves) => codes.map(({ key, name }) => ({ key, nl: name.nl, en: name.en }))
  return {
    near: offer(leaves.filter(({ parent }) => parent === own)),
    far: offer(leaves.filter(({ parent }) => parent !== own)),
  }
}
