import type { Bilingual } from '../shared/language.ts'
import type { Instant } from '../shared/time.ts'
import type { Answers, Instrument } from './instrument.ts'
import { isNear } from './signal.pair.ts'

/** From 3 of 10 on people on the client's side are told to look differently; as for the signal (signal.pair.ts). */
const farShare = 0.3
const rounding = 1e-9

export type VoiceAnswer = {
  participant: string
  contact: string | null
  answers: Answers
  answeredAt: Instant
  instrument: Instrument
}

/** One item that at least two answered: each answer, and who stand furthest apart when that is worth telling. */
export type VoicesItem = {
  item: string
  /** Its short name in the questions that were answered: one id may be named otherwise in another check. */
  label: Bilingual
  values: ReadonlyMap<string, number>
  far: { high: string; low: string } | null
}

export type Voices = {
  /** Whose answers lie beside each other, in the order of `people`. */
  heard: readonly string[]
  items: readonly VoicesItem[]
  /** When that was, where it is an earlier contact because around the newest one only one was heard; else null. */
  earlier: Instant | null
  /** Who answered around this contact, but to questions that nobody else was asked. */
  elsewhere: readonly string[]
  /** Of whom nothing was heard around this contact: it is told, never explained. */
  silent: readonly string[]
}

/**
 * The latest answers of each of `people` around the contact of the newest answer (the same contact, or at most 7 days apart
 * when one names none), item by item. Items are laid beside each other when they have one id and one scale: a child that is
 * asked with faces and her mother with lines answer the same item. When only one was heard around that contact, the items are
 * those of the last contact at which two were: a difference does not go by one of them falling silent. Null when nobody answered.
 */
export function voicesTogether(people: readonly string[], answers: readonly VoiceAnswer[]): Voices | null {
  const known = answers.filter(({ participant }) => people.includes(participant))
  const newest = latest(known)
  if (newest === undefined) return null
  const near = around(newest, known)
  const together = [newest, ...known.toSorted((a, b) => (a.answeredAt > b.answeredAt ? -1 : 1))].find(
    (one) => sharedItems(around(one, known)).length > 0,
  )
  const items = together === undefined ? [] : sharedItems(around(together, known))
  const heard = people.filter((id) => items.some(({ values }) => values.has(id)))
  const answered = people.filter((id) => near.some(({ participant }) => participant === id))
  return {
    heard,
    items,
    earlier: together === undefined || near.includes(together) ? null : together.answeredAt,
    elsewhere: answered.filter((id) => !heard.includes(id)),
    silent: people.filter((id) => !answered.includes(id)),
  }
}

/** The answers around one contact, the oldest first. */
function around(one: VoiceAnswer, all: readonly VoiceAnswer[]): VoiceAnswer[] {
  const here = { at: one.answeredAt, contact: one.contact }
  return all
    .filter(({ answeredAt, contact }) => isNear(here, { at: answeredAt, contact }))
    .toSorted((a, b) => (a.answeredAt < b.answeredAt ? -1 : 1))
}

function latest(answers: readonly VoiceAnswer[]): VoiceAnswer | undefined {
  return answers.reduce<VoiceAnswer | undefined>(
    (last, one) => (last === undefined || one.answeredAt >= last.answeredAt ? one : last),
    undefined,
  )
}

/** Of each person her latest answer to each item: she may have been asked different things around one contact. */
function sharedItems(near: readonly VoiceAnswer[]): VoicesItem[] {
  const [first] = near
  if (first === undefined) return []
  const { scale } = first.instrument
  const comparable = near.filter(
    ({ instrument }) =>
      instrument.display !== 'choice' &&
      instrument.scale.min === scale.min &&
      instrument.scale.max === scale.max,
  )
  const ids = [...new Set(comparable.flatMap(({ instrument }) => instrument.items.map(({ id }) => id)))]
  const atLeast = (scale.max - scale.min) * farShare
  return ids.flatMap((item) => {
    const values = new Map<string, number>()
    for (const { participant, answers } of comparable) {
      const value = answers[item]
      if (value !== undefined) values.set(participant, value)
    }
    const label = labelOf(item, comparable)
    return values.size < 2 || label === undefined
      ? []
      : [{ item, label, values, far: furthest(values, atLeast) }]
  })
}

/** As the newest of these answers names it. */
function labelOf(item: string, answers: readonly VoiceAnswer[]): Bilingual | undefined {
  const last = answers.findLast(({ answers: given }) => given[item] !== undefined)
  return last?.instrument.items.find(({ id }) => id === item)?.label
}

function furthest(values: ReadonlyMap<string, number>, atLeast: number): VoicesItem['far'] {
  const sorted = [...values].toSorted((a, b) => a[1] - b[1])
  const [low, high] = [sorted[0], sorted.at(-1)]
  if (low === undefined || high === undefined || high[1] - low[1] < atLeast - rounding) return null
  return { high: high[0], low: low[0] }
}
