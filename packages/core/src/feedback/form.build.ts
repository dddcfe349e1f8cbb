/**
 * Building a form by hand: each step gives a new model and leaves the old one as it was, so that a step can be undone. What is
 * asked for and does not fit (no such item, nowhere to go) changes nothing.
 */
import { type FormItem, type FormKind, type FormModel, isAnswerable, itemsOf } from './form.ts'

/** Kinds that a builder offers, in this order. */
export const buildKinds = [
  'choice',
  'open-choice',
  'boolean',
  'text',
  'string',
  'integer',
  'decimal',
  'quantity',
  'date',
  'dateTime',
  'time',
  'url',
  'display',
  'group',
] as const satisfies readonly FormKind[]
export type BuildKind = (typeof buildKinds)[number]

/** A form that is built here has so many items in each other at most. */
export const builtDepthAtMost = 20

export const moves = ['up', 'down', 'in', 'out'] as const
export type Move = (typeof moves)[number]

/** A new form without questions, in its language (BCP-47). */
export function emptyForm(title: string, language: string): FormModel {
  return { title: { text: title }, status: 'draft', language, items: [] }
}

/** A linkId that the form does not have: `vraag-1`, or the first number after it that is free. */
export function freeLinkId(form: Pick<FormModel, 'items'>, stem = 'vraag'): string {
  const taken = new Set(Array.from(itemsOf(form.items), ({ linkId }) => linkId))
  let number = 1
  while (taken.has(`${stem}-${number}`)) number += 1
  return `${stem}-${number}`
}

/** A new item of a kind; a choice begins with two choices without words. */
export function newItem(form: Pick<FormModel, 'items'>, kind: BuildKind): FormItem {
  const linkId = freeLinkId(form, kind === 'group' ? 'deel' : kind === 'display' ? 'tekst' : 'vraag')
  const item: FormItem = { linkId, kind, text: { text: '' } }
  if (kind === 'group') return { ...item, items: [] }
  if (kind === 'choice' || kind === 'open-choice') return { ...item, options: [option(1), option(2)] }
  return item
}

/** A choice without words yet; its code stays when its words change, so that answers keep their meaning. */
export function option(number: number): NonNullable<FormItem['options']>[number] {
  return { value: { kind: 'coding', value: { code: `${number}` } }, text: { text: '' } }
}

/** Where an item comes: right after another one, as the last inside a group, or (null) at the end of the form. */
export type Place = { after: string } | { inside: string } | null

/** The form with an item more; unchanged where it would stand deeper than a form may be. */
export function addItem(form: FormModel, item: FormItem, place: Place): FormModel {
  if (place === null) return { ...form, items: [...form.items, item] }
  const above = 'inside' in place ? depthOf(form, place.inside) : depthOf(form, place.after) - 1
  if (above + heightOf(item) > builtDepthAtMost) return form
  const items =
    'after' in place
      ? mapSiblings(form.items, place.after, (found, at, all) => [
          ...all.slice(0, at),
          found,
          item,
          ...all.slice(at + 1),
        ])
      : mapSiblings(form.items, place.inside, (found, at, all) =>
          found.kind === 'group' ? all.with(at, { ...found, items: [...(found.items ?? []), item] }) : all,
        )
  return { ...form, items }
}

/** An item with other words, options or rules. Its linkId stays. */
export function changeItem(form: FormModel, linkId: string, change: (item: FormItem) => FormItem): FormModel {
  const items = mapSiblings(form.items, linkId, (found, at, all) =>
    all.with(at, { ...change(found), linkId: found.linkId }),
  )
  return { ...form, items }
}

/** The form without an item and what stands under it. Conditions of others on it go as well: they could never hold. */
export function removeItem(form: FormModel, linkId: string): FormModel {
  const found = findItem(form, linkId)
  if (found === undefined) return form
  const gone = new Set(Array.from(itemsOf([found]), (item) => item.linkId))
  const items = mapSiblings(form.items, linkId, (_, at, all) => all.toSpliced(at, 1))
  return { ...form, items: items.map((item) => withoutConditionsOn(item, gone)) }
}

/** The same item once more, right after it, with linkIds of its own; conditions inside it point at the copies. */
export function duplicateItem(form: FormModel, linkId: string): { form: FormModel; linkId: string } | null {
  const found = findItem(form, linkId)
  if (found === undefined) return null
  const names = new Map<string, string>()
  let grown: Pick<FormModel, 'items'> = form
  for (const item of itemsOf([found])) {
    const name = freeLinkId(grown, stemOf(item.linkId))
    names.set(item.linkId, name)
    grown = { items: [...grown.items, { linkId: name, kind: 'display' }] }
  }
  const copy = renamed(found, names)
  return { form: addItem(form, copy, { after: linkId }), linkId: copy.linkId }
}

/**
 * One step of an item among the others: up or down among its neighbours, in to the end of the group before it, out to right
 * after the group that holds it. Null where there is nowhere to go.
 */
