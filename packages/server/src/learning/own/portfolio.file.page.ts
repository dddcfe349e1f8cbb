import { strategySentence } from '@weerklank/core/learning/exercise'
import { evidenceWords, type PortfolioFile } from '@weerklank/core/learning/portfolio'
import { fill } from '@weerklank/core/shared/spoken'
import { type Html, html, raw } from '../../http/html.ts'
import { compactStyle, pageStyle } from '../../http/page-style.ts'
import type { OwnLearner } from './own.section.ts'
import { type PortfolioWords, portfolioWordsFor } from './portfolio.text.ts'
import { dayWords } from './practice.page.ts'
import { stepNames } from './scale.page.ts'

const style = compactStyle(`${pageStyle}
ul { list-style: none; padding: 0 }
li { border-bottom: 1px solid var(--line); padding: 8px 0 }
blockquote { border-inline-start: 4px solid var(--main); padding-inline-start: 12px; margin: 12px 0; white-space: pre-line }
`)

type Of = { data: PortfolioFile; words: PortfolioWords; day: (day: string) => string; page: OwnLearner }

/** The portfolio as a page that stands by itself, also when there is no Weerklank any more: read it, print it, mail it. */
export function filePage(data: PortfolioFile, page: OwnLearner): string {
  const words = portfolioWordsFor(page.listener)
  const of: Of = { data, words, page, day: (day) => dayWords(page, day) }
  const title = `${words.portfolio}: ${data.name}`
  return html`<!doctype html>
<html lang="${page.listener.language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${raw(style)}</style></head>
<body><main><h1>${title}</h1><p>${fill(words.fileIntro, { day: of.day(data.madeOn), trajectory: data.trajectory })} ${words.fileJson}</p>
${pieces(of)}${goals(of)}${practised(of)}${others(of)}</main></body>
</html>`.text
}

function part(title: string, lines: readonly Html[], { words }: Of): Html {
  return html`<h2>${title}</h2>${lines.length === 0 ? html`<p>${words.nothing}</p>` : html`<ul>${lines}</ul>`}`
}

const quote = (text: string) => (text === '' ? null : html`<blockquote>${text}</blockquote>`)

function pieces(of: Of): Html {
  const { language } = of.page.listener
  const lines = of.data.pieces.map(
    ({ title, kind, day, body }) =>
      html`<li><b>${title}</b><p>${evidenceWords[kind][language]}, ${of.day(day)}</p>${quote(body)}</li>`,
  )
  return part(of.words.pieces, lines, of)
}

function goals(of: Of): Html {
  const names = stepNames(of.page.listener.language)
  const lines = of.data.goals.map((goal) => {
    const steps = goal.scale?.seen.map((seen, at) => html`<dt>${names[at] ?? ''}</dt><dd>${seen}</dd>`)
    const said = goal.attained.map(
      ({ level, day, said: words }) =>
        html`<p>${of.words.attained}, ${of.day(day)}: ${names[level + 2] ?? ''}</p>${quote(words)}`,
    )
    const state = goal.status === 'replaced' ? html`<p>${of.words.replaced}: ${goal.reason}</p>` : null
    return html`<li><b>${goal.text}</b>, ${of.day(goal.since)}${quote(goal.situation)}${quote(goal.firstStep)}${quote(goal.notice)}${state}${steps === undefined ? null : html`<dl>${steps}</dl>`}${said}</li>`
  })
  return part(of.words.goals, lines, of)
}

function practised(of: Of): Html {
  const { data, words } = of
  const log = data.exercises.map(
    (one) =>
      html`<li><b>${one.exercise}</b>, ${of.day(one.day)}${quote(one.happened)}${quote(one.insight)}</li>`,
  )
  const plans = data.strategies.map(
    (one) => html`<li>${strategySentence(one, of.page.listener.language)}</li>`,
  )
  return html`${part(words.exercises, log, of)}${part(words.strategies, plans, of)}`
}

function others(of: Of): Html {
  const { data, words } = of
  const said = (list: readonly { question: string; answer: string }[]) =>
    list.map(({ question, answer }) => html`<p>${question}</p>${quote(answer)}`)
  const feedback = data.feedback.map(
    (one) =>
      html`<li><b>${one.from}</b>, ${of.day(one.day)}${said(one.answers)}${one.own.length === 0 ? null : html`<p><b>${words.ownHalf}</b></p>${said(one.own)}`}</li>`,
  )
  const events = data.attendance.map(
    (one) =>
      html`<li>${one.title}, ${of.day(one.day)}, ${fill(words.hours, { hours: String(one.hours) })}</li>`,
  )
  return html`${part(words.feedback, feedback, of)}${part(words.attendance, events, of)}`
}
