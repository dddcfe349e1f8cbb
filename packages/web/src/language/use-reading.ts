import { useMemo } from 'react'
import { useMe } from '../access/access.ts'
import type { Reading } from './day-words.ts'
import { useLanguage } from './use-text.ts'

/** For whom moments are put into words on this screen. `updatedAt`: when the data were fetched (ms); that is *now*. */
export function useReading(updatedAt: number): Reading {
  const language = useLanguage()
  const { timeZone } = useMe().workspace
  return useMemo(
    () => ({ language, timeZone, now: new Date(updatedAt).toISOString() }),
    [language, timeZone, updatedAt],
  )
}
