import type { Instrument } from '@weerklank/core/feedback/instrument'
import type { Words } from './respond.text.ts'

/** The fraction of the line (0 to 1) at which a value stands. */
export function fractionOf(value: number, scale: Instrument['scale']): number {
  return (value - scale.min) / (scale.max - scale.min)
}

/**
 * Where a mark stands, in words, for people who do not see the line: how far it is from the middle, and towards which
 * of the words at its ends. The page's script says it in the same way while someone answers (browser/scale.js).
 */
export function placeOf(fraction: number, poles: { low: string; high: string }, words: Words): string {
  const away = Math.abs(fraction - 0.5)
  if (away < 0.055) return words.middle
  return (
    (away < 0.205 ? words.towards : away < 0.455 ? words.near : words.at) +
    (fraction < 0.5 ? poles.low : poles.high)
  )
}
