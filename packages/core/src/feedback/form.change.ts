import type { FormAnswer, FormAnswers, FormAnswerValue } from './form.answers.ts'
import type { FormPlace, FormSlot } from './form.enabling.ts'
import { type FormItem, type FormModel, itemsOf } from './form.ts'
import type { FormValue } from './form.value.ts'

/**
 * Where an answer belongs: the number of its item in the order of the form, and for each repeating group around it which time
 * it was filled in. Written `12` or `12_0_1`.
 */
export type AnswerPath = string

/** The path as its item number and its times; null when it is none. */
export function readPath(path: string): { item: number; times: readonly number[] } | null {
  if (!/^\d{1,5}(_\d{1,3}){0,20}$/.test(path)) return null
  const [item = 0, ...times] = path.split('_').map(Number)
  return { item, times }
}

/** Of each item of a form, by its number, those above it and itself. */
export function chainsOf(form: Pick<FormModel, 'items'>): readonly (readonly FormItem[])[] {
  const above = new Map<FormItem, readonly FormItem[]>()
  return Array.from(itemsOf(form.items), (item) => {
    const chain = [...(above.get(item) ?? []), item]
    for (const child of item.items ?? []) above.set(child, chain)
    return chain
  })
}

/** A group may be filled in so many times at most, whatever a form allows. */
export const timesAtMost = 50

/** The answers with other values at one place; no values takes the answer away. What stands under it stays. */
export function withValues(
  answers: FormAnswers,
  at: { chain: readonly FormItem[]; times: readonly number[] },
  values: readonly FormValue[],
): FormAnswers {
  return { items: change(answers.items, at, (entry) => withNew(entry, values)) }
}

/** The answers with a repeating group filled in `count` times: further times are empty, those beyond it go. */
export function withTimes(
  answers: FormAnswers,
  at: { chain: readonly FormItem[]; times: readonly number[] },
  count: number,
): FormAnswers {
  const [own, above] = [at.chain.at(-1), at.chain.slice(0, -1)]
  if (own === undefined) return answers
  const resize = (items: readonly FormAnswer[]): FormAnswer[] => {
    const there = items.filter((one) => one.linkId === own.linkId)
    const wanted = Math.min(Math.max(count, 1), timesAtMost)
    const all = Array.from({ length: wanted }, (_, i) => there[i] ?? { linkId: own.linkId, items: [] })
    return [...items.filter((one) => one.linkId !== own.linkId), ...all]
  }
  if (above.length === 0) return { items: resize(answers.items) }
  const inside = (entry: FormAnswer) => ({ ...entry, ...childrenOf(entry, resize) })
  return { items: change(answers.items, { chain: above, times: at.times }, inside) }
}

type At = { chain: readonly FormItem[]; times: readonly number[] }

function change(
  items: readonly FormAnswer[],
  { chain, times }: At,
  make: (entry: FormAnswer) => FormAnswer,
): FormAnswer[] {
  const [item, ...below] = chain
  if (item === undefined) return [...items]
  const { linkId } = item
  const isRepeated = item.kind === 'group' && item.repeats === true
  const [time = 0, ...further] = isRepeated ? times : [0, ...times]
  const there = items.filter((one) => one.linkId === linkId)
  while (there.length <= Math.min(time, timesAtMost - 1)) there.push({ linkId })
  const changed = there.map((entry, i) => {
    if (i !== time) return entry
    if (below.length === 0) return make(entry)
    const within = { chain: below, times: further }
    return { ...entry, ...childrenOf(entry, (under) => change(under, within, make)) }
  })
  const place = items.findIndex((one) => one.linkId === linkId)
  const others = items.filter((one) => one.linkId !== linkId)
  return place < 0 ? [...others, ...changed] : others.toSpliced(place, 0, ...changed)
}

/** What stands under an entry: of a group in it, of a question with its first value, or waiting for one. */
function childrenOf(
  entry: FormAnswer,
  make: (items: readonly FormAnswer[]) => FormAnswer[],
): Pick<FormAnswer, 'items' | 'values'> {
  const [first, ...others] = entry.values ?? []
  if (first === undefined) return { items: make(entry.items ?? []) }
  return { values: [{ ...first, items: make(first.items ?? []) }, ...others] }
}

function withNew(entry: FormAnswer, values: readonly FormValue[]): FormAnswer {
  const under = entry.values?.[0]?.items ?? entry.items
  const all = values.map(
    (value, i): FormAnswerValue => (i === 0 && under ? { value, items: under } : { value }),
  )
  if (all.length > 0) return { linkId: entry.linkId, values: all }
  return under === undefined ? { linkId: entry.linkId } : { linkId: entry.linkId, items: under }
}

/**
 * The answers as they are sent in: in the order of the form, only what is asked, without what is empty. Values that were
 * computed take the place of what stood there, where an item is there once.
 */
export function answersToSend(
  place: FormPlace,
  computed: ReadonlyMap<string, FormValue> = new Map(),
): FormAnswers {
  return { items: sendPlace(place, computed) }
}

/**
 * The answers to what is asked, in their places: groups keep their number, so that what is found of the second time of a group
 * is of the second time.
 */
export function onlyAsked({ slots }: FormPlace): FormAnswers {
  return { items: slots.flatMap((slot) => (slot.enabled ? askedSlot(slot) : [])) }
}

function askedSlot({ item, entries, under }: FormSlot): FormAnswer[] {
  const { linkId } = item
  const inside = (at: number) => {
    const place = under[at]
    return place === undefined ? {} : { items: onlyAsked(place).items }
  }
  if (item.kind === 'group') return entries.map((_, at) => ({ linkId, ...inside(at) }))
  const values = entries.flatMap((entry) => entry.values ?? [])
  if (values.length > 0)
    return [{ linkId, values: values.map(({ value }, at) => ({ value, ...inside(at) })) }]
  // Answered under a question that itself has no answer yet.
  return entries.length > 0 ? [{ linkId, ...inside(0) }] : []
}

function sendPlace({ slots }: FormPlace, computed: ReadonlyMap<string, FormValue>): FormAnswer[] {
  return slots.flatMap((slot) => (slot.enabled ? sendSlot(slot, computed) : []))
}

function sendSlot(slot: FormSlot, computed: ReadonlyMap<string, FormValue>): FormAnswer[] {
  const { item, under } = slot
  const { linkId } = item
  if (item.kind === 'group') {
    return under.flatMap((place) => {
      const items = sendPlace(place, computed)
      return items.length === 0 ? [] : [{ linkId, items }]
    })
  }
  const found = computed.get(linkId)
  const given = slot.entries.flatMap((entry) => (entry.values ?? []).map((one) => one.value))
  const values = found === undefined ? given : [found]
  if (values.length === 0) return []
  const all = values.map((value, i): FormAnswerValue => {
    const place = under[i]
    const items = place === undefined ? [] : sendPlace(place, computed)
    return items.length === 0 ? { value } : { value, items }
  })
  return [{ linkId, values: all }]
}
