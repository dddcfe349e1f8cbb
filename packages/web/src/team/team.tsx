import { componentLater } from '../ui/Later.tsx'

/** What waits for one in teams and networks, on *Vandaag*. */
export const TodayCircles = componentLater(async () => (await import('./TodayCircles.tsx')).TodayCircles)
