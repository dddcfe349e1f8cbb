import type { DaySeen } from '@weerklank/core/shared/day-words'
import { type Instant, localDay } from '@weerklank/core/shared/time'
import { useEffect, useMemo, useState } from 'react'
import { useMe } from '../access/access.ts'
import { useLanguage } from '../language/use-text.ts'

const minute = 60_000

/** The moment, told anew each minute and whenever the screen comes back into sight: a page left open must not say yesterday. */
export function useNow(): Instant {
  const [now, setNow] = useState(thisMoment)
  useEffect(() => {
    const tick = () => setNow(thisMoment())
    const timer = setInterval(tick, minute)
    document.addEventListener('visibilitychange', tick)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', tick)
    }
  }, [])
  return now
}

/** From where this person sees days. Stays the same object all day, so that rows of a list need not be drawn anew. */
export function useDaySeen(now: Instant): DaySeen {
  const language = useLanguage()
  const { timeZone } = useMe().workspace
  const today = localDay(now, timeZone)
  return useMemo(() => ({ today, language, timeZone }), [today, language, timeZone])
}

function thisMoment(): Instant {
  return new Date().toISOString()
}
