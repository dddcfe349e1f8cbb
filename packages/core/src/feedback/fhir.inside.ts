import { extensionUse } from './fhir.extensions.ts'
import { isObject, type Json } from './fhir.json.ts'
import { choiceOf, extensionsOf, type Node, own, readingLevelIn, tellAt } from './fhir.read.ts'

/** Parts of an item that hold values, each a list of objects, and how their value is called. */
const holders = { answerOption: 'value', option: 'value', initial: 'value', enableWhen: 'answer' } as const

const numbers = /^(Integer|PositiveInt|UnsignedInt|Decimal)$/

/**
 * The item with numbers and flags that are written as text (`valueInteger: "10"`) as what they are meant to be; each is told.
 * The same item when there are none.
 */
export function withPlainValues(node: Node): Node {
  let { json } = node
  for (const [key, prefix] of Object.entries(holders)) {
    const list = own(json, key)
    if (!Array.isArray(list)) continue
    const read = list.map((one: unknown, at) => plainIn(node, one, { prefix, at: `${key}[${at}]` }))
    if (read.some((one, at) => one !== list[at])) json = { ...json, [key]: read }
  }
  return json === node.json ? node : { ...node, json }
}

function plainIn(node: Node, holder: unknown, { prefix, at }: { prefix: string; at: string }): unknown {
  if (!isObject(holder)) return holder
  const choice = choiceOf(holder, prefix)
  if (choice === undefined || typeof choice.value !== 'string') return holder
  const { key, type, value } = choice
  const plain = plainOf(type, value)
  if (plain === undefined) return holder
  tellAt(node, `${at}.${key}`, {
    kind: 'type-read',
    args: [key, typeof plain === 'number' ? 'a number' : 'true or false'],
  })
  return { ...holder, [key]: plain }
}

function plainOf(type: string, text: string): number | boolean | undefined {
  if (type === 'Boolean') return text === 'true' ? true : text === 'false' ? false : undefined
  if (!numbers.test(type)) return undefined
  return (type === 'Decimal' ? /^-?\d{1,15}(\.\d{1,15})?$/ : /^-?\d{1,9}$/).test(text)
    ? Number(text)
    : undefined
}

/** Of an option, a beginning or a condition what is read at the first level; below it nothing is. */
const readAtFirst = new Set(Object.keys(holders))

/**
 * Tells of extensions that stand inside the parts of an item where nobody looks for them: in a code, in the coding of a
 * beginning or of a condition, beside the words of an option.
 */
export function tellInside(node: Node): void {
  for (const key of ['code', ...readAtFirst]) {
    const list = own(node.json, key)
    if (!Array.isArray(list)) continue
    for (const [at, one] of list.entries()) {
      if (isObject(one)) tellBelow(node, one, `${key}[${at}]`)
    }
  }
}

function tellBelow(node: Node, holder: Json, at: string): void {
  const isOption = /^(answerOption|option)\b/.test(at)
  if (at.startsWith('code')) tellThese(node, holder, at)
  for (const [key, part] of Object.entries(holder)) {
    if (!isObject(part)) continue
    // What stands on the value of an option itself is read: a weight, a prefix.
    if (!isOption) tellThese(node, part, `${at}.${key}`)
    for (const [name, inner] of Object.entries(part)) {
      if (isObject(inner)) tellThese(node, inner, `${at}.${key}.${name}`)
    }
  }
}

function tellThese(node: Node, holder: Json, at: string): void {
  const isWords = at.endsWith('._display')
  for (const one of extensionsOf(holder)) {
    const { url } = one
    const use = extensionUse(url)
    // Words of a choice in another language or for other readers are read.
    const isRead = use === 'translation' || (use === 'readingLevel' && readingLevelIn(one) !== null)
    if (isWords && isRead) continue
    const kind = use === 'not-supported' ? 'not-supported' : 'not-used'
    tellAt(node, at, { kind, args: [typeof url === 'string' ? url : 'an extension without url'] })
  }
}
