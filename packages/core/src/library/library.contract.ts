import { z } from 'zod'
import type { Endpoint } from '../shared/endpoint.ts'
import { libraryItemId } from '../shared/ids.ts'
import { requiredText, text } from '../shared/text-input.ts'
import { searchSigns } from './filter.ts'
import { foundPlaces } from './found.ts'
import { itemKey, itemShape } from './item.schema.ts'
import { evidenceGrades, itemKinds, itemMoments, provenances, readingLevels } from './item.ts'

export const itemStatuses = ['draft', 'published', 'withdrawn'] as const
export type ItemStatus = (typeof itemStatuses)[number]

/** So many items stand on one page of a search. */
export const itemsOnPage = 20
export const experienceSigns = 500

const words = z.object({ nl: z.string().optional(), en: z.string().optional() })

/** An item as it stands in a list. */
export const listedItem = z.object({
  key: itemKey,
  version: z.int(),
  kind: z.enum(itemKinds),
  title: words,
  summary: words,
  minutes: z.int().nullable(),
  people: z.object({ min: z.int(), max: z.int() }).nullable(),
  grade: z.enum(evidenceGrades),
  provenance: z.enum(provenances),
  levels: z.array(z.enum(readingLevels)),
  own: z.boolean(),
})
export type ListedItem = z.infer<typeof listedItem>

const found = listedItem.extend({
  /** Where the words stand that it was found by; empty without a search. */
  why: z.array(z.object({ place: z.enum(foundPlaces), words: z.array(z.string()), around: z.string() })),
})
export type FoundItem = z.infer<typeof found>

const search = z.object({
  items: z.array(found),
  total: z.int().min(0),
  /** Words that were looked for in place of what was typed. */
  meant: z.array(z.object({ typed: z.string(), words: z.array(z.string()) })),
  /** Words for the same that were looked for beside what was typed. */
  also: z.array(z.object({ typed: z.string(), words: z.array(z.string()) })),
  /** Nothing holds all the words: these hold some of them, what holds most first. */
  isPartial: z.boolean(),
  mayWrite: z.boolean(),
})

/** Counts of uses, never of people. Below ten there are counts only; there is no other number at all. */
const experience = z.object({
  helped: z.int().min(0),
  didNot: z.int().min(0),
  /** What people wrote, in no order that tells anything. */
  words: z.array(z.object({ helped: z.boolean(), words: z.string() })),
  /** Her own uses, which she can take back. */
  mine: z.array(z.object({ id: z.uuid(), helped: z.boolean(), words: z.string(), usedAt: z.iso.datetime() })),
})
export type Experience = z.infer<typeof experience>

/** What an item of the organisation is beside its words. */
const ownFacts = z.object({
  id: libraryItemId,
  status: z.enum(itemStatuses),
  from: itemKey.nullable(),
  /** Rises at each change; who changes something says which one she saw. */
  revision: z.int().min(1),
})

const shown = z.object({
  item: itemShape,
  own: ownFacts.nullable(),
  /** Which versions can be read, the newest first. */
  versions: z.array(z.int()),
  experience,
  mayWrite: z.boolean(),
})
export type ShownItem = z.infer<typeof shown>

const params = z.object({ item: libraryItemId })
const body = itemShape
/** A text of each level in two languages, with all its lines, fits. */
const itemLimit = 192 * 1024
const changes = ['not-signed-in', 'not-allowed', 'not-found', 'invalid-input', 'conflict'] as const

