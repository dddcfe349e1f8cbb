import { type FormItem, formText, isAnswerable } from '@weerklank/core/feedback/form'
import { answerInWords } from '@weerklank/core/feedback/form.answer-words'
import { type Entry, entryOf } from '@weerklank/core/feedback/form.entry'
import { type LiveRule, liveRules, type SlotAt } from '@weerklank/core/feedback/form.live'
import { isLookedUp, type PartEntry, pieceOf, weightOf } from '@weerklank/core/feedback/form.parts'
import { numberOf } from '@weerklank/core/feedback/form.value'
import { screenLanguage } from '@weerklank/core/shared/language'
import { fill } from '@weerklank/core/shared/spoken'
import { type Html, html } from '../../http/html.ts'
import { allNames } from '../respond.names.ts'
import { wordsFor } from '../respond.text.ts'
import { textDirection } from './form.frame.ts'
import type { FormPageModel } from './form.model.ts'
import type { FormWords } from './form.text.ts'

/** What one question needs to be drawn. */
type Asked = {
  model: FormPageModel
  words: FormWords
  path: string
  item: FormItem
  at: SlotAt
  text: string
  problem: string | undefined
  /** What to look at again; it keeps nobody from going on. */
  hint: string | undefined
}

/** One thing of a part: a heading, a text, a question; nothing when it is not asked with these answers. */
export function drawEntry(model: FormPageModel, words: FormWords, entry: PartEntry): Html | null {
  const at = model.filled.slots.get(entry.path) ?? { path: entry.path, slot: entry.slot, above: [] }
  const rules = liveRules(at, questionsHere(model), model.filled.slots)
  if (rules === null) return null
  return onlyWhen(rules, at.slot.enabled, drawAlways(model, words, { entry, at }))
}

/** The paths of the questions on this page. */
function questionsHere(model: FormPageModel): ReadonlySet<string> {
  const { entries = [] } = model.filled.parts[model.part] ?? {}
  return new Set(entries.flatMap(({ kind, path }) => (kind === 'question' ? [path] : [])))
}

/** What depends on an answer on this page is there, shut: the script opens it at once, without one it comes after sending. */
function onlyWhen(rules: readonly LiveRule[], isOpen: boolean, drawn: Html): Html {
  if (rules.length === 0) return drawn
  const shut = isOpen ? null : html` hidden disabled`
  return html`<fieldset class="c" data-w="${JSON.stringify(rules)}"${shut}>${drawn}</fieldset>`
}

function drawAlways(
  model: FormPageModel,
  words: FormWords,
  { entry, at }: { entry: PartEntry; at: SlotAt },
): Html {
  const { item } = entry.slot
  const all = [item.prefix, formText(item.text, model.formLanguage)].filter((part) => part).join(' ')
  const text = entry.piece === undefined ? all : pieceOf(all, entry.piece)
  switch (entry.kind) {
    case 'heading':
      return html`${heading(entry, text, words)}${entry.isAgain === true ? null : rulesAt(model, entry.path)}`
    case 'text':
      return html`<p class="t">${text}</p>`
    case 'more':
      return html`<p><button name="ga" value="${`meer:${entry.path}`}">${text === '' ? words.moreOne : fill(words.more, { text })}</button></p>`
    case 'question': {
      const { path } = entry
      const { errors, hints } = model.rules
      const problem = model.problems.get(path) ?? errors.get(path)
      return question({ model, words, path, item, at, text, problem, hint: hints.get(path) })
    }
  }
}

/** What a group as a whole should be, where it is not. */
function rulesAt({ rules, problems }: FormPageModel, path: string): Html {
  const [error, hint] = [problems.get(path) ?? rules.errors.get(path), rules.hints.get(path)]
  const id = error === undefined && hint === undefined ? null : html`<a id="${`q${path}`}"></a>`
  return html`${id}${error === undefined ? null : html`<p class="e t">${error}</p>`}${hint === undefined ? null : html`<p class="box t">${hint}</p>`}`
}

