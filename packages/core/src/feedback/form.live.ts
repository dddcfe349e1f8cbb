import { readPath } from './form.change.ts'
import { conditionHolds, type FormPlace, type FormSlot } from './form.enabling.ts'
import { entryOf } from './form.entry.ts'
import { type ConditionOperator, type FormCondition, type FormItem, type FormModel, itemsOf } from './form.ts'
import { sameValue } from './form.value.ts'

/** An item as it is filled in, at its path, with those above it. */
export type SlotAt = { path: string; slot: FormSlot; above: readonly SlotAt[] }

/** All items of a form as it is filled in, by their path (see form.change.ts). */
export function slotsByPath(form: Pick<FormModel, 'items'>, place: FormPlace): ReadonlyMap<string, SlotAt> {
  const numbers = new Map(Array.from(itemsOf(form.items), (item, index) => [item, index]))
  const found = new Map<string, SlotAt>()
  const open: { place: FormPlace; times: readonly number[]; above: readonly SlotAt[] }[] = [
    { place, times: [], above: [] },
  ]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const { times, above } = at
    for (const slot of at.place.slots) {
      const isRepeated = slot.item.kind === 'group' && slot.item.repeats === true
      const own: SlotAt = { path: [numbers.get(slot.item) ?? 0, ...times].join('_'), slot, above }
      found.set(own.path, own)
      // Questions under a question with several answers stand with the first of them.
      const under = slot.item.kind === 'group' ? slot.under : slot.under.slice(0, 1)
      under.forEach((one, index) => {
        open.push({ place: one, times: isRepeated ? [...times, index] : times, above: [...above, own] })
      })
    }
  }
  return found
}

/** A condition that a page can look at itself: the question, and what must stand in its field. */
export type LiveCondition = readonly [path: string, operator: ConditionOperator, ...wanted: string[]]
/** One is enough (`any`), or all are needed. */
export type LiveRule = readonly [any: 0 | 1, ...conditions: LiveCondition[]]

/**
 * What decides, on a page with these questions, whether an item is asked: every rule has to hold. Null when nothing on the
 * page makes it asked; no rules when nothing on the page changes that it is.
 */
export function liveRules(
  at: SlotAt,
  here: ReadonlySet<string>,
  all: ReadonlyMap<string, SlotAt>,
): LiveRule[] | null {
  const rules: LiveRule[] = []
  for (const one of [...at.above, at]) {
    const { enableWhen, enableExpression } = one.slot.item
    // Of an expression only the server knows, when the page is sent.
    if (enableExpression !== undefined && !one.slot.enabled && enableWhen === undefined) return null
    if (enableWhen === undefined || enableWhen.conditions.length === 0) continue
    const isAny = enableWhen.behaviour === 'any'
    const live: LiveCondition[] = []
    let isDecided = false
    for (const condition of enableWhen.conditions) {
      const near = nearest(condition.question, one, all)
      if (near !== undefined && here.has(near.path)) live.push(liveCondition(condition, near))
      else if (conditionHolds(condition, valuesAt(near))) isDecided ||= isAny
      else if (!isAny) return null
    }
    if (isDecided) continue
    if (live.length > 0) rules.push([isAny ? 1 : 0, ...live])
    else if (isAny) return null
  }
  return rules
}

/** The place of a question that shares most of the repeated groups around it. */
function nearest(question: string, from: SlotAt, all: ReadonlyMap<string, SlotAt>): SlotAt | undefined {
  const own = readPath(from.path)?.times ?? []
  let best: SlotAt | undefined
  let most = -1
  for (const one of all.values()) {
    if (one.slot.item.linkId !== question) continue
    const times = readPath(one.path)?.times ?? []
    const shared = times.findIndex((time, i) => time !== own[i])
    const score = shared < 0 ? times.length : shared - times.length
    if (score > most || best === undefined) [best, most] = [one, score]
  }
  return best
}

function valuesAt(at: SlotAt | undefined) {
  if (at === undefined || !at.slot.enabled) return []
  return at.slot.entries.flatMap((entry) => (entry.values ?? []).map((one) => one.value))
}

function liveCondition({ operator, value }: FormCondition, { path, slot }: SlotAt): LiveCondition {
  if (operator === 'exists') return [path, operator, value.kind === 'boolean' && !value.value ? '0' : '1']
  const { options = [] } = slot.item
  const same = options.flatMap((option, i) => (sameValue(option.value, value) ? [String(i)] : []))
  return [path, operator, ...(options.length > 0 ? same : typed(slot.item, value))]
}

const typed = (item: FormItem, value: FormCondition['value']) => entryOf(item, [value], 'UTC').values
