import { type GoalWords, goalLimits, goalReason, goalWords } from '@weerklank/core/learning/goal'
import { text } from '@weerklank/core/shared/text-input'
import { type Html, html } from '../../http/html.ts'
import type { OwnLearningWords } from './own.text.ts'

/** What was typed into a form, by the name of the field. */
export type Fields = ReadonlyMap<string, string>

const parts = ['text', 'situation', 'why', 'firstStep', 'notice'] as const
type Part = (typeof parts)[number]

const name = (prefix: string, part: Part | 'reason') => `${prefix}-${part}`
const blank: GoalWords = { text: '', situation: '', why: '', firstStep: '', notice: '' }

/** The questions of one goal; `prefix` tells the goals of a page apart. */
export function goalFields(
  words: OwnLearningWords,
  of: { prefix: string; typed: Fields; start?: GoalWords },
): Html {
  const { prefix, typed, start = blank } = of
  const hints: Partial<Record<Part, string>> = { text: words.goalTextHint, situation: words.situationHint }
  const labels: Readonly<Record<Part, string>> = {
    ...{ text: words.goalText, situation: words.situation, why: words.why },
    ...{ firstStep: words.firstStep, notice: words.notice },
  }
  return html`${parts.map((part) =>
    area(name(prefix, part), labels[part], {
      value: typed.get(name(prefix, part)) ?? start[part],
      hint: hints[part],
    }),
  )}`
}

/** Why a goal changes. */
export function reasonField(words: OwnLearningWords, of: { prefix: string; typed: Fields }): Html {
  const field = name(of.prefix, 'reason')
  return area(field, words.reason, { value: of.typed.get(field) ?? '', hint: words.bothKept })
}

/** A question with room for an answer; what was typed stays in it. */
export function area(
  field: string,
  label: string,
  of: { value: string; hint?: string | undefined; rows?: number },
): Html {
  const hint = of.hint === undefined ? null : html`<i id="${`${field}-h`}">${of.hint}</i>`
  const by = of.hint === undefined ? null : html` aria-describedby="${`${field}-h`}"`
  return html`<label class="q" for="${field}">${label}</label>${hint}<textarea id="${field}" name="${field}" rows="${of.rows ?? 2}"${by}>${'\n'}${of.value}</textarea>`
}

export type GoalRead = { state: 'blank' | 'missing' | 'too-long' } | { state: 'written'; words: GoalWords }

/** A goal as a form sends it: nothing at all, a goal without its own sentence, or a goal. */
export function readGoal(fields: Fields, prefix: string): GoalRead {
  const typed = Object.fromEntries(parts.map((part) => [part, fields.get(name(prefix, part)) ?? '']))
  if (parts.every((part) => (typed[part] ?? '').trim() === '')) return { state: 'blank' }
  const tidy = text(goalLimits.signs)
  if (parts.some((part) => !tidy.safeParse(typed[part]).success)) return { state: 'too-long' }
  const read = goalWords.safeParse(typed)
  return read.success ? { state: 'written', words: read.data } : { state: 'missing' }
}

/** Why it changes; null where nothing is said, or too much. */
export function readReason(fields: Fields, prefix: string): string | null {
  return goalReason.safeParse(fields.get(name(prefix, 'reason')) ?? '').data ?? null
}
