import type { DaySeen } from '@weerklank/core/shared/day-words'
import { addMilliseconds, type Instant } from '@weerklank/core/shared/time'
import { dayAlone } from '../language/moment-words.ts'

/** The day by itself. A round ends at midnight: its last day is the one before (`before`: milliseconds). */
export function lastDay(at: Instant, seen: DaySeen, before = 1): string {
  return dayAlone(addMilliseconds(at, -before), seen)
}
