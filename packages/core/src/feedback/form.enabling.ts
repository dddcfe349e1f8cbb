import type { FormAnswer, FormAnswers } from './form.answers.ts'
import type { FormCondition, FormItem, FormModel } from './form.ts'
import { compareValues, type FormValue, sameValue } from './form.value.ts'

/** The place of one item within one filled-in group (or the form itself), with what was answered there. */
export type FormSlot = {
  item: FormItem
  /** One for a question; as many as a group was filled in. Empty when nothing was answered. */
  entries: readonly FormAnswer[]
  /** For a group: per time it was filled in, or one empty one. For a question: per value. */
  under: readonly FormPlace[]
  /** Whether the item is asked, given the answers: its own conditions and those above it. */
  enabled: boolean
}
/** The form itself, one filled-in group, or one value with items under it. */
export type FormPlace = { slots: readonly FormSlot[] }

type Slot = {
  -readonly [Key in keyof FormSlot]: FormSlot[Key]
} & { above: Place; state: 'unknown' | 'asked' | 'known' }
type Place = { slots: Slot[]; owner: Slot | null; byLinkId: Map<string, Slot[]> | null }

/**
 * Lays the answers into the form and says of each item whether it is asked: `enableWhen` with all operators, any or all,
 * looked up in the nearest group that holds the question (FHIR R4, Questionnaire.item.enableWhen). An answer to an item that
 * is not asked counts as no answer. Items that ask for each other count as asked. `byExpression` holds what the server
 * found for items with an expression; without it they are asked.
 */
export function layForm(
  form: Pick<FormModel, 'items'>,
  answers: FormAnswers,
  byExpression: ReadonlyMap<string, boolean> = new Map(),
): FormPlace {
  const root = placeOf(form.items, answers.items, null)
  // In the order of the form: conditions mostly look back, at what is known by then.
  const open = root.slots.toReversed()
  for (let slot = open.pop(); slot !== undefined; slot = open.pop()) {
    decide(slot, { byExpression, depth: 0 })
    for (const place of slot.under.toReversed()) open.push(...(place as Place).slots.toReversed())
  }
  return root
}

/** The linkIds of the items that are asked somewhere in the form. */
export function enabledLinkIds(
  form: Pick<FormModel, 'items'>,
  answers: FormAnswers,
  byExpression?: ReadonlyMap<string, boolean>,
): ReadonlySet<string> {
  const found = new Set<string>()
  const open: FormPlace[] = [layForm(form, answers, byExpression)]
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    for (const slot of place.slots) {
      if (slot.enabled) found.add(slot.item.linkId)
      open.push(...slot.under)
    }
  }
  return found
}

function placeOf(items: readonly FormItem[], entries: readonly FormAnswer[], owner: Slot | null): Place {
  const place: Place = { slots: [], owner, byLinkId: null }
  const byLinkId = entriesByLinkId(entries)
  for (const item of items) {
    const own = byLinkId.get(item.linkId) ?? []
    const slot: Slot = { item, entries: own, under: [], enabled: true, above: place, state: 'unknown' }
    const children = item.items ?? []
    if (item.kind === 'group') {
      const instances = own.length > 0 ? own : [{ linkId: item.linkId }]
      slot.under = instances.map((one) => placeOf(children, one.items ?? [], slot))
    } else if (children.length > 0) {
      const values = own.flatMap((one) => one.values ?? [])
      const instances = values.length > 0 ? values : [{ items: own.flatMap((one) => one.items ?? []) }]
      slot.under = instances.map((one) => placeOf(children, one.items ?? [], slot))
    }
    place.slots.push(slot)
  }
  return place
}

function entriesByLinkId(entries: readonly FormAnswer[]): Map<string, FormAnswer[]> {
  const found = new Map<string, FormAnswer[]>()
  for (const entry of entries) {
    const same = found.get(entry.linkId)
    if (same === undefined) found.set(entry.linkId, [entry])
    else same.push(entry)
  }
  return found
}

type Asking = { byExpression: ReadonlyMap<string, boolean>; depth: number }

/** A longer chain of items that each wait for a later one is no form, but it must not end the program. */
const chainLimit = 300

function decide(slot: Slot, asking: Asking): boolean {
  if (slot.state === 'known') return slot.enabled
  // Asked again while being decided: two items wait for each other.
  if (slot.state === 'asked' || asking.depth > chainLimit) return true
  slot.state = 'asked'
  const { byExpression } = asking
  const next = { byExpression, depth: asking.depth + 1 }
  const { item, above } = slot
  const isOwnerAsked = above.owner === null || decide(above.owner, next)
  const isSaid = item.enableExpression === undefined || (byExpression.get(item.linkId) ?? true)
  slot.enabled = isOwnerAsked && isSaid && conditionsHold(slot, next)
  slot.state = 'known'
  return slot.enabled
}

function conditionsHold(slot: Slot, asking: Asking): boolean {
  const { enableWhen } = slot.item
  if (enableWhen === undefined || enableWhen.conditions.length === 0) return true
  const holds = (condition: FormCondition) =>
    conditionHolds(condition, valuesNear(slot, condition.question, asking))
  return enableWhen.behaviour === 'any'
    ? enableWhen.conditions.some(holds)
    : enableWhen.conditions.every(holds)
}

/** Whether a condition holds for the values of its question. `!=` holds when no value is the same, also without any. */
export function conditionHolds(condition: FormCondition, values: readonly FormValue[]): boolean {
  const { operator, value: wanted } = condition
  if (operator === 'exists') return values.length > 0 === (wanted.kind !== 'boolean' || wanted.value)
  if (operator === '=') return values.some((value) => sameValue(value, wanted))
  if (operator === '!=') return !values.some((value) => sameValue(value, wanted))
  return values.some((value) => {
    const order = compareValues(value, wanted)
    if (order === null) return false
    if (order === 0) return operator === '>=' || operator === '<='
    return order > 0 ? operator.startsWith('>') : operator.startsWith('<')
  })
}

/** The values of a question in the nearest place that holds it. */
function valuesNear(from: Slot, question: string, asking: Asking): FormValue[] {
  for (let place: Place | null = from.above; place !== null; place = place.owner?.above ?? null) {
    const found = slotsIn(place).get(question)
    if (found === undefined) continue
    return found.flatMap((slot) => (decide(slot, asking) && isHeld(slot) ? valuesOf(slot) : []))
  }
  return []
}

/** What is under a question that has no answer itself has no place yet where it is kept. */
function isHeld(slot: Slot): boolean {
  for (let owner = slot.above.owner; owner !== null; owner = owner.above.owner) {
    if (owner.item.kind !== 'group' && valuesOf(owner).length === 0) return false
  }
  return true
}

function valuesOf(slot: Slot): FormValue[] {
  return slot.entries.flatMap((entry) => (entry.values ?? []).map((one) => one.value))
}

function slotsIn(place: Place): Map<string, Slot[]> {
  if (place.byLinkId !== null) return place.byLinkId
  const found = new Map<string, Slot[]>()
  const open = [...place.slots]
  for (let slot = open.pop(); slot !== undefined; slot = open.pop()) {
    const same = found.get(slot.item.linkId)
    if (same === undefined) found.set(slot.item.linkId, [slot])
    else same.push(slot)
    for (const under of slot.under) open.push(...(under.slots as Slot[]))
  }
  place.byLinkId = found
  return found
}
