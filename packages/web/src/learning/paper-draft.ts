import { mentionLines } from '@weerklank/core/learning/mention'
import type { MentionOffer } from '@weerklank/core/learning/moment.contract'
import type { MomentForm, PaperWay } from '@weerklank/core/learning/moment-form'
import type { HandIn } from '@weerklank/core/learning/moment-hand-in'

/** What stands at the head of a form: whose it is, which one, how it came, and on which day. */
export type PaperSlip = {
  /** Made with the form: sent twice it is one. */
  id: string
  learner: string | null
  moment: string | null
  way: PaperWay
  day: string
}

/** What was typed over so far, by the name of the field. */
export type PaperDraft = Readonly<Record<string, string>>

/** The five questions of a goal, as fields of a draft. */
export const goalParts = ['text', 'situation', 'why', 'firstStep', 'notice'] as const

export const paperField = {
  goal: (part: (typeof goalParts)[number]) => `goal-${part}`,
  kept: 'goal-kept',
  reason: 'goal-reason',
  choice: (item: string) => `choice-${item}`,
  text: (item: string) => `text-${item}`,
  mention: (item: string, level: string) => `mention-${item}-${level}`,
} as const

/** A paper form as it is sent: what was left blank is not in it. A line that is the name of a code becomes that code. */
export function handInOf(form: MomentForm, draft: PaperDraft, offers: readonly MentionOffer[]): HandIn {
  const given: HandIn = { goals: [], reviews: [], mentions: [], choices: [], texts: [] }
  const of = (name: string) => (draft[name] ?? '').trim()
  const goal = {
    ...{ text: of(paperField.goal('text')), situation: of(paperField.goal('situation')) },
    ...{ why: of(paperField.goal('why')), firstStep: of(paperField.goal('firstStep')) },
    notice: of(paperField.goal('notice')),
  }
  const hasGoal = Object.values(goal).some((part) => part !== '')
  for (const item of form) {
    if (item.kind === 'goal') {
      if (hasGoal) given.goals.push(goal)
    } else if (item.kind === 'goal-review') {
      const kept = of(paperField.kept)
      const changed = { goal: null, kept: 'changed' as const, reason: of(paperField.reason) }
      if (kept === 'changed') given.reviews.push({ ...changed, next: hasGoal ? goal : null })
      else if (kept === 'same') given.reviews.push({ goal: null, kept, reason: '', next: null })
      else if (hasGoal) given.goals.push(goal)
    } else if (item.kind === 'choice') {
      const choice = of(paperField.choice(item.key))
      if (choice !== '') given.choices.push({ item: item.key, goal: null, choice })
    } else if (item.kind === 'text') {
      const body = of(paperField.text(item.key))
      if (body !== '') given.texts.push({ item: item.key, body })
    } else {
      const named = item.levels.flatMap((level) =>
        mentionLines(of(paperField.mention(item.key, level))).map((line) => {
          const code = codeNamed(offers, item.mention, line)
          return code === null ? { level, body: line } : { level, code }
        }),
      )
      if (named.length > 0) given.mentions.push({ item: item.key, named })
    }
  }
  return given
}

/** The code that a line names, in Dutch or English, capitals aside. */
function codeNamed(offers: readonly MentionOffer[], kind: MentionOffer['kind'], line: string): string | null {
  const said = line.toLocaleLowerCase()
  const codes = offers.filter((offer) => offer.kind === kind).flatMap(({ near, far }) => [...near, ...far])
  const found = codes.find(({ nl, en }) => [nl, en].some((name) => name.toLocaleLowerCase() === said))
  return found?.key ?? null
}

/** Adds a line to what was typed, once. */
export function withLine(typed: string, line: string): string {
  const lines = mentionLines(typed)
  return [...lines.filter((one) => one !== line), line].join('\n')
}
