import type { Goal } from '@weerklank/core/learning/goal'
import type { MentionBook } from '@weerklank/core/learning/mention'
import {
  answerScales,
  goalKeptAnswers,
  type MomentForm,
  type MomentItem,
} from '@weerklank/core/learning/moment-form'
import { goalKeptWords, levelWords, scaleAnswerWords } from '@weerklank/core/learning/moment-form.words'
import { fill, type Listener, say } from '@weerklank/core/shared/spoken'
import { type Html, html } from '../../http/html.ts'
import type { AnswerRow, MentionRow } from '../moment.repository.ts'
import type { MomentWords } from './moment.text.ts'

/** What somebody handed in at one moment. */
export type HandedInWords = {
  goals: readonly Goal[]
  answers: readonly AnswerRow[]
  mentions: readonly MentionRow[]
}

type Shown = {
  listener: Listener
  words: MomentWords
  book: MentionBook
  said: HandedInWords
  all: readonly Goal[]
}

/** Each question that was answered, with the answer. */
export function shownForm(form: MomentForm, of: Shown): Html {
  const parts = form.flatMap((item) => {
    const said = answersTo(of, item)
    return said.length === 0
      ? []
      : [html`<dt>${say(item.ask, of.listener)}</dt>${said.map((one) => html`<dd>${one}</dd>`)}`]
  })
  return html`<dl>${parts}</dl>`
}

function answersTo(of: Shown, item: MomentItem): Html[] {
  const { said, listener } = of
  const own = said.answers.filter(({ item_key }) => item_key === item.key)
  switch (item.kind) {
    case 'goal':
      return said.goals.map(({ text }) => html`${text}`)
    case 'goal-review':
      return [...own.map((row) => about(of, row)), ...said.goals.map(({ text }) => html`${text}`)]
    case 'choice':
      return own.map((row) => about(of, row))
    case 'text':
      return own.map(({ body }) => html`${body}`)
    case 'mentions':
      return item.levels.flatMap((level) => {
        const named = said.mentions.filter(
          (row) => row.kind === item.mention && row.stance === item.stance && row.level === level,
        )
        if (named.length === 0) return []
        const list = named.map((row) => mentionText(of.book, row, listener)).join(' · ')
        return [html`${levelWords[level][listener.language]}: ${list}`]
      })
  }
}

/** A choice in words, and about which goal where it is about one. */
function about({ listener, words, all }: Shown, row: AnswerRow): Html {
  const goal = all.find(({ id }) => id === row.goal_id)
  const said = choiceText(row.choice ?? '', listener)
  return goal === undefined ? html`${said}` : html`${said} <i>${fill(words.about, { goal: goal.text })}</i>`
}

/** A chosen answer in words. */
export function choiceText(choice: string, { language }: Listener): string {
  const scale = Object.values(answerScales)
    .flat()
    .find((one) => one === choice)
  if (scale !== undefined) return scaleAnswerWords[scale][language]
  const kept = goalKeptAnswers.find((one) => one === choice)
  return kept === undefined ? choice : goalKeptWords[kept][language]
}

/** A mention in words: the name of its code, or her own. */
export function mentionText(
  book: MentionBook,
  { code, body }: Pick<MentionRow, 'code' | 'body'>,
  { language }: Listener,
): string {
  return book.codes.find(({ key }) => key === code)?.name[language] ?? (body === '' ? (code ?? '') : body)
}
