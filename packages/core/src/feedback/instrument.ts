import { z } from 'zod'
import { bilingual, spoken } from '../shared/spoken.schema.ts'

/** A limit with its origin: every norm is data, never a number in the code (domain.md §2.2). */
const limit = z.strictObject({
  value: z.number(),
  population: z.string(),
  source: z.string(),
  country: z.string(),
})

/** For whom the words were chosen. Absent: for adults. */
export const audiences = ['adult', 'youth', 'child', 'young-child', 'group', 'network'] as const
export type Audience = (typeof audiences)[number]

/** The faces that the respondent page can draw. The first five are a row from low to high; the others are feelings. */
export const faces = ['very-sad', 'sad', 'neutral', 'glad', 'very-glad', 'angry', 'scared', 'unsure'] as const
export type Face = (typeof faces)[number]

/** One face to choose: its value on the scale and the word under it. */
const faceOption = z.strictObject({ value: z.number(), face: z.enum(faces), label: spoken })

/** One question answered on the instrument's scale. */
const scaleItem = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  /** Short name for the professional's screen. */
  label: bilingual,
  question: spoken,
  /** The words at the low and the high end of the line. */
  low: spoken,
  high: spoken,
  /** The person's own question or goal is asked: it stands at `{own}` in the question. */
  ownWording: z.enum(['question', 'goal']).optional(),
})

/** A part of the items with a score of its own; how it is counted: statistics/subscale.ts. */
const subscale = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  name: bilingual,
  items: z.array(z.string()).min(1),
  reversed: z.array(z.string()),
  missingAtMost: z.int().min(0),
})

const instrumentParts = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  version: z.int().min(1),
  name: bilingual,
  /** Said to whoever fills it in or reads it: what this is, and what it is not. */
  caution: spoken,
  audience: z.enum(audiences).optional(),
  /** Filled in by the professional, about the same contact, as the other half of a mutual picture. */
  perspective: z.literal('professional').optional(),
  /** The instrument (any version) whose items this one asks of the other side. */
  mirrors: z.string().optional(),
  /** The instrument that asks the same of someone else in other words: same item ids on a scale from and to the same values. */
  family: z.string().optional(),
  /** How an answer is given; absent is `line`. A `choice` has no order, so that nothing can be counted with it. */
  display: z.enum(['line', 'faces', 'choice']).optional(),
  /** The faces of `faces` (low to high) and `choice`, in the order in which they are shown. */
  options: z.array(faceOption).min(2).max(6).optional(),
  /** Faces are asked one question a screen (domain.md §9.4), lines below each other. */
  onePerScreen: z.literal(true).optional(),
  scale: z.strictObject({ min: z.number(), max: z.number(), step: z.number().positive() }),
  items: z.array(scaleItem).min(1),
  open: z.strictObject({ question: spoken }),
  /** A drawing may be made as well. It is never scored and never a signal. */
  drawing: z.strictObject({ question: spoken }).optional(),
  scoring: z.strictObject({
    /** Of the answered items; with `none` there is no score, no chart and no signal. */
    method: z.enum(['mean', 'sum', 'none']),
    /** With more items left empty than this there is no score. */
    missingAtMost: z.int().min(0),
  }),
  subscales: z.array(subscale).min(1).max(12).optional(),
  signals: z.strictObject({
    cutoff: limit,
    itemBelow: limit,
    /** A fall since the previous score of at least this many scale points. */
    dropAtLeast: z.number().positive(),
    /** So many answers in a row with every item at or above `from`. */
    ceiling: z.strictObject({ from: z.number(), run: z.int().min(2) }),
  }),
})

type Parts = z.infer<typeof instrumentParts>
type Refuse = (message: string, ...path: string[]) => void

function coherent(instrument: Parts, report: z.RefinementCtx): void {
  const refuse: Refuse = (message, ...path) => report.addIssue({ code: 'custom', path, message })
  coherentScale(instrument, refuse)
  coherentOptions(instrument, refuse)
  coherentSubscales(instrument, refuse)
  coherentWording(instrument, refuse)
}

