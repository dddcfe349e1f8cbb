import { type FormItem, type FormModel, formText } from '@weerklank/core/feedback/form'
import { answerInWords } from '@weerklank/core/feedback/form.answer-words'
import {
  type PaperBranch,
  type PaperCondition,
  type PaperLine,
  paperLines,
} from '@weerklank/core/feedback/form.paper'
import type { FormValue } from '@weerklank/core/feedback/form.value'
import type { Language } from '@weerklank/core/shared/language'
import type { Listener } from '@weerklank/core/shared/spoken'
import { type Block, choiceSign, type Paper } from '../../reports/paper.ts'
import { textDirection } from './form.frame.ts'
import { type PaperWords, paperWordsFor } from './form.paper.text.ts'

export type PrintedForm = {
  model: FormModel
  listener: Listener & { language: Language }
  /** In which the questions are. */
  formLanguage: string
  timeZone: string
  seenBy: readonly string[]
  workspace: string
  now: string
}

type Printing = PrintedForm & { words: PaperWords }

/** A whole form to fill in with a pen. Whose it is does not stand on it: a paper is lost more easily than a phone. */
export function formOnPaper(form: PrintedForm): Paper {
  const words = paperWordsFor(form.listener)
  const title = formText(form.model.title, form.formLanguage)
  const description = formText(form.model.description, form.formLanguage)
  const of = { ...form, words }
  return {
    ...{ title, language: form.formLanguage, direction: textDirection(form.formLanguage) },
    ...{ author: form.workspace, made: form.now },
    footer: (page, count) => `${form.workspace} · ${words.page(page, count)}`,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      { kind: 'text', text: `${words.may} ${words.how}`, look: 'lead' },
      { kind: 'text', text: words.seen(form.seenBy.join(', ')), look: 'box' },
      ...(description === '' ? [] : [{ kind: 'text' as const, text: description }]),
      { kind: 'heading', level: 2, text: words.day },
      { kind: 'lines', count: 1, alt: words.dayLines },
      ...paperLines(form.model).flatMap((line) => blocksOf(of, line)),
      { kind: 'text', text: words.ready, look: 'lead' },
    ],
  }
}

function blocksOf(of: Printing, line: PaperLine): Block[] {
  switch (line.kind) {
    case 'heading':
      return [
        { kind: 'heading', level: line.depth === 1 ? 2 : 3, text: textOf(of, line.item) },
        ...helpOf(of, line.item),
      ]
    case 'text':
      return textOf(of, line.item) === '' ? [] : [{ kind: 'text', text: textOf(of, line.item) }]
    case 'again':
      return [{ kind: 'text', text: of.words.again, look: 'box' }]
    case 'branch':
      return [{ kind: 'text', text: branchText(of, line), look: 'box' }]
    case 'question': {
      const text = `${line.number}. ${textOf(of, line.item)}`
      const level = line.depth === 1 ? 2 : 3
      return [{ kind: 'heading', level, text }, ...helpOf(of, line.item), ...answerOf(of, line.item)]
    }
  }
}

const textOf = ({ formLanguage }: Printing, item: FormItem) => formText(item.text, formLanguage)

function helpOf({ formLanguage }: Printing, item: FormItem): Block[] {
  const help = formText(item.help, formLanguage)
  return help === '' ? [] : [{ kind: 'text', text: help, look: 'small' }]
}

/** When questions are for her, and where to go on else. */
function branchText(of: Printing, branch: PaperBranch): string {
  const { words } = of
  const { from, to, conditions } = branch
  const which = from === to ? words.onlyOne(`${from}`) : words.onlyMany(`${from}`, `${to}`)
  const how = conditions.length < 2 ? [] : [words[branch.behaviour]]
  const what = conditions.map((one) => `• ${conditionText(of, one)}`)
  const otherwise = branch.otherwise === null ? words.goToEnd : words.goTo(`${branch.otherwise}`)
  return [which, ...how, ...(what.length === 0 ? [`• ${words.fits}`] : what), otherwise].join('\n')
}

function conditionText(of: Printing, { condition, asked }: PaperCondition): string {
  const { words } = of
  const { operator, value } = condition
  const question = asked === null ? words.earlier : words.question(`${asked.number}`)
  return `${question}: ${holds(of, { operator, value, item: asked?.item })}`
}

