import { isObject, type Json } from './fhir.json.ts'
import { own } from './fhir.read.ts'
import type { FormCoding, FormUnit } from './form.ts'
import type { FormQuantity, FormValue } from './form.value.ts'

// FHIR R4, datatypes: https://hl7.org/fhir/R4/datatypes.html#primitive
const date = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/
const dateTime =
  /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d(:([0-5]\d|60)(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$/
const time = /^([01]\d|2[0-3]):[0-5]\d(:([0-5]\d|60)(\.\d+)?)?$/

const texts: Readonly<
  Record<string, readonly [kind: 'string' | 'date' | 'dateTime' | 'time' | 'url', RegExp]>
> = {
  String: ['string', /^/],
  Markdown: ['string', /^/],
  Code: ['string', /^/],
  Id: ['string', /^/],
  Date: ['date', date],
  DateTime: ['dateTime', dateTime],
  Instant: ['dateTime', dateTime],
  Time: ['time', time],
  Uri: ['url', /^\S*$/],
  Url: ['url', /^\S*$/],
  Canonical: ['url', /^\S*$/],
}

/** A `value[x]` as a value of ours; null when it is of a type we do not use, or not well written. */
export function valueFrom(type: string, value: unknown): FormValue | null {
  const text = Object.hasOwn(texts, type) ? texts[type] : undefined
  if (text !== undefined)
    return typeof value === 'string' && text[1].test(value) ? { kind: text[0], value } : null
  if (type === 'Boolean') return typeof value === 'boolean' ? { kind: 'boolean', value } : null
  if (/^(Integer|PositiveInt|UnsignedInt|Integer64)$/.test(type)) {
    const number = type === 'Integer64' && typeof value === 'string' ? Number(value) : value
    return Number.isInteger(number) ? { kind: 'integer', value: number as number } : null
  }
  if (type === 'Decimal') return typeof value === 'number' ? { kind: 'decimal', value } : null
  return isObject(value) ? complexFrom(type, value) : null
}

function complexFrom(type: string, value: Json): FormValue | null {
  if (type === 'Coding') return { kind: 'coding', value: codingFrom(value) }
  if (type === 'Quantity' || type === 'SimpleQuantity')
    return { kind: 'quantity', value: quantityFrom(value) }
  if (type === 'Reference') return { kind: 'reference', value: only(value, ['reference', 'display']) }
  if (type === 'Attachment')
    return { kind: 'attachment', value: only(value, ['contentType', 'title', 'url']) }
  return null
}

export function codingFrom(json: Json): FormCoding {
  return only(json, ['system', 'version', 'code', 'display'])
}

export function unitFrom(json: Json): FormUnit {
  return only(json, ['unit', 'system', 'code'])
}

function quantityFrom(json: Json): FormQuantity {
  const value = own(json, 'value')
  return {
    ...only(json, ['unit', 'system', 'code', 'comparator']),
    ...(typeof value === 'number' && { value }),
  }
}

function only<Key extends string>(json: Json, keys: readonly Key[]): { [Name in Key]?: string } {
  const found: { [Name in Key]?: string } = {}
  for (const key of keys) {
    const value = own(json, key)
    if (typeof value === 'string') found[key] = value
  }
  return found
}

/** The `value[x]` of FHIR for a value of ours, as key and value. */
export function valueTo(value: FormValue, prefix = 'value'): readonly [key: string, value: unknown] {
  const name = value.kind === 'url' ? 'Uri' : `${value.kind[0]?.toUpperCase()}${value.kind.slice(1)}`
  return [`${prefix}${name}`, value.value]
}
