import { readingLevelUrl } from './fhir.extensions.ts'
import type { FhirIssueKind, Report } from './fhir.issue.ts'
import { isObject, type Json } from './fhir.json.ts'
import { formLevels } from './form.level.ts'
import type { FormLevel, FormText, FormWording } from './form.ts'

/** One element of a resource that is being read: what it holds, where it stands, and where to tell of it. */
export type Node = { json: Json; at: string; linkId?: string | undefined; report: Report }

export function tell(node: Node, kind: FhirIssueKind, ...args: string[]): void {
  tellAt(node, '', { kind, args })
}

/** As `tell`, of a part of the element. */
export function tellAt(
  node: Node,
  part: string,
  of: { kind: FhirIssueKind; args?: readonly string[] },
): void {
  const at = part === '' ? node.at : `${node.at}.${part}`
  const { linkId } = node
  const { args = [] } = of
  node.report.say(of.kind, at, { ...(args.length > 0 && { args }), ...(linkId !== undefined && { linkId }) })
}

function wrong(node: Node, key: string, what: string): undefined {
  tellAt(node, key, { kind: 'wrong-type', args: [key, what] })
}

/** A part that is text; anything else but null is told and left aside. */
export function textAt(node: Node, key: string): string | undefined {
  const value = own(node.json, key)
  if (value === undefined) return undefined
  return typeof value === 'string' ? value : wrong(node, key, 'a string')
}

/**
 * Text that says something, of a part without which a form can be used: a number is read as text, anything else is told and
 * left aside.
 */
export function wordsAt(node: Node, key: string): string | undefined {
  const said = own(node.json, key)
  const value = typeof said === 'number' ? asIf(node, key, { what: 'a string', value: String(said) }) : said
  if (typeof value === 'string') return value.trim() === '' ? undefined : value
  if (value !== undefined) left(node, key, 'a string')
  return undefined
}

/** True or false, also when it is written as text; anything else is told and left aside. */
export function flagAt(node: Node, key: string): boolean | undefined {
  const value = own(node.json, key)
  if (value === undefined || typeof value === 'boolean') return value
  const what = 'true or false'
  if (value === 'true' || value === 'false') return asIf(node, key, { what, value: value === 'true' })
  left(node, key, what)
  return undefined
}

/** A number, also when it is written as text; anything else is told and left aside. */
export function numberAt(node: Node, key: string): number | undefined {
  const value = own(node.json, key)
  if (value === undefined || typeof value === 'number') return value
  if (typeof value === 'string' && /^-?\d{1,15}(\.\d{1,15})?$/.test(value))
    return asIf(node, key, { what: 'a number', value: Number(value) })
  left(node, key, 'a number')
  return undefined
}

function asIf<Value>(node: Node, key: string, { what, value }: { what: string; value: Value }): Value {
  tellAt(node, key, { kind: 'type-read', args: [key, what] })
  return value
}

function left(node: Node, key: string, what: string): void {
  tellAt(node, key, { kind: 'type-left', args: [key, what] })
}

/** The elements of a list of objects, or a single one that stands there; one that is no object is told and left out. */
export function listAt(node: Node, key: string): Node[] {
  const value = own(node.json, key)
  if (value === undefined) return []
  if (isObject(value))
    return asIf(node, key, { what: 'a list', value: [{ ...node, json: value, at: `${node.at}.${key}` }] })
  if (!Array.isArray(value)) {
    wrong(node, key, 'a list')
    return []
  }
  return value.flatMap((json: unknown, index): Node[] => {
    const at = `${node.at}.${key}[${index}]`
    if (isObject(json)) return [{ ...node, json, at }]
    node.report.say('wrong-type', at, { args: [key, 'an object'], ...linkIdOf(node) })
    return []
  })
}

const linkIdOf = ({ linkId }: Node) => (linkId === undefined ? {} : { linkId })

