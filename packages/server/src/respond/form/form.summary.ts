import { formText } from '@weerklank/core/feedback/form'
import { answerInWords } from '@weerklank/core/feedback/form.answer-words'
import type { PartEntry } from '@weerklank/core/feedback/form.parts'
import { screenLanguage } from '@weerklank/core/shared/language'
import { nameInSentence } from '@weerklank/core/shared/name-words'
import { fill } from '@weerklank/core/shared/spoken'
import { weekdayDate } from '@weerklank/core/shared/time'
import { type Html, html } from '../../http/html.ts'
import { allNames, shortNames } from '../respond.names.ts'
import { wordsFor } from '../respond.text.ts'
import { visibleParts } from './form.filled.ts'
import { formDocument, inFormLanguage } from './form.frame.ts'
import { languageChoice } from './form.languages.ts'
import type { FilledForm, FormFrame, FormPeople, ToldRules } from './form.model.ts'
import { whoSees } from './form.page.ts'
import { type FormWords, formWordsFor } from './form.text.ts'

type Summary = FormFrame & FormPeople & { filled: FilledForm }

/** So many parts are told on one page; of more, each on its own. */
const partsAtOnce = 2

export type ReviewModel = Summary & {
  revision: number
  problems: ReadonlyMap<string, string>
  /** What the form as a whole asks to look at again, or to mend. */
  rules: ToldRules
  /** Something else changed it since it was looked over. */
  isChanged: boolean
}

/** The last page before sending: all answers, or all parts with how much of each is filled in. */
export function reviewPage(model: ReviewModel): string {
  const words = formWordsFor(model.listener)
  const parts = visibleParts(model.filled)
  const isShort = parts.length <= partsAtOnce
  const blocks = parts.map((part, i) => {
    const number = String(i + 1)
    const link = html`<a href="${`${model.path}?deel=${part + 1}&lang=${model.formLanguage}`}">${fill(words.change, { n: number })}</a>`
    const title =
      parts.length < 2 ? null : html`<h2>${fill(words.part, { n: number, count: String(parts.length) })}</h2>`
    const missing = partProblems(model, part)
    const told = isShort ? answersIn(model, part, words) : html`<p>${countOf(model.filled, part, words)}</p>`
    return html`${title}${missing === 0 ? null : html`<p class="e">${words.missing}</p>`}${told}<p>${link}</p>`
  })
  const names = shortNames(model.seenBy, wordsFor(model.listener))
  return formDocument(model, {
    title: words.reviewTitle,
    canLeave: true,
    main: html`<h1>${words.reviewTitle}</h1>${model.isChanged ? html`<p class="box" id="fout" role="status">${words.changed}</p>` : null}${problemBox(model, words)}
      <p>${words.reviewText}</p>${whoSees(model, words)}${blocks}
      <form id="form" method="post" action="${model.path}#fout"><input type="hidden" name="r" value="${String(model.revision)}">
      <input type="hidden" name="lang" value="${model.formLanguage}"><button class="go" name="ga" value="stuur">${fill(words.send, { names })}</button></form>
      ${languageChoice(model, 'deel=kijk')}`,
  })
}

function problemBox(model: ReviewModel, words: FormWords): Html {
  const { problems, rules } = model
  const wrong = [...new Map([...rules.errors, ...problems])].slice(0, 20).map((one) => toMend(model, one))
  const again = [...rules.hints].slice(0, 20).map((one) => toMend(model, one))
  const isFirst = wrong.length === 0
  return html`${isFirst ? null : wrongBox(wrong, words)}${again.length === 0 ? null : html`<div class="box"><h2${isFirst ? html` id="fout" tabindex="-1"` : null}>${words.lookAgain}</h2><p>${words.mayStay}</p><ul>${again}</ul></div>`}`
}

/** What there is to say of one place, with a link to it. */
function toMend(model: ReviewModel, [path, said]: [path: string, said: string]): Html {
  const { filled, formLanguage } = model
  const part = filled.parts.findIndex(({ entries }) =>
    entries.some((entry) => entry.kind !== 'text' && entry.kind !== 'more' && entry.path === path),
  )
  if (part < 0) return html`<li class="t">${said}`
  const text = formText(
    filled.parts[part]?.entries.find((one) => one.path === path)?.slot.item.text,
    formLanguage,
  )
  const question = text.slice(0, 80)
  return html`<li><a class="t" href="${`${model.path}?deel=${part + 1}&lang=${formLanguage}#q${path}`}">${question === '' ? '' : `${question}: `}${said}</a>`
}

function wrongBox(items: readonly Html[], words: FormWords): Html {
  return html`<div class="box e"><h2 id="fout" tabindex="-1" autofocus>${words.errorTitle}</h2><p>${words.errorKept}</p><ul>${items}</ul></div>`
}

