import { fill } from '@weerklank/core/shared/spoken'
import { dayMonth } from '@weerklank/core/shared/time'
import { type Html, html } from '../http/html.ts'
import { type OwnFrame, ownDocument, to } from './own-page.frame.ts'
import { type OwnWords, ownWordsFor } from './own-page.text.ts'
import type { OwnPage } from './own-page.ts'
import type { RequestRow } from './request.repository.ts'

export type RequestPage = {
  page: OwnPage
  /** Below the root: `/verzoek`, or `/kind/<id>/verzoek` for a child. */
  below: string
  /** For whom, when it is for a child. */
  child: string | null
  /** Made for this page: a repeat is the same request. */
  requestId: string
  /** Where she takes part: the collaboration and who works there with her. */
  places: readonly { relation: string; name: string }[]
  earlier: readonly RequestRow[]
  /** The names of those who asked for her. */
  askers: ReadonlyMap<string, string>
  told: 'sent' | { wrong: string; text: string } | null
}

/** Asking to correct or delete, and what came of it before. */
export function requestPage(frame: OwnFrame, of: RequestPage): string {
  const words = ownWordsFor(frame.listener)
  const { child: name } = of
  const title = name === null ? words.request : fill(words.requestFor, { name })
  return ownDocument(frame, {
    title,
    below: of.below,
    main: html`<h1>${title}</h1>${told(of, words)}
      ${name === null ? null : html`<p><b>${fill(words.requestForChild, { name })}</b></p>`}
      ${of.places.length === 0 ? html`<p>${words.noPlace}</p>` : form(frame, of, words)}
      ${earlier(frame, of, words)}`,
  })
}

function told({ told: what }: RequestPage, words: OwnWords): Html | null {
  if (what === null) return null
  if (what === 'sent') return html`<p class="box" role="status">${words.requestSent}</p>`
  return html`<p class="box e" id="fout" role="alert">${what.wrong}</p>`
}

function form(frame: OwnFrame, of: RequestPage, words: OwnWords): Html {
  const radio = (value: string, text: string) =>
    html`<label><input type="radio" name="soort" value="${value}" required> ${text}</label>`
  const wrong = typeof of.told === 'object' && of.told !== null ? of.told : null
  const describes = wrong === null ? null : html` aria-describedby="fout"`
  return html`<p>${words.requestIntro}</p>
    <form method="post" action="${to(frame, of.below)}"><input type="hidden" name="id" value="${of.requestId}">
    <fieldset${describes}><legend>${words.requestWhat}</legend>${radio('correction', words.correction)}${radio('deletion', words.deletion)}</fieldset>
    ${where(of, words)}
    <label class="f" for="tekst">${words.requestText}</label>
    <textarea id="tekst" name="tekst" rows="5" maxlength="2000" required${describes}>${wrong?.text ?? ''}</textarea>
    <button class="go">${words.requestSend}</button></form>`
}

function where(of: RequestPage, words: OwnWords): Html {
  const [only, ...more] = of.places
  if (only !== undefined && more.length === 0) {
    return html`<input type="hidden" name="waar" value="${only.relation}">`
  }
  const options = of.places.map(({ relation, name }) => html`<option value="${relation}">${name}</option>`)
  return html`<label class="f" for="waar">${words.requestWhere}</label><select id="waar" name="waar">${options}</select>`
}

function earlier(frame: OwnFrame, of: RequestPage, words: OwnWords): Html | null {
  const { earlier: rows, page } = of
  if (rows.length === 0) return null
  const { language } = frame.listener
  const items = rows.map((row) => {
    const outcome = row.outcome === null ? words.requestOpen : words[`outcome.${row.outcome}`]
    const day = dayMonth(row.at, language, page.workspace.timeZone)
    const isHers = row.asked_by === page.family.person.id
    const by = isHers
      ? null
      : html`<p>${fill(words.requestBy, { name: of.askers.get(row.asked_by) ?? words.parent })}</p>`
    const kind = row.kind === 'correction' ? words.correction : words.deletion
    return html`<li><p><i>${fill(words.onDay, { day })}</i></p><p><b>${kind}</b>: ${row.body}</p>${by}
      <p>${outcome}${row.answer === '' ? '' : `: ${row.answer}`}</p></li>`
  })
  return html`<section><h2>${words.requestAsked}</h2><ul>${items}</ul></section>`
}
