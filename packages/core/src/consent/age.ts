import type { Day } from '../shared/time.ts'

/**
 * Whole years lived on a calendar day; negative before the birth. Who was born on 29 February has her birthday on 1 March
 * in a year without that day, so that nobody decides alone a day too early. Throws on a text that is no day.
 */
export function ageOn(bornOn: Day, today: Day): number {
  const born = dayParts(bornOn)
  const now = dayParts(today)
  const hadBirthday = now.month > born.month || (now.month === born.month && now.day >= born.day)
  return now.year - born.year - (hadBirthday ? 0 : 1)
}

/**
 * The ages at which the law changes who decides (domain.md §8.2): under 12 the parents, from 12 to 15 the youth and the
 * parents, from 16 the youth alone. Who has no known birth date (`null`) is grown up.
 */
export type AgeBand = 'child' | 'youth' | 'alone'

export const youthFrom = 12
export const aloneFrom = 16

/** The band of an age in whole years; `null` is grown up. */
export function ageBand(age: number | null): AgeBand {
  if (age === null || age >= aloneFrom) return 'alone'
  return age >= youthFrom ? 'youth' : 'child'
}

function dayParts(day: Day): { year: number; month: number; day: number } {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day)
  // A day that the calendar does not have (30 February) comes back as another one.
  if (match === null || new Date(`${day}T00:00:00Z`).toJSON()?.slice(0, 10) !== day) {
    throw new Error(`Not a day: ${day}`)
  }
  return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }
}
