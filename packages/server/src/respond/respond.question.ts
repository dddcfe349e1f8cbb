import { echoAnswers } from '@weerklank/core/feedback/agreement'
import type { Instrument, ScaleItem } from '@weerklank/core/feedback/instrument'
import { readScaleValue } from '@weerklank/core/feedback/scale-value'
import { answerField, echoField, openTextAtMost, submissionFields } from '@weerklank/core/feedback/submission'
import { fill, say } from '@weerklank/core/shared/spoken'
import type { Spoken } from '@weerklank/core/shared/spoken.schema'
import { type Html, html, raw } from '../http/html.ts'
import type { CheckPageModel } from './respond.model.ts'
import { allNames } from './respond.names.ts'
import { type Words, wordsFor } from './respond.text.ts'

/** One question as it stands on the page. */
export type Question = {
  /** The form's field; problems are told by this name. */
  field: string
  /** What stands beside the step before there is an answer. */
  state: Html
  body: Html
}

/** What a question needs to draw itself. */
type Given = {
  field: string
  value: string
  /** Stands inside the question's name, so that it is read with it. */
  problem: Html | null
  /** The attribute that says so to screen readers. */
  invalid: Html | null
  words: Words
  spoken: (text: Spoken) => string
}

/** The questions in their order: the lines, what was agreed before, and the open one. */
export function questionsOf(model: CheckPageModel): Question[] {
  const words = wordsFor(model.listener)
  const { instrument, agreements } = model.form
  const spoken = (text: Spoken) => say(text, model.listener, peopleIn(model))
  const given = (field: string): Given => {
    const text = model.refill?.errors[field]
    const problem = text === undefined ? null : html`<b class="e">${text}</b>`
    const invalid = problem && html` aria-invalid="true"`
    return { field, value: model.refill?.values[field] ?? '', problem, invalid, words, spoken }
  }
  const notYet = html`<i class="s">${words.unanswered}</i>`
  const lines = instrument.items.map((item) => {
    const field = answerField(item.id)
    return { field, state: notYet, body: line(item, instrument.scale, given(field)) }
  })
  const echoes = agreements.map(({ id, text }) => {
    const field = echoField(id)
    return { field, state: notYet, body: echo(text, given(field)) }
  })
  const { open: field } = submissionFields
  const state = html`<i>${words.mayStayEmpty}</i>`
  return [...lines, ...echoes, { field, state, body: open(instrument.open.question, given(field)) }]
}

function line(item: ScaleItem, scale: Instrument['scale'], given: Given): Html {
  const { words, spoken } = given
  const question = spoken(item.question)
  const [low, high] = [spoken(item.low), spoken(item.high)]
  return html`<fieldset><legend>${question}${given.problem}</legend>
    <input type="range" class="s" min="${scale.min}" max="${scale.max}" step="${scale.step}" aria-label="${question}"${given.invalid}>
    <p class="p s"><span>${low}</span><span>${high}</span></p>
    <button type="button" class="s">${words.clear}</button>
    <div class="r"><p>${scale.min} = ${low}, ${scale.max} = ${high}</p>${marks(scale, given)}</div></fieldset>`
}

/** Whole numbers for who has no script. A finer value that came in keeps its place: nothing may change it unseen. */
function marks(scale: Instrument['scale'], { field, value, words }: Given): Html[] {
  const { min, max } = scale
  const read = readScaleValue(value.trim(), scale)
  const given = 'value' in read ? read.value : Number.NaN
  const numbers = Array.from({ length: Math.floor(max - min) + 1 }, (_, i) => min + i)
  const near = numbers.find((number) => Math.abs(number - given) <= 0.5)
  return [
    ...numbers.map((number) =>
      radio(field, number === near ? value : number, { label: number, on: number === near }),
    ),
    radio(field, '', { label: words.noAnswer, on: near === undefined }),
  ]
}

function radio(field: string, value: string | number, show: { label: string | number; on: boolean }): Html {
  const checked = show.on ? raw(' checked') : null
  return html`<label><input type="radio" name="${field}" value="${value}"${checked}>${show.label}</label>`
}

function echo(text: string, { field, value, problem, words }: Given): Html {
  const known = echoAnswers.find((answer) => answer === value)
  const choices = echoAnswers.map((answer) =>
    radio(field, answer, { label: words[answer], on: answer === known }),
  )
  return html`<fieldset class="k"><legend>${fill(words.agreed, { text })}<br>${words.changedQuestion}${problem}</legend>
    ${choices}${radio(field, '', { label: words.noAnswer, on: known === undefined })}</fieldset>`
}

function open(question: Spoken, { field, value, problem, invalid, spoken }: Given): Html {
  return html`<label><b class="q">${spoken(question)}${problem}</b>
    <textarea name="${field}" rows="4" maxlength="${openTextAtMost}"${invalid}>${raw('\n')}${value}</textarea></label>`
}

/** Questions may speak of `{professional}`: "what should Noor or Bram do". */
export function peopleIn({ listener, seenBy }: Pick<CheckPageModel, 'listener' | 'seenBy'>): {
  professional: string
} {
  const words = wordsFor(listener)
  return { professional: allNames(seenBy, { ...words, and: words.or }) }
}
