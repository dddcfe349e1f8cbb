import type { ScaleItem } from '@weerklank/core/feedback/instrument'
import { valueLabel } from '@weerklank/core/feedback/instrument.score'
import { mutualTermDays } from '@weerklank/core/feedback/mutual'
import { thinnedDrawing } from '@weerklank/core/shared/drawing'
import { nameInSentence } from '@weerklank/core/shared/name-words'
import { fill, type Reader, say } from '@weerklank/core/shared/spoken'
import { weekdayDate } from '@weerklank/core/shared/time'
import { drawingPicture } from '../http/drawing.ts'
import { aboutLanguage } from '../http/further-languages.ts'
import { type Html, html } from '../http/html.ts'
import { drawFace } from './respond.faces.ts'
import { documentOf, languageLinks } from './respond.frame.ts'
import type { AnsweredPageModel } from './respond.model.ts'
import { allNames } from './respond.names.ts'
import { fractionOf, placeOf } from './respond.place.ts'
import { peopleIn } from './respond.question.ts'
import { type Words, wordsFor } from './respond.text.ts'

/** The page after answering, and at every later visit: thank you, what was answered, what happens next. */
export function answeredPage(model: AnsweredPageModel): string {
  const words = wordsFor(model.listener)
  return documentOf(model, {
    title: words.stored,
    key: model.form.responseId,
    main: html`<h1>${words.stored}</h1>
      <p>${fill(words.thanks, { name: nameInSentence(model.name, model.listener.language) })}</p>
      ${nextSteps(model, words)}
      ${answers(model, words)}
      <p>${fill(words.changeMind, { names: allNames(model.seenBy, words) })} ${words.mayClose}</p>
      ${ownPage(model, words)}
      ${languageLinks(model)}`,
  })
}

function answers(model: AnsweredPageModel, words: Words): Html {
  if (model.isSealed === true) return html`<p>${words.sealed}</p>`
  return model.isElsewhere === true ? html`<p>${words.elsewhere}</p>` : given(model, words)
}

function given(model: AnsweredPageModel, words: Words): Html {
  return html`<h2>${words.yourAnswers}</h2>
      <dl>${model.form.instrument.items.map((item) => mark(model, item, words))}
      ${drawing(model, words)}${model.form.agreements.map((agreement) => echo(model, agreement, words))}
      ${ownWords(model, words)}</dl>`
}

/**
 * A quiet way to what is hers: who may read this, her choices, who looked, what is kept. Only on the device that answered:
 * others may hold the link too. Not from half a mutual picture: whoever asked for it would read there what is shut.
 */
function ownPage(model: AnsweredPageModel, words: Words): Html | null {
  const { path, listener, toOwnPage, isMutual, seenBy } = model
  if (toOwnPage === null || isMutual === true) return null
  if (toOwnPage !== 'hers') {
    const why = toOwnPage === 'signed-in' ? `${words.signedInHere} ` : ''
    return html`<p>${words.ownPage}? ${why}${words.byOwnLink} ${fill(words.askOwnLink, { names: allNames(seenBy, words) })}</p>`
  }
  const action = `${path}/mijn?lang=${listener.language}`
  const choose = html`<button formaction="${action}&wie=1">${words.whoReads}</button> `
  return html`<form method="post" action="${action}"><p>${choose}</p><p><button>${words.ownPage}</button></p></form>`
}

function nextSteps(model: AnsweredPageModel, words: Words): Html {
  const names = allNames(model.seenBy, words)
  const reads =
    model.isMutual === true
      ? `${fill(words.mutual, { days: String(mutualTermDays) })} ${words.mutualWhere}`
      : fill(model.seenBy.length > 1 ? words.nextReadMany : words.nextReadOne, { names })
  const { nextContact: next, listener } = model
  if (model.staysAtOne === true && next === null) {
    return html`<p class="box"><b>${words.whatNext}</b><br>${reads}</p>`
  }
  const talk =
    next === null
      ? words.nextTalk
      : fill(words.nextTalkDay, { day: weekdayDate(next.at, listener.language, next.timeZone) })
  return html`<p class="box"><b>${words.whatNext}</b><br>${reads} ${talk}<br>${words.nextAgree}</p>`
}

function mark(model: AnsweredPageModel, item: ScaleItem, words: Words): Html {
  const { listener, answers, form } = model
  const names = peopleIn(model)
  const poles = { low: say(item.low, listener, names), high: say(item.high, listener, names) }
  const value = answers[item.id]
  const question = html`<dt>${say(item.question, listener, names)}</dt>`
  if (value === undefined) return html`${question}<dd>${words.leftEmpty}</dd>`
  const { options } = form.instrument
  const chosen = options?.find((option) => option.value === value)
  if (chosen !== undefined) {
    return html`${question}<dd>${drawFace(chosen.face)} ${say(chosen.label, listener)}</dd>`
  }
  const fraction = fractionOf(value, form.instrument.scale)
  return html`${question}<dd>${markedLine(isFromRight(listener) ? 1 - fraction : fraction)} ${placeOf(fraction, poles, words)} (${valueLabel(value, listener.language)})</dd>`
}

/** A picture does not turn round with the page: in a language from the right the line begins at the right. */
const isFromRight = ({ language }: Reader) => aboutLanguage(language)?.direction === 'rtl'

/** The line with the mark where it was put; the words beside it say the same. */
function markedLine(fraction: number): Html {
  return html`<svg width="116" height="16" aria-hidden="true"><path d="M8 8h100"/>
    <circle cx="${Math.round(8 + fraction * 100)}" cy="8" r="7"/></svg>`
}

function echo(model: AnsweredPageModel, agreement: { id: string; text: string }, words: Words): Html {
  const given = model.echoes.find((one) => one.agreement === agreement.id)
  const answer = given === undefined ? words.leftEmpty : words[given.answer]
  return html`<dt>${fill(words.agreed, { text: agreement.text })} ${words.changedQuestion}</dt><dd>${answer}</dd>`
}

/** So much of a drawing fits on this page; what is kept is the whole of it. */
const drawnAtMost = 5_000

function drawing(model: AnsweredPageModel, words: Words): Html | null {
  const { drawing: asked } = model.form.instrument
  if (asked === undefined) return null
  const drawn = model.drawing
    ? drawingPicture(thinnedDrawing(model.drawing, drawnAtMost), words.drawing)
    : words.leftEmpty
  return html`<dt>${say(asked.question, model.listener)}</dt><dd>${drawn}</dd>`
}

function ownWords(model: AnsweredPageModel, words: Words): Html {
  const question = say(model.form.instrument.open.question, model.listener, peopleIn(model))
  const text = model.openText === '' ? words.leftEmpty : model.openText
  return html`<dt>${question}</dt><dd>${text}</dd>`
}
