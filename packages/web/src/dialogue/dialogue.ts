/** What other rooms show of the formats of talking, on pages that come later. */
import { componentLater } from '../ui/Later.tsx'

export type { PlanningBegan } from './planning-began.ts'

/** Formats by key, with a way to each. */
export const FormatLines = componentLater(async () => (await import('./FormatLines.tsx')).FormatLines)
