import { mutualTermDays } from '@weerklank/core/feedback/mutual'
import { submissionFields } from '@weerklank/core/feedback/submission'
import { nameInSentence } from '@weerklank/core/shared/name-words'
import { countWord } from '@weerklank/core/shared/number-words'
import { sentenceStart } from '@weerklank/core/shared/sentence-start'
import { fill, say } from '@weerklank/core/shared/spoken'
import { localDay, weekdayDate } from '@weerklank/core/shared/time'
import { type Html, html } from '../http/html.ts'
import { documentOf } from './respond.frame.ts'
import type { CheckPageModel, ContactMoment } from './respond.model.ts'
import { allNames, shortNames } from './respond.names.ts'
import { pageKindOf, peopleIn, type Question, questionsOf } from './respond.question.ts'
import type { PageKind } from './respond.script.ts'
import { type Words, wordsFor } from './respond.text.ts'

/** The page with the questions, as a whole document. */
export function checkPage(model: CheckPageModel): string {
  const words = wordsFor(model.listener)
  const questions = questionsOf(model)
  const isBare = carriesMuch(model)
  const stepOf = (i: number) => fill(words.step, { n: String(i + 1), count: String(questions.length) })
  return documentOf(model, {
    title: words.titleCheck,
    canLeave: true,
    key: model.form.responseId,
    kind: pageKindOf(model.form.instrument),
    isBare,
    main: html`${introduction(model, questions.length)}
      ${problems(model, questions)}
      <form id="check" method="post" action="#problems"${inSteps(model)}>
      ${questions.map((question, i) => block(question, { step: stepOf(i), id: model.refill && anchorOf(i) }))}
      ${steps(model)}${ending(model)}
      </form>
      ${isBare ? null : html`<i id="words" hidden>${wordsForScript(words, pageKindOf(model.form.instrument)).join('|')}</i>`}`,
  })
}

/** A long text of her own that comes back to be sent again takes the room of the script: the page stays light (see pack). */
function carriesMuch({ refill }: CheckPageModel): boolean {
  return (refill?.values[submissionFields.open] ?? '').length > 300
}

/** What comes before the questions, outside the form: screen readers skip plain text inside one (domain.md §9.2). */
function introduction(model: CheckPageModel, count: number): Html {
  const words = wordsFor(model.listener)
  const names = allNames(model.seenBy, words)
  const Count = sentenceStart(countWord(count, model.listener.language))
  const isLine = pageKindOf(model.form.instrument) === 'line'
  const about = model.contact === null ? words.aboutTogether : words.aboutContact
  const mutual =
    model.isMutual === true ? html`<br>${fill(words.mutual, { days: String(mutualTermDays) })}` : null
  // Whoever comes back to mend something read the rest a moment ago.
  const isAgain = model.refill !== null
  const hint = html`<span class="s">${isLine ? words.hint : words.hintFaces}</span>`
  const said = isAgain ? null : html`${fill(about, { Count, names })} ${words.noWrong} ${words.mayBeEmpty} `
  const others = isAgain ? null : html`<br>${unseen(model.unseenBy, words)}${mutual}`
  return html`<h1>${greeting(model, words)}</h1>
    <p>${said}${hint}</p>
    <p class="box"><b>${fill(words.seenBy, { names: readers(model, words) })}</b>${others}</p>
    <div class="row"><button type="button" id="read" hidden>${words.readAloud}</button>${isLine ? null : hideButton(words)}<a href="?lang=${model.listener.language}&ga=taal">${words.language}</a></div>`
}

/** With whoever looks along for a time; from four on they are counted, as all colleagues are named above it. */
function readers({ seenBy, lookingAlong }: CheckPageModel, words: Words): string {
  if (lookingAlong.length === 0) return allNames(seenBy, words)
  return shortNames([...(seenBy.length === 0 ? [words.helper] : seenBy), ...lookingAlong], words)
}

/** Whoever sits beside a child need not see what it chooses. */
function hideButton(words: Words): Html {
  return html`<button type="button" class="s" id="hide" aria-pressed="false">${words.hide}</button>`
}

/** One question on the screen; without script they stand below each other. */
function inSteps({ form }: CheckPageModel): Html | null {
  return form.instrument.onePerScreen ? html` class="o"` : null
}

function steps(model: CheckPageModel): Html | null {
  if (pageKindOf(model.form.instrument) === 'line') return null
  const { back, next } = wordsFor(model.listener)
  return html`<p class="row s" id="nav"><button type="button" id="back">${back}</button><button type="button" id="next">${next}</button></p>`
}

function greeting({ contact, listener, ...model }: CheckPageModel, words: Words): string {
  const name = nameInSentence(model.name, listener.language)
  if (contact === null) return fill(words.hello, { name })
  const isToday = ({ at, now, timeZone }: ContactMoment) => localDay(at, timeZone) === localDay(now, timeZone)
  if (isToday(contact)) return fill(words.helloToday, { name })
  return fill(words.helloDay, { name, day: weekdayDate(contact.at, listener.language, contact.timeZone) })
}

function unseen(names: readonly string[], words: Words): string {
  if (names.length === 0) return words.unseenByRest
  return fill(names.length === 1 ? words.unseenByOne : words.unseenByMany, {
    names: shortNames(names, words),
  })
}

function problems({ listener, refill }: CheckPageModel, questions: readonly Question[]): Html | null {
  if (refill === null) return null
  const words = wordsFor(listener)
  const places = new Map(questions.map(({ field }, i) => [field, anchorOf(i)]))
  const items = Object.entries(refill.errors).map(([field, problem]) => {
    const place = places.get(field)
    return place === undefined ? html`<li>${problem}</li>` : html`<li><a href="#${place}">${problem}</a></li>`
  })
  return html`<div class="box e"><h2 id="problems" tabindex="-1" autofocus>${words.errorTitle}</h2>
    <p>${words.errorKept}</p><ul>${items}</ul></div>`
}

/** Only a page with something to mend is jumped about in. */
const anchorOf = (index: number) => `q${index + 1}`

function block({ state, body }: Question, { step, id }: { step: string; id: string | null }): Html {
  return html`<section${id === null ? null : html` id="${id}"`}><p class="n">${step} ${state}</p>${body}</section>`
}

function ending(model: CheckPageModel): Html {
  const words = wordsFor(model.listener)
  const hidden = (name: string, value: string) => html`<input type="hidden" name="${name}" value="${value}">`
  return html`${hidden(submissionFields.key, model.form.responseId)}<input type="hidden" name="${submissionFields.at}">
    ${hidden(submissionFields.language, model.listener.language)}
    <button class="go" id="send">${fill(words.send, { names: shortNames(model.seenBy, words) })}</button>
    <p class="s" id="status" role="status">${words.offline}</p>
    <p>${say(model.form.instrument.caution, model.listener, peopleIn(model))}</p>`
}

/** The sentences that only the script says, in the order in which browser/screen.js takes them apart; none holds a `|`. */
export function wordsForScript(words: Words, kind: PageKind): string[] {
  const places = kind === 'line' ? [words.middle, words.towards, words.near, words.at] : []
  const states = [words.unanswered, words.current, words.answered]
  const stages = [words.sending, words.waiting, words.waitingHere, words.retry, words.notSent]
  return [...states, ...stages, words.stopReading, ...places]
}
