import { tellExpressions } from './fhir.expressions.ts'
import { type FhirIssue, isRefused, newReport, type Report } from './fhir.issue.ts'
import { readItems } from './fhir.item.ts'
import { constraintsOf, readExtensions, tellBeside, tellUnread, variablesOf } from './fhir.item-extensions.ts'
import { isObject, type Json, parseFhir, unkeepable } from './fhir.json.ts'
import { formTextAt, listAt, type Node, own, tell, tellAt, textAt, wordsAt } from './fhir.read.ts'
import { codingFrom } from './fhir.value.ts'
import { unreadableIn, valueSetsOf } from './fhir.value-sets.ts'
import { saysLicenceNeeded } from './form.licence.ts'
import { type FormItem, type FormModel, type FormStatus, formStatuses, itemsOf } from './form.ts'

export type FhirVersion = '4.0' | '5.0'

/** A form as it came in: what we read of it, what there is to say, and itself, kept to the letter. */
export type ImportedForm = {
  /** Null when it is refused: some issue is an error. */
  model: FormModel | null
  report: readonly FhirIssue[]
  /** The resource as it came, to be given back unchanged; null when it could not be read at all. */
  source: Json | null
  fhirVersion: FhirVersion
}

/**
 * Reads a Questionnaire of FHIR R4 or R5 (with what older forms wrote differently), as JSON text or as what JSON holds.
 * Never throws. What is not supported is told per item, and stays in `source`.
 */
export function importQuestionnaire(
  input: unknown,
  options: { fhirVersion?: FhirVersion } = {},
): ImportedForm {
  const { value, exact, issues } = parseFhir(input)
  return isRefused(issues)
    ? refusedWith(issues)
    : importOne({ value, exact }, { ...options, beside: [], issues })
}

/**
 * As `importQuestionnaire`, of every Questionnaire in a Bundle; its value sets, and those `beside` it, are known to each of
 * them.
 */
export function importForms(
  input: unknown,
  options: { fhirVersion?: FhirVersion; beside?: readonly Json[] } = {},
): ImportedForm[] {
  const { value, exact, issues } = parseFhir(input)
  if (isRefused(issues)) return [refusedWith(issues)]
  const { beside = [] } = options
  if (!isObject(value) || value.resourceType !== 'Bundle')
    return [importOne({ value, exact }, { ...options, beside, issues })]
  const problem = unkeepable(value)
  if (problem !== null) return [refusedWith([problem])]
  const within = [...beside, ...resourcesIn(value)]
  const exactly = resourcesIn(exact)
  const forms = resourcesIn(value).flatMap((one, at) =>
    one.resourceType === 'Questionnaire' ? [{ value: one, exact: exactly[at] }] : [],
  )
  if (forms.length === 0) return [refusedWith([{ kind: 'no-questionnaire', at: 'Bundle.entry' }])]
  return forms.map((form) => importOne(form, { ...options, beside: within, issues }))
}

/** One form out of a Bundle that was read already (fhir.bundle.ts); value sets `beside` it are known to it. Never throws. */
export function importEntry(
  form: { resource: Json; exact: Json },
  options: { fhirVersion?: FhirVersion; beside: readonly Json[]; issues: readonly FhirIssue[] },
): ImportedForm {
  return importOne({ value: form.resource, exact: form.exact }, options)
}

function resourcesIn(bundle: unknown): Json[] {
  const entries = isObject(bundle) && Array.isArray(bundle.entry) ? bundle.entry.filter(isObject) : []
  return entries.flatMap((entry) => (isObject(entry.resource) ? [entry.resource] : []))
}

const refusedWith = (report: readonly FhirIssue[]): ImportedForm => ({
  ...{ model: null, report, source: null },
  fhirVersion: '4.0',
})

type Wish = { fhirVersion?: FhirVersion; beside: readonly Json[]; issues: readonly FhirIssue[] }