function partProblems({ problems, rules, filled }: ReviewModel, part: number): number {
  const entries = filled.parts[part]?.entries ?? []
  return entries.filter(
    ({ kind, path }) =>
      (kind === 'question' || kind === 'heading') && (problems.has(path) || rules.errors.has(path)),
  ).length
}

function countOf(filled: FilledForm, part: number, words: FormWords): string {
  const asked = (filled.parts[part]?.entries ?? []).filter(
    (entry) => entry.kind === 'question' && entry.slot.enabled,
  )
  const done = asked.filter((entry) => entry.slot.entries.some((one) => (one.values ?? []).length > 0))
  return fill(words.answeredOf, { n: String(done.length), count: String(asked.length) })
}

function answersIn(model: Summary, part: number, words: FormWords): Html {
  const lines = (model.filled.parts[part]?.entries ?? []).map((entry) => lineOf(model, entry, words))
  return html`<dl${inFormLanguage(model)}>${lines}</dl>`
}

function lineOf(model: Summary, entry: PartEntry, words: FormWords): Html | null {
  const { slot } = entry
  const { item } = slot
  if (entry.kind !== 'question' || !slot.enabled) return null
  const { listener, formLanguage, timeZone, filled } = model
  const values = slot.entries.flatMap((one) => (one.values ?? []).map(({ value }) => value))
  const found = filled.found.computed.get(item.linkId)
  const all = values.length === 0 && found !== undefined ? [found] : values
  const unread = filled.unread[entry.path]
  const reader = { language: screenLanguage(listener.language), formLanguage, timeZone }
  const said = all.map((value) =>
    value.kind === 'boolean' ? words[value.value ? 'yes' : 'no'] : answerInWords(item, value, reader),
  )
  const told =
    unread === undefined ? said : [...unread.values, unread.other ?? ''].filter((text) => text !== '')
  return html`<dt>${formText(item.text, formLanguage)}</dt><dd>${told.length === 0 ? words.empty : told.join('\n')}</dd>`
}

/** `staysAtOne`: the working together stays at one contact, so that no next time is promised. */
type Answered = Summary & { part: number; isApart: boolean; staysAtOne: boolean }

/** After sending, and at every later visit: thank you, what happens now, what was answered. */
export function answeredFormPage(model: Answered): string {
  const words = formWordsFor(model.listener)
  const around = wordsFor(model.listener)
  const names = allNames(model.seenBy, around)
  const parts = visibleParts(model.filled)
  const isShort = parts.length <= partsAtOnce
  const reads = fill(model.seenBy.length > 1 ? words.readsMany : words.readsOne, { names })
  const shown = isShort ? parts : parts.includes(model.part) ? [model.part] : parts.slice(0, 1)
  const others = isShort
    ? null
    : html`<ul>${parts.map((part, i) => html`<li><a href="${`${model.path}?deel=${part + 1}&lang=${model.formLanguage}`}">${fill(words.openPart, { n: String(i + 1) })}</a>`)}</ul>`
  return formDocument(model, {
    title: words.stored,
    main: html`<h1>${words.stored}</h1><p>${fill(words.thanks, { name: nameInSentence(model.name, model.listener.language) })}</p>
      <p class="box"><b>${words.whatNext}</b><br>${reads}${model.staysAtOne ? '' : ` ${words.talk}`}</p>
      <p>${fill(words.changeMind, { names })} ${words.mayClose}</p><p>${fill(words.whoReads, { names })}</p>
      ${model.isApart ? html`<p>${words.apart}</p>` : html`<h2>${words.yourAnswers}</h2>${shown.map((part) => answersIn(model, part, words))}${others}`}
      ${languageChoice(model, `deel=${model.part + 1}`)}`,
  })
}

/** Not now: nothing was sent, and until when she can come back. */
export function notNowPage(frame: FormFrame & { until: string }): string {
  const words = formWordsFor(frame.listener)
  const day = weekdayDate(frame.until, frame.listener.language, frame.timeZone)
  return formDocument(frame, {
    title: words.notNowTitle,
    main: html`<h1>${words.notNowTitle}</h1><p>${words.notNowText}</p><p>${fill(words.notNowUntil, { day })}</p>
      <p><a href="${`${frame.path}?lang=${frame.formLanguage}`}">${words.backToQuestions}</a></p>`,
  })
}

/** It is being filled in on another device: what stands there is not shown here. */
export function elsewherePage(frame: FormFrame & { fields: readonly (readonly [string, string])[] }): string {
  const words = formWordsFor(frame.listener)
  const kept = frame.fields.map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )
  return formDocument(frame, {
    title: words.elsewhereTitle,
    canLeave: true,
    main: html`<h1>${words.elsewhereTitle}</h1><p>${words.elsewhereText}</p><p>${words.elsewhereAnew}</p>
      <form id="form" method="post" action="${frame.path}">${kept}<button class="go" name="ga" value="opnieuw">${words.anew}</button></form>`,
  })
}