function heading({ depth, isAgain, time }: PartEntry, text: string, words: FormWords): Html {
  const number =
    time === undefined || time.count < 2 ? '' : ` · ${fill(words.time, { n: String(time.index + 1) })}`
  const again = isAgain === true ? ` (${words.again})` : ''
  const all = `${text}${number}${again}`.trim()
  if (all === '') return html``
  return depth === 0 ? html`<h2 class="t">${all}</h2>` : html`<h3 class="t">${all}</h3>`
}

function question(asked: Asked): Html {
  const { item, path } = asked
  const isShown = item.readOnly === true || item.calculated !== undefined
  if (isShown || !isAnswerable(item.kind)) return shownOnly(asked)
  return html`<section id="${`q${path}`}"><input type="hidden" name="t" value="${path}">${field(asked)}</section>`
}

/** What can only be read here: computed, fixed, or of a kind that this page cannot take. */
function shownOnly({ model, words, path, item, at, text }: Asked): Html {
  const names = allNames(model.seenBy, wordsFor(model.listener))
  const found = model.filled.found.computed.get(item.linkId)
  const values =
    found === undefined
      ? at.slot.entries.flatMap((one) => (one.values ?? []).map(({ value }) => value))
      : [found]
  const reader = {
    language: screenLanguage(model.listener.language),
    formLanguage: model.formLanguage,
    timeZone: model.timeZone,
  }
  const said = values.map((value) => answerInWords(item, value, reader)).join(', ')
  const why = !isAnswerable(item.kind)
    ? fill(words.notHere, { names })
    : item.calculated
      ? words.computed
      : words.fixed
  return html`<section>${rulesAt(model, path)}<p class="q t">${text}</p><p class="h">${why}</p>${said === '' ? null : html`<p class="t">${said}</p>`}</section>`
}

function field(asked: Asked): Html {
  const { item } = asked
  if (isLookedUp(item)) return lookedUp(asked)
  if (item.kind === 'boolean') {
    return choices(asked, [
      ['1', asked.words.yes],
      ['0', asked.words.no],
    ])
  }
  const steps = stepsOf(item)
  if (steps !== null)
    return choices(
      asked,
      steps.map((step) => [step, step]),
    )
  const options = item.options ?? []
  if (options.length === 0) return typed(asked)
  const all = options.map(
    ({ text, prefix }, i): Choice => [
      String(i),
      [prefix, formText(text, asked.model.formLanguage)].filter((part) => part).join(' '),
    ],
  )
  const isMenu =
    item.repeats !== true &&
    item.kind !== 'open-choice' &&
    (options.length > 12 || (item.control === 'drop-down' && options.length > 5))
  return isMenu ? menu(asked, all) : choices(asked, all)
}

type Choice = [value: string, text: string]

/** The whole numbers of a short line, as choices. */
function stepsOf(item: FormItem): string[] | null {
  const [low, high] = [item.min && numberOf(item.min), item.max && numberOf(item.max)]
  const step = item.slider?.step ?? 1
  if (item.control !== 'slider' || typeof low !== 'number' || typeof high !== 'number') return null
  const count = (high - low) / step
  if (!Number.isInteger(count) || count < 1 || count > 10) return null
  return Array.from({ length: count + 1 }, (_, i) => String(low + i * step))
}

/** What stands in the fields now: what could not be read, or the answer. */
function filledIn({ model, path, item, at }: Asked): Entry {
  const values = at.slot.entries.flatMap((entry) => (entry.values ?? []).map((one) => one.value))
  return model.filled.unread[path] ?? entryOf(item, values, model.timeZone)
}