function importOne({ value, exact }: { value: unknown; exact: unknown }, wish: Wish): ImportedForm {
  const problem = unkeepable(value)
  if (problem !== null) return refusedWith([problem])
  if (!isObject(value)) return refusedWith([{ kind: 'not-an-object', at: '' }])
  const fhirVersion = wish.fhirVersion ?? versionOf(value)
  const report = newReport()
  for (const { kind, at, ...more } of wish.issues) report.say(kind, at, more)
  if (value.resourceType !== 'Questionnaire') {
    const named = typeof value.resourceType === 'string' ? value.resourceType : 'unknown'
    report.say('wrong-resource', '', { args: [named, 'Questionnaire'] })
    if (named === 'Bundle') report.say('bundle-here', 'Bundle.entry')
    return { model: null, report: report.issues(), source: null, fhirVersion }
  }
  const model = readForm(value, report, wish.beside)
  if (saysLicenceNeeded(model)) {
    const said = (model.copyright?.text ?? model.licence ?? '').replaceAll(/\s+/g, ' ').trim()
    report.say('licence-needed', 'Questionnaire.copyright', { args: [said] })
  }
  const issues = report.issues()
  const source = isObject(exact) ? exact : value
  return { model: isRefused(issues) ? null : model, report: issues, source, fhirVersion }
}

/** R5 where only R5 writes so; otherwise R4. */
export function versionOf(form: Json): FhirVersion {
  if (['versionAlgorithmString', 'versionAlgorithmCoding', 'copyrightLabel'].some((key) => key in form))
    return '5.0'
  const open: unknown[] = Array.isArray(form.item) ? [...form.item] : []
  for (let item = open.pop(); item !== undefined; item = open.pop()) {
    if (!isObject(item)) continue
    if (item.type === 'choice' || item.type === 'open-choice') return '4.0'
    if (item.type === 'coding' || 'answerConstraint' in item || 'disabledDisplay' in item) return '5.0'
    if (Array.isArray(item.item)) for (const child of item.item) open.push(child)
  }
  return '4.0'
}

function readForm(form: Json, report: Report, beside: readonly Json[]): FormModel {
  const node: Node = { json: form, at: 'Questionnaire', report }
  // DSTU2 held one root group, and questions beside groups.
  if (own(form, 'group') !== undefined) tellAt(node, 'group', { kind: 'old-form' })
  const ext = readExtensions(node)
  const contained = listAt(node, 'contained').map((one) => one.json)
  tellContained(contained, node)
  const reading = {
    valueSets: valueSetsOf(contained, beside),
    linkIds: new Set<string>(),
    count: 0,
    options: 0,
  }
  const items = readItems(node, reading)
  if (items.length === 0) tellAt(node, 'item', { kind: 'no-items' })
  tellConditions(items, report)
  tellUnknownParts(node)
  const variables = variablesOf(ext)
  const constraints = constraintsOf(ext)
  tellUnread(ext)
  tellExpressions({ variables, constraints, items }, report)
  return {
    ...headOf(node),
    ...(variables.length > 0 && { variables }),
    ...(constraints.length > 0 && { constraints }),
    items,
  }
}

/** Only lists of choices are looked at; in them, what stands there and is no choice is told. */
function tellContained(contained: readonly Json[], node: Node): void {
  for (const [at, one] of contained.entries()) {
    const { resourceType } = one
    if (resourceType === 'ValueSet' || resourceType === 'CodeSystem') {
      for (const part of unreadableIn(one))
        tellAt(node, `contained[${at}].${part}`, { kind: 'type-left', args: [part, 'a list of objects'] })
      continue
    }
    tellAt(node, `contained[${at}]`, { kind: 'not-used', args: [`contained ${String(resourceType)}`] })
  }
}

const urlAtMost = 2_000

