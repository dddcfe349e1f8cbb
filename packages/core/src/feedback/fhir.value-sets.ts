import { extensionUse } from './fhir.extensions.ts'
import { isObject, type Json } from './fhir.json.ts'
import { choiceOf, extensionsOf, own, translationsIn } from './fhir.read.ts'
import type { FormOption, FormText } from './form.ts'

/** The choices of a value set, as far as they can be known here, and what is missing. */
export type Expanded = { options: readonly FormOption[]; missing: readonly string[]; isCircle: boolean }

/** The value sets and code systems that came along: contained in the form, or beside it in a bundle. */
export type ValueSets = {
  find: (reference: string) => Expanded | null
  /** Whether the sets are so many times part of each other that they were not read to the end. */
  isTooMuch: () => boolean
}

/** So many choices are gone through in all: sets that are parts of sets make millions out of a small file. */
export const workAtMost = 1_000_000

/** A chain of value sets that refer to each other longer than this is none that a person made. */
const chainAtMost = 60

type Known = {
  byReference: Map<string, Json>
  expanded: Map<Json, Expanded>
  busy: Set<Json>
  weights: Map<Json, ReadonlyMap<string, number>>
  /** How many choices were gone through so far. */
  work: number
}

/** `contained` are known by `#id`, those beside the form by their address, also with a version behind a `|`. */
export function valueSetsOf(contained: readonly Json[], beside: readonly Json[]): ValueSets {
  const known: Known = {
    ...{ byReference: new Map(), expanded: new Map(), busy: new Set(), weights: new Map(), work: 0 },
  }
  for (const resource of [...beside, ...contained]) {
    const kind = own(resource, 'resourceType')
    if (kind !== 'ValueSet' && kind !== 'CodeSystem') continue
    const url = own(resource, 'url')
    const version = own(resource, 'version')
    if (typeof url === 'string') {
      known.byReference.set(`${kind} ${url}`, resource)
      if (typeof version === 'string') known.byReference.set(`${kind} ${url}|${version}`, resource)
    }
  }
  for (const resource of contained) {
    const id = own(resource, 'id')
    const kind = own(resource, 'resourceType')
    if (typeof id === 'string') known.byReference.set(`${kind} #${id.replace(/^#/, '')}`, resource)
  }
  return {
    find: (reference) => {
      const set = setOf(known, reference)
      return set === undefined ? null : expand(known, set)
    },
    isTooMuch: () => known.work > workAtMost,
  }
}

function setOf(known: Known, reference: string): Json | undefined {
  const { byReference } = known
  const found = byReference.get(`ValueSet ${reference}`) ?? byReference.get(`ValueSet ${bare(reference)}`)
  if (found !== undefined || !reference.startsWith('ValueSet/')) return found
  return byReference.get(`ValueSet #${reference.slice('ValueSet/'.length)}`)
}

const bare = (canonical: string) => canonical.split('|')[0] ?? canonical

function expand(known: Known, set: Json): Expanded {
  const before = known.expanded.get(set)
  if (before !== undefined) return before
  if (known.work > workAtMost) return missing('more than can be read')
  if (known.busy.has(set)) return { options: [], missing: [], isCircle: true }
  if (known.busy.size > chainAtMost) return { options: [], missing: ['a longer chain'], isCircle: false }
  known.busy.add(set)
  const expansion = own(set, 'expansion')
  const isExpanded = isObject(expansion) && listOf(expansion, 'contains').length > 0
  const found = isExpanded ? fromExpansion(known, expansion) : compose(known, set)
  known.busy.delete(set)
  // Also when it is part of a circle: that is refused, and looking again from each member would take for ever.
  known.expanded.set(set, found)
  return found
}

function fromExpansion(known: Known, expansion: Json): Expanded {
  const options: FormOption[] = []
  const open = listOf(expansion, 'contains').toReversed()
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (own(one, 'abstract') !== true) options.push(...optionOf(one, own(one, 'system')))
    for (const child of listOf(one, 'contains').toReversed()) open.push(child)
  }
  const weighedOnes = distinct(options).map((one) => weighed(known, one))
  return { options: weighedOnes, missing: [], isCircle: false }
}

/** A choice with the weight that its code system gives it, where the value set gives none. */
function weighed(known: Known, option: FormOption): FormOption {
  const { value } = option
  if (option.weight !== undefined || value.kind !== 'coding' || value.value.system === undefined)
    return option
  const codes = known.byReference.get(`CodeSystem ${value.value.system}`)
  if (codes === undefined) return option
  const weight = weightsIn(known, codes).get(value.value.code ?? '')
  return weight === undefined ? option : { ...option, weight }
}

function weightsIn(known: Known, codes: Json): ReadonlyMap<string, number> {
  const before = known.weights.get(codes)
  if (before !== undefined) return before
  const found = new Map<string, number>()
  const open = listOf(codes, 'concept')
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    const [code, weight] = [own(one, 'code'), weightOf(one)]
    if (typeof code === 'string' && weight !== undefined) found.set(code, weight)
    for (const child of listOf(one, 'concept')) open.push(child)
  }
  known.weights.set(codes, found)
  return found
}

function compose(known: Known, set: Json): Expanded {
  const composition = own(set, 'compose')
  if (!isObject(composition)) return { options: [], missing: ['compose'], isCircle: false }
  const parts = listOf(composition, 'include').map((include) => included(known, include))
  const without = listOf(composition, 'exclude').map((exclude) => included(known, exclude))
  if (known.work > workAtMost) return missing('more than can be read')
  const gone = new Set(without.flatMap((part) => part.options.map(keyOf)))
  return {
    options: distinct(parts.flatMap((part) => part.options)).filter((option) => !gone.has(keyOf(option))),
    missing: together([...parts, ...without]),
    isCircle: [...parts, ...without].some((part) => part.isCircle),
  }
}

