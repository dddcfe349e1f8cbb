import type { FhirIssue } from './fhir.issue.ts'
import { type FhirIssueKind, newReport, type Report } from './fhir.issue.ts'
import type { FormAnswers } from './form.answers.ts'
import { type FormPlace, type FormSlot, layForm } from './form.enabling.ts'
import { optionOf } from './form.option.ts'
import { fitsPattern } from './form.pattern.ts'
import { type FormItem, type FormKind, type FormModel, isAnswerable } from './form.ts'
import { compareValues, type FormValue } from './form.value.ts'

type Wish = {
  /** Whether everything that must be answered has to be there: not while someone is still busy. */
  isComplete: boolean
  /** What the server found for items whose condition is an expression. */
  byExpression?: ReadonlyMap<string, boolean>
}

/**
 * What is wrong with answers to a form: more than may be, of another kind, none of the options, too long, beyond a limit,
 * not asked with these answers; and when they are complete, what is missing. Answers whose linkId the form does not have
 * are not looked at here.
 */
export function checkAnswers(form: FormModel, answers: FormAnswers, wish: Wish): FhirIssue[] {
  const report = newReport()
  const check: Check = { report, isComplete: wish.isComplete }
  const open: { place: FormPlace; isHere: boolean }[] = [
    { place: layForm(form, answers, wish.byExpression), isHere: true },
  ]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const slot of at.place.slots) {
      checkSlot(slot, check, at.isHere)
      const isHere = at.isHere && slot.enabled && isFilled(slot) && slot.item.hidden !== true
      // What is under a question with several answers stands with the first of them (form.live.ts).
      const isEach = slot.item.kind === 'group'
      for (const [index, place] of [...slot.under.entries()].toReversed())
        open.push({ place, isHere: isHere && (isEach || index === 0) })
    }
  }
  return report.issues()
}

/**
 * Inside a group that nobody filled in and nobody has to, and under a question without an answer, nothing is missing: there
 * is no place where it could stand.
 */
function isFilled({ item, entries }: FormSlot): boolean {
  if (item.kind === 'group') return entries.length > 0 || item.repeats !== true
  return entries.some((entry) => (entry.values ?? []).length > 0)
}

/** What is wrong with one place of a form, as if everything had to be there. */
export function checkPlace(slot: FormSlot): FhirIssue[] {
  const report = newReport()
  checkSlot(slot, { report, isComplete: true }, true)
  return report.issues()
}

type Check = { report: Report; isComplete: boolean }

function checkSlot(slot: FormSlot, check: Check, isHere: boolean): void {
  const { item, entries } = slot
  const say: Say = (kind, ...args) => check.report.say(kind, whereIs(item), { args, linkId: item.linkId })
  const values = entries.flatMap((entry) => (entry.values ?? []).map((one) => one.value))
  const count = item.kind === 'group' ? entries.length : values.length
  const isTextOnly = item.kind === 'group' || item.kind === 'display'
  if (isTextOnly && values.length > 0) say('response-no-answer-here', item.kind)
  else if (!slot.enabled) {
    if (values.length > 0) say('response-not-asked')
  } else if (count === 0) {
    if (check.isComplete && isHere && mustBeAnswered(slot)) say('response-required')
  } else {
    checkCount({ item, count, isComplete: check.isComplete }, say)
    // Looked up once: a question may have thousands of choices, and as many answers.
    const expected = expectedOf(item)
    for (const value of values) checkValue({ item, expected }, value, say)
  }
}

type Say = (kind: FhirIssueKind, ...args: string[]) => void

/** A group is answered by what is in it; what cannot be answered here, or is computed or hidden, is not asked for. */
const mustBeAnswered = (slot: FormSlot) =>
  slot.item.required === true &&
  isOpen(slot.item) &&
  (isAnswerable(slot.item.kind) ||
    (slot.item.kind === 'group' && slot.item.repeats === true && isFillable(slot)))

const isOpen = (item: FormItem) =>
  item.readOnly !== true && item.hidden !== true && item.calculated === undefined

/** Whether anything in a group can be answered here. */
function isFillable({ under }: FormSlot): boolean {
  const open = [...under]
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    for (const slot of place.slots) {
      if (!slot.enabled || !isOpen(slot.item)) continue
      if (isAnswerable(slot.item.kind)) return true
      // What is under a question that cannot be answered has no place.
      if (slot.item.kind === 'group') open.push(...slot.under)
    }
  }
  return false
}