export const libraryEndpoints = {
  searchLibrary: {
    id: 'searchLibrary',
    method: 'GET',
    path: '/api/library',
    summary:
      'Items of the library by words and by what they fit; also where a letter is wrong, with why each was found',
    query: z.object({
      text: z
        .string()
        .max(searchSigns * 2)
        .optional(),
      kind: z.enum(itemKinds).optional(),
      relation: z.string().optional(),
      context: z.string().optional(),
      situation: z.string().optional(),
      moment: z.enum(itemMoments).optional(),
      minutes: z.coerce.number().int().min(1).max(600).optional(),
      people: z.coerce.number().int().min(1).max(500).optional(),
      grade: z.enum(evidenceGrades).optional(),
      level: z.enum(readingLevels).optional(),
      language: z.enum(['nl', 'en']).optional(),
      origin: z.enum(['own', 'shipped']).optional(),
      from: z.coerce.number().int().min(0).max(10_000).optional(),
    }),
    response: search,
    errors: ['not-signed-in', 'invalid-input'],
  },
  readLibraryItem: {
    id: 'readLibraryItem',
    method: 'GET',
    path: '/api/library/items/:key',
    summary: 'One item, in its newest version or the one that is asked for, and how often it helped',
    params: z.object({ key: itemKey }),
    query: z.object({ version: z.coerce.number().int().min(1).max(100_000).optional() }),
    response: shown,
    errors: ['not-signed-in', 'not-found', 'invalid-input'],
  },
  listOwnItems: {
    id: 'listOwnItems',
    method: 'GET',
    path: '/api/library/own',
    summary:
      'The organisation’s own items in their newest version, also those that are no longer or not yet offered',
    response: z.object({
      items: z.array(listedItem.extend({ id: libraryItemId, status: z.enum(itemStatuses) })),
      mayWrite: z.boolean(),
    }),
    errors: ['not-signed-in'],
  },
  keepItem: {
    id: 'keepLibraryItem',
    method: 'PUT',
    path: '/api/library/own/:item',
    summary:
      'Keep an item of the organisation: a new one, its draft, or the next version after one that was published',
    params,
    body: z.strictObject({
      item: body,
      from: itemKey.nullable(),
      /** 0 for a new item; again with the same words changes nothing. */
      revision: z.int().min(0),
    }),
    bodyLimit: itemLimit,
    response: shown,
    errors: [...changes, 'too-large'],
  },
  publishItem: {
    id: 'publishLibraryItem',
    method: 'POST',
    path: '/api/library/own/:item/publish',
    summary: 'Let an own item be found. Its words stay as they are; a change makes a next version',
    params,
    body: z.strictObject({ revision: z.int().min(1) }),
    response: shown,
    errors: [...changes],
  },
  withdrawItem: {
    id: 'withdrawLibraryItem',
    method: 'POST',
    path: '/api/library/own/:item/withdraw',
    summary: 'Let an own item be found no more. Who kept it in a collection can still read it',
    params,
    body: z.strictObject({ revision: z.int().min(1) }),
    response: shown,
    errors: [...changes],
  },
  sayHelped: {
    id: 'sayLibraryHelped',
    method: 'POST',
    path: '/api/library/items/:key/uses',
    summary:
      'Say that an item helped, or did not. It is counted without who said it; the id is made by the sender',
    params: z.object({ key: itemKey }),
    body: z.strictObject({ id: z.uuid(), helped: z.boolean(), words: text(experienceSigns) }),
    response: experience,
    errors: [...changes],
  },
  takeBackUse: {
    id: 'takeBackLibraryUse',
    method: 'DELETE',
    path: '/api/library/items/:key/uses/:use',
    summary: 'Take back what one said about an item oneself',
    params: z.object({ key: itemKey, use: z.uuid() }),
    response: experience,
    errors: ['not-signed-in', 'not-allowed', 'not-found'],
  },
  importItems: {
    id: 'importLibraryItems',
    method: 'POST',
    path: '/api/library/import',
    summary:
      'Items of a file that this library exported, as drafts of the organisation; what cannot be read is told per item',
    body: z.strictObject({
      /** Makes the items: the same file once more changes nothing. */
      id: z.uuid(),
      file: requiredText(4_000_000),
    }),
    bodyLimit: 4 * 1024 * 1024,
    response: z.object({
      taken: z.array(z.object({ at: z.int(), key: itemKey, title: words })),
      refused: z.array(z.object({ at: z.int(), title: z.string(), field: z.string(), problem: z.string() })),
    }),
    errors: ['not-signed-in', 'not-allowed', 'invalid-input', 'too-large'],
  },
} as const satisfies Record<string, Endpoint>
