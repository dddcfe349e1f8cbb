import { extensionUse, type UsedExtension } from './fhir.extensions.ts'
import type { Json } from './fhir.json.ts'
import {
  choiceOf,
  extensionsOf,
  formTextAt,
  listAt,
  type Node,
  own,
  readingLevelIn,
  tell,
  tellAt,
  wordsAt,
} from './fhir.read.ts'
import { unitFrom, valueFrom } from './fhir.value.ts'
import { patternOf } from './form.pattern.ts'
import {
  type FormConstraint,
  type FormControl,
  type FormItem,
  type FormVariable,
  formControls,
} from './form.ts'
import type { FormValue } from './form.value.ts'

/** The extensions of an element that mean something to us, by short name; the others are told. */
export type Extensions = {
  all: (name: UsedExtension) => Node[]
  one: (name: UsedExtension) => Node | undefined
  /** Those that nobody asked for: they have a meaning, and none at this place. */
  unread: () => Node[]
}

export function readExtensions(node: Node): Extensions {
  const byName = new Map<UsedExtension, Node[]>()
  const read = new Set<Node>()
  for (const one of listAt(node, 'extension')) {
    const { url } = one.json
    const use = extensionUse(url)
    if (use === 'without-effect') tell(one, 'not-used', shortUrl(url))
    else if (use === 'not-supported') tell(one, 'not-supported', shortUrl(url))
    else if (byName.has(use)) byName.get(use)?.push(one)
    else byName.set(use, [one])
  }
  for (const one of listAt(node, 'modifierExtension')) tell(one, 'modifier-extension', shortUrl(one.json.url))
  const all = (name: UsedExtension) => {
    const found = byName.get(name) ?? []
    for (const one of found) read.add(one)
    return found
  }
  const one = (name: UsedExtension) => {
    const [first] = byName.get(name) ?? []
    if (first !== undefined) read.add(first)
    return first
  }
  const unread = () => [...byName.values()].flat().filter((each) => !read.has(each))
  return { all, one, unread }
}

/** An extension that means something elsewhere, or one too many of a kind. */
export function tellUnread(ext: Extensions): void {
  for (const node of ext.unread()) tell(node, 'not-used', shortUrl(node.json.url))
}

const shortUrl = (url: unknown) => (typeof url === 'string' ? url : 'an extension without url')

const saidBy = (node: Node | undefined): unknown => node && choiceOf(node.json, 'value')?.value

/** What extensions of an item say of how it is shown and filled in. */
export function readHints(node: Node, ext: Extensions): Partial<FormItem> {
  const control = controlOf(ext)
  const shortText = ext.one('shortText') && formTextAt(ext.one('shortText') as Node, 'valueString')
  const placeholder = ext.one('entryFormat') && wordsAt(ext.one('entryFormat') as Node, 'valueString')
  const step = saidBy(ext.one('sliderStep'))
  return {
    ...(control && { control }),
    ...(saidBy(ext.one('orientation')) === 'horizontal' && { horizontal: true }),
    ...(saidBy(ext.one('hidden')) === true && { hidden: true }),
    ...(shortText && { shortText }),
    ...(placeholder !== undefined && { placeholder }),
    ...(typeof step === 'number' && step > 0 && { slider: { step } }),
    ...unitsOf(ext),
    ...limitsOf(node, ext),
  }
}

const asControl: Readonly<Record<string, FormControl>> = {
  gtable: 'grid',
  grid: 'grid',
  'data-grid': 'grid',
  htable: 'table',
  atable: 'table',
  table: 'table',
  list: 'table',
}

/** The role of a text beside a question (help, unit, low end …), or null. */
export function roleOf(ext: Extensions): string | null {
  const code = controlCode(ext)
  if (code !== null && code !== 'inline') return code
  const category = saidBy(ext.one('displayCategory'))
  return codesIn(category).includes('help') ? 'help' : null
}

function controlOf(ext: Extensions): FormControl | undefined {
  const code = controlCode(ext)
  if (code === null) return undefined
  const control = Object.hasOwn(asControl, code) ? asControl[code] : code
  if (formControls.includes(control as FormControl)) return control as FormControl
  // Words that are shown where they stand; a place or a look of their own they do not get.
  const isRole = /^(help|prompt|unit|lower|upper|inline|flyover)$/
  const at = ext.one('itemControl')
  if (at !== undefined && !isRole.test(code)) tell(at, 'not-used', `itemControl ${code}`)
  return undefined
}

function controlCode(ext: Extensions): string | null {
  const value = saidBy(ext.one('itemControl'))
  return codesIn(value)[0] ?? (typeof value === 'string' ? value : null)
}

function codesIn(concept: unknown): string[] {
  if (typeof concept !== 'object' || concept === null) return []
  const { coding, code } = concept as { coding?: unknown; code?: unknown }
  const list: unknown[] = Array.isArray(coding) ? coding : [{ code }]
  return list.flatMap((one) => {
    const found = typeof one === 'object' && one !== null ? (one as Json).code : undefined
    return typeof found === 'string' ? [found] : []
  })
}

function unitsOf(ext: Extensions): Partial<FormItem> {
  const units = [...ext.all('unit'), ...ext.all('unitOption')].flatMap((one) => {
    const value = saidBy(one)
    if (typeof value !== 'object' || value === null) return []
    const { display } = value as Json
    const unit = unitFrom(value as Json)
    return [typeof display === 'string' && unit.unit === undefined ? { ...unit, unit: display } : unit]
  })
  return units.length > 0 ? { units } : {}
}

