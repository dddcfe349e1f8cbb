import { assertNever } from '../shared/assert-never.ts'
import { concernsOf } from '../shared/concerns.ts'
import type { Bilingual } from '../shared/language.ts'
import { scrubMarks, scrubNames } from '../shared/name-scrub.ts'

/**
 * The tension register of a circle (domain.md §1.5, after Das & Teng): two poles that both have something good. A tension is
 * never solved: people keep sight on it and make room for it, or say "not for now". It is never about a person.
 */

/** The three pairs of Das & Teng, and pairs of a circle's own. */
export const tensionPairs = ['cooperate-compete', 'rigid-flexible', 'short-long', 'own'] as const
export type TensionPair = (typeof tensionPairs)[number]

/** Where people talk about it: room to keep both poles in sight. */
export const tensionRooms = ['mdo', 'peer-reflection', 'supervision', 'meeting'] as const
export type TensionRoom = (typeof tensionRooms)[number]

/** Where somebody sees us lean on a line between the poles: −2 all the way left, 2 all the way right. */
export const leans = [-2, -1, 0, 1, 2] as const
export type Lean = (typeof leans)[number]

/** Our own bounds, in Unicode code points; of tensions in one register. */
export const tensionLimits = { pole: 60, good: 500, situation: 1_000, asks: 500, tensions: 50 } as const

/** As many people must have looked before their looks are told as numbers (domain.md §8.5). */
const toldFrom = 5
/** With fewer, it is told in words alone whether people look differently; of two, that would tell what the other one sees. */
const wordedFrom = 3

export type PoleWords = { readonly name: Bilingual; readonly good: Bilingual }

/** What each pole is called, and an example of what is good about it. Of an own pair people write both themselves. */
export function polesOf(pair: Exclude<TensionPair, 'own'>): readonly [PoleWords, PoleWords] {
  switch (pair) {
    case 'cooperate-compete':
      return [
        pole(
          ['samen optrekken', 'working together'],
          ['Je staat er niet alleen voor.', 'You are not on your own.'],
        ),
        pole(
          ['opkomen voor je eigen plek', 'standing up for your own place'],
          ['Ieder brengt scherp in waar zij goed in is.', 'Each brings in clearly what she is good at.'],
        ),
      ]
    case 'rigid-flexible':
      return [
        pole(['houvast', 'hold'], ['Ieder weet waar zij aan toe is.', 'Everyone knows where she stands.']),
        pole(
          ['meebewegen', 'moving along'],
          ['Het past bij wat er vandaag speelt.', 'It fits what is going on today.'],
        ),
      ]
    case 'short-long':
      return [
        pole(
          ['nu iets doen', 'doing something now'],
          ['Er verandert snel iets voor het gezin.', 'Something changes soon for the family.'],
        ),
        pole(
          ['bouwen aan later', 'building for later'],
          ['Wat lukt, houdt ook stand.', 'What works also lasts.'],
        ),
      ]
    default:
      return assertNever(pair)
  }
}

const pole = (name: readonly [string, string], good: readonly [string, string]): PoleWords => ({
  name: { nl: name[0], en: name[1] },
  good: { nl: good[0], en: good[1] },
})

/** Somebody's look at a tension on a day: that she sees it, and where she sees us lean when she said so. */
export type TensionLook = { readonly person: string; readonly on: string; readonly lean: Lean | null }

/** What is told of the looks: numbers from five people on, words from three on, and always how many see it. */
export type LookOutcome = {
  /** Who see this tension too. */
  readonly seen: number
  /** How many set each lean, from left to right; null while fewer than five did, and that day. */
  readonly counts: number[] | null
  /** `different`: somebody sees us on one side, somebody else on the other. Null while fewer than three set one, and that day. */
  readonly words: 'alike' | 'different' | null
}

/**
 * What is told of the looks on a day (`YYYY-MM-DD`): how many see it today, and words and numbers as they were told when the day
 * began. Whoever reads them today and tomorrow would else know what the one said who looked in between (domain.md §8.5).
 */
export function lookOutcome(looks: readonly TensionLook[], day: string): LookOutcome {
  const told = leansTold(looks.filter(({ on }) => on < day))
  const isApart = told.some((lean) => lean < 0) && told.some((lean) => lean > 0)
  return {
    seen: new Set(looks.flatMap(({ on, person }) => (on <= day ? [person] : []))).size,
    counts: told.length < toldFrom ? null : leans.map((lean) => told.filter((one) => one === lean).length),
    words: told.length < wordedFrom ? null : isApart ? 'different' : 'alike',
  }
}

/**
 * The leans of which was told last, looking back day by day. They are told anew only when three people or more see it otherwise
 * than was told, also where numbers come after words; and when five or more see it otherwise than the numbers that were told last.
 */
function leansTold(looks: readonly TensionLook[]): Lean[] {
  let told: ReadonlyMap<string, Lean> = new Map()
  let numbers = told
  for (const day of new Set(looks.map(({ on }) => on).toSorted())) {
    const newest = leansByDay(looks.filter(({ on }) => on <= day))
    if (otherwiseIn(told, newest) < wordedFrom) continue
    if (numbers.size > 0 && otherwiseIn(numbers, newest) < toldFrom) continue
    told = newest
    if (newest.size >= toldFrom) numbers = newest
  }
  return [...told.values()]
}

/** How many people see it otherwise in the one than in the other, or stand in one of them alone. */
function otherwiseIn(some: ReadonlyMap<string, Lean>, others: ReadonlyMap<string, Lean>): number {
  const people = new Set([...some.keys(), ...others.keys()])
  return [...people].filter((person) => some.get(person) !== others.get(person)).length
}

/** The newest lean of each who set one. */
function leansByDay(looks: readonly TensionLook[]): Map<string, Lean> {
  const newest = new Map<string, Lean>()
  for (const { person, lean } of looks.toSorted((a, b) => (a.on < b.on ? -1 : 1))) {
    if (lean === null) newest.delete(person)
    else newest.set(person, lean)
  }
  return newest
}

/** What may be told: the words of `lookOutcome`, in plain language. */
export const lookWords: Readonly<Record<'alike' | 'different', Bilingual>> = {
  alike: { nl: 'Hier kijken jullie ongeveer hetzelfde naar.', en: 'You look at this in about the same way.' },
  different: { nl: 'Hier kijken jullie verschillend naar.', en: 'You look at this differently.' },
}

/** The fields of a tension in which people write. */
export type TensionWords = {
  readonly left: string
  readonly right: string
  readonly leftGood: string
  readonly rightGood: string
  readonly situation: string
  readonly asks: string
}

const fieldsOf = (words: TensionWords) => Object.keys(words) as (keyof TensionWords)[]

/** In which of the fields a known name stands, or where somebody can be reached: a tension is between poles, never about a person. */
export function fieldsWithNames(words: TensionWords, names: readonly string[]): (keyof TensionWords)[] {
  const marks = (text: string) =>
    Object.values(scrubMarks).reduce((count, mark) => count + text.split(mark).length - 1, 0)
  return fieldsOf(words).filter((field) => marks(scrubNames(words[field], names)) > marks(words[field]))
}

/**
 * The words in a tension to look at once more before it is kept: days, ages, numbers, and places or names that nobody told. They
 * may stay: whoever writes decides whether it is still about us.
 */
export function wordsToWeigh(words: TensionWords): string[] {
  const found = fieldsOf(words).flatMap((field) => concernsOf(words[field], [], { beginnings: false }))
  return [...new Set(found.map(({ word }) => word))]
}