/** So many of what is missing are named: sets that are made of each other would name the same thousands of times. */
const missingAtMost = 20

function together(parts: readonly Expanded[]): string[] {
  const found = new Set<string>()
  for (const { missing } of parts) {
    for (const one of missing) {
      if (found.size >= missingAtMost) return [...found]
      found.add(one)
    }
  }
  return [...found]
}

function included(known: Known, include: Json): Expanded {
  const system = own(include, 'system')
  const concepts = listOf(include, 'concept')
  const references = own(include, 'valueSet')
  const parts: Expanded[] = []
  if (Array.isArray(references)) {
    for (const reference of references) parts.push(referred(known, reference))
  }
  if (concepts.length > 0) {
    parts.push({
      options: concepts.flatMap((one) => optionOf(one, system)).map((one) => weighed(known, one)),
      missing: [],
      isCircle: false,
    })
  } else if (typeof system === 'string') {
    parts.push(listOf(include, 'filter').length > 0 ? missing(`${system} (filter)`) : allOf(known, system))
  }
  // Several value sets in one include hold only what stands in all of them.
  const [first, ...others] = parts
  if (first === undefined) return missing('include')
  const shared = others.map((part) => new Set(part.options.map(keyOf)))
  return {
    options: first.options.filter((option) => shared.every((keys) => keys.has(keyOf(option)))),
    missing: together(parts),
    isCircle: parts.some((part) => part.isCircle),
  }
}

function referred(known: Known, reference: unknown): Expanded {
  const set = typeof reference === 'string' ? setOf(known, reference) : undefined
  if (set === undefined) return missing(String(reference))
  const found = expand(known, set)
  known.work += found.options.length
  return found
}

const missing = (what: string): Expanded => ({ options: [], missing: [what], isCircle: false })

function allOf(known: Known, system: string): Expanded {
  if (known.work > workAtMost) return missing('more than can be read')
  const codes =
    known.byReference.get(`CodeSystem ${system}`) ?? known.byReference.get(`CodeSystem ${bare(system)}`)
  const concepts = codes === undefined ? [] : listOf(codes, 'concept')
  if (concepts.length === 0) return missing(system)
  const options: FormOption[] = []
  const open = concepts.toReversed()
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    options.push(...optionOf(one, system))
    for (const child of listOf(one, 'concept').toReversed()) open.push(child)
  }
  known.work += options.length
  return { options: distinct(options), missing: [], isCircle: false }
}

function optionOf(concept: Json, system: unknown): FormOption[] {
  const [code, display] = [own(concept, 'code'), own(concept, 'display')]
  if (typeof code !== 'string') return []
  const words = typeof display === 'string' && display !== '' ? display : code
  const weight = weightOf(concept)
  const translations = { ...designations(concept), ...translationsIn(own(concept, '_display')) }
  const text: FormText =
    Object.keys(translations).length > 0 ? { text: words, translations } : { text: words }
  const value = {
    code,
    ...(typeof system === 'string' && { system }),
    ...(typeof display === 'string' && { display }),
  }
  return [{ value: { kind: 'coding', value }, text, ...(weight !== undefined && { weight }) }]
}

function designations(concept: Json): Record<string, string> {
  return Object.fromEntries(
    listOf(concept, 'designation').flatMap((one): [string, string][] => {
      const [language, value] = [own(one, 'language'), own(one, 'value')]
      return typeof language === 'string' && typeof value === 'string' ? [[language, value]] : []
    }),
  )
}

/** What a choice counts for: an extension on it, or (R5) a property of the concept. */
export function weightOf(holder: unknown): number | undefined {
  const found = extensionsOf(holder).find((one) => extensionUse(one.url) === 'weight')
  const property = isObject(holder)
    ? listOf(holder, 'property').find((one) => /^(itemWeight|ordinal|score)$/i.test(String(own(one, 'code'))))
    : undefined
  const value = choiceOf(found ?? property ?? {}, 'value')?.value
  return typeof value === 'number' ? value : undefined
}

function keyOf(option: FormOption): string {
  return option.value.kind === 'coding'
    ? `${option.value.value.system ?? ''}|${option.value.value.code ?? ''}`
    : ''
}

function distinct(options: readonly FormOption[]): FormOption[] {
  return [...new Map(options.map((option) => [keyOf(option), option])).values()]
}

/** The objects in a list; what is none is left out. */
function listOf(json: Json, key: string): Json[] {
  const list = own(json, key)
  return Array.isArray(list) ? list.filter(isObject) : []
}

const lists = ['include', 'exclude', 'concept', 'contains']

/** The parts of a value set or code system that should be lists of objects and are not, as paths; at most ten. */
export function unreadableIn(resource: Json): string[] {
  const found: string[] = []
  const open: { json: Json; at: string }[] = [{ json: resource, at: '' }]
  for (let one = open.pop(); one !== undefined && found.length < 10; one = open.pop()) {
    for (const key of [...lists, 'compose', 'expansion']) {
      const value = own(one.json, key)
      const at = `${one.at}${key}`
      if (value === undefined) continue
      const isList = lists.includes(key)
      if (isList ? !Array.isArray(value) || !value.every(isObject) : !isObject(value)) found.push(at)
      const inside = isList ? listOf(one.json, key) : isObject(value) ? [value] : []
      for (const [index, json] of inside.entries())
        open.push({ json, at: `${isList ? `${at}[${index}]` : at}.` })
    }
  }
  return found
}
