import type { Bilingual } from '../shared/language.ts'
import { addCalendarDays, atLocalHour } from '../shared/local-hours.ts'
import type { Day, Instant } from '../shared/time.ts'
import { type DayPart, type HalfDay, weekdays } from './buddy.ts'

/** What buddies are asked to do: three short talks (S002: "the assignment was too open"). */
export const talkMinutes = 30
export const talksAsked = 3

/** When a talk begins on a part of a day, in whole hours; without a part that suits all, at noon. */
const hourOf: Readonly<Record<DayPart, number>> = { morning: 10, afternoon: 14, evening: 19 }
const noon = 12

/** The days from which the talks are, spread evenly from now to `until`; at least a week apart, so possibly beyond it. */
export function suggestedTalkDays(today: Day, until: Day): Day[] {
  const days = Math.round((Date.parse(until) - Date.parse(today)) / 86_400_000)
  const step = Math.max(7, Math.floor(days / (talksAsked + 1)))
  return Array.from({ length: talksAsked }, (_, at) => addCalendarDays(today, (at + 1) * step))
}

/**
 * When the talks could be: for each day the first part of a day that suits all, from that day on and within a week; the day
 * itself at noon where none is known.
 */
export function talkTimes(talkDays: readonly Day[], shared: readonly HalfDay[], timeZone: string): Instant[] {
  return talkDays.map((from) => {
    for (let later = 0; later < 7; later++) {
      const day = addCalendarDays(from, later)
      const weekday = weekdays[(new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7]
      const fits = shared.find((one) => one.startsWith(`${weekday}-`))
      if (fits !== undefined) return atLocalHour(day, hourOf[fits.slice(3) as DayPart], timeZone)
    }
    return atLocalHour(from, noon, timeZone)
  })
}

/** A step of a talk, in minutes. */
export type TalkStep = { readonly minutes: number; readonly text: Bilingual }

/** What each of the three talks is about. */
export const talkTopics: readonly Bilingual[] = [
  {
    nl: 'Kennismaken: wat is gelijkwaardig voor jullie?',
    en: 'Getting to know each other: what is equal to you?',
  },
  { nl: 'Wat probeerden jullie in een eigen situatie?', en: 'What did you try in a situation of your own?' },
  { nl: 'Wat veranderde er, en hoe gaan jullie verder?', en: 'What changed, and how do you go on?' },
]

/** The steps of a talk of half an hour, for two or three buddies. */
export function talkSteps(buddies: number): TalkStep[] {
  const own = buddies > 2 ? 7 : 10
  const begin = buddies > 2 ? 2 : 3
  return [
    {
      minutes: begin,
      text: { nl: 'Kom even aan. Hoe zit iedereen erbij?', en: 'Arrive. How is everybody?' },
    },
    {
      minutes: own,
      text: {
        nl: 'De eerste vertelt een eigen situatie, en wat er is geprobeerd. De ander luistert en vraagt door.',
        en: 'The first tells a situation of one’s own, and what was tried. The other listens and asks on.',
      },
    },
    ...Array.from({ length: buddies - 1 }, () => ({
      minutes: own,
      text: { nl: 'Wissel: nu de volgende.', en: 'Change: now the next.' },
    })),
    {
      minutes: 4,
      text: { nl: 'Wat gaat er mee naar het werk of naar huis?', en: 'What goes along to work or home?' },
    },
    {
      minutes: talkMinutes - begin - buddies * own - 4,
      text: {
        nl: 'Ieder schrijft één zin op, alleen voor zichzelf. Kijk wanneer het volgende gesprek is.',
        en: 'Each writes down one sentence, for oneself only. See when the next talk is.',
      },
    },
  ]
}
