import type { Instant } from '../shared/time.ts'

/** What one place says of a version: yes, or what should change. */
export type MinutesSay = { says: 'yes' | 'change'; words: string; at: Instant }
/** By place. */
export type MinutesSays = Readonly<Record<string, MinutesSay>>

/** The longest minutes of one version, in code points. */
export const minutesSigns = 20_000

export type MinutesState = 'none' | 'asked' | 'change-wanted' | 'approved'

/**
 * Where the newest version of the minutes stands: approved when everybody who was there said yes to it. A new version is asked
 * of everybody again. Who left the table is not waited for, and what she said does not count.
 */
export function minutesState(
  version: { says: MinutesSays } | undefined,
  places: readonly string[],
): MinutesState {
  if (version === undefined) return 'none'
  const said = places.map((place) => version.says[place]?.says)
  if (said.includes('change')) return 'change-wanted'
  return said.length > 0 && said.every((one) => one === 'yes') ? 'approved' : 'asked'
}
