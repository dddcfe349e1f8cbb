/** A code with its words; where it comes from when a system is named. */
export type FormCoding = { system?: string; version?: string; code?: string; display?: string }
export type FormUnit = { unit?: string; system?: string; code?: string }

/** One answer, or a value that a form names. Dates and times are in the words of FHIR, e.g. `2026-11`, `08:30:00`. */
export type FormValue =
  | { kind: 'boolean'; value: boolean }
  | { kind: 'integer' | 'decimal'; value: number }
  | { kind: 'string' | 'date' | 'dateTime' | 'time' | 'url'; value: string }
  | { kind: 'coding'; value: FormCoding }
  | { kind: 'quantity'; value: FormQuantity }
  | { kind: 'reference'; value: { reference?: string; display?: string } }
  | { kind: 'attachment'; value: { contentType?: string; title?: string; url?: string } }
export type FormQuantity = FormUnit & { value?: number; comparator?: string }

/**
 * Whether two values mean the same: codes by system and code (by code alone where one names no system), a free text also by
 * the words of a choice, quantities by number and unit.
 */
export function sameValue(one: FormValue, other: FormValue): boolean {
  if (one.kind === 'coding' && other.kind === 'coding') return sameCoding(one.value, other.value)
  if (one.kind === 'quantity' && other.kind === 'quantity') {
    return one.value.value === other.value.value && sameUnit(one.value, other.value)
  }
  const order = compareValues(one, other)
  if (order !== null) return order === 0
  if (one.kind === 'coding' && other.kind === 'string') return wordsOf(one.value) === other.value
  if (one.kind === 'string' && other.kind === 'coding') return wordsOf(other.value) === one.value
  if (one.kind === 'boolean' && other.kind === 'boolean') return one.value === other.value
  if (one.kind === 'reference' && other.kind === 'reference')
    return one.value.reference !== undefined && one.value.reference === other.value.reference
  return false
}

const wordsOf = (coding: FormCoding) => coding.display ?? coding.code

function sameCoding(one: FormCoding, other: FormCoding): boolean {
  const known = one.system === undefined || other.system === undefined || one.system === other.system
  if (!known) return false
  if (one.code === undefined || other.code === undefined)
    return one.code === other.code && one.display === other.display
  return one.code === other.code
}

function sameUnit(one: FormUnit, other: FormUnit): boolean {
  if (one.code !== undefined && other.code !== undefined) return one.code === other.code
  return one.unit === undefined || other.unit === undefined || one.unit === other.unit
}

/** Below, equal or above as -1, 0, 1; null where one is not larger or smaller than the other. */
export function compareValues(one: FormValue, other: FormValue): -1 | 0 | 1 | null {
  const numbers = [numberOf(one), numberOf(other)] as const
  if (numbers[0] !== null && numbers[1] !== null) {
    const isUnitless = one.kind !== 'quantity' || other.kind !== 'quantity'
    return isUnitless || sameUnit(one.value, other.value) ? orderOf(numbers[0], numbers[1]) : null
  }
  const [left, right] = [textOf(one), textOf(other)]
  if (left === null || right === null) return null
  if (one.kind === 'dateTime' || other.kind === 'dateTime') return orderOfMoments(left, right)
  return orderOf(left, right)
}

/** The number of a value that is one; null otherwise. */
export function numberOf(value: FormValue): number | null {
  if (value.kind === 'integer' || value.kind === 'decimal') return value.value
  return value.kind === 'quantity' ? (value.value.value ?? null) : null
}

function textOf(value: FormValue): string | null {
  const { kind } = value
  return kind === 'string' || kind === 'date' || kind === 'dateTime' || kind === 'time' || kind === 'url'
    ? value.value
    : null
}

function orderOf<One extends string | number>(one: One, other: One): -1 | 0 | 1 {
  if (one === other) return 0
  return one < other ? -1 : 1
}

/** Moments with a zone by the clock; with less, by the part that both have. */
function orderOfMoments(one: string, other: string): -1 | 0 | 1 {
  const clock = [Date.parse(one), Date.parse(other)] as const
  const exact = one.includes('T') && other.includes('T')
  if (exact && !Number.isNaN(clock[0]) && !Number.isNaN(clock[1])) return orderOf(clock[0], clock[1])
  const length = Math.min(one.length, other.length)
  return orderOf(one.slice(0, length), other.slice(0, length))
}
