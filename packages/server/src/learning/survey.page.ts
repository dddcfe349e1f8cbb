import {
  type SurveyItem,
  type SurveyProblem,
  slipField,
  surveyField,
  surveyFrom,
  surveyItems,
  surveyWordsAtMost,
} from '@weerklank/core/learning/survey'
import type { Language } from '@weerklank/core/shared/language'
import { fill, say } from '@weerklank/core/shared/spoken'
import { type Html, html, raw } from '../http/html.ts'
import { directions, otherLanguages, productMark } from '../http/page.ts'
import { compactStyle, pageStyle } from '../http/page-style.ts'
import { writtenPagePolicy } from '../http/security-headers.ts'
import { surveyText } from './survey.text.ts'

const style = compactStyle(`${pageStyle}
section { margin: 0 -20px; padding: 20px 20px 12px; border-top: 1px solid var(--line) }
.n { color: var(--soft) }
.k { display: block; padding: 10px 0; min-height: 44px }
.q { display: block }
`)

/** Our own style, no script, nothing is loaded. */
export const surveyPolicy = writtenPagePolicy({ style })

export type SurveyFrame = {
  language: Language
  /** Null while nothing is known about the link. */
  workspace: string | null
  /** The page's own path without query. */
  path: string
}

export type SurveyOnPage = SurveyFrame & {
  title: string
  /** What makes this page count once, however often it is sent. */
  slip: string
}

type Fields = readonly (readonly [name: string, value: string])[]

/** What was posted and could not be counted, shown again to who posted it; kept nowhere. */
export type SurveyRefill = { values: ReadonlyMap<string, string>; problem: SurveyProblem }

/** The questions; the same for everybody who holds the link. */
export function surveyQuestions(page: SurveyOnPage, refill: SurveyRefill | null): string {
  const words = surveyText[page.language]
  const problem = refill && fill(words[refill.problem], { max: String(surveyWordsAtMost) })
  return surveyDocument(page, {
    title: page.title,
    main: html`<h1>${page.title}</h1><p>${words.about}</p>
      <p class="box"><b>${words.promise}</b><br>${fill(words.counted, { k: String(surveyFrom) })}<br>${words.notKept}<br>${words.words}</p>
      <p>${words.once}</p>
      ${problem && html`<p class="box e" id="problem" tabindex="-1" autofocus role="alert">${problem}</p>`}
      <form method="post" action="${page.path}?lang=${page.language}">
      <input type="hidden" name="${slipField}" value="${page.slip}">
      ${surveyItems.map((item) => question(item, page.language, refill?.values.get(surveyField(item.key)) ?? ''))}
      <button class="go">${words.send}</button></form>`,
  })
}

function question(item: SurveyItem, language: Language, given: string): Html {
  const asked = say(item.question, { language, address: 'u' })
  const field = surveyField(item.key)
  if (item.kind === 'words')
    return html`<section><label><span class="q"><b>${asked}</b></span><span class="n">${surveyText[language].mayStayEmpty}</span>
      <textarea name="${field}" rows="3" maxlength="${surveyWordsAtMost}" autocomplete="off">${raw('\n')}${given}</textarea></label></section>`
  const choices = item.choices.map(
    ({ key, label }) =>
      html`<label class="k"><input type="radio" name="${field}" value="${key}"${key === given ? raw(' checked') : null}>${say(label, { language, address: 'u' })}</label>`,
  )
  return html`<section><fieldset><legend>${asked}</legend>${choices}</fieldset></section>`
}

/** After answering: the same to the letter whatever was answered. */
export function surveyThanks(frame: SurveyFrame): string {
  const words = surveyText[frame.language]
  return surveyDocument(frame, {
    title: words.thanksTitle,
    main: html`<h1>${words.thanksTitle}</h1><p>${words.thanks}</p><p>${words.close}</p>`,
  })
}

/** One page for a link that is none and for a survey that is over. */
export function noSurvey(frame: SurveyFrame): string {
  const words = surveyText[frame.language]
  return surveyDocument(frame, {
    title: words.unknownTitle,
    main: html`<h1>${words.unknownTitle}</h1><p>${words.unknownText}</p>`,
  })
}

/** It did not work: what was filled in travels back in the page, so that it can be sent again. */
export function surveyBusy(frame: SurveyFrame, posted: Fields | null): string {
  const words = surveyText[frame.language]
  const again =
    posted === null
      ? html`<p><a href="${frame.path}">${words.tryAgain}</a></p>`
      : html`<form method="post" action="${frame.path}?lang=${frame.language}">
          ${posted.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
          <button class="go">${words.tryAgain}</button></form>`
  return surveyDocument(frame, {
    title: words.busyTitle,
    main: html`<h1>${words.busyTitle}</h1><p>${words.busyText}</p>${again}`,
  })
}

function surveyDocument(frame: SurveyFrame, page: { title: string; main: Html }): string {
  const { language, workspace, path } = frame
  const other = otherLanguages[language]
  return html`<!doctype html>
<html lang="${language}" dir="${directions[language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${page.title} – ${workspace ?? 'Weerklank'}</title>
<link rel="icon" href="data:,">
<style>${raw(style)}</style>
</head>
<body>
<header>${productMark}<b>${workspace ?? 'Weerklank'}</b><a href="${path}?lang=${other}" lang="${other}">${surveyText[language].otherLanguage}</a></header>
<main>${page.main}</main>
</body>
</html>`.text
}
