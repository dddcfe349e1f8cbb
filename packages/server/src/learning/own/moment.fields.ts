import type { Goal, GoalUnderReview } from '@weerklank/core/learning/goal'
import { mentionLimits, mentionLines, type NamedMention } from '@weerklank/core/learning/mention'
import type { MomentForm, MomentItemOf } from '@weerklank/core/learning/moment-form'
import { answerSigns, type HandIn } from '@weerklank/core/learning/moment-hand-in'
import { text } from '@weerklank/core/shared/text-input'
import { type Fields, readGoal, readReason } from './goal.fields.ts'

/** Names of the fields of a moment's form. */
export const fieldOf = {
  kept: (goal: string) => `kept-${goal}`,
  choice: (item: string, goal: string | null) => (goal === null ? `k-${item}` : `k-${item}-${goal}`),
  text: (item: string) => `t-${item}`,
  code: (of: { item: string; level: string; code: string }) => `m-${of.item}-${of.level}-${of.code}`,
  own: (item: string, level: string) => `f-${item}-${level}`,
} as const

export type Reviewed = GoalUnderReview<Goal>
export type FieldProblem = 'goal-missing' | 'reason-missing' | 'next-missing' | 'same-or-changed' | 'too-long'
type Problem = { code: FieldProblem; item: string }

/** Of each goal under review: about which one a question per goal asks. */
export const askedAbout = ({ before, now }: Reviewed): Goal => before ?? now

type Reading = { form: MomentForm; goals: readonly Reviewed[]; codes: readonly string[]; fields: Fields }

/** A form as a page sends it; problems of what was typed stand beside the question they are about. */
export function readMoment(of: Reading): { given: HandIn; problems: Problem[] } {
  const problems: Problem[] = []
  const given: HandIn = { goals: [], reviews: [], mentions: [], choices: [], texts: [] }
  for (const item of of.form) {
    switch (item.kind) {
      case 'goal':
      case 'goal-review':
        readGoals(of, { item, given, problems })
        break
      case 'choice':
        readChoice(of, { item, given })
        break
      case 'text':
        readText(of, { item, given, problems })
        break
      case 'mentions':
        readMentions(of, { item, given, problems })
    }
  }
  return { given, problems }
}

type Into = { given: HandIn; problems: Problem[] }

function readGoals(
  { goals, fields }: Reading,
  { item, given, problems }: Into & { item: MomentItemOf<'goal'> | MomentItemOf<'goal-review'> },
): void {
  const wrong = (code: FieldProblem) => problems.push({ code, item: item.key })
  const written = readGoal(fields, 'nieuw')
  if (written.state === 'written') given.goals.push(written.words)
  else if (written.state !== 'blank') wrong(written.state === 'missing' ? 'goal-missing' : 'too-long')
  if (item.kind === 'goal') return
  for (const { before, now } of goals) {
    if (before === null || before.id !== now.id) continue
    const ticked = fields.get(fieldOf.kept(now.id))
    const next = readGoal(fields, now.id)
    if (next.state === 'too-long') wrong('too-long')
    if (ticked === 'same' && next.state !== 'blank') wrong('same-or-changed')
    else if (ticked === 'same') given.reviews.push({ goal: now.id, kept: 'same', reason: '', next: null })
    else if (ticked === 'changed' || next.state !== 'blank') {
      const reason = readReason(fields, now.id)
      if (next.state === 'blank' || next.state === 'missing') wrong('next-missing')
      else if (reason === null) wrong('reason-missing')
      else if (next.state === 'written')
        given.reviews.push({ goal: now.id, kept: 'changed', reason, next: next.words })
    }
  }
}

/** Of a question per goal one answer for each; once where she has none. */
export function goalsOfChoice(item: MomentItemOf<'choice'>, goals: readonly Reviewed[]): (Goal | null)[] {
  return item.perGoal && goals.length > 0 ? goals.map(askedAbout) : [null]
}

function readChoice(
  { goals, fields }: Reading,
  { item, given }: { item: MomentItemOf<'choice'>; given: HandIn },
): void {
  for (const goal of goalsOfChoice(item, goals)) {
    const choice = fields.get(fieldOf.choice(item.key, goal?.id ?? null)) ?? ''
    if (choice !== '')
      given.choices.push({ item: item.key, goal: goal?.id ?? null, choice: choice.slice(0, 80) })
  }
}

const answer = text(answerSigns)

function readText(
  { fields }: Reading,
  { item, given, problems }: Into & { item: MomentItemOf<'text'> },
): void {
  const body = answer.safeParse(fields.get(fieldOf.text(item.key)) ?? '')
  if (!body.success) problems.push({ code: 'too-long', item: item.key })
  else if (body.data !== '') given.texts.push({ item: item.key, body: body.data })
}

const line = text(mentionLimits.signs)

function readMentions(
  { fields, codes }: Reading,
  { item, given, problems }: Into & { item: MomentItemOf<'mentions'> },
): void {
  const named = item.levels.flatMap((level): NamedMention[] => {
    const picked = codes.filter((code) => fields.has(fieldOf.code({ item: item.key, level, code })))
    const lines = mentionLines(fields.get(fieldOf.own(item.key, level)) ?? '').map((one) =>
      line.safeParse(one),
    )
    if (lines.some(({ success }) => !success)) problems.push({ code: 'too-long', item: item.key })
    const own = lines.flatMap(({ data }) =>
      data === undefined || data === '' ? [] : [{ level, body: data }],
    )
    return [...picked.map((code) => ({ level, code })), ...own]
  })
  if (named.length > 0) given.mentions.push({ item: item.key, named })
}