function limitsOf(node: Node, ext: Extensions): Partial<FormItem> {
  const min = limitOf(ext.one('minValue') ?? ext.one('minQuantity'), 'minValue')
  const max = limitOf(ext.one('maxValue') ?? ext.one('maxQuantity'), 'maxValue')
  const counts = {
    decimals: countOf(ext, 'decimals'),
    minLength: countOf(ext, 'minLength'),
    minOccurs: countOf(ext, 'minOccurs'),
    maxOccurs: countOf(ext, 'maxOccurs'),
  }
  const regex = saidBy(ext.one('regex'))
  if (typeof regex === 'string' && !isPattern(regex))
    tellAt(node, 'extension', { kind: 'pattern-unreadable', args: [regex] })
  return {
    ...(min && { min }),
    ...(max && { max }),
    ...Object.fromEntries(Object.entries(counts).filter(([, value]) => value !== undefined)),
    ...(typeof regex === 'string' && isPattern(regex) && { regex }),
  }
}

function limitOf(node: Node | undefined, name: string): FormValue | undefined {
  if (node === undefined) return undefined
  const choice = choiceOf(node.json, 'value')
  const value = choice && valueFrom(choice.type, choice.value)
  if (value) return value
  tell(node, 'limit-unreadable', name)
  return undefined
}

function countOf(ext: Extensions, name: UsedExtension): number | undefined {
  const node = ext.one(name)
  const value = saidBy(node)
  if (Number.isInteger(value) && (value as number) >= 0) return value as number
  if (node !== undefined) tell(node, 'limit-unreadable', name)
  return undefined
}

const isPattern = (pattern: string) => patternOf(pattern) !== null

/** What extensions of an item, or of the form, compute. */
export function readExpressions(ext: Extensions): Partial<FormItem> {
  const calculated = expressionOf(ext.one('calculated'))
  const initialExpression = expressionOf(ext.one('initialExpression'))
  const enableExpression = expressionOf(ext.one('enableExpression'))
  const variables = variablesOf(ext)
  const constraints = constraintsOf(ext)
  return {
    ...(calculated !== undefined && { calculated }),
    ...(initialExpression !== undefined && { initialExpression }),
    ...(enableExpression !== undefined && { enableExpression }),
    ...(variables.length > 0 && { variables }),
    ...(constraints.length > 0 && { constraints }),
  }
}

export function variablesOf(ext: Extensions): FormVariable[] {
  return ext.all('variable').flatMap((one): FormVariable[] => {
    const value = saidBy(one)
    const name = typeof value === 'object' && value !== null ? own(value as Json, 'name') : undefined
    const expression = expressionOf(one)
    if (expression === undefined) return []
    if (typeof name === 'string' && /^[A-Za-z_][\w-]*$/.test(name)) return [{ name, expression }]
    tell(one, 'expression-unreadable')
    return []
  })
}

const constraintParts = new Set(['key', 'severity', 'expression', 'human'])

/** What has to hold: `targetConstraint` of SDC, and `questionnaire-constraint` as it was called before. */
export function constraintsOf(ext: Extensions): FormConstraint[] {
  return ext.all('constraint').flatMap((one, at): FormConstraint[] => {
    const parts = listAt(one, 'extension')
    const part = (name: string) => parts.find(({ json }) => json.url === name)
    const text = (name: string) => {
      const value = saidBy(part(name))
      return typeof value === 'string' && value.trim() !== '' ? value : undefined
    }
    const rule = part('expression')
    if (rule === undefined) tell(one, 'expression-unreadable')
    const expression = expressionOf(rule)
    if (expression === undefined) return []
    for (const other of parts) {
      const { url } = other.json
      if (!constraintParts.has(String(url))) tell(other, 'not-used', shortUrl(url))
    }
    const key = text('key') ?? String(at + 1)
    const severity = text('severity') === 'warning' ? 'warning' : 'error'
    return [{ key, severity, expression, human: text('human') ?? key }]
  })
}

/** `text/fhirpath`, and how some forms write it. */
const isFhirPath = /^(text|application)\/fhirpath$/i

/** The text of an expression in FHIRPath; another language is told and not computed. */
function expressionOf(node: Node | undefined): string | undefined {
  if (node === undefined) return undefined
  const value = saidBy(node)
  // STU3 wrote the expression as plain text.
  if (typeof value === 'string' && value.trim() !== '') return value
  const { language, expression } = typeof value === 'object' && value !== null ? (value as Json) : {}
  if (language !== undefined && !isFhirPath.test(String(language))) {
    tell(node, 'expression-language', String(language))
    return undefined
  }
  if (typeof expression === 'string' && expression.trim() !== '') return expression
  tell(node, 'expression-unreadable')
  return undefined
}

/** Extensions beside a text (`_text`): translations are used, markup is not, the rest is told. */
export function tellBeside(node: Node, key: string): void {
  for (const one of extensionsOf(own(node.json, `_${key}`))) {
    const use = extensionUse(one.url)
    if (use === 'without-effect' || (use === 'readingLevel' && readingLevelIn(one) === null))
      tellAt(node, `${key}.extension`, { kind: 'not-used', args: [shortUrl(one.url)] })
    if (use === 'not-supported')
      tellAt(node, `${key}.extension`, { kind: 'not-supported', args: [shortUrl(one.url)] })
  }
}