function coherentScale({ scale, items, scoring, signals }: Parts, refuse: Refuse): void {
  if (scale.min >= scale.max) refuse('min must be below max', 'scale')
  if (new Set(items.map((item) => item.id)).size < items.length) refuse('two items have one id', 'items')
  if (scoring.missingAtMost >= items.length) refuse('some item must be answered', 'scoring', 'missingAtMost')
  const range = scoreRange({ scale, items, scoring })
  if (signals.cutoff.value < range.min || signals.cutoff.value > range.max) {
    refuse('must lie between the lowest and highest score', 'signals', 'cutoff')
  }
  const below = signals.itemBelow.value
  if (below < scale.min || below > scale.max) refuse('must lie on the scale', 'signals', 'itemBelow')
  const { from } = signals.ceiling
  if (from <= scale.min || from > scale.max) refuse('must lie on the scale', 'signals', 'ceiling')
}

function coherentOptions(instrument: Parts, refuse: Refuse): void {
  const { display = 'line', options, onePerScreen, scale, scoring } = instrument
  if ((display === 'line') !== (options === undefined)) refuse('faces and a choice have options', 'options')
  if ((display === 'line') !== (onePerScreen === undefined)) {
    refuse('faces are asked one question a screen, lines are not', 'onePerScreen')
  }
  if (instrument.drawing !== undefined && display === 'line') refuse('one draws beside faces', 'drawing')
  if (display === 'choice' && scoring.method !== 'none') refuse('a choice has no score', 'scoring', 'method')
  const values = options?.map(({ value }) => value) ?? []
  if (values.some((value) => value < scale.min || value > scale.max))
    refuse('must lie on the scale', 'options')
  if (values.some((value, i) => i > 0 && value <= (values[i - 1] ?? value))) {
    refuse('values must go up', 'options')
  }
}

function coherentSubscales({ subscales = [], items, scoring }: Parts, refuse: Refuse): void {
  const known = new Set(items.map(({ id }) => id))
  if (subscales.length > 0 && scoring.method === 'none') refuse('there is no score to divide', 'subscales')
  if (new Set(subscales.map(({ id }) => id)).size < subscales.length)
    refuse('two parts have one id', 'subscales')
  for (const part of subscales) {
    if (part.items.some((id) => !known.has(id))) refuse('holds an unknown item', 'subscales', part.id)
    if (new Set(part.items).size < part.items.length) refuse('holds an item twice', 'subscales', part.id)
    if (part.reversed.some((id) => !part.items.includes(id))) {
      refuse('turns an item round that is not in it', 'subscales', part.id)
    }
    if (part.missingAtMost >= part.items.length) refuse('some item must be answered', 'subscales', part.id)
  }
}

function coherentWording({ id, items, mirrors, perspective, family }: Parts, refuse: Refuse): void {
  if (family !== undefined && mirrors !== undefined) refuse('a mirror has a family already', 'family')
  if ((mirrors === undefined) !== (perspective === undefined))
    refuse('a mirror is for the professional', 'mirrors')
  if (mirrors === id) refuse('mirrors itself', 'mirrors')
  if (items.filter(({ ownWording }) => ownWording !== undefined).length > 1) {
    refuse('one question in own words at most', 'items')
  }
  for (const { id: item, question, ownWording } of items) {
    const asked = [question.nl.u, question.nl.je, question.en]
    const places = asked.filter((text) => text.includes('{own}')).length
    if (places !== (ownWording === undefined ? 0 : asked.length)) {
      refuse('{own} stands in each wording of a question in own words, and nowhere else', 'items', item)
    }
  }
}

/** The lowest and highest score that can come out. */
export function scoreRange({ scale, items, scoring }: Pick<Parts, 'scale' | 'items' | 'scoring'>): {
  min: number
  max: number
} {
  const times = scoring.method === 'sum' ? items.length : 1
  return { min: scale.min * times, max: scale.max * times }
}

/**
 * Checks of one family have the same item ids and may be laid side by side: an instrument, its mirror, and the same asked of a
 * child.
 */
export function instrumentFamily(of: {
  id: string
  mirrors?: string | undefined
  family?: string | undefined
}): string {
  return of.mirrors ?? of.family ?? of.id
}

/**
 * An instrument version. Once published it never changes: answers point at instrument and version, so that old answers
 * keep the wording they were given to (peers.md A37). A new wording is a new version.
 */
export const instrumentSchema = instrumentParts.superRefine(coherent)
export type Instrument = z.infer<typeof instrumentSchema>
export type ScaleItem = z.infer<typeof scaleItem>

/** Answers on the scale by item id; an item that was left empty is absent. */
export type Answers = Readonly<Record<string, number>>

/** `contact-check@1`, for messages and keys. */
export function instrumentKey(instrument: { id: string; version: number }): string {
  return `${instrument.id}@${instrument.version}`
}
