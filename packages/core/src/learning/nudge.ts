import { addCalendarDays, atLocalHour, firstWithin } from '../shared/local-hours.ts'
import { addDays, type Day, type Instant, localDay, millis } from '../shared/time.ts'

/** What a nudge between meetings can be. A card of each kind is content (content/learning/nudges). */
export const nudgeKinds = [
  ...(['if-then', 'film', 'quote', 'question', 'practice'] as const),
  ...(['buddy', 'pack', 'moment'] as const),
]
export type NudgeKind = (typeof nudgeKinds)[number]

/** Where the days of a nudge are counted from, in a plan that is not about one trajectory yet: the kind of a moment. */
export const nudgeAnchors = ['goals', 'review', 'buddy', 'closing'] as const
export type NudgeAnchor = (typeof nudgeAnchors)[number]

/** Working hours of the local day, no weekend: a nudge is read beside the work, not in bed. Our own choice. */
export const nudgeHours = { from: 9, until: 18, weekends: false } as const

/** Between two nudges to one person, of whichever trajectory, at least so many times 24 hours (domain.md §6.4). */
export const daysBetweenNudges = 7

/** A nudge that had to wait longer than this is not sent any more: what was missed does not heap up. */
export const nudgeLapsesDays = 10

/** How far a nudge may lie from what it is counted from, in days. */
export const nudgeOffset = { least: -30, most: 400 } as const

/** One nudge of a trajectory, on its day. */
export type PlannedNudge = {
  id: string
  kind: NudgeKind
  day: Day
  isOn: boolean
  /** A film without an address reaches nobody. */
  url: string
  /** For a reminder of a moment: which one. */
  moment: string | null
}

/** Whom a nudge is for, as far as the plan looks at her. */
export type NudgeLearner = {
  /** Only who takes part now gets nudges: not who was only invited, who stopped or who has finished. */
  takesPart: boolean
  isOptedOut: boolean
  hasBuddy: boolean
  /** The first day on which she took part: what lay before is not sent afterwards. */
  since: Day
  /** Moments of which something of hers was received. */
  received: readonly string[]
}

/** What went to her before, in any trajectory. */
export type SentNudge = { nudge: string; at: Instant }

export type NudgeStep =
  | { do: 'send'; nudge: string }
  | { do: 'wait'; until: Instant }
  | { do: 'nothing'; because: 'not-taking-part' | 'opted-out' | 'none-left' }

type Of = {
  learner: NudgeLearner
  sentBefore: readonly SentNudge[]
  now: Instant
  /** IANA name: quiet hours and weekends are those of the workspace's own day. */
  timeZone: string
}

/**
 * What is to be done now for one person: at most one nudge in seven days over all her trajectories, in working hours of the
 * local day, none after she opted out or stopped, none of which the day is long past. Waiting never sends by itself: ask again.
 */
export function dueNudges(plan: readonly PlannedNudge[], of: Of): NudgeStep {
  const { learner, now, timeZone, sentBefore } = of
  if (!learner.takesPart) return { do: 'nothing', because: 'not-taking-part' }
  if (learner.isOptedOut) return { do: 'nothing', because: 'opted-out' }
  const today = localDay(now, timeZone)
  const open = plan
    .filter((nudge) => isForHer(nudge, of) && addCalendarDays(nudge.day, nudgeLapsesDays) >= today)
    .toSorted(byUrgency)
  const first = open.find(({ day }) => day <= today)
  const coming = first ?? open.toSorted((a, b) => (a.day < b.day ? -1 : 1))[0]
  if (coming === undefined) return { do: 'nothing', because: 'none-left' }
  const begins = atLocalHour(coming.day, nudgeHours.from, timeZone)
  const earliest = [now, begins, ...sentBefore.map(({ at }) => addDays(at, daysBetweenNudges))].reduce(
    (latest, at) => (millis(at) > millis(latest) ? at : latest),
  )
  const at = firstWithin(earliest, { ...nudgeHours, timeZone })
  return millis(at) <= millis(now) ? { do: 'send', nudge: coming.id } : { do: 'wait', until: at }
}

function isForHer({ id, kind, day, isOn, url, moment }: PlannedNudge, { learner, sentBefore }: Of): boolean {
  if (!isOn || day < learner.since || sentBefore.some(({ nudge }) => nudge === id)) return false
  if (kind === 'film') return url !== ''
  if (kind === 'buddy') return learner.hasBuddy
  return moment === null || !learner.received.includes(moment)
}

/** A moment is open for a while only; of the rest, what was meant first goes first. */
function byUrgency(a: PlannedNudge, b: PlannedNudge): number {
  const rank = (nudge: PlannedNudge) => (nudge.kind === 'moment' ? 0 : 1)
  return rank(a) - rank(b) || (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)
}

/** Where a nudge's day comes from: a fixed one that the lead chose, or counted from what it hangs on. */
export function nudgeDay(of: { fixedOn: Day | null; anchoredOn: Day; offsetDays: number }): Day {
  return of.fixedOn ?? addCalendarDays(of.anchoredOn, of.offsetDays)
}

const blaming: readonly RegExp[] = [
  /\b(nog )?(niet|geen enkele?) (\p{L}+ ){0,3}(ingevuld|gedaan|geprobeerd|ingeleverd|gereageerd|geantwoord)/iu,
  /\b(nog steeds (niet|geen)|vergeten|gemist|te laat|achterloop|achterop|in gebreke|laatste waarschuwing)\b/iu,
  /\b\d+ (van de|keer|dagen|weken)( \p{L}+){0,3} (niet|geen|gemist|te laat)\b/iu,
  /\b(not|never) (\p{L}+ ){0,2}(filled|answered|done|tried|handed|replied|responded)/iu,
  /\b(still have not|still haven['’]t|haven['’]t|forgot|forgotten|missed|overdue|too late|behind schedule|last warning)\b/iu,
]

/** The words with which a text counts or names what somebody did not do; null when it does not. Dutch and English. */
export function shamingWords(text: string): string | null {
  for (const pattern of blaming) {
    const found = pattern.exec(text)
    if (found !== null) return found[0]
  }
  return null
}
