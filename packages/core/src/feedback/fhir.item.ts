import { readConditions } from './fhir.conditions.ts'
import { answerConstraintUrl } from './fhir.extensions.ts'
import { tellInside, withPlainValues } from './fhir.inside.ts'
import {
  readExpressions,
  readExtensions,
  readHints,
  roleOf,
  tellBeside,
  tellUnread,
} from './fhir.item-extensions.ts'
import { readChoices } from './fhir.options.ts'
import {
  choiceOf,
  extensionsOf,
  flagAt,
  formTextAt,
  listAt,
  type Node,
  numberAt,
  own,
  tell,
  tellAt,
  tellOthers,
  textAt,
  wordsAt,
} from './fhir.read.ts'
import { codingFrom, valueFrom } from './fhir.value.ts'
import type { ValueSets } from './fhir.value-sets.ts'
import {
  type FormItem,
  type FormKind,
  type FormText,
  formDepthLimit,
  formKinds,
  isAnswerable,
} from './form.ts'
import type { FormValue } from './form.value.ts'

/** What goes for all items of one form while it is read. */
export type Reading = { valueSets: ValueSets; linkIds: Set<string>; count: number; options: number }

/** More items than this are no form that anybody fills in. */
export const itemsAtMost = 20_000

/** A large value set used by many items would make a small file into a model that fits nowhere. */
const optionsAtMost = 150_000

/** What a child of an item turned out to be: an item, or words that belong to the item above it. */
type Child = { item: FormItem } | { role: string; text: FormText; linkId: string }

export function readItems(above: Node, reading: Reading, depth = 1): FormItem[] {
  return readChildren(above, reading, depth).flatMap((child) => ('item' in child ? [child.item] : []))
}

function readChildren(above: Node, reading: Reading, depth: number): Child[] {
  const nodes = listAt(above, 'item')
  if (nodes.length > 0 && depth > formDepthLimit) {
    tellAt(above, 'item', { kind: 'too-deep', args: [String(formDepthLimit)] })
    return []
  }
  return nodes.flatMap((node): Child[] => {
    reading.count += 1
    if (reading.count === itemsAtMost + 1) tell(node, 'too-many-items', String(itemsAtMost))
    if (reading.count > itemsAtMost) return []
    return [readItem(node, reading, depth)]
  })
}

function readItem(bare: Node, reading: Reading, depth: number): Child {
  const { linkId, node: asWritten } = named(bare, reading)
  const node = withPlainValues(asWritten)
  const ext = readExtensions(node)
  const children = readChildren(node, reading, depth + 1)
  const items = children.flatMap((child) => ('item' in child ? [child.item] : []))
  const kind = kindOf(node, items.length > 0)
  tellUnknownParts(node)
  const text = formTextAt(node, 'text')
  const role = kind === 'display' && text !== undefined ? roleOf(ext) : null
  // One with a condition of its own comes and goes by itself.
  const isAlways = own(node.json, 'enableWhen') === undefined && ext.one('enableExpression') === undefined
  if (role !== null && text !== undefined && isBeside.test(role) && depth > 1 && isAlways) {
    tellUnread(ext)
    return { role, text, linkId }
  }
  const prefix = wordsAt(node, 'prefix')
  const conditions = readConditions(node)
  const codes = listAt(node, 'code').map((one) => codingFrom(one.json))
  const hints = readHints(node, ext)
  const expressions = readExpressions(ext)
  // Looked at elsewhere (`constraintBeside`), or saying what goes here anyway: another unit may always be given.
  for (const name of ['answerConstraint', 'unitOpen', 'displayCategory'] as const) ext.all(name)
  tellUnread(ext)
  const item: FormItem = {
    linkId,
    ...{ kind, ...(prefix !== undefined && { prefix }), ...(text && { text }) },
    ...hints,
    ...besideOf(children, hints),
    ...flagsOf(node, kind),
    ...expressions,
    ...(isAnswerable(kind) && answersOf(node, reading, kind)),
    ...(conditions && { enableWhen: conditions }),
    ...(codes.length > 0 && { codes }),
    ...(items.length > 0 && { items }),
  }
  tellOddities(node, item)
  return { item }
}

/** Texts that stand with the question above them. */
const isBeside = /^(help|flyover|unit|lower|upper)$/