function holds(
  { words, listener, formLanguage, timeZone }: Printing,
  of: Pick<PaperCondition['condition'], 'operator' | 'value'> & { item: FormItem | undefined },
): string {
  const { operator, value, item = { linkId: '', kind: 'string' } } = of
  const said = words.holds
  const text = answerInWords(item, value, { language: listener.language, formLanguage, timeZone })
  const isTime = ['date', 'dateTime', 'time'].includes(value.kind)
  switch (operator) {
    case 'exists':
      return isYes(value) ? said.filled : said.empty
    case '=':
      return `“${text}”`
    case '!=':
      return said.not(text)
    case '>':
      return isTime ? said.later(text) : said.more(text)
    case '<':
      return isTime ? said.sooner(text) : said.less(text)
    case '>=':
      return isTime ? said.from(text) : said.atLeast(text)
    case '<=':
      return isTime ? said.until(text) : said.atMost(text)
  }
}

const isYes = (value: FormValue) => value.kind === 'boolean' && value.value

/** Of more than so many choices one writes the one that is meant. */
const choicesAtMost = 60

function answerOf(of: Printing, item: FormItem): Block[] {
  const { words, formLanguage, listener } = of
  const options = item.options ?? []
  if (item.kind === 'boolean') {
    const yesNo = [true, false].map((value) => ({ kind: 'boolean', value }) as const)
    const reader = { language: listener.language, formLanguage, timeZone: of.timeZone }
    return [circles(yesNo.map((value) => answerInWords(item, value, reader)))]
  }
  if (options.length > 0 && options.length <= choicesAtMost) {
    const named = options.map(({ text }) => formText(text, formLanguage))
    const free = item.kind === 'open-choice' ? [words.other] : []
    return [
      note(item.repeats === true ? words.many : words.one),
      circles([...named, ...free]),
      ...(free.length === 0 ? [] : [lines(of, 1)]),
    ]
  }
  if (item.kind === 'integer' && scaleOf(item) !== null) return [scaleBlock(of, item)]
  return written(of, item)
}

const note = (text: string): Block => ({ kind: 'text', text, look: 'small' })
const circles = (items: readonly string[]): Block => ({
  kind: 'list',
  items: items.map((one) => `${choiceSign} ${one}`),
})
const lines = ({ words }: Printing, count: number): Block => ({ kind: 'lines', count, alt: words.lines })

function written(of: Printing, item: FormItem): Block[] {
  const { words } = of
  switch (item.kind) {
    case 'integer':
    case 'decimal':
      return [note(words.number(rangeOf(item))), lines(of, 1)]
    case 'quantity': {
      const units = (item.units ?? [])
        .map(({ unit, code }) => unit ?? code ?? '')
        .filter((unit) => unit !== '')
      return [note(units.length === 0 ? words.number('') : words.amount(units.join(' / '))), lines(of, 1)]
    }
    case 'date':
      return [note(words.date), lines(of, 1)]
    case 'dateTime':
      return [note(words.moment), lines(of, 1)]
    case 'time':
      return [note(words.time), lines(of, 1)]
    case 'text':
      return [lines(of, 6)]
    default:
      return [note(words.write), lines(of, item.repeats === true ? 4 : 2)]
  }
}

const numberOf = (value: FormValue | undefined) =>
  value !== undefined && (value.kind === 'integer' || value.kind === 'decimal') ? value.value : null

/** `0 – 10`, as far as it is bounded. */
function rangeOf({ min, max }: FormItem): string {
  const [low, high] = [numberOf(min), numberOf(max)]
  if (low === null && high === null) return ''
  return `${low ?? '…'} – ${high ?? '…'}`
}

/** A few whole numbers in a row, to put a cross at. */
function scaleOf(item: FormItem): number[] | null {
  const [low, high] = [numberOf(item.min), numberOf(item.max)]
  if (low === null || high === null || high - low > 10 || high <= low) return null
  return Array.from({ length: high - low + 1 }, (_, i) => low + i)
}

function scaleBlock({ words, formLanguage }: Printing, item: FormItem): Block {
  const numbers = (scaleOf(item) ?? []).map(String)
  const [low, high] = [item.slider?.low, item.slider?.high].map((end) => formText(end, formLanguage))
  return {
    kind: 'table',
    caption: low && high ? words.scale(low, high) : words.one,
    columns: numbers.map((text) => ({ text, share: 1 })),
    rowHeads: false,
    rows: [numbers.map(() => choiceSign)],
  }
}