export function moveItem(form: FormModel, linkId: string, move: Move): FormModel | null {
  const found = findItem(form, linkId)
  if (found === undefined) return null
  const { siblings, group } = aroundOf(form, linkId)
  const at = siblings.findIndex((item) => item.linkId === linkId)
  const before = siblings[at - 1]
  if (move === 'in') {
    if (before?.kind !== 'group' || depthOf(form, before.linkId) + heightOf(found) > builtDepthAtMost)
      return null
    return addItem(withoutItem(form, linkId), found, { inside: before.linkId })
  }
  if (move === 'out') {
    return group === null ? null : addItem(withoutItem(form, linkId), found, { after: group.linkId })
  }
  const to = move === 'up' ? at - 1 : at + 1
  const other = siblings[to]
  if (other === undefined) return null
  const items = mapSiblings(form.items, linkId, (item, i, all) => all.with(i, other).with(to, item))
  return { ...form, items }
}

/** An item of the form, however deep. */
export function findItem(form: Pick<FormModel, 'items'>, linkId: string): FormItem | undefined {
  for (const item of itemsOf(form.items)) if (item.linkId === linkId) return item
  return undefined
}

/** The questions on whose answers an item can wait: those before it that are answered here. */
export function questionsBefore(form: Pick<FormModel, 'items'>, linkId: string): FormItem[] {
  const before: FormItem[] = []
  for (const item of itemsOf(form.items)) {
    if (item.linkId === linkId) break
    if (isAnswerable(item.kind) && item.calculated === undefined) before.push(item)
  }
  return before
}

/**
 * The FHIRPath of a sum over some questions: what their choices count for, and numbers as they are. Whoever left one open
 * gets no sum: nothing is filled in for her.
 */
export function sumExpression(form: Pick<FormModel, 'items'>, linkIds: readonly string[]): string {
  const chosen = linkIds.flatMap((id) => findItem(form, id) ?? [])
  const asText = ({ linkId }: FormItem) => `'${linkId.replaceAll(/[\\']/g, String.raw`\$&`)}'`
  const answers = (item: FormItem) => `%resource.repeat(item).where(linkId = ${asText(item)}).answer`
  const isNumber = ({ kind }: FormItem) => kind === 'integer' || kind === 'decimal'
  const values = chosen.map((item) =>
    isNumber(item) ? `${answers(item)}.value` : `${answers(item)}.weight()`,
  )
  const all = chosen.map((item) => `${answers(item)}.exists()`)
  return `iif(${all.join(' and ')}, ${values.map((value) => `${value}.sum()`).join(' + ')}, {})`
}

/** The items of a `sumExpression` of ours, for showing it again as a choice of questions; null for any other expression. */
export function summedItems(form: Pick<FormModel, 'items'>, expression: string): string[] | null {
  const named = Array.from(expression.matchAll(/linkId = '((?:[^'\\]|\\.)*)'/g), ([, name = '']) =>
    name.replaceAll(/\\(.)/g, '$1'),
  )
  const once = [...new Set(named)]
  return once.length > 0 && sumExpression(form, once) === expression ? once : null
}

/** The siblings among which an item stands, changed; everything else as it is. */
function mapSiblings(
  items: readonly FormItem[],
  linkId: string,
  make: (found: FormItem, at: number, all: readonly FormItem[]) => readonly FormItem[],
): readonly FormItem[] {
  const at = items.findIndex((item) => item.linkId === linkId)
  const found = items[at]
  if (found !== undefined) return make(found, at, items)
  return items.map((item) => {
    if (item.items === undefined) return item
    const before = item.items
    const under = mapSiblings(before, linkId, make)
    const isSame = under.length === before.length && under.every((one, i) => one === before[i])
    return isSame ? item : { ...item, items: under }
  })
}

const withoutItem = (form: FormModel, linkId: string): FormModel => ({
  ...form,
  items: mapSiblings(form.items, linkId, (_, at, all) => all.toSpliced(at, 1)),
})

function aroundOf(
  form: FormModel,
  linkId: string,
): { siblings: readonly FormItem[]; group: FormItem | null } {
  for (const item of itemsOf(form.items)) {
    if (item.items?.some((child) => child.linkId === linkId)) return { siblings: item.items, group: item }
  }
  return { siblings: form.items, group: null }
}

function depthOf(form: FormModel, linkId: string): number {
  const { group } = aroundOf(form, linkId)
  return group === null ? 1 : 1 + depthOf(form, group.linkId)
}

function heightOf(item: FormItem): number {
  return 1 + Math.max(0, ...(item.items ?? []).map(heightOf))
}

function withoutConditionsOn(item: FormItem, gone: ReadonlySet<string>): FormItem {
  const items = item.items?.map((child) => withoutConditionsOn(child, gone))
  const { enableWhen, ...rest } = items === undefined ? item : { ...item, items }
  if (enableWhen === undefined) return rest
  const conditions = enableWhen.conditions.filter(({ question }) => !gone.has(question))
  return conditions.length === 0 ? rest : { ...rest, enableWhen: { ...enableWhen, conditions } }
}

/** `vraag-3` gives `vraag`, so that a copy gets the next number. */
const stemOf = (linkId: string) => linkId.replace(/-\d+$/, '').slice(0, 200)

function renamed(item: FormItem, names: ReadonlyMap<string, string>): FormItem {
  const name = (linkId: string) => names.get(linkId) ?? linkId
  const { enableWhen, items, beside } = item
  return {
    ...item,
    linkId: name(item.linkId),
    ...(enableWhen && {
      enableWhen: {
        ...enableWhen,
        conditions: enableWhen.conditions.map((one) => ({ ...one, question: name(one.question) })),
      },
    }),
    ...(beside && { beside: beside.map(name) }),
    ...(items && { items: items.map((child) => renamed(child, names)) }),
  }
}
