import { goalLimits } from '@weerklank/core/learning/goal'
import type { MentionBook } from '@weerklank/core/learning/mention'
import { type MentionLevel, offeredCodes } from '@weerklank/core/learning/mention'
import { answerScales, type MomentItem, type MomentItemOf } from '@weerklank/core/learning/moment-form'
import { levelWords, scaleAnswerWords } from '@weerklank/core/learning/moment-form.words'
import { fill, type Listener, say } from '@weerklank/core/shared/spoken'
import { type Html, html } from '../../http/html.ts'
import { area, type Fields, goalFields, reasonField } from './goal.fields.ts'
import { fieldOf, goalsOfChoice, type Reviewed } from './moment.fields.ts'
import type { MomentWords } from './moment.text.ts'
import { ownLearningWordsFor } from './own.text.ts'

/** What the questions of a form are drawn from. */
export type Asking = {
  listener: Listener
  words: MomentWords
  goals: readonly Reviewed[]
  book: MentionBook
  typed: Fields
  /** What is the matter, by question. */
  wrong: ReadonlyMap<string, string>
}

/** One question, with what is the matter above it. */
export function itemFields(of: Asking, item: MomentItem): Html {
  const matter = of.wrong.get(item.key)
  const told = matter === undefined ? null : html`<p class="e" id="${`e-${item.key}`}">${matter}</p>`
  return html`<section id="${`v-${item.key}`}">${told}${question(of, item)}</section>`
}

function question(of: Asking, item: MomentItem): Html {
  switch (item.kind) {
    case 'goal':
      return html`${heading(of, item)}${goalItem(of)}`
    case 'goal-review':
      return html`${heading(of, item)}${reviewItem(of)}`
    case 'choice':
      return choiceItem(of, item)
    case 'text':
      return area(fieldOf.text(item.key), say(item.ask, of.listener), {
        value: of.typed.get(fieldOf.text(item.key)) ?? '',
        hint: item.hint === undefined ? undefined : say(item.hint, of.listener),
        rows: 3,
      })
    case 'mentions':
      return html`${heading(of, item)}${item.levels.map((level) => levelFields(of, item, level))}`
  }
}

function heading({ listener }: Asking, { ask, hint }: MomentItem): Html {
  return html`<h2>${say(ask, listener)}</h2>${hint === undefined ? null : html`<p>${say(hint, listener)}</p>`}`
}

/** What she wrote before goes along; room for one that is new. */
function goalItem(of: Asking): Html {
  const { words, goals, listener, typed } = of
  const own = goalFields(ownLearningWordsFor(listener), { prefix: 'nieuw', typed })
  if (goals.length === 0) return own
  const along = html`<p>${words.goes}</p>${goals.map(({ now }) => html`<blockquote>${now.text}</blockquote>`)}`
  return html`${along}${goals.length < goalLimits.current ? more(of, own) : null}`
}

function more({ words, typed, wrong }: Asking, own: Html): Html {
  const isOpen =
    [...typed].some(([name, value]) => name.startsWith('nieuw-') && value !== '') || wrong.has('goal')
  return html`<details${isOpen ? html` open` : null}><summary>${words.another}</summary>${own}</details>`
}

/** Of each goal that was handed in: the same, or changed and why. Others go along as they are. */
function reviewItem(of: Asking): Html {
  if (of.goals.length === 0) return goalItem(of)
  return html`${of.goals.map((one) => reviewOf(of, one))}`
}

function reviewOf({ words, listener, typed }: Asking, { before, now }: Reviewed): Html {
  const goal = (text: string) => html`<blockquote>${text}</blockquote>`
  if (before === null) return html`<p>${words.goes}</p>${goal(now.text)}`
  if (before.id !== now.id) return html`${goal(before.text)}<p>${words.changedSince}</p>${goal(now.text)}`
  const name = fieldOf.kept(now.id)
  const radio = (value: string, text: string) =>
    html`<label><input type="radio" name="${name}" value="${value}"${typed.get(name) === value ? html` checked` : null}> ${text}</label>`
  const own = ownLearningWordsFor(listener)
  const isOpen =
    typed.get(name) === 'changed' ||
    [...typed].some(([key, value]) => key.startsWith(`${now.id}-`) && value !== '')
  return html`<fieldset><legend>${words.yourGoal}</legend>${goal(now.text)}${radio('same', words.same)}${radio('changed', words.changed)}</fieldset>
    <details${isOpen ? html` open` : null}><summary>${words.newGoal}</summary>${reasonField(own, { prefix: now.id, typed })}${goalFields(own, { prefix: now.id, typed })}</details>`
}

function choiceItem(of: Asking, item: MomentItemOf<'choice'>): Html {
  const { listener, words, goals, typed } = of
  const about = goalsOfChoice(item, goals)
  return html`${about.map((goal) => {
    const name = fieldOf.choice(item.key, goal?.id ?? null)
    const which =
      goal !== null && about.length > 1 ? html`<i>${fill(words.about, { goal: goal.text })}</i>` : null
    return html`<fieldset><legend>${say(item.ask, listener)}</legend>${which}${answerScales[item.scale].map(
      (value) =>
        html`<label><input type="radio" name="${name}" value="${value}"${typed.get(name) === value ? html` checked` : null}> ${scaleAnswerWords[value][listener.language]}</label>`,
    )}</fieldset>`
  })}`
}

/** What can be picked on one level, the nearest first, and room for words of one's own. */
function levelFields(of: Asking, item: MomentItemOf<'mentions'>, level: MentionLevel): Html {
  const { listener, words, book, typed } = of
  const { language } = listener
  const { near, far } = offeredCodes(book, { kind: item.mention, level })
  const named = (code: string) => fieldOf.code({ item: item.key, level, code })
  const box = (code: { key: string; nl: string; en: string }) =>
    html`<label><input type="checkbox" name="${named(code.key)}" value="ja"${typed.has(named(code.key)) ? html` checked` : null}> ${code[language]}</label>`
  const field = fieldOf.own(item.key, level)
  const isOpen = far.some(({ key }) => typed.has(named(key)))
  const legend = levelWords[level][language]
  return html`<fieldset><legend>${legend}</legend>${near.map(box)}
    <details${isOpen ? html` open` : null}><summary>${words.more}</summary>${far.map(box)}</details>
    ${area(field, fill(words.ownAt, { level: legend }), { value: typed.get(field) ?? '', hint: words.own })}</fieldset>`
}
