import type { Me } from '@weerklank/core/access/access.contract'
import { clock, dayMonth, type Instant, shortDate, weekdayDate } from '@weerklank/core/shared/time'
import { createContext, use } from 'react'
import { useLanguage, useText } from '../language/use-text.ts'
import { accessText } from './access.text.ts'

export const MeContext = createContext<Me | null>(null)

/** Who is signed in. Only on pages behind the sign-in. */
export function useMe(): Me {
  const me = use(MeContext)
  if (me === null) throw new Error('This page must stand behind the sign-in (see app/members-route.ts)')
  return me
}

/** What each role is called. */
export function useRoleNames(): Readonly<Record<string, string | undefined>> {
  return useText(accessText).role
}

/** Dates as this person reads them: her language, the workspace's time zone. */
export function useDates() {
  const language = useLanguage()
  const { timeZone } = useMe().workspace
  return {
    short: (at: Instant) => shortDate(at, language, timeZone),
    dayMonth: (at: Instant) => dayMonth(at, language, timeZone),
    weekday: (at: Instant) => weekdayDate(at, language, timeZone),
    clock: (at: Instant) => clock(at, language, timeZone),
  }
}
