import type { Instrument } from './instrument.ts'

type Scale = Instrument['scale']

export type ScaleValue = { value: number } | { problem: 'not-a-number' | 'out-of-range' | 'too-fine' }

const written = /^-?\d+(?:[.,](?<decimals>\d+))?$/

/**
 * A place on the scale as people and sliders write it: digits with at most one point or comma, so no `1e3`, no `0x10`.
 * The decimals are judged as they are written, not as a binary number: exactly the scale's own steps pass (`7.30` is 7.3).
 * The value is the double nearest to what was written.
 */
export function readScaleValue(text: string, scale: Scale): ScaleValue {
  const match = written.exec(text)
  if (match === null) return { problem: 'not-a-number' }
  const value = Number(text.replace(',', '.'))
  if (value < scale.min || value > scale.max) return { problem: 'out-of-range' }
  const decimals = Math.max(decimalsOf(scale.step), decimalsOf(scale.min))
  const factor = 10 ** decimals
  const whole = (number: number) => Math.round(number * factor)
  const tooManyDecimals = /[1-9]/.test((match.groups?.decimals ?? '').slice(decimals))
  if (tooManyDecimals || (whole(value) - whole(scale.min)) % whole(scale.step) !== 0) {
    return { problem: 'too-fine' }
  }
  // Adding zero turns −0 into 0.
  return { value: whole(value) / factor + 0 }
}

// Steps and bounds of a scale are short decimals; more than nine decimals no screen can offer.
function decimalsOf(number: number): number {
  let decimals = 0
  while (decimals < 9 && Math.abs(number * 10 ** decimals - Math.round(number * 10 ** decimals)) > 1e-9)
    decimals++
  return decimals
}
