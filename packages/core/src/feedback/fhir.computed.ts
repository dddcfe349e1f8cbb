import { isObject, type Json } from './fhir.json.ts'
import { own } from './fhir.read.ts'
import { valueTo } from './fhir.value.ts'
import type { ComputedValue } from './form.score.ts'
import { type FormItem, type FormModel, itemsOf } from './form.ts'

/**
 * A QuestionnaireResponse with what was computed in the items that compute it and hold no answer of their own; groups that
 * they stand in are made. Answers that came in stay as they are. The response must fit the form.
 */
export function withComputed(resource: Json, form: FormModel, values: readonly ComputedValue[]): Json {
  if (values.length === 0) return resource
  const filling: Filling = {
    values: byEntry(values),
    entries: new Map(),
    holders: holdersOf(form.items),
  }
  const item = filled(listOf(resource, 'item'), form.items, filling)
  return item.length === 0 ? resource : { ...resource, item }
}

type Filling = {
  values: ReadonlyMap<string, readonly ComputedValue[]>
  /** How many entries of an item were met so far: values are known by the order of the entries. */
  entries: Map<string, number>
  /** Items that compute something, or hold one that does. */
  holders: ReadonlySet<FormItem>
}

function byEntry(values: readonly ComputedValue[]): Map<string, ComputedValue[]> {
  const found = new Map<string, ComputedValue[]>()
  for (const one of values) {
    const key = `${one.linkId} ${one.entry ?? 0}`
    found.set(key, [...(found.get(key) ?? []), one])
  }
  return found
}

/** Items that compute, and all above them. */
function holdersOf(items: readonly FormItem[]): Set<FormItem> {
  const found = new Set<FormItem>()
  // Each item comes before those under it, so backwards all below is known.
  for (const item of [...itemsOf(items)].reverse()) {
    const isHolder = item.calculated !== undefined || item.items?.some((child) => found.has(child)) === true
    if (isHolder) found.add(item)
  }
  return found
}

function filled(before: readonly Json[], items: readonly FormItem[], filling: Filling): Json[] {
  const order = new Map(items.map((item, index) => [item.linkId, index]))
  const byLinkId = new Map<unknown, Json[]>()
  for (const entry of before) {
    const same = byLinkId.get(entry.linkId)
    if (same === undefined) byLinkId.set(entry.linkId, [entry])
    else same.push(entry)
  }
  const changed = new Map<Json, Json>()
  const added: { index: number; made: Json }[] = []
  for (const [index, item] of items.entries()) {
    if (!filling.holders.has(item)) continue
    const own = byLinkId.get(item.linkId) ?? []
    for (const entry of own) changed.set(entry, filledEntry(entry, item, filling))
    if (own.length > 0) continue
    const text = item.text === undefined ? {} : { text: item.text.text }
    const made = filledEntry({ linkId: item.linkId, ...text }, item, filling)
    if (made.answer === undefined && made.item === undefined) continue
    added.push({ index, made })
  }
  const after = before.map((entry) => changed.get(entry) ?? entry)
  for (const { index, made } of added) {
    const next = after.findIndex((entry) => (order.get(String(entry.linkId)) ?? -1) > index)
    after.splice(next < 0 ? after.length : next, 0, made)
  }
  return after
}

function filledEntry(entry: Json, item: FormItem, filling: Filling): Json {
  const at = filling.entries.get(item.linkId) ?? 0
  filling.entries.set(item.linkId, at + 1)
  const under = item.items ?? []
  if (item.kind === 'group') {
    const inside = filled(listOf(entry, 'item'), under, filling)
    return inside.length === 0 ? entry : { ...entry, item: inside }
  }
  const answers = listOf(entry, 'answer')
  const computed = (filling.values.get(`${item.linkId} ${at}`) ?? []).map(
    ({ value }): Json => Object.fromEntries([valueTo(value)]),
  )
  const given = answers.length > 0 ? answers : computed
  if (under.length === 0) return given.length === 0 ? entry : { ...entry, answer: given }
  // What stands under an answer that is not there has no place, and is counted all the same.
  const answer = (given.length > 0 ? given : [{}]).map((one): Json => {
    const inside = filled(listOf(one, 'item'), under, filling)
    return inside.length === 0 ? one : { ...one, item: inside }
  })
  return given.length === 0 ? entry : { ...entry, answer }
}

function listOf(json: Json, key: string): Json[] {
  const list = own(json, key)
  // One that stands where a list should is read as one (fhir.read.ts).
  if (isObject(list)) return [list]
  return Array.isArray(list) ? list.filter(isObject) : []
}
