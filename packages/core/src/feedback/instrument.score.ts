import type { RespondLanguage } from '../shared/language.ts'
import { fixedNumber } from '../shared/number-words.ts'
import type { Answers, Instrument, ScaleItem } from './instrument.ts'
import { type SubscaleScore, subscaleScore, subscaleScores } from './statistics/subscale.ts'

/**
 * The score of one response, unrounded: mean or sum of the answered items, or null when more items are empty than the
 * instrument allows or when it has no score at all. An empty item is never counted as zero: in a sum it counts as the mean
 * of the others.
 */
export function scoreOf(instrument: Instrument, answers: Answers): number | null {
  const { items, scale, scoring } = instrument
  const { method, missingAtMost } = scoring
  if (method === 'none') return null
  const ids = items.map(({ id }) => id)
  const whole = { id: 'score', items: ids, reversed: [], range: scale, method, missingAtMost }
  return subscaleScore(answers, whole).score
}

/** The scores of the parts that an instrument names, in their order; none when it names none. */
export function partScores(instrument: Instrument, answers: Answers): SubscaleScore[] {
  const { method } = instrument.scoring
  if (method === 'none') return []
  const parts = (instrument.subscales ?? []).map((part) => ({ ...part, range: instrument.scale, method }))
  return subscaleScores(answers, parts)
}

/** The lowest answered item (the first of equals), or null when nothing was answered. */
export function lowestItem(
  instrument: Instrument,
  answers: Answers,
): { item: ScaleItem; value: number } | null {
  let lowest: { item: ScaleItem; value: number } | null = null
  for (const item of instrument.items) {
    const value = answers[item.id]
    if (value !== undefined && (lowest === null || value < lowest.value)) lowest = { item, value }
  }
  return lowest
}

/** A scale value in words of the language: one decimal (halves rounded up), comma in Dutch. */
export function valueLabel(value: number, language: RespondLanguage): string {
  return fixedNumber(value, language, 1)
}
