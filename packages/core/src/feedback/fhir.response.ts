import { type FhirIssue, isRefused, newReport, type Report } from './fhir.issue.ts'
import { isObject, type Json, parseFhir, unkeepable } from './fhir.json.ts'
import { choiceOf, listAt, type Node, own, tell, tellAt, textAt } from './fhir.read.ts'
import { valueFrom, valueTo } from './fhir.value.ts'
import type { FormAnswer, FormAnswers, FormAnswerValue } from './form.answers.ts'
import { checkAnswers } from './form.check.ts'
import { type FormItem, type FormModel, itemsByLinkId, itemsOf } from './form.ts'

export const responseStatuses = [
  'in-progress',
  'completed',
  'amended',
  'entered-in-error',
  'stopped',
] as const
export type ResponseStatus = (typeof responseStatuses)[number]

/** Answers as they came in; null when they are refused. */
export type ImportedResponse = {
  answers: FormAnswers | null
  /** As much as could be read, also of what is refused. */
  read: FormAnswers
  status: ResponseStatus | null
  /** When it was answered, as it says itself. */
  authored: string | null
  report: readonly FhirIssue[]
  source: Json | null
}

/** What a QuestionnaireResponse says it answers, `Questionnaire/<id>` or a canonical with or without `|version`. */
export function questionnaireOf(input: unknown): {
  resource: Json | null
  /** The same with its numbers as they were written, for who keeps it. */
  exact: Json | null
  canonical: string | null
  report: readonly FhirIssue[]
} {
  const { value, exact, issues } = parseFhir(input)
  const problem =
    issues.find((one) => isRefused([one])) ??
    unkeepable(value) ??
    (isObject(value) ? null : { kind: 'not-an-object' as const, at: '' })
  if (problem || !isObject(value)) return { ...nothing, report: problem ? [problem] : [] }
  if (value.resourceType !== 'QuestionnaireResponse') {
    const named = typeof value.resourceType === 'string' ? value.resourceType : 'unknown'
    const report: FhirIssue[] = [{ kind: 'wrong-resource', args: [named, 'QuestionnaireResponse'], at: '' }]
    return { ...nothing, report }
  }
  const said = own(value, 'questionnaire')
  // STU3 wrote a reference.
  const canonical = isObject(said) ? own(said, 'reference') : said
  const named = typeof canonical === 'string' ? canonical : null
  return { resource: value, exact: isObject(exact) ? exact : value, canonical: named, report: issues }
}

const nothing = { resource: null, exact: null, canonical: null }

/**
 * Reads a QuestionnaireResponse and holds it against its form: unknown items, places, kinds, options, limits, what is not
 * asked, and for a complete one what is missing. Never throws.
 */
export function importResponse(
  input: unknown,
  form: FormModel,
  byExpression?: ReadonlyMap<string, boolean>,
): ImportedResponse {
  const { resource, report: problems } = questionnaireOf(input)
  const refused = (issues: readonly FhirIssue[]): ImportedResponse => ({
    ...{ answers: null, read: { items: [] }, status: null, authored: null },
    ...{ report: issues, source: null },
  })
  if (resource === null) return refused(problems)
  if (isTooMany(resource))
    return refused([{ kind: 'response-many', args: [String(partsAtMost)], at: 'QuestionnaireResponse.item' }])
  const report = newReport()
  const node: Node = { json: resource, at: 'QuestionnaireResponse', report }
  const said = textAt(node, 'status')
  const status = responseStatuses.find((one) => one === said) ?? null
  if (status === null) tellAt(node, 'status', { kind: 'response-status' })
  const authored = authoredAt(node)
  tellPersonalNumber(resource, report)
  const beside = new Set(Array.from(itemsOf(form.items), (item) => item.beside ?? []).flat())
  const reading = { items: form.items, byLinkId: itemsByLinkId(form), beside }
  const answers: FormAnswers = { items: readEntries(node, reading) }
  const isComplete = status === 'completed' || status === 'amended'
  const checked = checkAnswers(form, answers, { isComplete, ...(byExpression && { byExpression }) })
  const issues = [...report.issues(), ...checked]
  return {
    answers: isRefused(issues) ? null : answers,
    read: answers,
    ...{ status, authored },
    ...{ report: issues, source: resource },
  }
}

/** When it was answered; what is no moment of a year that is one is told and left aside. */
function authoredAt(node: Node): string | null {
  const text = textAt({ ...node, report: newReport() }, 'authored')
  const isMoment = text !== undefined && valueFrom('DateTime', text) !== null && !text.startsWith('0000')
  if (isMoment && !Number.isNaN(Date.parse(text))) return text
  if (own(node.json, 'authored') !== undefined)
    tellAt(node, 'authored', { kind: 'type-left', args: ['authored', 'a date or moment'] })
  return null
}

/** More items and answers than this are nobody's answers to a form. */
const partsAtMost = 100_000

