import type { DaySeen } from '@weerklank/core/shared/day-words'
import { Suspense } from 'react'
import { TodayCircles } from '../team/team.tsx'
import { TodayLicences } from './TodayLicences.tsx'
import { TodayReviews } from './TodayReviews.tsx'
import { TodaySupervision } from './TodaySupervision.tsx'

/** What is seldom there on *Vandaag*: its code comes after the page. */
export function TodayLater({ seen }: { seen: DaySeen }) {
  return (
    <>
      <Suspense fallback={null}>
        <TodayCircles />
      </Suspense>
      <TodaySupervision />
      <TodayReviews seen={seen} />
      <TodayLicences seen={seen} />
    </>
  )
}
