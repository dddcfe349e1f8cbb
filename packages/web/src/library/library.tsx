import { componentLater } from '../ui/Later.tsx'

/** What of the library is at hand where somebody is, with why: folded, and asked for when it is opened. */
export const AtHand = componentLater(async () => (await import('./AtHandFold.tsx')).AtHandFold)

/** The same for a theme, by the name that it has in an analysis. */
export const AtHandTheme = componentLater(async () => (await import('./AtHandTheme.tsx')).AtHandTheme)

/** How many stories of colleagues there are of a setting like this, and the way to them. */
export const PracticeHere = componentLater(async () => (await import('./PracticeHere.tsx')).PracticeHere)

/** The same for goals of learners, where one may read them. */
export const AtHandGoals = componentLater(async () => (await import('./AtHandGoals.tsx')).AtHandGoals)
