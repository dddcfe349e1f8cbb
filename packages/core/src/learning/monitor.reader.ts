import type { MonitorInput } from './monitor.input.ts'
import type { Monitor } from './monitor.shape.ts'
import { monitorOf } from './monitor.ts'

/** Words of so many people are read at once: each of them can read later that they were. */
export const wordsAtOnce = 50

/** Whose words are in a monitor, by number, and from which number one reads on; null after the last. */
export type WordsShown = { people: readonly number[]; next: number | null }

/**
 * The monitor as somebody sees it who leads the trajectory: that there are goals and whether they changed, counts, and no words. She
 * knows the names beside the numbers, so nothing that somebody wrote may stand beside a number.
 */
export function withoutWords(input: MonitorInput): Monitor {
  return withWordsOf(input, new Set())
}

/** The monitor with words of some people from a number on; every count is over everybody. */
export function withWordsFrom(input: MonitorInput, from: number): { monitor: Monitor; shown: WordsShown } {
  const consent = new Set(input.learners.filter((one) => one.hasConsent).map(({ number }) => number))
  const wrote = [...input.goals, ...input.mentions.filter(({ code }) => code === null)]
  const all = [...new Set(wrote.map(({ learner }) => learner))]
    .filter((number) => number >= from && consent.has(number))
    .toSorted((a, b) => a - b)
  const people = all.slice(0, wordsAtOnce)
  return {
    monitor: withWordsOf(input, new Set(people)),
    shown: { people, next: all[wordsAtOnce] ?? null },
  }
}

function withWordsOf(input: MonitorInput, people: ReadonlySet<number>): Monitor {
  const mentions = input.mentions.filter(({ code, learner }) => code !== null || people.has(learner))
  const monitor = monitorOf({ ...input, mentions })
  const goalLines = monitor.goalLines.map((line) =>
    people.has(line.learner) ? line : { ...line, words: null },
  )
  return { ...monitor, goalLines }
}