function choices(asked: Asked, all: readonly Choice[]): Html {
  const { item, words, path } = asked
  const now = filledIn(asked)
  const isMany = item.repeats === true && item.kind !== 'boolean'
  const type = isMany ? 'checkbox' : 'radio'
  const name = `a${path}`
  const one = ([value, text]: Choice) => {
    const checked = now.values.includes(value) ? html` checked` : null
    return html`<label><input type="${type}" name="${name}" value="${value}"${checked}> ${text}</label>`
  }
  const mayClear = !isMany && item.required !== true && now.values.length > 0
  const clear = mayClear
    ? html`<label class="x"><input type="radio" name="${name}" value=""> ${words.none}</label>`
    : null
  return html`<fieldset${describedBy(asked)}${ends(asked) === null ? null : html` class="r"`}><legend class="t">${asked.text}</legend>${hints(asked, isMany ? [words.several] : [])}
    ${ends(asked)}${all.map(one)}${clear}</fieldset>${ownWords(asked, now)}`
}

/** What the two ends of a line mean. */
function ends({ item, model }: Asked): Html | null {
  const [low, high] = [
    formText(item.slider?.low, model.formLanguage),
    formText(item.slider?.high, model.formLanguage),
  ]
  if (stepsOf(item) === null || (low === '' && high === '')) return null
  return html`<p class="p"><span>${low}</span><span>${high}</span></p>`
}

function ownWords(asked: Asked, now: Entry): Html | null {
  const { item, path, words } = asked
  if (item.kind !== 'open-choice') return null
  return html`<label for="${`o${path}`}">${words.other}</label><input id="${`o${path}`}" name="${`o${path}`}" value="${now.other ?? ''}">`
}

function menu(asked: Asked, all: readonly Choice[]): Html {
  const { path, words } = asked
  const [now] = filledIn(asked).values
  const options = all.map(
    ([value, text]) => html`<option value="${value}"${value === now ? html` selected` : null}>${text}`,
  )
  return html`${label(asked)}${hints(asked)}<select id="${`f${path}`}" name="${`a${path}`}"${describedBy(asked)}><option value="">${words.choose}${options}</select>`
}

/** More choices than a page holds: a part of a word finds some of them, without script by sending the page. */
function lookedUp(asked: Asked): Html {
  const { item, path, words, model } = asked
  const options = item.options ?? []
  const now = filledIn(asked).values
  const text = model.lookup?.path === path ? model.lookup.text : ''
  const wanted = text.trim().toLowerCase()
  const all = options.map((option, i): Choice => [String(i), formText(option.text, model.formLanguage)])
  const fits = all.filter(([, said]) => said.toLowerCase().includes(wanted))
  const shown = fewOf(fits)
  const chosen = all.filter(([value]) => now.includes(value) && !shown.some(([one]) => one === value))
  const count =
    fits.length === 0
      ? words.foundNone
      : fill(words.found, { count: String(fits.length), shown: String(shown.length) })
  return html`<label for="${`z${path}`}">${fill(words.find, { count: String(options.length) })}</label>
    <p class="z"><input id="${`z${path}`}" name="${`z${path}`}" value="${text}"><button name="ga" value="${`zoek:${path}`}">${words.findButton}</button></p>
    ${fits.length > shown.length || fits.length === 0 ? html`<p class="h" role="status">${count}</p>` : null}${choices(asked, [...chosen, ...shown])}`
}

/** As many choices as a page can hold, each cut off where it is very long. */
function fewOf(all: readonly Choice[]): Choice[] {
  const shown: Choice[] = []
  let room = 1_500
  for (const [value, text] of all) {
    const said = text.length > 300 ? `${text.slice(0, 300)}…` : text
    room -= 14 + Buffer.byteLength(said) * 0.5
    if (shown.length > 0 && (room < 0 || shown.length >= 20)) break
    shown.push([value, said])
  }
  return shown
}

const inputs: Partial<Record<FormItem['kind'], Html>> = {
  integer: html` inputmode="numeric"`,
  decimal: html` inputmode="decimal"`,
  quantity: html` inputmode="decimal"`,
  dateTime: html` type="datetime-local"`,
  time: html` type="time"`,
  url: html` inputmode="url"`,
}