function besideOf(children: readonly Child[], hints: Partial<FormItem>): Partial<FormItem> {
  const said = (role: RegExp) =>
    children.flatMap((child) => ('role' in child && role.test(child.role) ? [child.text] : []))[0]
  const [help, unit, low, high] = [said(/^(help|flyover)$/), said(/^unit$/), said(/^lower$/), said(/^upper$/)]
  const isUnit = unit !== undefined && hints.units === undefined
  const beside = children.flatMap((child) => ('role' in child ? [child.linkId] : []))
  return {
    ...(beside.length > 0 && { beside }),
    ...(help && { help }),
    ...(isUnit && { units: [{ unit: unit.text }] }),
    ...((low || high) && { slider: { ...hints.slider, ...(low && { low }), ...(high && { high }) } }),
  }
}

function named(bare: Node, reading: Reading): { linkId: string; node: Node } {
  const said = textAt(bare, 'linkId')
  const isText = own(bare.json, 'type') === 'display'
  const linkId = said === undefined || said.trim() === '' ? freeName(reading) : said
  const node = { ...bare, linkId }
  if (said !== undefined && said.trim() !== '') {
    if (reading.linkIds.has(linkId)) tell(node, 'link-id-double', linkId)
  } else if (isText) tell(node, 'link-id-made', linkId)
  // One that is there and is no text was told already.
  else if (said !== undefined || own(bare.json, 'linkId') === undefined) tell(bare, 'link-id-missing')
  reading.linkIds.add(linkId)
  return { linkId, node }
}

function freeName(reading: Reading): string {
  let name = `without-link-id-${reading.count}`
  while (reading.linkIds.has(name)) name += '-'
  return name
}

/** Types by their name in R4 and R5, and what STU3 called differently. */
const kindByType = new Map<string, FormKind>([
  ...formKinds.filter((kind) => kind !== 'unsupported').map((kind): [string, FormKind] => [kind, kind]),
  ['coding', 'choice'],
  ['uri', 'url'],
])

function kindOf(node: Node, hasItems: boolean): FormKind {
  const type = textAt(node, 'type')
  if (type === undefined) {
    if (own(node.json, 'type') === undefined) tell(node, hasItems ? 'type-taken' : 'type-missing')
    return hasItems ? 'group' : 'unsupported'
  }
  const kind = kindByType.get(type)
  if (kind === undefined) {
    tell(node, 'type-unknown', type)
    return hasItems && type !== 'question' ? 'group' : 'unsupported'
  }
  if (kind === 'display' && hasItems) {
    tell(node, 'display-with-items')
    return 'group'
  }
  if (kind === 'reference' || kind === 'attachment') tell(node, 'cannot-be-answered', type)
  return openKind(node, kind)
}

/** Kinds that become a choice when they name their options (R4 and R5 both allow it). */
const mayHaveOptions = ['string', 'text', 'integer', 'decimal', 'quantity', 'date', 'dateTime', 'time', 'url']

function constraintBeside(node: Node): string | undefined {
  const found = extensionsOf(node.json).find((one) => one.url === answerConstraintUrl)
  const value = found && choiceOf(found, 'value')?.value
  return typeof value === 'string' ? value : undefined
}

/** R5 says with `answerConstraint` whether other answers than the options may be given; R4 with the type. */
function openKind(node: Node, kind: FormKind): FormKind {
  const constraint = textAt(node, 'answerConstraint') ?? constraintBeside(node)
  const hasOptions = ['answerOption', 'answerValueSet', 'option', 'options'].some(
    (key) => own(node.json, key) !== undefined,
  )
  const isChoice = kind === 'choice' || kind === 'open-choice'
  if (isChoice && constraint === 'optionsOrString') return 'open-choice'
  if (!hasOptions || !(isChoice || mayHaveOptions.includes(kind))) return kind
  if (constraint === 'optionsOrString') return 'open-choice'
  if (constraint === 'optionsOrType') return isChoice ? 'open-choice' : kind
  return isChoice ? kind : 'choice'
}

function flagsOf(node: Node, kind: FormKind): Partial<FormItem> {
  const found = {
    required: flagAt(node, 'required'),
    repeats: flagAt(node, 'repeats'),
    readOnly: flagAt(node, 'readOnly'),
  }
  const maxLength = numberAt(node, 'maxLength')
  if (kind === 'display' && (found.required || found.repeats)) {
    tell(node, 'display-with-condition', found.required ? 'required' : 'repeats')
    return {}
  }
  const takesLength = ['string', 'text', 'url', 'open-choice'].includes(kind)
  const isLength = maxLength !== undefined && Number.isInteger(maxLength) && maxLength > 0 && takesLength
  if (maxLength !== undefined && !isLength) tell(node, 'limit-unreadable', 'maxLength')
  return {
    ...(found.required && { required: true }),
    ...(found.repeats && { repeats: true }),
    ...(found.readOnly && { readOnly: true }),
    ...(isLength && { maxLength }),
  }
}

