import type { SmallLine } from '../charts/small-multiples.ts'
import { type DaySeen, shortDay } from '../shared/day-words.ts'
import { type Instant, shortDate } from '../shared/time.ts'
import { type Check, instrumentOf } from './check-answer.ts'
import type { RelationFeedback } from './feedback.contract.ts'
import type { Instrument } from './instrument.ts'

/** Someone's answers item by item over time, in the words of the newest version that she answered. */
export type ItemLines = {
  instrument: Instrument
  lines: SmallLine[]
  /** Short, as under the picture; and whole, as in the table. Oldest first. */
  dates: string[]
  days: string[]
}

type Source = Pick<RelationFeedback, 'instruments'> & { checks: readonly Check[]; seen: DaySeen }

/** Of the instrument that was answered last; what was missed is a gap in each line. Null before the first answer. */
export function itemLines({ instruments, checks, seen }: Source): ItemLines | null {
  const newest = checks.findLast(({ response }) => response !== null)?.response
  const instrument = newest ? instrumentOf(instruments, newest) : undefined
  if (instrument === undefined) return null
  const ofIt = checks.filter(({ response }) => response === null || response.instrument === instrument.id)
  const moment = (say: (at: Instant) => string) => ofIt.map(({ at }) => say(at))
  return {
    instrument,
    lines: instrument.items.map(({ id, label }) => ({
      id,
      label: label[seen.language],
      values: ofIt.map(({ response }) => response?.answers[id] ?? null),
    })),
    dates: moment((at) => shortDate(at, seen.language, seen.timeZone)),
    days: moment((at) => shortDay(at, seen)),
  }
}
