import type { TrajectoryEventId } from '../shared/ids.ts'
import type { Language } from '../shared/language.ts'
import type { Instant } from '../shared/time.ts'

type Planned = {
  readonly id: TrajectoryEventId
  readonly title: string
  readonly at: Instant
  readonly hours: number
}
type Attended = {
  readonly event: TrajectoryEventId
  readonly attended: boolean
  readonly hours: number
}

/** What somebody took part in: the events she was at with their hours, oldest first, and the sum to a hundredth of an hour. */
export type Participation = {
  readonly events: readonly { readonly title: string; readonly at: Instant; readonly hours: number }[]
  readonly hours: number
}

/** What was written down of one learner, beside the plan. Where she was not, nothing counts. */
export function participationOf(events: readonly Planned[], rows: readonly Attended[]): Participation {
  const byEvent = new Map(rows.map((row) => [row.event, row]))
  const there = events
    .flatMap(({ id, title, at }) => {
      const row = byEvent.get(id)
      return row?.attended ? [{ title, at, hours: row.hours }] : []
    })
    .sort((a, b) => (a.at < b.at ? -1 : 1))
  const hours = Math.round(there.reduce((sum, one) => sum + one.hours, 0) * 100) / 100
  return { events: there, hours }
}

/** `7,5 uur` · `1 hour`. */
export function hoursWord(hours: number, language: Language): string {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(hours)
  if (language === 'nl') return `${number} uur`
  return hours === 1 ? `${number} hour` : `${number} hours`
}
