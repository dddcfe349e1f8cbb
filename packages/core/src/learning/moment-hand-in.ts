import { z } from 'zod'
import { type GoalId, goalId } from '../shared/ids.ts'
import { text } from '../shared/text-input.ts'
import { type Goal, type GoalUnderReview, type GoalWords, goalLimits, goalWords } from './goal.ts'
import { namedMention } from './mention.schema.ts'
import {
  type MentionKind,
  type MentionLevel,
  type MentionStance,
  mentionLimits,
  onceEach,
} from './mention.ts'
import {
  answerScales,
  goalKeptAnswers,
  type MomentForm,
  type MomentItem,
  type MomentItemOf,
} from './moment-form.ts'

/** Of one text of a form, in code points. */
export const answerSigns = 5000

const itemKey = z.string().min(1).max(80)

const review = z.strictObject({
  /** Null on paper, where nobody else knows her goals: the first that is asked back. */
  goal: goalId.nullable(),
  kept: z.enum(goalKeptAnswers),
  reason: text(goalLimits.signs),
  /** The goal in the place of the one before. */
  next: goalWords.nullable(),
})

/** A filled-in form of a moment, from a phone or typed over from paper. What was left blank is not in it. */
export const handIn = z.strictObject({
  goals: z.array(goalWords).max(goalLimits.current),
  reviews: z.array(review).max(goalLimits.current),
  mentions: z
    .array(z.strictObject({ item: itemKey, named: z.array(namedMention).max(3 * mentionLimits.perLevel) }))
    .max(20),
  choices: z
    .array(z.strictObject({ item: itemKey, goal: goalId.nullable(), choice: z.string().max(80) }))
    .max(100),
  texts: z.array(z.strictObject({ item: itemKey, body: text(answerSigns) })).max(40),
})
export type HandIn = z.infer<typeof handIn>

export const handInProblemCodes = [
  'empty',
  'unknown-item',
  'unknown-goal',
  'unknown-code',
  'level-not-asked',
  'not-in-scale',
  'answered-twice',
  'reason-missing',
  'next-missing',
  'too-many-goals',
  'too-many-mentions',
] as const
export type HandInProblem = { code: (typeof handInProblemCodes)[number]; item: string | null }

/** What is stored of a form that was handed in. */
export type HandedIn = {
  /** Goals that were written with it, each with the one it comes in the place of. */
  goals: { words: GoalWords; replaces: GoalId | null; reason: string }[]
  answers: { item: string; goal: GoalId | null; choice: string | null; body: string }[]
  mentions: {
    kind: MentionKind
    stance: MentionStance
    level: MentionLevel
    code: string | null
    body: string
  }[]
  /** Goals she wrote before, for herself, that are handed in with it. */
  takesAlong: GoalId[]
}

export type HandingIn = {
  form: MomentForm
  /** Hers now, as `goalsUnderReview` gives them for this moment. */
  goals: readonly GoalUnderReview<Pick<Goal, 'id' | 'moment'>>[]
  /** Keys of the codebook that may be picked. */
  codes: ReadonlySet<string>
}

/**
 * Checks a form that was handed in against its questions, and gives what is stored of it. Every question may be left blank, a
 * whole form may not. A goal that she changed in between is reported as changed, whatever was ticked.
 */
export function checkHandIn(
  of: HandingIn,
  given: HandIn,
): { problems: HandInProblem[] } | { handedIn: HandedIn } {
  const goals = readGoals(of, given)
  const choices = readChoices(of, given)
  const texts = readTexts(of, given)
  const mentions = readMentions(of, given)
  const problems = [goals, choices, texts, mentions].flatMap((part) => part.problems)
  const handedIn: HandedIn = {
    ...{ goals: goals.goals, takesAlong: goals.takesAlong, mentions: mentions.mentions },
    answers: [...goals.answers, ...choices.answers, ...texts.answers],
  }
  if (problems.length === 0 && isEmpty(handedIn)) problems.push({ code: 'empty', item: null })
  return problems.length > 0 ? { problems } : { handedIn }
}

function isEmpty({ goals, answers, mentions, takesAlong }: HandedIn): boolean {
  return goals.length + answers.length + mentions.length + takesAlong.length === 0
}

/** The question of a form that asks this kind of thing under this name. */
function find<Kind extends MomentItem['kind']>(
  form: MomentForm,
  kind: Kind,
  key: string,
): MomentItemOf<Kind> | undefined {
  return form.find((item): item is MomentItemOf<Kind> => item.kind === kind && item.key === key)
}

function twice(keys: readonly string[]): string | undefined {
  return keys.find((key, index) => keys.indexOf(key) < index)
}

