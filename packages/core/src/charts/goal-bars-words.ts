import type { Language } from '../shared/language.ts'

/** One goal as it is drawn: steps from −2 to +2, 0 is what was expected. */
export type GoalBar = {
  readonly name: string
  /** Where it began. */
  readonly baseline: number
  /** Where it is now; null while nobody said so. */
  readonly level: number | null
  /** What one sees at that step, in her own words; '' when there is none. */
  readonly seen: string
}

export type GoalBarsInput = {
  readonly lang: Language
  readonly idPrefix: string
  readonly title: string
  readonly description: string
  readonly goals: readonly GoalBar[]
  /** What the five steps are called, from −2 to +2. */
  readonly steps: readonly string[]
  /** Px; 340 when not given, so that letters keep their size on a phone. */
  readonly width?: number
}

const phrases = {
  nl: {
    less: 'minder',
    expected: 'zoals verwacht',
    more: 'meer',
    head: ['Doel', 'Bij het begin', 'Nu', 'Dat is te zien aan'],
    unsaid: 'nog niet gezegd',
    none: 'Er is nog geen doel met een schaal.',
    told: (said: number, all: number) =>
      all === 1
        ? said === 1
          ? 'Bij dit doel is gezegd hoe het ging.'
          : 'Bij dit doel is nog niet gezegd hoe het ging.'
        : `Bij ${said} van de ${all} doelen is gezegd hoe het ging.`,
    one: (name: string, step: string) => `“${name}”: ${step}.`,
  },
  en: {
    less: 'less',
    expected: 'as expected',
    more: 'more',
    head: ['Goal', 'At the start', 'Now', 'One sees it in'],
    unsaid: 'not said yet',
    none: 'There is no goal with a scale yet.',
    told: (said: number, all: number) =>
      all === 1
        ? said === 1
          ? 'For this goal it is told how it went.'
          : 'For this goal it is not told yet how it went.'
        : `For ${said} of ${all} goals it is told how it went.`,
    one: (name: string, step: string) => `“${name}”: ${step}.`,
  },
} as const

/** The words in a picture of goals, in one language. */
export function goalBarsPhrases(lang: Language) {
  return phrases[lang]
}

type Source = Pick<GoalBarsInput, 'lang' | 'goals' | 'steps'>

/** What the picture shows, in sentences: of how many goals it is known, and each of those in words. */
export function goalBarsSentence({ lang, goals, steps }: Source): string {
  const say = phrases[lang]
  if (goals.length === 0) return say.none
  const known = goals.flatMap(({ name, level }) => (level === null ? [] : [{ name, level }]))
  const each = known.map(({ name, level }) => say.one(name, steps[level + 2] ?? ''))
  return [say.told(known.length, goals.length), ...each].join(' ')
}

/** The table that says all that the picture shows: a head, and a row per goal. */
export function goalBarsTable({ lang, goals, steps }: Source): string[][] {
  const say = phrases[lang]
  const step = (level: number) => steps[level + 2] ?? ''
  return [
    [...say.head],
    ...goals.map(({ name, baseline, level, seen }) => [
      name,
      step(baseline),
      level === null ? say.unsaid : step(level),
      level === null ? '' : seen,
    ]),
  ]
}
