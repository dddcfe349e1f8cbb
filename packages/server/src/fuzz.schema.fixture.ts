/** Values that a contract takes, made from the contract itself: a new endpoint is fuzzed without anybody thinking of it. */
import fc from 'fast-check'
import { z } from 'zod'

type JsonSchema = {
  type?: string
  format?: string
  pattern?: string
  const?: unknown
  enum?: readonly unknown[]
  anyOf?: readonly JsonSchema[]
  oneOf?: readonly JsonSchema[]
  allOf?: readonly JsonSchema[]
  properties?: Readonly<Record<string, JsonSchema>>
  required?: readonly string[]
  items?: JsonSchema
  minItems?: number
  maxItems?: number
  minimum?: number
  maximum?: number
  exclusiveMinimum?: number
}

/** What may stand where a contract asks for this; `ids` are those worth trying. */
export function valuesOf(contract: z.ZodType, ids: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  const schema = z.toJSONSchema(contract, { io: 'input', unrepresentable: 'any' }) as JsonSchema
  return valueFor(schema, ids)
}

function valueFor(schema: JsonSchema, ids: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
  const ways = schema.anyOf ?? schema.oneOf ?? schema.allOf
  if (ways !== undefined) return fc.oneof(...ways.map((one) => valueFor(one, ids)))
  switch (schema.type) {
    case 'string':
      return textOf(schema, ids)
    case 'integer':
    case 'number':
      return fc.oneof(fc.constant(0), fc.integer(boundsOf(schema)))
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array':
      return fc.array(valueFor(schema.items ?? {}, ids), lengthsOf(schema))
    case 'object':
      return fieldsOf(schema, ids)
    default:
      return fc.jsonValue()
  }
}

const most = 2 ** 31 - 1
const boundsOf = ({ minimum, maximum, exclusiveMinimum }: JsonSchema) => ({
  min: Math.max(minimum ?? exclusiveMinimum ?? -1_000, -most),
  max: Math.min(maximum ?? 1_000, most),
})

const lengthsOf = ({ minItems = 0, maxItems = 3 }: JsonSchema) => ({
  minLength: minItems,
  maxLength: Math.max(minItems, Math.min(maxItems, 3)),
})

/** Where a schema cannot say what would be taken. */
const known: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  timeZone: fc.constantFrom('Europe/Amsterdam', 'America/Curacao', 'Mars/Olympus'),
  email: fc.nat(99_999).map((n) => `iemand-${n}@thuis.example`),
  version: fc.integer({ min: 0, max: 3 }),
}

function fieldsOf(schema: JsonSchema, ids: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  const properties = Object.entries(schema.properties ?? {})
  const fields = Object.fromEntries(properties.map(([name, of]) => [name, known[name] ?? valueFor(of, ids)]))
  return fc.record(fields, { requiredKeys: [...(schema.required ?? [])] })
}

const words = fc.constantFrom(
  'Rustig gepraat.',
  'Vraag hoe het thuis ging.',
  'a',
  '=1+1',
  '<b>',
  '🌱',
  '%',
  "o'",
)

function textOf({ format, pattern }: JsonSchema, ids: fc.Arbitrary<string>): fc.Arbitrary<string> {
  if (format === 'uuid') return ids
  if (format === 'date-time') return fc.constantFrom('2026-11-19T08:00:00Z', '2026-11-18T23:59:59.999Z')
  if (format === 'date') return fc.constantFrom('2026-11-19', '2026-11-20', '2012-02-29', '0001-01-01')
  if (format === 'email') return fc.nat().map((n) => `iemand-${n}@thuis.example`)
  if (pattern !== undefined) return fc.oneof(fc.stringMatching(new RegExp(pattern)), ids, words)
  return fc.oneof(words, fc.string({ unit: 'binary', maxLength: 90 }))
}
