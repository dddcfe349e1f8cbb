import type { Instant } from '@weerklank/core/shared/time'
import { useEffect, useState } from 'react'

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

function thisMoment(): Instant {
  return new Date().toISOString()
}