function typed(asked: Asked): Html {
  const { item, path, words } = asked
  const now = filledIn(asked)
  const isOwnWords = item.kind === 'choice' || item.kind === 'open-choice'
  const name = isOwnWords ? `o${path}` : `a${path}`
  const value = (isOwnWords ? now.other : now.values[0]) ?? ''
  const attributes = html` id="${`f${path}`}" name="${name}"${describedBy(asked)}`
  const isLong = item.kind === 'text' || (item.repeats === true && !isOwnWords)
  const more = [
    ...(item.repeats === true && !isOwnWords ? [words.lines] : []),
    ...(isOwnWords && item.optionsElsewhere !== undefined ? [words.noChoices] : []),
  ]
  const type =
    item.kind === 'date' && /^(\d{4}-\d\d-\d\d)?$/.test(value)
      ? html` type="date"`
      : (inputs[item.kind] ?? null)
  const box = isLong
    ? html`<textarea rows="3"${attributes}>${value}</textarea>`
    : html`<input${attributes}${type} value="${value}">`
  return html`${label(asked)}${hints(asked, more)}${item.kind === 'quantity' ? html`<p class="z">${box}${unitField(asked, now)}</p>` : box}`
}

function unitField({ item, path, words }: Asked, now: Entry): Html | null {
  const units = (item.units ?? []).map((unit) => unit.unit ?? unit.code ?? '')
  if (units.length < 2) return html`<span>${units[0] ?? ''}</span>`
  const options = units.map(
    (unit, i) => html`<option value="${String(i)}"${String(i) === now.unit ? html` selected` : null}>${unit}`,
  )
  return html`<select name="${`u${path}`}" aria-label="${words.unit}">${options}</select>`
}

const label = ({ path, text }: Asked) => html`<label class="q t" for="${`f${path}`}">${text}</label>`

/** Ties a field to what is said about it. */
function describedBy(asked: Asked): Html {
  const { path, problem, hint } = asked
  const isTold = hintTexts(asked, []).length > 0
  const ids = [
    ...(isTold ? [`h${path}`] : []),
    ...(problem === undefined ? [] : [`e${path}`]),
    ...(hint === undefined ? [] : [`k${path}`]),
  ]
  const wrong = problem === undefined ? null : html` aria-invalid="true"`
  const must =
    asked.item.required === true && asked.item.options === undefined && asked.item.kind !== 'boolean'
      ? html` aria-required="true"`
      : null
  return html`${ids.length === 0 ? null : html` aria-describedby="${ids.join(' ')}"`}${wrong}${must}`
}

function hintTexts({ item, model, words }: Asked, more: readonly string[]): string[] {
  const shown = stepsOf(item) === null
  const [low, high] = [shown ? limitOf(item.min) : null, shown ? limitOf(item.max) : null]
  const range =
    low !== null && high !== null
      ? fill(words.between, { low, high })
      : low !== null
        ? fill(words.from, { low })
        : high !== null
          ? fill(words.until, { high })
          : ''
  const help = formText(item.help, model.formLanguage)
  return [
    item.required === true ? `${words.must}.` : '',
    help,
    item.placeholder ?? '',
    ...more,
    range,
  ].filter((text) => text !== '')
}

function limitOf(limit: FormItem['min']): string | null {
  if (limit === undefined) return null
  const number = numberOf(limit)
  if (number !== null) return String(number).replace('.', ',')
  return limit.kind === 'date' ? limit.value.split('-').toReversed().join('-') : null
}

function hints(asked: Asked, more: readonly string[] = []): Html {
  const { path, problem, hint } = asked
  const texts = hintTexts(asked, more)
  const again = hint === undefined ? null : html`<p class="box t" id="${`k${path}`}">${hint}</p>`
  return html`${texts.length === 0 ? null : html`<p class="h t" id="${`h${path}`}">${texts.join(' ')}</p>`}${problem === undefined ? null : html`<p class="e" id="${`e${path}`}">${problem}</p>`}${again}`
}

/** The place of a question to jump to: its first field. */
export function fieldOf(item: FormItem, path: string): string {
  return weightOf(item) > 0 ? `q${path}` : ''
}

/** The direction of the words of the form, where it differs from the page. */
export const directionOf = (language: string) => textDirection(language)
