import { fixedNumber } from '../shared/number-words.ts'
import type { Answers, Instrument, ScaleItem } from './instrument.ts'

/**
 * The score of one response on the instrument's own scale, unrounded: the mean of the answered items, or null when more
 * items are empty than the instrument allows. An empty item is never counted as zero.
 */
export function scoreOf(instrument: Instrument, answers: Answers): number | null {
  const given = instrument.items.flatMap((item) => answers[item.id] ?? [])
  if (given.length === 0 || instrument.items.length - given.length > instrument.scoring.missingAtMost)
    return null
  return given.reduce((sum, value) => sum + value, 0) / given.length
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
export function valueLabel(value: number, language: 'nl' | 'en'): string {
  return fixedNumber(value, language, 1)
}
