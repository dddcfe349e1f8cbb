import { z } from 'zod'
import type { Endpoint } from '../shared/endpoint.ts'
import { formatId } from '../shared/ids.ts'
import { formatProblemCodes } from './format.rules.ts'
import { formatDraftShape } from './format.schema.ts'

export const formatStatuses = ['draft', 'published', 'withdrawn'] as const
export type FormatStatus = (typeof formatStatuses)[number]

const formatKey = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/)

/** What an own format is beside its words; a shipped one has none of this. */
const own = z.object({
  id: formatId,
  status: z.enum(formatStatuses),
  /** The format that it was copied from. */
  from: formatKey,
  /** Rises at each change; who changes something says which one she saw. */
  revision: z.int().min(1),
  changedAt: z.iso.datetime(),
})
export type OwnFormat = z.infer<typeof own>

const listed = formatDraftShape.omit({ steps: true, rules: true, roles: true, source: true }).extend({
  minutes: z.int().min(0),
  own: own.nullable(),
  /** By this format, or by an older version that was published, a meeting can be held. */
  canBeHeld: z.boolean(),
})
export type ListedFormat = z.infer<typeof listed>

const shown = z.object({
  format: formatDraftShape,
  own: own.nullable(),
  /** A meeting can be held by it: shipped and no empty template, or published in this or an older version. */
  canBeHeld: z.boolean(),
  /** Rules that a draft still breaks; with any it cannot be published. */
  problems: z.array(z.object({ code: z.enum(formatProblemCodes), step: z.string().optional() })),
  /** Of an own format, the newest first. */
  versions: z.array(z.object({ version: z.int(), status: z.enum(formatStatuses), at: z.iso.datetime() })),
  mayKeep: z.boolean(),
})
export type ShownFormat = z.infer<typeof shown>

const params = z.object({ format: formatId })
const seen = z.int().min(1)
const changes = ['not-signed-in', 'not-allowed', 'not-found', 'invalid-input', 'conflict'] as const
/** Forty steps with all their words in two languages fit. */
const formatLimit = 256 * 1024

/** The formats of the house and of the organisation. They hold nothing about anybody. */
export const formatEndpoints = {
  list: {
    id: 'listFormats',
    method: 'GET',
    path: '/api/formats',
    summary: 'The formats of talking together: those that come with the product and the organisation’s own',
    response: z.object({ formats: z.array(listed), mayKeep: z.boolean() }),
    errors: ['not-signed-in'],
  },
  read: {
    id: 'getFormat',
    method: 'GET',
    path: '/api/formats/:key',
    summary: 'One format with its steps; of an own one the newest version, or the one that is asked for',
    params: z.object({ key: formatKey }),
    query: z.object({ version: z.coerce.number().int().min(1).max(1_000_000).optional() }),
    response: shown,
    errors: ['not-signed-in', 'not-found', 'invalid-input'],
  },
  copy: {
    id: 'copyFormat',
    method: 'PUT',
    path: '/api/own-formats/:format',
    summary: 'Copy a format to change it. The id is made by the sender; again changes nothing.',
    params,
    body: z.strictObject({ from: formatKey }),
    response: shown,
    errors: [...changes],
  },
  save: {
    id: 'saveFormat',
    method: 'POST',
    path: '/api/own-formats/:format',
    summary: 'Keep what was changed: in the draft, or as the next version after one that was published',
    params,
    body: z.strictObject({ body: formatDraftShape, revision: seen }),
    bodyLimit: formatLimit,
    response: shown,
    errors: [...changes, 'too-large'],
  },
  publish: {
    id: 'publishFormat',
    method: 'POST',
    path: '/api/own-formats/:format/publish',
    summary: 'Publish the draft, once: from then on its words stay as they are',
    params,
    body: z.strictObject({ revision: seen }),
    response: shown,
    errors: [...changes],
  },
  withdraw: {
    id: 'withdrawFormat',
    method: 'POST',
    path: '/api/own-formats/:format/withdraw',
    summary: 'Offer an own format no more. Meetings that were planned with it keep their copy.',
    params,
    body: z.strictObject({ revision: seen }),
    response: shown,
    errors: [...changes],
  },
} as const satisfies Record<string, Endpoint>
