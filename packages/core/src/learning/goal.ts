import { z } from 'zod'
import type { GoalId } from '../shared/ids.ts'
import { requiredText, text } from '../shared/text-input.ts'

/** In code points, as the database counts them. */
export const goalLimits = { signs: 1000, current: 3 } as const

/** A learning goal in one's own words (domain.md §6.1). Only the goal itself has to be there. */
export const goalWords = z.strictObject({
  text: requiredText(goalLimits.signs),
  situation: text(goalLimits.signs),
  why: text(goalLimits.signs),
  firstStep: text(goalLimits.signs),
  /** "Where will I notice it?" */
  notice: text(goalLimits.signs),
})
export type GoalWords = z.infer<typeof goalWords>

/** Why a goal changed: asked, since both goals are kept and the way from one to the other is what was learnt. */
export const goalReason = requiredText(goalLimits.signs)

export const goalStatuses = ['current', 'replaced'] as const
export type GoalStatus = (typeof goalStatuses)[number]

export type Goal<Moment extends string = string> = GoalWords & {
  id: GoalId
  status: GoalStatus
  /** The goal it came in the place of. */
  replaces: GoalId | null
  /** Why; empty for a first goal. */
  reason: string
  /** At which moment it was handed in; null while only she knows it. */
  moment: Moment | null
}

/** What makes a goal workable: hints that say what is there and what could be added, and keep nobody from handing it in. */
export const goalHintKeys = ['own-behaviour', 'situation', 'observable', 'first-step'] as const
export type GoalHintKey = (typeof goalHintKeys)[number]
export type GoalHint = { key: GoalHintKey; isMet: boolean }

// A sentence of which I am the subject, in Dutch or English; other people may be in it.
const own = /(^|[^\p{L}\p{N}])(ik|i|i'm|i’m|i'd|i’d|i'll|i’ll)($|[^\p{L}\p{N}])/iu
const whenWords =
  /(^|[^\p{L}])(als|wanneer|tijdens|toen|zodra|telkens|elke|in een|bij een|bij het|when|while|during|if|in a|at a|at the|each|every)($|[^\p{L}])/iu

/** Whether something of at least this many words stands there. */
const says = (text: string, words: number) => text.split(/\s+/).filter((word) => word !== '').length >= words

/**
 * Whether a goal is about one's own behaviour, in a concrete situation, with something that can be seen, and a first step. A rough
 * look at the words, in Dutch and English: it opens a thought, it is no mark.
 */
export function goalHints(goal: GoalWords): GoalHint[] {
  return [
    { key: 'own-behaviour', isMet: own.test(goal.text) },
    { key: 'situation', isMet: says(goal.situation, 3) || whenWords.test(goal.text) },
    { key: 'observable', isMet: says(goal.notice, 3) },
    { key: 'first-step', isMet: says(goal.firstStep, 2) },
  ]
}

/** The goals that are hers now, in the order in which they were written. */
export function currentGoals<One extends Pick<Goal, 'status'>>(goals: readonly One[]): One[] {
  return goals.filter(({ status }) => status === 'current')
}

/** A goal with those it came in the place of, the newest first. A line that goes in a circle ends where it meets itself. */
export function goalHistory<One extends Pick<Goal, 'id' | 'replaces'>>(
  goals: readonly One[],
  from: One,
): One[] {
  const byId = new Map(goals.map((goal) => [goal.id, goal]))
  const line: One[] = [from]
  for (
    let next = from.replaces === null ? undefined : byId.get(from.replaces);
    next !== undefined && !line.includes(next);
    next = next.replaces === null ? undefined : byId.get(next.replaces)
  ) {
    line.push(next)
  }
  return line
}

export type GoalUnderReview<One> = {
  /** As it was handed in before, of which is asked what became of it; null where none of its line was. */
  before: One | null
  /** As it is now: the same, or what she changed it into in between. */
  now: One
}

/** Each goal that is hers now, with the one of its line that was handed in last, elsewhere than at this moment. */
export function goalsUnderReview<One extends Pick<Goal, 'id' | 'replaces' | 'status' | 'moment'>>(
  goals: readonly One[],
  moment: string,
): GoalUnderReview<One>[] {
  return currentGoals(goals).map((now) => {
    const line = goalHistory(goals, now)
    return { before: line.find((goal) => goal.moment !== null && goal.moment !== moment) ?? null, now }
  })
}

/**
 * The goals as they were before those of one moment came in: these go, and what they came in the place of is hers again. Null where
 * she went on from one of them since.
 */
export function withoutMoment<One extends Pick<Goal, 'id' | 'replaces' | 'status' | 'moment'>>(
  goals: readonly One[],
  moment: string,
): { goals: One[]; restored: GoalId[] } | null {
  const gone = new Map(goals.filter((goal) => goal.moment === moment).map((goal) => [goal.id, goal]))
  const staying = goals.filter(({ id }) => !gone.has(id))
  if (staying.some(({ replaces }) => replaces !== null && gone.has(replaces))) return null
  const restored = [...gone.values()].flatMap(({ replaces }) =>
    replaces !== null && !gone.has(replaces) ? [replaces] : [],
  )
  return {
    goals: staying.map((goal) =>
      restored.includes(goal.id) ? { ...goal, status: 'current' as const } : goal,
    ),
    restored,
  }
}
