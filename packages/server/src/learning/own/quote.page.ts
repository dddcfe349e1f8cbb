import { quoteLimit } from '@weerklank/core/learning/report.quote'
import { fill } from '@weerklank/core/shared/spoken'
import { type Html, html, raw } from '../../http/html.ts'
import { stateOf } from '../report.quotes.ts'
import { lineOf } from '../report.read.ts'
import type { QuoteRow } from '../report.repository.ts'
import { learnerDocument, to } from './own.frame.ts'
import type { OwnLearner } from './own.section.ts'
import { quoteWordsFor } from './quote.text.ts'

export const quotesBelow = '/uitspraken'
const choiceBelow = '/keuze/quotes-publish'

export type QuotesPage = {
  page: OwnLearner
  quotes: readonly QuoteRow[]
  /** Her words may be printed at all: asked once, taken back with one choice. */
  mayBeQuoted: boolean
  isKept: boolean
  wrong: { quote: string } | null
}

/** The quotes that were asked of her, each to decide about by itself. */
export function quotesPage(of: QuotesPage): string {
  const { page, quotes, mayBeQuoted, isKept } = of
  const words = quoteWordsFor(page.listener)
  const first = mayBeQuoted
    ? null
    : html`<p class="box">${words.first}<br><a href="${to(page, choiceBelow)}">${words.firstDo}</a></p>`
  return learnerDocument(
    { listener: page.listener, workspace: page.workspace.name, root: page.root },
    {
      title: words.title,
      below: quotesBelow,
      main: html`<h1>${words.title}</h1>
        ${isKept ? html`<p class="box" role="status">${words.kept}</p>` : null}
        ${quotes.length === 0 ? html`<p>${words.none}</p>` : html`<p>${words.intro} ${words.brackets}</p><p>${fill(words.byNumber, { number: String(page.learner.number) })}</p>${first}`}
        ${quotes.map((row, at) => quote(of, row, at))}
        ${quotes.length === 0 ? null : html`<p><i>${words.left}</i></p>`}`,
    },
  )
}

function quote({ page, mayBeQuoted, wrong }: QuotesPage, row: QuoteRow, at: number): Html {
  const words = quoteWordsFor(page.listener)
  const state = stateOf(row)
  const head = html`<h2>${fill(words.quote, { n: String(at + 1) })}</h2>`
  if (state === 'refused') return html`<section>${head}<p>${words.saidNo}</p></section>`
  if (state === 'withdrawn') return html`<section>${head}<p>${words.tookBack}</p></section>`
  const shown = row.decision === 'changed' ? row.own_words : lineOf(row)
  const action = to(page, `${quotesBelow}/${row.id}`)
  if (state === 'approved')
    return html`<section>${head}<p>${words.saidYes}</p><blockquote>${shown}</blockquote>
      <form class="plain" method="post" action="${action}"><button name="besluit" value="terug">${words.takeBack}</button></form></section>`
  const no = html`<form class="plain" method="post" action="${action}"><button name="besluit" value="nee">${words.no}</button></form>`
  if (!mayBeQuoted) return html`<section>${head}<blockquote>${shown}</blockquote>${no}</section>`
  const problem = wrong?.quote === row.id ? html`<p class="e" role="alert">${words.empty}</p>` : null
  return html`<section>${head}<blockquote>${shown}</blockquote>${problem}
    <form class="plain" method="post" action="${action}"><button name="besluit" value="ja">${words.yes}</button></form>
    <details${problem === null ? null : raw(' open')}><summary>${words.own}</summary><form method="post" action="${action}"><label><span class="q">${words.own}</span>
      <textarea name="woorden" rows="3" maxlength="${quoteLimit}">${raw('\n')}${shown}</textarea></label>
      <button class="go" name="besluit" value="anders">${words.changed}</button></form></details>${no}</section>`
}