function headOf(node: Node): Omit<FormModel, 'items'> {
  const [url, version, name] = [wordsAt(node, 'url'), wordsAt(node, 'version'), wordsAt(node, 'name')]
  // Each character of more than ASCII may take four bytes where addresses are looked up.
  if (url !== undefined && encodeURI(url).length > urlAtMost)
    tellAt(node, 'url', { kind: 'address-too-long', args: [String(urlAtMost)] })
  const [language, publisher] = [wordsAt(node, 'language'), wordsAt(node, 'publisher')]
  const [description, purpose] = [formTextAt(node, 'description'), formTextAt(node, 'purpose')]
  const [copyright, date] = [formTextAt(node, 'copyright'), wordsAt(node, 'date')]
  const said = own(node.json, 'subjectType')
  const subjectTypes = typeof said === 'string' ? [said] : said
  if (said !== subjectTypes)
    tellAt(node, 'subjectType', { kind: 'type-read', args: ['subjectType', 'a list'] })
  const codes = listAt(node, 'code').map((one) => codingFrom(one.json))
  return {
    ...{ title: titleOf(node, name), status: statusIn(node) },
    ...(url !== undefined && { url }),
    ...(version !== undefined && { version }),
    ...(name !== undefined && { name }),
    ...(language !== undefined && { language }),
    ...(publisher !== undefined && { publisher }),
    ...(description && { description }),
    ...(purpose && { purpose }),
    ...(copyright && { copyright }),
    ...(date !== undefined && { date }),
    ...(codes.length > 0 && { codes }),
    ...(isTexts(subjectTypes) && { subjectTypes }),
  }
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string')

function titleOf(node: Node, name: string | undefined): FormModel['title'] {
  const title = formTextAt(node, 'title')
  if (title !== undefined) return title
  const other = name ?? wordsAt(node, 'id') ?? wordsAt(node, 'url') ?? 'Questionnaire'
  tellAt(node, 'title', { kind: 'title-missing', args: [other] })
  return { text: other }
}

function statusIn(node: Node): FormStatus {
  const status = textAt(node, 'status')
  const known = formStatuses.find((one) => one === status)
  if (known === undefined) tellAt(node, 'status', { kind: 'status-missing' })
  return known ?? 'draft'
}

/** Conditions that look at what is not there, and items that wait for each other. */
function tellConditions(items: readonly FormItem[], report: Report): void {
  const byLinkId = new Map(Array.from(itemsOf(items), (item) => [item.linkId, item]))
  const waitsFor = (item: FormItem) => (item.enableWhen?.conditions ?? []).map((one) => one.question)
  for (const item of byLinkId.values()) {
    for (const question of new Set(waitsFor(item))) {
      if (!byLinkId.has(question)) say('unknown-question', item, question)
    }
  }
  for (const linkId of circular(byLinkId, waitsFor)) say('condition-circle', byLinkId.get(linkId))
  function say(kind: 'unknown-question' | 'condition-circle', item: FormItem | undefined, ...args: string[]) {
    if (item === undefined) return
    const at = `Questionnaire.descendants().where(linkId = '${item.linkId.replaceAll("'", "\\'")}').enableWhen`
    report.say(kind, at, { linkId: item.linkId, ...(args.length > 0 && { args }) })
  }
}

/** Those from which nothing is left after taking away, again and again, all that wait for nobody. */
function circular(
  items: ReadonlyMap<string, FormItem>,
  waitsFor: (item: FormItem) => readonly string[],
): string[] {
  const waiting = new Map<string, number>()
  const waiters = new Map<string, string[]>()
  for (const item of items.values()) {
    const others = [...new Set(waitsFor(item))].filter((one) => items.has(one))
    waiting.set(item.linkId, others.length)
    for (const other of others) {
      const known = waiters.get(other)
      if (known === undefined) waiters.set(other, [item.linkId])
      else known.push(item.linkId)
    }
  }
  const free = [...waiting].flatMap(([linkId, count]) => (count === 0 ? [linkId] : []))
  for (let linkId = free.pop(); linkId !== undefined; linkId = free.pop()) {
    waiting.delete(linkId)
    for (const waiter of waiters.get(linkId) ?? []) {
      const left = (waiting.get(waiter) ?? 0) - 1
      waiting.set(waiter, left)
      if (left === 0) free.push(waiter)
    }
  }
  return [...waiting.keys()]
}

const formParts = new Set(
  `resourceType id meta implicitRules language text contained extension modifierExtension url identifier version
  versionAlgorithmString versionAlgorithmCoding name title derivedFrom status experimental subjectType date publisher contact
  description useContext jurisdiction purpose copyright copyrightLabel approvalDate lastReviewDate effectivePeriod code item
  group _title _description _purpose _copyright`.split(/\s+/),
)

function tellUnknownParts(node: Node): void {
  for (const key of ['title', 'description', 'purpose', 'copyright']) tellBeside(node, key)
  if (own(node.json, 'implicitRules') !== undefined)
    tellAt(node, 'implicitRules', { kind: 'not-supported', args: ['implicitRules'] })
  if (own(node.json, 'derivedFrom') !== undefined) tell(node, 'not-used', 'derivedFrom')
  for (const key of Object.keys(node.json)) {
    if (formParts.has(key)) continue
    const kind = key.startsWith('_') ? 'not-used' : 'not-supported'
    tellAt(node, key, { kind, args: [key] })
  }
}
