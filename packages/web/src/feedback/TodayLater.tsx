import type { DaySeen } from '@weerklank/core/shared/day-words'
import { TodayLicences } from './TodayLicences.tsx'
import { TodayReviews } from './TodayReviews.tsx'
import { TodaySupervision } from './TodaySupervision.tsx'

/** What is seldom there on *Vandaag*: its code comes after the page. */
export function TodayLater({ seen }: { seen: DaySeen }) {
  return (
    <>
      <TodaySupervision />
      <TodayReviews seen={seen} />
      <TodayLicences seen={seen} />
    </>
  )
}
