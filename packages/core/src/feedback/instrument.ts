import { z } from 'zod'
import { bilingual, spoken } from '../shared/spoken.schema.ts'

/** A limit with its origin: every norm is data, never a number in the code (domain.md §2.2). */
const limit = z.strictObject({
  value: z.number(),
  population: z.string(),
  source: z.string(),
  country: z.string(),
})

/** One question answered on the instrument's scale. */
const scaleItem = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  /** Short name for the professional's screen. */
  label: bilingual,
  question: spoken,
  /** The words at the low and the high end of the line. */
  low: spoken,
  high: spoken,
})

const instrumentParts = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  version: z.int().min(1),
  name: bilingual,
  /** Said to whoever fills it in or reads it: what this is, and what it is not. */
  caution: spoken,
  scale: z.strictObject({ min: z.number(), max: z.number(), step: z.number().positive() }),
  items: z.array(scaleItem).min(1),
  open: z.strictObject({ question: spoken }),
  scoring: z.strictObject({
    /** The score is the mean of the answered items. */
    method: z.literal('mean'),
    /** With more items left empty than this there is no score. */
    missingAtMost: z.int().min(0),
  }),
  signals: z.strictObject({
    cutoff: limit,
    itemBelow: limit,
    /** A fall since the previous score of at least this many scale points. */
    dropAtLeast: z.number().positive(),
    /** So many answers in a row with every item at or above `from`. */
    ceiling: z.strictObject({ from: z.number(), run: z.int().min(2) }),
  }),
})

function coherent(instrument: z.infer<typeof instrumentParts>, report: z.RefinementCtx): void {
  const { scale, items, scoring, signals } = instrument
  const refuse = (message: string, ...path: string[]) => report.addIssue({ code: 'custom', path, message })
  if (scale.min >= scale.max) refuse('min must be below max', 'scale')
  if (new Set(items.map((item) => item.id)).size < items.length) refuse('two items have one id', 'items')
  if (scoring.missingAtMost >= items.length) refuse('some item must be answered', 'scoring', 'missingAtMost')
  for (const name of ['cutoff', 'itemBelow'] as const) {
    const { value } = signals[name]
    if (value < scale.min || value > scale.max) refuse('must lie on the scale', 'signals', name)
  }
  const { from } = signals.ceiling
  if (from <= scale.min || from > scale.max) refuse('must lie on the scale', 'signals', 'ceiling')
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
