import { echoAnswers } from '@weerklank/core/feedback/agreement'
import type { Instrument, ScaleItem } from '@weerklank/core/feedback/instrument'
import { readScaleValue } from '@weerklank/core/feedback/scale-value'
import {
  answerField,
  type CheckForm,
  echoField,
  openTextAtMost,
  submissionFields,
} from '@weerklank/core/feedback/submission'
import { drawingPaper, isDrawing, thinnedDrawing } from '@weerklank/core/shared/drawing'
import { fill, say } from '@weerklank/core/shared/spoken'
import type { Spoken } from '@weerklank/core/shared/spoken.schema'
import { type Html, html, raw } from '../http/html.ts'
import { drawFace } from './respond.faces.ts'
import type { CheckPageModel } from './respond.model.ts'
import { allNames, shortNames } from './respond.names.ts'
import type { PageKind } from './respond.script.ts'
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
  const items = instrument.items.map((item) => {
    const field = answerField(item.id)
    return { field, state: notYet, body: asked(item, model.form, given(field)) }
  })
  const echoes = agreements.map(({ id, text }) => {
    const field = echoField(id)
    return { field, state: notYet, body: echo(text, given(field)) }
  })
  const { open: field } = submissionFields
  const state = html`<i>${words.mayStayEmpty}</i>`
  // With a place to draw, paper is spoken of where that place is not there.
  const isYoung = instrument.audience === 'young-child' && instrument.drawing === undefined
  const hint = isYoung ? words.helperWrites : null
  const toDraw = instrument.drawing === undefined ? [] : [drawing(instrument.drawing.question, given)]
  return [
    ...items,
    ...toDraw,
    ...echoes,
    { field, state, body: open(instrument.open.question, given(field), hint) },
  ]
}

/** Which script and style the page of an instrument needs. */
export function pageKindOf({ display, drawing }: Instrument): PageKind {
  if (drawing !== undefined) return 'draw'
  return display === undefined || display === 'line' ? 'line' : 'faces'
}

/** Lines and agreements beyond these would take a lot of radio buttons for who has no script: then a list to choose from. */
const linesWithRadios = 5

function asked(item: ScaleItem, { instrument, agreements }: CheckForm, given: Given): Html {
  const { scale, options, items } = instrument
  if (options !== undefined) return faces(item, options, given)
  return line(item, scale, { ...given, asList: items.length + agreements.length > linesWithRadios })
}

/** A row of faces, each with its word; always in the order of the instrument. */
function faces(item: ScaleItem, options: NonNullable<Instrument['options']>, given: Given): Html {
  const { field, value, problem, spoken } = given
  const choices = options.map((option) => {
    const checked = value === String(option.value) ? raw(' checked') : null
    return html`<label><input type="radio" name="${field}" value="${option.value}"${checked}>${drawFace(option.face)}${spoken(option.label)}</label>`
  })
  return html`<fieldset class="f"><legend>${spoken(item.question)}${problem}</legend>${choices}</fieldset>`
}

type GivenLine = Given & { asList: boolean }

function line(item: ScaleItem, scale: Instrument['scale'], given: GivenLine): Html {
  const { words, spoken } = given
  const question = spoken(item.question)
  const [low, high] = [spoken(item.low), spoken(item.high)]
  const { min, max, step } = scale
  // Above a list the ends stand as they stand above the line.
  const ends = html`<p class="${given.asList ? 'p' : 'p s'}"><span>${low}</span><span>${high}</span></p>`
  const plain = given.asList
    ? html`<label class="r">${min} – ${max} ${list(scale, given)}</label>`
    : html`<div class="r"><p>${min} = ${low}, ${max} = ${high}</p>${marks(scale, given)}</div>`
  return html`<fieldset><legend>${question}${given.problem}</legend>
    <input type="range" class="s" min="${min}" max="${max}" step="${step}"${given.invalid}>
    ${ends}
    <button type="button" class="s">${words.clear}</button>
    ${plain}</fieldset>`
}

/** Whole numbers for who has no script. A finer value that came in keeps its place: nothing may change it unseen. */
function marks(scale: Instrument['scale'], { field, value, words }: Given): Html[] {
  const { numbers, near } = wholeNumbers(scale, value)
  return [
    ...numbers.map((number) =>
      radio(field, number === near ? value : number, { label: number, on: number === near }),
    ),
    radio(field, '', { label: words.noAnswer, on: near === undefined }),
  ]
}

/** As `marks`, in a list to choose from. */
function list(scale: Instrument['scale'], { field, value, words }: Given): Html {
  const { numbers, near } = wholeNumbers(scale, value)
  const options = numbers.map((number) =>
    number === near
      ? html`<option value="${value}" selected>${number}</option>`
      : html`<option>${number}</option>`,
  )
  return html`<select name="${field}"><option value="">${words.noAnswer}</option>${options}</select>`
}

/** The whole numbers of a scale, and the one nearest to what came in. */
function wholeNumbers({ min, max, step }: Instrument['scale'], value: string) {
  const read = readScaleValue(value.trim(), { min, max, step })
  const given = 'value' in read ? read.value : Number.NaN
  const numbers = Array.from({ length: Math.floor(max - min) + 1 }, (_, i) => min + i)
  return { numbers, near: numbers.find((number) => Math.abs(number - given) <= 0.5) }
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

/**
 * Paper on the screen. Who cannot draw there has the faces before it and the words after it; without script it is real paper.
 * On a page to be mended her device puts back what it kept; one that keeps nothing gets a drawing that looks much the same.
 */
function drawing(question: Spoken, given: (field: string) => Given): Question {
  const { field, value, problem, words, spoken } = given(submissionFields.drawing)
  const back = isDrawing(value) ? thinnedDrawing(value, backAtMost) : ''
  const body = html`<b class="q">${spoken(question)}${problem}</b><p class="r">${words.drawOnPaper}</p>
    <div class="s"><p>${words.drawHere}</p>${paper(words.drawHere)}<input type="hidden" name="${field}" value="${back}">
    <p><button type="button">${words.wipe}</button></p></div>`
  return { field, state: html`<i>${words.mayStayEmpty}</i>`, body }
}

/** So much of a drawing fits on a page where everything else is to be mended too. */
const backAtMost = 1_000

/** The script draws on it what the hidden field holds (browser/draw.js). */
function paper(label: string): Html {
  const { width, height } = drawingPaper
  return html`<svg class="d" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}" stroke-linecap="round" stroke-linejoin="round"><path/></svg>`
}

function open(
  question: Spoken,
  { field, value, problem, invalid, spoken }: Given,
  hint: string | null,
): Html {
  return html`<label><b class="q">${spoken(question)}${problem}</b>${hint}
    <textarea name="${field}" rows="4" maxlength="${openTextAtMost}"${invalid}>${raw('\n')}${value}</textarea></label>`
}

type AboutWhom = Pick<CheckPageModel, 'listener' | 'seenBy' | 'unseenBy' | 'ownWords'>

/**
 * Questions may speak of `{professional}`: "what should Noor or Bram do", a mirror of the `{client}`, and a question in own
 * words stands at `{own}`.
 */
export function peopleIn({ listener, seenBy, unseenBy, ownWords }: AboutWhom): Record<string, string> {
  const words = wordsFor(listener)
  return {
    professional: allNames(seenBy, { ...words, and: words.or }),
    client: shortNames(unseenBy, { ...words, helper: words.theOther }),
    ...(ownWords === null ? {} : { own: ownWords }),
  }
}
