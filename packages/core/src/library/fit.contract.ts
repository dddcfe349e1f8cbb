import { z } from 'zod'
import { relationContexts, relationKinds, situations, voices } from '../relation/relation.ts'
import type { Endpoint } from '../shared/endpoint.ts'
import { bilingual } from '../shared/spoken.schema.ts'
import { type Place, place } from './fit.place.ts'
import { offersAtMost } from './fit.ts'
import { itemKey } from './item.schema.ts'
import { evidenceGrades, itemKinds, provenances } from './item.ts'

const words = z.object({ nl: z.string().optional(), en: z.string().optional() })

/** An item that is offered, with why, in words that begin with "because". */
export const offer = z.object({
  key: itemKey,
  kind: z.enum(itemKinds),
  title: words,
  summary: words,
  minutes: z.int().nullable(),
  grade: z.enum(evidenceGrades),
  provenance: z.enum(provenances),
  because: bilingual,
})
export type Offer = z.infer<typeof offer>

const tag = z.string().max(80).optional()
/** Several tags with commas in between. */
const tags = z.string().max(2000).optional()

/** Where somebody is, as the query of an address has it; `placeOf` makes a place of it. */
const fitQuery = z.object({
  at: z.enum(['signal', 'rupture', 'theme', 'goal', 'meeting', 'moment', 'item']),
  ...{
    rule: tag,
    line: tag,
    challenge: tag,
    step: tag,
    code: tag,
    format: tag,
    part: tag,
    moment: tag,
    key: tag,
  },
  ...{ markers: tags, topics: tags, codes: tags, levels: tags, like: tags },
  /** Of the collaboration one is in. */
  kind: z.enum(relationKinds).optional(),
  context: z.enum(relationContexts).optional(),
  situation: z.enum(situations).optional(),
  voice: z.enum(voices).optional(),
})
export type FitQuery = z.infer<typeof fitQuery>

const needs = {
  signal: { one: ['rule'], maybe: ['line', 'challenge'], many: [] },
  rupture: { one: [], maybe: ['step'], many: ['markers'] },
  theme: { one: [], maybe: ['code'], many: ['like', 'topics'] },
  goal: { one: [], maybe: [], many: ['topics', 'codes', 'levels'] },
  meeting: { one: ['part'], maybe: ['format'], many: [] },
  moment: { one: ['moment'], maybe: [], many: [] },
  item: { one: ['key'], maybe: [], many: [] },
} as const

/** The place that a query tells of; null when it tells of none. What another place would need is passed over. */
export function placeOf(query: FitQuery): Place | null {
  const { one, maybe, many } = needs[query.at]
  const made = place.safeParse({
    at: query.at,
    ...Object.fromEntries(one.map((name) => [name, query[name]])),
    ...Object.fromEntries(maybe.map((name) => [name, query[name] ?? null])),
    ...Object.fromEntries(many.map((name) => [name, split(query[name])])),
  })
  return made.success ? made.data : null
}

const split = (text: string | undefined) => (text === undefined || text === '' ? [] : text.split(','))

export const fitEndpoints = {
  fitLibrary: {
    id: 'fitLibrary',
    method: 'GET',
    path: '/api/library/fit',
    summary: 'Up to three items that fit where one is, from tags alone, each with why it is offered',
    query: fitQuery,
    response: z.object({ offers: z.array(offer).max(offersAtMost) }),
    errors: ['not-signed-in', 'invalid-input'],
  },
  fitThemes: {
    id: 'listFitThemes',
    method: 'GET',
    path: '/api/library/themes',
    summary: 'The themes that items are tagged with and how they are called, so that a name need not be sent',
    response: z.object({ themes: z.array(z.object({ key: z.string(), name: bilingual })) }),
    errors: ['not-signed-in'],
  },
} as const satisfies Record<string, Endpoint>