/** Whether there are more parts than anybody gives; looked at before anything is read. */
function isTooMany(resource: Json): boolean {
  const open: unknown[] = [resource]
  let count = 0
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (!isObject(one)) continue
    for (const key of ['item', 'answer']) {
      const list = own(one, key)
      if (!Array.isArray(list)) continue
      count += list.length
      if (count > partsAtMost) return true
      for (const part of list) open.push(part)
    }
  }
  return false
}

/** A citizen service number is never kept (architecture.md), wherever in the answer it stands. */
function tellPersonalNumber(resource: Json, report: Report): void {
  const open: { value: unknown; at: string }[] = [{ value: resource, at: 'QuestionnaireResponse' }]
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (
      typeof one.value === 'string' &&
      /^(http:\/\/fhir\.nl\/fhir\/NamingSystem\/bsn|urn:oid:2\.16\.840\.1\.113883\.2\.4\.6\.3)$/.test(
        one.value,
      )
    )
      report.say('personal-number', one.at)
    if (typeof one.value !== 'object' || one.value === null) continue
    for (const [key, value] of Object.entries(one.value)) open.push({ value, at: `${one.at}.${key}` })
  }
}

type Reading = {
  items: readonly FormItem[]
  byLinkId: ReadonlyMap<string, FormItem>
  /** Texts that stand with their question here: they ask for nothing. */
  beside: ReadonlySet<string>
}

function readEntries(above: Node, reading: Reading): FormAnswer[] {
  let last = -1
  const order = new Map(reading.items.map((item, index) => [item.linkId, index]))
  return listAt(above, 'item').flatMap((bare): FormAnswer[] => {
    const linkId = textAt(bare, 'linkId')
    if (linkId === undefined) {
      tell(bare, 'link-id-missing')
      return []
    }
    const node = { ...bare, linkId }
    const index = order.get(linkId)
    const item = index === undefined ? undefined : reading.items[index]
    if (index === undefined || item === undefined) {
      if (reading.byLinkId.has(linkId)) tell(node, 'response-item-place', linkId)
      else if (!reading.beside.has(linkId)) tell(node, 'response-item-unknown', linkId)
      return []
    }
    if (index < last) tell(node, 'response-order', linkId)
    last = index
    return [readEntry(node, item, reading)]
  })
}

function readEntry(node: Node, item: FormItem, reading: Reading): FormAnswer {
  const { linkId } = item
  const under = { ...reading, items: item.items ?? [] }
  if (item.kind === 'group') {
    if (own(node.json, 'answer') !== undefined) tell(node, 'response-no-answer-here', 'group')
    return { linkId, items: readEntries(node, under) }
  }
  if (own(node.json, 'item') !== undefined)
    tellAt(node, 'item', { kind: 'response-item-place', args: [linkId] })
  const values = listAt(node, 'answer').flatMap((answer): FormAnswerValue[] => {
    const choice = choiceOf(answer.json, 'value')
    const value = choice && valueFrom(choice.type, choice.value)
    const items = own(answer.json, 'item') === undefined ? undefined : readEntries(answer, under)
    if (value) return [items === undefined ? { value } : { value, items }]
    if (choice === undefined) tell(answer, 'response-value-missing')
    else tell(answer, 'response-value', choice.key)
    return []
  })
  return { linkId, values }
}

/** Answers as items of a QuestionnaireResponse: groups by `item`, what stands under a question by `answer.item`. */
export function responseItems(items: readonly FormAnswer[], texts: ReadonlyMap<string, FormItem>): Json[] {
  return items.map((entry) => {
    const text = texts.get(entry.linkId)?.text?.text
    const answer = entry.values?.map(({ value, items: under }) => ({
      ...Object.fromEntries([valueTo(value)]),
      ...(under && under.length > 0 && { item: responseItems(under, texts) }),
    }))
    const isFilled = entry.items !== undefined && entry.items.length > 0
    return {
      linkId: entry.linkId,
      ...(text !== undefined && { text }),
      ...(answer && answer.length > 0 && { answer }),
      ...(isFilled && { item: responseItems(entry.items ?? [], texts) }),
    }
  })
}

export type ResponseFacts = {
  id?: string
  /** `<url>|<version>`, or `Questionnaire/<id>` for a form without a url. */
  questionnaire: string
  status: ResponseStatus
  authored: string
}

/** The answers to a form as a QuestionnaireResponse of R4 and R5 (they write it the same way). */
export function exportResponse(form: FormModel, answers: FormAnswers, facts: ResponseFacts): Json {
  const item = responseItems(answers.items, itemsByLinkId(form))
  return {
    resourceType: 'QuestionnaireResponse',
    ...(facts.id !== undefined && { id: facts.id }),
    questionnaire: facts.questionnaire,
    status: facts.status,
    authored: facts.authored,
    ...(item.length > 0 && { item }),
  }
}