/** The element at a key, when it is an object. */
export function objectAt(node: Node, key: string): Node | undefined {
  const value = own(node.json, key)
  if (value === undefined) return undefined
  return isObject(value) ? { ...node, json: value, at: `${node.at}.${key}` } : wrong(node, key, 'an object')
}

/** What a resource itself says at a key; null is nothing, and what every object has by birth is not asked. */
export function own(json: Json, key: string): unknown {
  return Object.hasOwn(json, key) ? (json[key] ?? undefined) : undefined
}

/** The first `value[x]` (or another `prefix[x]`) of an element, with the name of its type. */
export function choiceOf(
  json: Json,
  prefix: string,
): { type: string; value: unknown; key: string } | undefined {
  for (const key of Object.keys(json)) {
    if (key.startsWith(prefix) && /^[A-Z]/.test(key.slice(prefix.length)) && own(json, key) !== undefined)
      return { type: key.slice(prefix.length), value: json[key], key }
  }
  return undefined
}

const translation = 'http://hl7.org/fhir/StructureDefinition/translation'

/** Words with their translations, as they stand beside them (`text` and `_text`). */
export function formTextAt(node: Node, key: string): FormText | undefined {
  const text = wordsAt(node, key)
  if (text === undefined) return undefined
  return { text, ...othersIn(own(node.json, `_${key}`)) }
}

/** What stands beside a text: its translations, and its words for other reading levels. */
export function othersIn(beside: unknown): Omit<FormText, 'text'> {
  const translations = translationsIn(beside)
  const levels = levelsIn(beside)
  return { ...(translations && { translations }), ...(levels && { levels }) }
}

/** The translations in the extensions of a text. */
export function translationsIn(beside: unknown): Record<string, string> | undefined {
  const found = extensionsOf(beside)
    .filter((one) => one.url === translation)
    .flatMap((one): [string, string][] => {
      const parts = extensionsOf(one)
      const [lang, content] = ['lang', 'content'].map((url) => parts.find((part) => part.url === url))
      const tag = lang === undefined ? undefined : choiceOf(lang, 'value')?.value
      const words = content === undefined ? undefined : choiceOf(content, 'value')?.value
      return typeof tag === 'string' && typeof words === 'string' ? [[tag, words]] : []
    })
  return found.length === 0 ? undefined : Object.fromEntries(found)
}

type Worded = { level: FormLevel; lang: string | undefined; content: string }

/** The words for another reading level that an extension of ours holds; null when it is not readable. */
export function readingLevelIn(extension: Json): Worded | null {
  const parts = extensionsOf(extension)
  const [level, lang, content] = ['level', 'lang', 'content'].map((url) => {
    const part = parts.find((one) => one.url === url)
    return part && choiceOf(part, 'value')?.value
  })
  const known = formLevels.find((one) => one === level)
  if (known === undefined || typeof content !== 'string') return null
  if (lang !== undefined && typeof lang !== 'string') return null
  return { level: known, lang, content }
}

function levelsIn(beside: unknown): FormText['levels'] {
  const found: Partial<Record<FormLevel, FormWording>> = {}
  for (const one of extensionsOf(beside)) {
    const read = one.url === readingLevelUrl ? readingLevelIn(one) : null
    if (read === null) continue
    const { level, lang, content } = read
    const { text, translations } = found[level] ?? {}
    found[level] =
      lang === undefined
        ? { text: text ?? content, ...(translations && { translations }) }
        : { ...(text !== undefined && { text }), translations: { ...translations, [lang]: content } }
  }
  return Object.keys(found).length === 0 ? undefined : found
}

/** The extensions of anything that may have them; what is none is left out. */
export function extensionsOf(value: unknown): Json[] {
  if (!isObject(value)) return []
  const list = own(value, 'extension')
  return Array.isArray(list) ? list.filter(isObject) : []
}

/** Tells what stands in a small element beside what is read there. */
export function tellOthers(node: Node, known: RegExp): void {
  for (const key of Object.keys(node.json)) {
    if (key !== 'extension' && !known.test(key)) tellAt(node, key, { kind: 'not-supported', args: [key] })
  }
}