function readGoals({ form, goals }: HandingIn, given: HandIn) {
  const found = {
    ...{
      problems: [] as HandInProblem[],
      goals: [] as HandedIn['goals'],
      answers: [] as HandedIn['answers'],
    },
    takesAlong: [] as GoalId[],
  }
  const item = form.find(({ kind }) => kind === 'goal' || kind === 'goal-review')
  const wrong = (code: HandInProblem['code']) => found.problems.push({ code, item: item?.key ?? 'goal' })
  if (item === undefined) {
    if (given.goals.length + given.reviews.length > 0) wrong('unknown-item')
    return found
  }
  const asked = goals.filter(({ before }) => before !== null)
  const reviewed = given.reviews.map((one) => ({ ...one, of: reviewedBy(asked, one.goal) }))
  if (item.kind === 'goal' && reviewed.length > 0) wrong('unknown-item')
  if (reviewed.some(({ goal, of }) => goal !== null && of === undefined)) wrong('unknown-goal')
  if (twice(reviewed.map(({ of }) => of?.now.id ?? 'none')) !== undefined) wrong('answered-twice')
  for (const { kept, reason, next, of } of reviewed) {
    if (kept === 'same') continue
    if (reason === '') wrong('reason-missing')
    if (next === null) wrong('next-missing')
    else found.goals.push({ words: next, replaces: of?.now.id ?? null, reason })
  }
  if (item.kind === 'goal-review') found.answers.push(...keptAnswers(asked, reviewed))
  found.goals.push(...given.goals.map((words) => ({ words, replaces: null, reason: '' })))
  const replaced = new Set(found.goals.flatMap(({ replaces }) => replaces ?? []))
  const staying = goals.filter(({ now }) => !replaced.has(now.id))
  if (staying.length + found.goals.length > goalLimits.current) wrong('too-many-goals')
  found.takesAlong.push(...staying.filter(({ now }) => now.moment === null).map(({ now }) => now.id))
  return found
}

type Asked = HandingIn['goals'][number]
type Reviewed = HandIn['reviews'][number] & { of: Asked | undefined }

function reviewedBy(asked: readonly Asked[], goal: GoalId | null): Asked | undefined {
  return goal === null ? asked[0] : asked.find(({ now }) => now.id === goal)
}

/** What became of each goal; of one that was never handed in only what paper says. */
function keptAnswers(asked: readonly Asked[], reviewed: readonly Reviewed[]): HandedIn['answers'] {
  const answer = (goal: GoalId | null, choice: string) => ({ item: 'goal-kept', goal, choice, body: '' })
  const loose = reviewed.filter(({ of }) => of === undefined).map(({ kept }) => answer(null, kept))
  const known = asked.flatMap((one) => {
    const { before, now } = one
    if (before === null) return []
    const said = reviewed.find(({ of }) => of === one)?.kept
    const kept = before.id === now.id ? said : 'changed'
    return kept === undefined ? [] : [answer(before.id, kept)]
  })
  return [...known, ...loose]
}

function readChoices({ form, goals }: HandingIn, given: HandIn) {
  const found = { problems: [] as HandInProblem[], answers: [] as HandedIn['answers'] }
  const ids = new Set(goals.flatMap(({ before, now }) => [now.id, ...(before === null ? [] : [before.id])]))
  for (const { item: key, goal, choice } of given.choices) {
    const item = find(form, 'choice', key)
    const wrong = (code: HandInProblem['code']) => found.problems.push({ code, item: key })
    if (item === undefined) wrong('unknown-item')
    else if (!answerScales[item.scale].some((one) => one === choice)) wrong('not-in-scale')
    else if (goal !== null && !(item.perGoal && ids.has(goal))) wrong('unknown-goal')
    else found.answers.push({ item: key, goal, choice, body: '' })
  }
  const double = twice(given.choices.map(({ item, goal }) => `${item} ${goal ?? ''}`))
  if (double !== undefined)
    found.problems.push({ code: 'answered-twice', item: double.split(' ')[0] ?? null })
  return found
}

function readTexts({ form }: HandingIn, given: HandIn) {
  const found = { problems: [] as HandInProblem[], answers: [] as HandedIn['answers'] }
  for (const { item: key, body } of given.texts) {
    if (find(form, 'text', key) === undefined) found.problems.push({ code: 'unknown-item', item: key })
    else if (body !== '') found.answers.push({ item: key, goal: null, choice: null, body })
  }
  const double = twice(given.texts.map(({ item }) => item))
  if (double !== undefined) found.problems.push({ code: 'answered-twice', item: double })
  return found
}

function readMentions({ form, codes }: HandingIn, given: HandIn) {
  const found = { problems: [] as HandInProblem[], mentions: [] as HandedIn['mentions'] }
  for (const { item: key, named } of given.mentions) {
    const item = find(form, 'mentions', key)
    const wrong = (code: HandInProblem['code']) => found.problems.push({ code, item: key })
    if (item === undefined) {
      wrong('unknown-item')
      continue
    }
    const each = onceEach(named)
    if (each.some(({ level }) => !item.levels.includes(level))) wrong('level-not-asked')
    if (each.some((one) => 'code' in one && !codes.has(one.code))) wrong('unknown-code')
    const many = item.levels.some(
      (level) => each.filter((one) => one.level === level).length > mentionLimits.perLevel,
    )
    if (many) wrong('too-many-mentions')
    const { mention: kind, stance } = item
    found.mentions.push(
      ...each.map((one) => ({
        ...{ kind, stance, level: one.level },
        ...('code' in one ? { code: one.code, body: '' } : { code: null, body: one.body }),
      })),
    )
  }
  const double = twice(given.mentions.map(({ item }) => item))
  if (double !== undefined) found.problems.push({ code: 'answered-twice', item: double })
  return found
}