function checkCount(of: { item: FormItem; count: number; isComplete: boolean }, say: Say): void {
  const { item, count, isComplete } = of
  if (item.repeats !== true) {
    if (count > 1) say('response-twice', item.linkId)
    return
  }
  if (item.maxOccurs !== undefined && count > item.maxOccurs) say('response-count', `≤ ${item.maxOccurs}`)
  const isTooFew = item.minOccurs !== undefined && count < item.minOccurs
  if (isComplete && isTooFew) say('response-count', `≥ ${item.minOccurs}`)
}

type Expected = { item: FormItem; expected: readonly FormValue['kind'][] }

function checkValue({ item, expected }: Expected, value: FormValue, say: Say): void {
  if (expected.length > 0 && !expected.includes(value.kind)) {
    say('response-value-kind', value.kind, expected.join(', ') || item.kind)
    return
  }
  const isOption = item.options === undefined ? undefined : optionOf(item, value) !== undefined
  if (isClosed(item) && isOption === false) say('response-option', labelOf(value))
  // What a form offers itself is never beyond its limits.
  else if (isOption !== true) checkLimits(item, value, say)
}

function checkLimits(item: FormItem, value: FormValue, say: Say): void {
  if (value.kind === 'string' || value.kind === 'url') {
    if (item.regex !== undefined && !fitsPattern(item.regex, value.value)) say('response-pattern', item.regex)
    const length = Array.from(value.value).length
    if (item.maxLength !== undefined && length > item.maxLength)
      say('response-length', String(item.maxLength))
    if (item.minLength !== undefined && length < item.minLength) say('response-limit', `≥ ${item.minLength}`)
  }
  if (item.min && orderOf(value, item.min) === -1) say('response-limit', `≥ ${labelOf(item.min)}`)
  if (item.max && orderOf(value, item.max) === 1) say('response-limit', `≤ ${labelOf(item.max)}`)
  if (item.decimals !== undefined && decimalsOf(value) > item.decimals) {
    say('response-limit', `${item.decimals} decimals`)
  }
}

/** A year or a month is within a limit that falls in it: they are compared by what both say. */
function orderOf(value: FormValue, limit: FormValue): ReturnType<typeof compareValues> {
  const [one, other] = [value, limit].map((part) =>
    part.kind === 'date' ? { ...part, kind: 'dateTime' as const } : part,
  )
  return one === undefined || other === undefined ? null : compareValues(one, other)
}

const isClosed = (item: FormItem) => item.kind === 'choice' && item.optionsElsewhere === undefined

/** Kinds of values that a question of this kind takes. */
const takes: Partial<Record<FormKind, readonly FormValue['kind'][]>> = {
  string: ['string'],
  text: ['string'],
  boolean: ['boolean'],
  integer: ['integer'],
  decimal: ['decimal', 'integer'],
  quantity: ['quantity'],
  date: ['date'],
  dateTime: ['dateTime', 'date'],
  time: ['time'],
  url: ['url'],
  reference: ['reference'],
  attachment: ['attachment'],
}

function expectedOf(item: FormItem): readonly FormValue['kind'][] {
  const fixed = takes[item.kind]
  if (fixed !== undefined) return fixed
  if (item.kind !== 'choice' && item.kind !== 'open-choice') return []
  const kinds = new Set<FormValue['kind']>((item.options ?? []).map((one) => one.value.kind))
  if (kinds.size === 0 || item.optionsElsewhere !== undefined) kinds.add('coding')
  if (item.kind === 'open-choice') kinds.add('string').add('coding')
  return [...kinds]
}

function decimalsOf(value: FormValue): number {
  const number =
    value.kind === 'decimal' ? value.value : value.kind === 'quantity' ? (value.value.value ?? 0) : 0
  return String(number).split('.')[1]?.length ?? 0
}

function labelOf(value: FormValue): string {
  if (value.kind === 'coding') return value.value.code ?? value.value.display ?? ''
  if (value.kind === 'quantity')
    return `${value.value.value ?? ''} ${value.value.unit ?? value.value.code ?? ''}`.trim()
  return typeof value.value === 'object' ? JSON.stringify(value.value) : String(value.value)
}

function whereIs(item: FormItem): string {
  return `QuestionnaireResponse.descendants().where(linkId = '${item.linkId.replaceAll("'", "\\'")}')`
}
