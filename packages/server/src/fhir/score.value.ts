/** What an expression gave, as an answer to the question that holds it. */
import type { Json } from '@weerklank/core/feedback/fhir.json'
import { valueFrom } from '@weerklank/core/feedback/fhir.value'
import type { FormItem, FormKind } from '@weerklank/core/feedback/form'
import type { FormQuantity, FormValue } from '@weerklank/core/feedback/form.value'
import fhirpath from 'fhirpath'

/** The type of an answer per kind of question, as FHIR names it. */
const typeOf: Partial<Record<FormKind, string>> = {
  ...{
    boolean: 'Boolean',
    string: 'String',
    text: 'String',
    date: 'Date',
    dateTime: 'DateTime',
    time: 'Time',
  },
  ...{ url: 'Uri', choice: 'Coding', 'open-choice': 'Coding', quantity: 'Quantity', reference: 'Reference' },
}

/** A result as an answer to the question; null when it does not fit. */
export function asValue(item: FormItem, result: unknown): FormValue | null {
  if (typeof result === 'bigint') return asValue(item, Number(result))
  const isChoice = item.kind === 'choice' || item.kind === 'open-choice'
  const isWords = item.kind === 'string' || item.kind === 'text'
  if (isChoice && (typeof result === 'string' || typeof result === 'number')) return optionOf(item, result)
  if (typeof result === 'number') return fromNumber(item, result)
  if (typeof result === 'boolean' && isWords) return { kind: 'string', value: String(result) }
  const plain: unknown = typeof result === 'object' ? JSON.parse(JSON.stringify(result)) : result
  const quantity = isWords ? null : quantityOf(item, plain)
  if (quantity !== null) return isClear(item, plain) ? fromQuantity(item, quantity) : null
  // A day that is asked for is the first part of a moment.
  const fitting = item.kind === 'date' && typeof plain === 'string' ? plain.slice(0, 10) : plain
  const type = typeOf[item.kind]
  return type === undefined ? null : valueFrom(type, fitting)
}

function optionOf(item: FormItem, result: string | number): FormValue | null {
  const option = item.options?.find(({ value }) =>
    value.kind === 'coding'
      ? value.value.code === String(result) || value.value.display === result
      : value.value === result,
  )
  if (option !== undefined) return option.value
  return item.kind === 'open-choice' ? { kind: 'string', value: String(result) } : null
}

function fromNumber(item: FormItem, result: number): FormValue | null {
  if (!Number.isFinite(result)) return null
  if (item.kind === 'integer') return Number.isInteger(result) ? { kind: 'integer', value: result } : null
  if (item.kind === 'decimal') return { kind: 'decimal', value: result }
  if (item.kind === 'quantity') return { kind: 'quantity', value: { value: result, ...item.units?.[0] } }
  if (item.kind === 'string' || item.kind === 'text') return { kind: 'string', value: String(result) }
  return null
}

/** The engine computes in base units (grams, metres); what is asked for may have a unit of its own. */
function fromQuantity(item: FormItem, found: FormQuantity): FormValue | null {
  const value = inUnitOf(item, found)
  if (item.kind === 'quantity') return { kind: 'quantity', value }
  // A number with another unit than is asked for is another number.
  const isAsked = value.code === undefined || item.units === undefined || value.code === item.units[0]?.code
  return isAsked && value.value !== undefined ? fromNumber(item, value.value) : null
}

function inUnitOf(item: FormItem, found: FormQuantity): FormQuantity {
  const [unit] = item.units ?? []
  const isKnown = found.code === undefined || item.units?.some((one) => one.code === found.code) !== false
  if (isKnown || unit?.code === undefined || /['\\]/.test(`${unit.code}${found.code}`)) return found
  const value = converted(`(${found.value} '${found.code}').toQuantity('${unit.code}').value`)
  return typeof value === 'number' ? { value, ...unit } : found
}

/** Nothing where the units do not go together, or are no units at all. */
function converted(expression: string): unknown {
  try {
    const result: unknown = fhirpath.evaluate({}, expression)
    return Array.isArray(result) ? result[0] : undefined
  } catch {
    return undefined
  }
}

/** Without a unit in the question, nobody can tell in which unit a computed number is. */
const isClear = (item: FormItem, plain: unknown) =>
  typeof plain === 'object' ||
  item.kind === 'quantity' ||
  item.units !== undefined ||
  / '1?'$/.test(String(plain))

const ucum = 'http://unitsofmeasure.org'

/** FHIRPath names durations of the calendar in words. https://hl7.org/fhirpath/#time-valued-quantities */
const calendar: Readonly<Record<string, string>> = {
  year: 'a',
  month: 'mo',
  week: 'wk',
  day: 'd',
  hour: 'h',
  minute: 'min',
  second: 's',
  millisecond: 'ms',
}

/** A quantity as FHIR has it, or as the engine writes one that it computed: `22.5 'kg/m2'`, `5 years`. */
function quantityOf(item: FormItem, plain: unknown): FormQuantity | null {
  if (typeof plain === 'object' && plain !== null) {
    const value = typeof (plain as Json).value === 'number' ? valueFrom('Quantity', plain) : null
    return value?.kind === 'quantity' ? value.value : null
  }
  const found = /^(-?[\d.]+(?:e[+-]?\d+)?) (?:'([^']*)'|([a-z]+))$/i.exec(String(plain))
  const value = Number(found?.[1] ?? Number.NaN)
  if (found === null || !Number.isFinite(value)) return null
  const word = found[3]?.replace(/s$/, '') ?? ''
  const code = found[2] ?? (Object.hasOwn(calendar, word) ? calendar[word] : undefined)
  // A bare number, or what the question calls by a name of its own.
  const named = item.units?.find((unit) => unit.code === code)
  if (code === undefined) return null
  if (code === '1' || code === '') return { value, ...item.units?.[0] }
  return { value, ...(named ?? { unit: found[3] ?? code, system: ucum, code }) }
}
