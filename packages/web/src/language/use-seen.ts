import type { DaySeen } from '@weerklank/core/shared/day-words'
import { type Instant, localDay } from '@weerklank/core/shared/time'
import { useMemo } from 'react'
import { useMe } from '../access/access.ts'
import { useLanguage } from './use-text.ts'

/** From where this person sees moments, and which one is now. */
export type Seen = DaySeen & { now: Instant }

/** `updatedAt` (ms): when the data on the screen were fetched. That is *now*, so that data and words belong together. */
export function useSeen(updatedAt: number): Seen {
  const language = useLanguage()
  const { timeZone } = useMe().workspace
  return useMemo(() => {
    const now = new Date(updatedAt).toISOString()
    return { language, timeZone, now, today: localDay(now, timeZone) }
  }, [language, timeZone, updatedAt])
}
