import { formText } from '@weerklank/core/feedback/form'
import { nameInSentence } from '@weerklank/core/shared/name-words'
import { fill } from '@weerklank/core/shared/spoken'
import { type Html, html } from '../../http/html.ts'
import { allNames, shortNames } from '../respond.names.ts'
import { wordsFor } from '../respond.text.ts'
import { drawEntry } from './form.field.ts'
import { visibleParts } from './form.filled.ts'
import { formDocument, inFormLanguage, textDirection } from './form.frame.ts'
import { languageChoice } from './form.languages.ts'
import type { FormPageModel, FormPeople } from './form.model.ts'
import { type FormWords, formWordsFor } from './form.text.ts'

/** One part of a form, as a whole document. */
export function formPage(model: FormPageModel): string {
  const words = formWordsFor(model.listener)
  const title = formText(model.filled.model.title, model.formLanguage)
  const { entries = [] } = model.filled.parts[model.part] ?? {}
  const drawn = entries.map((entry) => {
    const one = drawEntry(model, words, entry)
    return one === null ? null : html`${one}${gapMark(model, entry.slot.item.linkId)}`
  })
  const keep = model.preview === undefined ? html` data-keep="1"` : null
  return formDocument(model, {
    title,
    canLeave: true,
    hasScript: true,
    main: html`${introduction(model, words, title)}${notices(model, words)}
      <form id="form" method="post" action="${model.path}#fout" novalidate autocomplete="off"${inFormLanguage(model)}${keep}>
      <button class="d" name="ga" value="verder" tabindex="-1" aria-hidden="true"></button>
      ${hidden('deel', String(model.part + 1))}${hidden('lang', model.formLanguage)}
      ${drawn.every((one) => one === null) ? html`<p>${words.nothing}</p>` : drawn}${buttons(model, words)}</form>
      ${languageChoice(model, `deel=${model.part + 1}`)}`,
  })
}

const hidden = (name: string, value: string) => html`<input type="hidden" name="${name}" value="${value}">`

/** What it is, who asks and who sees it, on the first part; on each the step: outside the form (domain.md §9.2). */
function introduction(model: FormPageModel, words: FormWords, title: string): Html {
  const parts = visibleParts(model.filled)
  const n = parts.indexOf(model.part) + 1
  const step =
    parts.length < 2
      ? null
      : html`<p><b>${fill(words.part, { n: String(Math.max(n, 1)), count: String(parts.length) })}</b></p>`
  const read = html`<button type="button" id="read" value="${words.stopReading}" hidden>${words.readAloud}</button>`
  const must = html`<p class="h">${words.skip}</p>`
  if (model.part !== (parts[0] ?? 0)) {
    return html`<h1${inFormLanguage(model)}>${title}</h1><div class="row">${step}${read}</div>${mustAnswer(model) ? must : null}`
  }
  const name = nameInSentence(model.name, model.listener.language)
  const names = allNames(model.seenBy, wordsFor(model.listener))
  const description = shortText(formText(model.filled.model.description, model.formLanguage))
  return html`<p>${fill(words.hello, { name })} ${fill(words.asks, { names })} ${words.free}</p>
    <h1${inFormLanguage(model)}>${title}</h1>${gapMark(model, null)}${description === '' ? null : html`<p class="t"${inFormLanguage(model)}>${description}</p>`}
    ${whoSees(model, words)}${parts.length < 2 ? null : html`<p>${words.kept}</p>`}<div class="row">${step}${read}</div>${must}`
}

/** Where a form is tried out: that other words stand here than were asked for. */
function gapMark({ preview }: FormPageModel, linkId: string | null): Html | null {
  const said = preview?.gaps.get(linkId)
  return said === undefined ? null : html`<p class="h" lang="${preview?.language ?? 'nl'}">${said}</p>`
}

/** A page has room for so much of it. */
const shortText = (text: string) => (text.length > 600 ? `${text.slice(0, 600)}…` : text)

function mustAnswer({ filled, part }: FormPageModel): boolean {
  return (
    filled.parts[part]?.entries.some(({ kind, slot }) => kind === 'question' && slot.item.required) === true
  )
}

/** Who reads the answer, and who of the others does not. */
export function whoSees(model: FormPeople & Pick<FormPageModel, 'listener'>, words: FormWords): Html {
  const around = wordsFor(model.listener)
  const names = allNames(model.seenBy, around)
  const { unseenBy } = model
  const others =
    unseenBy.length === 0
      ? words.unseenByRest
      : fill(unseenBy.length === 1 ? words.unseenByOne : words.unseenByMany, {
          names: allNames(unseenBy, around),
        })
  return html`<p class="box"><b>${fill(words.seenBy, { names })}</b><br>${others} ${words.readsDraft}</p>`
}

function notices(model: FormPageModel, words: FormWords): Html {
  const offline = html`<p class="box e" id="offline" role="alert" hidden>${words.offline}</p>`
  const more = model.hasNewQuestions
    ? html`<p class="box" role="status" id="fout" tabindex="-1" autofocus>${words.newQuestions}</p>`
    : null
  return html`${offline}${more}${problemList(model, words)}`
}

/** The summary of what has to be mended: it gets the focus, and leads to each question. */
function problemList(model: FormPageModel, words: FormWords): Html | null {
  const { problems, rules, filled, formLanguage } = model
  // A page that one comes to says it at the question; the list comes when it was sent.
  if (problems.size === 0) return null
  const items = [...new Map([...rules.errors, ...problems])].map(([path, problem]) => {
    const item = filled.slots.get(path)?.slot.item
    const question = formText(item?.text, formLanguage).slice(0, 80)
    if (path === '') return html`<li>${problem}`
    return html`<li><a href="${`#q${path}`}">${question === '' ? '' : `${question}: `}${problem}</a>`
  })
  return html`<div class="box e"><h2 id="fout" tabindex="-1" autofocus>${words.errorTitle}</h2><p>${words.errorKept}</p><ul>${items}</ul></div>`
}

function buttons(model: FormPageModel, words: FormWords): Html {
  const parts = visibleParts(model.filled)
  const place = parts.indexOf(model.part)
  const isOnly = parts.length < 2
  const names = shortNames(model.seenBy, wordsFor(model.listener))
  const go = (value: string, text: string) =>
    html`<button class="go" name="ga" value="${value}">${text}</button>`
  const last = isOnly
    ? go('stuur', fill(words.send, { names }))
    : go('verder', place === parts.length - 1 ? words.look : words.next)
  const back = place > 0 ? html`<button name="ga" value="terug">${words.back}</button>` : null
  return html`<p class="row"${ltr(model)}>${back}${last}</p>`
}

/** Our own words stand in the language of the page. */
const ltr = (model: FormPageModel) =>
  inFormLanguage(model) === null
    ? null
    : html` lang="${model.listener.language}" dir="${textDirection(model.listener.language)}"`
