import { readable, tidy } from '../shared/text-input.ts'
import type { TeamInstrument } from './team-instrument.ts'

/** The names of the form's fields. */
export const ticketFields = { open: 'open', mayStand: 'words', language: 'lang' } as const

/** The field of an item's answer: a whole number, or empty when it was left open. */
export function itemField(item: string): string {
  return `a.${item}`
}

/** The field of an answer about another group, by its place among those that are asked about. */
export function viewField(place: number, item: string): string {
  return `o.${place}.${item}`
}

/** The open answer's greatest length in characters (Unicode code points). */
export const wordsAtMost = 1000

/** What is counted of one form. The words are there only when they may stand in the report. */
export type TicketAnswer = {
  readonly values: readonly { readonly item: string; readonly value: number }[]
  /** What was chosen about other groups. */
  readonly views: readonly { readonly about: string; readonly item: string; readonly value: number }[]
  readonly words: string | null
}

/** `nothing`: no answer, and no words that may be kept. `wrong`: no form of ours. */
export type TicketProblem = 'nothing' | 'too-long' | 'wrong'
export type TicketReading = { ok: true; answer: TicketAnswer } | { ok: false; problem: TicketProblem }

/** What a ticket asks. `others`: the groups it asks about, in the order of the form. */
export type TicketAsks = {
  readonly instrument: TeamInstrument
  readonly takesWords: boolean
  readonly others: readonly string[]
}

/**
 * Reads a posted form, whatever it holds; never throws. Words without the tick that they may stand are not taken out of
 * the form at all. Values come in the order of the items, those about other groups in the order of the groups.
 */
export function readTicket(
  asked: TicketAsks,
  posted: readonly (readonly [name: string, value: string])[],
): TicketReading {
  const fields = new Map(posted)
  const questions = questionsOf(asked)
  const known = [...questions.map(({ field }) => field), ...Object.values(ticketFields)]
  const isOurs = fields.size === posted.length && [...fields.keys()].every((name) => known.includes(name))
  if (!isOurs) return { ok: false, problem: 'wrong' }
  const values: { item: string; value: number }[] = []
  const views: { about: string; item: string; value: number }[] = []
  for (const { field, item, about } of questions) {
    const written = fields.get(field) ?? ''
    if (written === '') continue
    const value = Number(written)
    if (!/^\d{1,2}$/.test(written) || value > asked.instrument.scale.max)
      return { ok: false, problem: 'wrong' }
    if (about === null) values.push({ item, value })
    else views.push({ about, item, value })
  }
  const words = wordsIn(fields, asked.takesWords)
  if (words !== null && [...words].length > wordsAtMost) return { ok: false, problem: 'too-long' }
  if (words !== null && !readable(words)) return { ok: false, problem: 'wrong' }
  if (values.length + views.length === 0 && words === null) return { ok: false, problem: 'nothing' }
  return { ok: true, answer: { values, views, words } }
}

/** Every question of a ticket, in its order: about the own group first, then about each other one. */
export function questionsOf({ instrument, others }: Pick<TicketAsks, 'instrument' | 'others'>) {
  const own = instrument.about === 'others' ? [] : instrument.items
  return [
    ...own.map(({ id }) => ({ field: itemField(id), item: id, about: null })),
    ...others.flatMap((about, place) =>
      instrument.items.map(({ id }) => ({ field: viewField(place, id), item: id, about })),
    ),
  ]
}

function wordsIn(fields: ReadonlyMap<string, string>, takesWords: boolean): string | null {
  if (!takesWords || fields.get(ticketFields.mayStand) !== 'yes') return null
  const words = tidy(fields.get(ticketFields.open) ?? '')
  return words === '' ? null : words
}
