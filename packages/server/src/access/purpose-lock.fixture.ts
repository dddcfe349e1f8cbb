/** Looks through a contract for anything by which people who work could be put in an order or held against a number. */
import type { Endpoint } from '@weerklank/core/shared/endpoint'
import { z } from 'zod'

type Shape = {
  $ref?: string
  $defs?: Record<string, Shape>
  type?: string
  properties?: Record<string, Shape>
  items?: Shape
  additionalProperties?: Shape | boolean
  anyOf?: Shape[]
  oneOf?: Shape[]
  allOf?: Shape[]
  required?: string[]
}

function shapeOf(schema: z.ZodType): Shape {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape
}

type Visit = (path: string, shape: Shape) => void

type At = { shape: Shape; path: string; within?: readonly string[] }

/** Every part of a shape, with its path: `.relations[].title`. What stands inside itself is looked at once. */
function walk(root: Shape, of: At, visit: Visit): void {
  const name = of.shape.$ref?.split('/').at(-1)
  if (name !== undefined && of.within?.includes(name)) return
  const within = name === undefined ? (of.within ?? []) : [...(of.within ?? []), name]
  const shape = name === undefined ? of.shape : (root.$defs?.[name] ?? {})
  visit(of.path, shape)
  const inner: [path: string, shape: Shape][] = [
    ...Object.entries(shape.properties ?? {}).map(
      ([key, one]) => [`${of.path}.${key}`, one] as [string, Shape],
    ),
    ...(shape.items ? [[`${of.path}[]`, shape.items] as [string, Shape]] : []),
    ...(typeof shape.additionalProperties === 'object'
      ? [[`${of.path}{}`, shape.additionalProperties] as [string, Shape]]
      : []),
    ...[...(shape.anyOf ?? []), ...(shape.oneOf ?? []), ...(shape.allOf ?? [])].map(
      (one) => [of.path, one] as [string, Shape],
    ),
  ]
  for (const [path, one] of inner) walk(root, { shape: one, path, within }, visit)
}

const last = (path: string) =>
  path
    .split('.')
    .at(-1)
    ?.replace(/[[\]{}]/g, '') ?? ''

/** Names by which a line says who did the work, or which group of people. One spelling of identifiers has no mark of its own. */
const saysWho =
  /^(members?|memberId|colleagues?|professionals?|employees?|staff|teams?|groups?|actor|author|who|by|\w+By|user|roles)$/i

/** Names of a number that holds people against each other. */
const compares = /rank|percentile|benchmark|^league|leader|position|quartile|stars?$|^grade/i

/** Names of a wish for an order. */
const orders = /sort|order|rank|best|worst|top(?!ic)|asc$|desc$|compare/i

/**
 * What in the answer of an endpoint could rank people: a list of which each line says who did the work and holds a number,
 * or a word that compares. `<endpoint> <path>` of each.
 */
export function rankingFindings(endpoint: Pick<Endpoint, 'id' | 'response'>): string[] {
  const root = shapeOf(endpoint.response)
  const found = new Set<string>()
  walk(root, { shape: root, path: '' }, (path, shape) => {
    if (compares.test(last(path))) found.add(`${endpoint.id} ${path}`)
    const lines =
      shape.items ?? (typeof shape.additionalProperties === 'object' ? shape.additionalProperties : null)
    if (lines !== null && lines !== undefined && namesAndCounts(root, lines))
      found.add(`${endpoint.id} ${path}`)
  })
  return [...found]
}

function namesAndCounts(root: Shape, lines: Shape): boolean {
  let names = false
  let counts = false
  walk(root, { shape: lines, path: '' }, (path, shape) => {
    names ||= saysWho.test(last(path))
    counts ||= shape.type === 'number' || shape.type === 'integer'
  })
  return names && counts
}

/** The names of everything that can be asked of an endpoint, with where it stands. */
export function askable(endpoint: Endpoint): { query: string[]; body: string[] } {
  const namesIn = (schema: z.ZodType | undefined) => {
    const names: string[] = []
    if (schema === undefined) return names
    const root = shapeOf(schema)
    walk(root, { shape: root, path: '' }, (path) => {
      if (path !== '') names.push(last(path))
    })
    return names
  }
  return { query: namesIn(endpoint.query), body: namesIn(endpoint.body) }
}

/** What can be asked of an endpoint that would put something in an order. */
export function orderFindings(endpoint: Endpoint): string[] {
  const { query, body } = askable(endpoint)
  return [...query, ...body].filter((name) => orders.test(name)).map((name) => `${endpoint.id} ${name}`)
}

/** Whether an endpoint asks for what data are taken out, and will not go without an answer. */
export function asksPurpose(endpoint: Endpoint): boolean {
  return [endpoint.query, endpoint.body].some((schema) => {
    const shape = schema && shapeOf(schema)
    return shape?.properties?.purpose !== undefined && shape.required?.includes('purpose') === true
  })
}
