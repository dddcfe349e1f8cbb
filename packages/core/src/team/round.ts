import { allowed, type Decision, refused } from '../shared/decision.ts'
import type { Day } from '../shared/time.ts'
import type { PlannedGroup } from './team.ts'

/**
 * What is asked: how it goes (`check`), the same and what another group will say about it (`swap`), or how it goes with each
 * other group (`between`).
 */
export const roundForms = ['check', 'swap', 'between'] as const
export type RoundForm = (typeof roundForms)[number]

/** Of everybody who is asked, how many in a hundred must answer where a questionnaire says nothing (domain.md §4.2). */
export const usualShare = 60

/** With how many groups each can be asked about another; with more, a ticket would be too long to fill in well. */
export const viewGroups = { least: 2, most: 5 } as const

/** A group as it was asked and as it answered: lowest groups only, those that have people of their own. */
export type AnsweredGroup = { readonly invited: number; readonly answered: number }

/**
 * Whether there is enough to show: at least one lowest group has `k` answers, and those that have are together `minShare` in a
 * hundred of everybody who was asked (null: no share was promised). Groups under `k` do not count towards the share: with
 * them "enough" would say how many answered in a group that stays hidden. Counted so it is a sum of numbers that the outcome
 * shows, it never goes back once true, and while a round is open it is the one thing that is told (ADR 0014).
 */
export function hasEnough(
  groups: readonly AnsweredGroup[],
  { k, minShare }: { readonly k: number; readonly minShare: number | null },
): boolean {
  const told = groups.reduce((sum, { answered }) => (answered >= k ? sum + answered : sum), 0)
  if (told === 0) return false
  const invited = groups.reduce((sum, group) => sum + group.invited, 0)
  return minShare === null || told * 100 >= minShare * invited
}

/** `one-group`: nobody to ask about. `has-parts`: a part would be asked about its own whole. */
export type ViewRefusal = 'one-group' | 'too-many-groups' | 'has-parts' | 'about-itself' | 'about-nobody'

/** A planned group and, in a swap, the group whose answers it guesses. */
export type ViewingGroup = PlannedGroup & { readonly id: string; readonly about: string | null }

/** Decides whether these groups can be asked about each other, as the form of a round asks. A `check` asks about nobody. */
export function mayLookAtEachOther(groups: readonly ViewingGroup[], form: RoundForm): Decision<ViewRefusal> {
  if (form === 'check') return groups.every(({ about }) => about === null) ? allowed : refused('about-nobody')
  if (groups.length < viewGroups.least) return refused('one-group')
  if (groups.length > viewGroups.most) return refused('too-many-groups')
  if (groups.some(({ parts }) => parts.length > 0)) return refused('has-parts')
  if (groups.some(({ id, about }) => about === id)) return refused('about-itself')
  const ids = groups.map(({ id }) => id)
  const fits = ({ about }: ViewingGroup) =>
    form === 'swap' ? about !== null && ids.includes(about) : about === null
  return groups.every(fits) ? allowed : refused('about-nobody')
}

/** The talk is at most so many days after the last day of answering: later, nobody knows what she meant. */
export const talkWithinDays = 60

export type TalkRefusal = 'no-talk' | 'before-closing' | 'too-late' | 'past'

/**
 * Decides whether a round can be sent out with the talk that is planned: not without one, and not before its last day of
 * answering is over (domain.md §4.3 Q6).
 */
export function mayBeSentOut(
  talkOn: Day | null,
  { lastDay }: { readonly lastDay: Day },
): Decision<TalkRefusal> {
  if (talkOn === null) return refused('no-talk')
  if (talkOn <= lastDay) return refused('before-closing')
  const days = (Date.parse(`${talkOn}T00:00:00Z`) - Date.parse(`${lastDay}T00:00:00Z`)) / 86_400_000
  return days > talkWithinDays ? refused('too-late') : allowed
}

/** How a round stands when its talk is moved. `closedOn`: null while people can answer. */
export type RoundStanding = { readonly lastDay: Day; readonly closedOn: Day | null; readonly today: Day }

/**
 * Decides whether the talk of a round that was sent out can be moved to a day. There is no taking it away. While people can
 * answer it is as when the round is sent out; once it is closed any day from today on, as long as people know what they meant.
 */
export function mayMoveTalk(talkOn: Day, { lastDay, closedOn, today }: RoundStanding): Decision<TalkRefusal> {
  if (closedOn === null) return mayBeSentOut(talkOn, { lastDay })
  if (talkOn < today) return refused('past')
  return talkOn === closedOn ? allowed : mayBeSentOut(talkOn, { lastDay: closedOn })
}
