import type { SmallLine } from '@weerklank/core/charts/small-multiples'
import type { RelationFeedback } from '@weerklank/core/feedback/feedback.contract'
import type { Instrument } from '@weerklank/core/feedback/instrument'
import { type DaySeen, shortDay } from '@weerklank/core/shared/day-words'
import { type Instant, shortDate } from '@weerklank/core/shared/time'
import { type Check, instrumentOf } from './check-series.ts'

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
