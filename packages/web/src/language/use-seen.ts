import type { DaySeen } from '@weerklank/core/shared/day-words'
import { type Instant, localDay } from '@weerklank/core/shared/time'
import { use, useMemo } from 'react'
import { MeContext } from '../access/access.ts'
import { useLanguage } from './use-text.ts'

/** From where this person sees days: her workspace, or her own device where she has no place at work. Stays the same object all day, so that rows of a list need not be drawn anew. */
export function useDaySeen(now: Instant): DaySeen {
  const language = useLanguage()
  const timeZone = use(MeContext)?.workspace.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  const today = localDay(now, timeZone)
  return useMemo(() => ({ today, language, timeZone }), [today, language, timeZone])
}

/** From where this person sees moments, and which one is now. */
export type Seen = DaySeen & { now: Instant }

/** `updatedAt` (ms): when the data on the screen were fetched. That is *now*, so that data and words belong together. */
export function useSeen(updatedAt: number): Seen {
  const now = useMemo(() => new Date(updatedAt).toISOString(), [updatedAt])
  const day = useDaySeen(now)
  return useMemo(() => ({ ...day, now }), [day, now])
}
