import { currentGoals, type Goal, goalHints, goalHistory, goalLimits } from '@weerklank/core/learning/goal'
import type { Offer } from '@weerklank/core/library/fit.contract'
import { fill } from '@weerklank/core/shared/spoken'
import { type Html, html } from '../../http/html.ts'
import { offersHtml } from './card.page.ts'
import { type Fields, goalFields, reasonField } from './goal.fields.ts'
import { learnerDocument, to } from './own.frame.ts'
import type { OwnLearner } from './own.section.ts'
import { type OwnLearningWords, ownLearningWordsFor } from './own.text.ts'

export type GoalPage = {
  page: OwnLearner
  goals: readonly Goal[]
  /** Made for this page: whatever is sent with it is one goal, however often it is sent. */
  nextId: string
  isKept: boolean
  /** What is the matter, and with which form (`nieuw`, or the goal that changes). */
  wrong: { text: string; form: string } | null
  typed: Fields
  /** What of the library fits her goals. */
  offers: readonly Offer[]
}

type Shown = GoalPage & { words: OwnLearningWords }

/** My goals: in my own words, with hints that oblige to nothing, and how each came about. */
export function goalPage(of: GoalPage): string {
  const words = ownLearningWordsFor(of.page.listener)
  const shown = { ...of, words }
  const now = currentGoals(of.goals)
  const first = now.length === 0
  return learnerDocument(
    { ...of.page, workspace: of.page.workspace.name },
    {
      title: words.goal,
      below: '/doel',
      main: html`<h1>${words.goal}</h1>${of.isKept ? html`<p class="box" role="status">${words.kept}</p>` : null}
        ${now.map((goal) => one(shown, goal))}
        ${first ? html`<p>${words.goalIntro} ${words.goalOwn}</p>${form(shown, { name: 'nieuw' })}` : another(shown, now.length)}${offersHtml(of.page, { offers: of.offers, from: 'goal' })}`,
    },
  )
}

function one(of: Shown, goal: Goal): Html {
  const { words, wrong } = of
  const isOpen = wrong?.form === goal.id
  const facts = [
    [words.situation, goal.situation],
    [words.why, goal.why],
    [words.firstStep, goal.firstStep],
    [words.notice, goal.notice],
  ].filter(([, text]) => text !== '')
  return html`<section><blockquote>${goal.text}</blockquote>
    ${facts.length === 0 ? null : html`<dl>${facts.map(([ask, text]) => html`<dt>${ask ?? ''}</dt><dd>${text ?? ''}</dd>`)}</dl>`}
    ${goal.moment === null ? html`<p><i>${words.goalOwn}</i></p>` : null}${hints(words, goal)}${history(of, goal)}
    <details${isOpen ? html` open` : null}><summary>${words.changeGoal}</summary>${form(of, { name: goal.id, goal })}</details></section>`
}

/** What could be added; a goal that has it all is told so. */
function hints(words: OwnLearningWords, goal: Goal): Html {
  const open = goalHints(goal).filter(({ isMet }) => !isMet)
  if (open.length === 0) return html`<p class="box">${words.hintsMet}</p>`
  return html`<div class="box"><h2>${words.hints}</h2><ul>${open.map(({ key }) => html`<li>${words[`hint-${key}`]}</li>`)}</ul><p>${words.hintsWhy}</p></div>`
}

function history({ goals, words }: Shown, goal: Goal): Html | null {
  const [, ...before] = goalHistory(goals, goal)
  if (before.length === 0) return null
  const reasons = goalHistory(goals, goal).map(({ reason }) => reason)
  const lines = before.map(
    ({ text }, at) =>
      html`<li><p>${fill(words.before, { text })}</p><p><i>${fill(words.because, { reason: reasons[at] ?? '' })}</i></p></li>`,
  )
  return html`<h3>${words.history}</h3><ul>${lines}</ul>`
}

function another(of: Shown, count: number): Html | null {
  if (count >= goalLimits.current) return null
  const { words, wrong } = of
  return html`<details${wrong?.form === 'nieuw' ? html` open` : null}><summary>${words.anotherGoal}</summary>${form(of, { name: 'nieuw' })}</details>`
}

function form({ page, words, wrong, typed, nextId }: Shown, of: { name: string; goal?: Goal }): Html {
  const prefix = of.goal === undefined ? 'nieuw' : of.name
  const mine = wrong?.form === of.name
  const fields = mine ? typed : new Map<string, string>()
  const told = mine ? html`<p class="box e" id="fout" role="alert">${wrong.text}</p>` : null
  const change =
    of.goal === undefined
      ? null
      : html`<input type="hidden" name="doel" value="${of.goal.id}">${reasonField(words, { prefix, typed: fields })}`
  return html`<form method="post" action="${to(page, '/doel')}">${told}<input type="hidden" name="id" value="${nextId}">
    ${goalFields(words, { prefix, typed: fields, ...(of.goal && { start: of.goal }) })}${change}<button class="go">${words.keep}</button></form>`
}