function answersOf(node: Node, reading: Reading, kind: FormKind): Partial<FormItem> {
  const { preset, ...all } = readChoices(node, reading.valueSets)
  const choices = counted(node, reading, all)
  const isChoice = kind === 'choice' || kind === 'open-choice'
  if (isChoice && choices.options === undefined && choices.optionsElsewhere === undefined) {
    tell(node, 'options-missing')
  }
  const initial = [...initialOf(node, kind), ...preset]
  return { ...choices, ...(initial.length > 0 && { initial }) }
}

function counted<Choices extends Pick<FormItem, 'options'>>(
  node: Node,
  reading: Reading,
  choices: Choices,
): Partial<Choices> {
  const before = reading.options
  reading.options += choices.options?.length ?? 0
  if (reading.options <= optionsAtMost) return choices
  if (before <= optionsAtMost) tell(node, 'too-many-options', String(optionsAtMost))
  return {}
}

function initialOf(node: Node, kind: FormKind): FormValue[] {
  const isList = Array.isArray(own(node.json, 'initial')) || own(node.json, 'initial') === undefined
  const older = choiceOf(node.json, 'initial')
  if (older !== undefined) {
    tellAt(node, older.key, { kind: 'older-notation', args: [older.key, 'initial.value[x]'] })
  }
  const given = isList ? listAt(node, 'initial') : []
  for (const one of given) {
    tellOthers(one, /^(id|value[A-Z]\w*)$/)
    for (const { url } of extensionsOf(one.json)) tell(one, 'not-supported', String(url))
  }
  const all = [...given.map((one) => choiceOf(one.json, 'value')), ...(older ? [older] : [])]
  if (!isList) tellAt(node, 'initial', { kind: 'wrong-type', args: ['initial', 'a list'] })
  return all.flatMap((choice) => {
    const value = choice && valueFrom(choice.type, choice.value)
    if (value && fits(value, kind)) return [value]
    tellAt(node, 'initial', { kind: 'initial-unreadable' })
    return []
  })
}

/** Whether a value is of the kind that a question asks for. */
export function fits(value: FormValue, kind: FormKind): boolean {
  if (kind === 'text') return value.kind === 'string'
  if (kind === 'decimal') return value.kind === 'decimal' || value.kind === 'integer'
  if (kind === 'choice' || kind === 'open-choice') return value.kind !== 'attachment'
  if (kind === 'dateTime') return value.kind === 'dateTime' || value.kind === 'date'
  return value.kind === kind
}

function tellOddities(node: Node, item: FormItem): void {
  if (!isAnswerable(item.kind)) {
    const asked = Object.keys(node.json).filter((key) =>
      /^(initial|answerOption|answerValueSet|maxLength)/.test(key),
    )
    for (const key of asked) tellAt(node, key, { kind: 'display-with-condition', args: [key] })
  }
  if (item.kind === 'group' && (item.items ?? []).length === 0) tell(node, 'group-empty')
  if (isAnswerable(item.kind) && item.text === undefined && item.hidden !== true) tell(node, 'text-missing')
}

const itemParts = new Set(
  `id linkId definition code prefix text type enableWhen enableBehavior required repeats readOnly maxLength answerValueSet
  answerOption answerConstraint initial item extension modifierExtension option options _text _prefix`.split(
    /\s+/,
  ),
)

/** Whatever else stands in an item is kept, and told by its name. */
function tellUnknownParts(node: Node): void {
  tellBeside(node, 'text')
  tellBeside(node, 'prefix')
  tellInside(node)
  if (own(node.json, 'definition') !== undefined)
    tellAt(node, 'definition', { kind: 'not-used', args: ['definition'] })
  for (const key of Object.keys(node.json)) {
    if (itemParts.has(key) || key.startsWith('initial')) continue
    const isPlain =
      key === 'disabledDisplay' ||
      key === 'designNote' ||
      (key.startsWith('_') && itemParts.has(key.slice(1)))
    tellAt(node, key, { kind: isPlain ? 'not-used' : 'not-supported', args: [key] })
  }
}
