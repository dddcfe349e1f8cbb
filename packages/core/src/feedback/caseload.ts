import { daysBetween, type Instant, millis } from '../shared/time.ts'

/** From so many days without a contact it is said that somebody was not seen. */
export const unseenFromDays = 30

/** Coverage looks back so many days. */
export const coverageDays = 90

/** Below so many a number is told as a count alone. */
const countsBelow = 10

export type CaseloadFacts = {
  id: string
  startedAt: Instant
  /** The last contact that was; null when there was none yet. */
  lastContactAt: Instant | null
  /** A contact lies ahead. */
  isPlanned: boolean
  /** It stays at one contact: nobody is missed after it. */
  singleContact: boolean
  /** The newest open signal that all who take part may read; null when there is none. */
  attentionAt: Instant | null
}

/** Whole days since the last contact, or since the beginning where there was none; never below 0. */
export function daysUnseen({ startedAt, lastContactAt }: CaseloadFacts, now: Instant): number {
  return Math.max(0, daysBetween(lastContactAt ?? startedAt, now))
}

/** Whether it is said that somebody was not seen for long: not where a contact is planned, nor after a single contact. */
export function isUnseen(facts: CaseloadFacts, now: Instant): boolean {
  return !facts.singleContact && !facts.isPlanned && daysUnseen(facts, now) >= unseenFromDays
}

/**
 * The order of one's own list: first what was answered and asks for a talk, the newest in front; then whoever was not seen
 * for long, the longest in front; then the others as they came. No score takes part in it.
 */
export function inCaseloadOrder<Facts extends CaseloadFacts>(all: readonly Facts[], now: Instant): Facts[] {
  const placed = all.map((facts, place) => ({ facts, place, ...groupOf(facts, now) }))
  return placed
    .sort((a, b) => a.group - b.group || b.weight - a.weight || a.place - b.place)
    .map(({ facts }) => facts)
}

function groupOf(facts: CaseloadFacts, now: Instant): { group: number; weight: number } {
  if (facts.attentionAt !== null) return { group: 0, weight: millis(facts.attentionAt) }
  if (isUnseen(facts, now))
    return { group: 1, weight: millis(now) - millis(facts.lastContactAt ?? facts.startedAt) }
  return { group: 2, weight: 0 }
}

export type Coverage = {
  contacts: number
  /** Of how many of those contacts somebody said how it was. */
  checked: number
  /** The share in whole percents; null below ten contacts, where counts say enough. */
  percent: number | null
}

/** Of how many contacts it was heard how they were. `checked` is at most `contacts`. */
export function coverageOf(of: { contacts: number; checked: number }): Coverage {
  const { contacts } = of
  const checked = Math.min(of.checked, contacts)
  return {
    contacts,
    checked,
    percent: contacts < countsBelow ? null : Math.round((checked / contacts) * 100),
  }
}
