import { z } from 'zod'
import { done, type Endpoint } from '../shared/endpoint.ts'
import { collectionId } from '../shared/ids.ts'
import { languages } from '../shared/language.ts'
import { requiredText, text } from '../shared/text-input.ts'
import { collectionItemsAtMost, libraryFiles, linkDaysAtMost } from './collection-files.ts'
import { libraryFile } from './exchange.ts'
import { itemKey } from './item.schema.ts'
import { readingLevels } from './item.ts'
import { libraryEndpoints, listedItem } from './library.contract.ts'

const line = z.object({
  id: collectionId,
  title: z.string(),
  note: z.string(),
  count: z.int().min(0),
  isShared: z.boolean(),
  isMine: z.boolean(),
  changedAt: z.iso.datetime(),
})
export type CollectionLine = z.infer<typeof line>

const link = z.object({
  id: z.uuid(),
  level: z.enum(readingLevels),
  language: z.enum(languages),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  revokedAt: z.iso.datetime().nullable(),
})

const shown = line.extend({
  revision: z.int().min(1),
  items: z.array(listedItem),
  /** Her own links; nobody else's. Where a link leads is told once, when it is made. */
  links: z.array(link),
})
export type ShownCollection = z.infer<typeof shown>

const params = z.object({ collection: collectionId })
const changes = ['not-signed-in', 'not-allowed', 'not-found', 'invalid-input', 'conflict'] as const

export const collectionEndpoints = {
  listCollections: {
    id: 'listCollections',
    method: 'GET',
    path: '/api/library/collections',
    summary: 'One’s own collections of items, and those that colleagues share',
    response: z.object({ collections: z.array(line), mayKeep: z.boolean() }),
    errors: ['not-signed-in'],
  },
  readCollection: {
    id: 'readCollection',
    method: 'GET',
    path: '/api/library/collections/:collection',
    summary: 'One collection with its items in their order, and the links that one made oneself',
    params,
    response: shown,
    errors: ['not-signed-in', 'not-found'],
  },
  keepCollection: {
    id: 'keepCollection',
    method: 'PUT',
    path: '/api/library/collections/:collection',
    summary: 'Make a collection, or change one’s own: its name, who reads it, its items and their order',
    params,
    body: z.strictObject({
      title: requiredText(120),
      note: text(1000),
      isShared: z.boolean(),
      keys: z
        .array(itemKey)
        .max(collectionItemsAtMost)
        .refine((keys) => new Set(keys).size === keys.length, 'twice'),
      /** 0 for a new one; again with the same changes nothing. */
      revision: z.int().min(0),
    }),
    response: shown,
    errors: [...changes],
  },
  removeCollection: {
    id: 'removeCollection',
    method: 'DELETE',
    path: '/api/library/collections/:collection',
    summary: 'Remove one’s own collection; its links stop working',
    params,
    response: done,
    errors: ['not-signed-in', 'not-found'],
  },
  shareCollection: {
    id: 'shareCollection',
    method: 'POST',
    path: '/api/library/collections/:collection/links',
    summary: 'A link to a page with the items of one’s own collection, for one kind of reader, until a day',
    params,
    body: z.strictObject({
      id: z.uuid(),
      level: z.enum(readingLevels),
      language: z.enum(languages),
      days: z.int().min(1).max(linkDaysAtMost),
    }),
    /** `leftOut`: items that have no text for this reader. */
    response: z.object({ url: z.url(), collection: shown, leftOut: z.int().min(0) }),
    errors: [...changes],
  },
  revokeCollectionLink: {
    id: 'revokeCollectionLink',
    method: 'DELETE',
    path: '/api/library/collections/:collection/links/:link',
    summary: 'Let a link that one made oneself work no more',
    params: params.extend({ link: z.uuid() }),
    response: shown,
    errors: ['not-signed-in', 'not-found'],
  },
  takeLibrary: {
    id: 'takeLibrary',
    method: 'GET',
    path: '/api/library/files',
    summary:
      'Items of a collection or of a search as a file: cards to print (tagged PDF), a page that works offline, JSON or Markdown',
    query: libraryEndpoints.searchLibrary.query.omit({ from: true }).extend({
      format: z.enum(libraryFiles),
      collection: collectionId.optional(),
      /** For whom the texts are. */
      reader: z.enum(readingLevels),
      /** The language of the texts, where an item has it; `language` leaves out items that do not. */
      words: z.enum(languages).optional(),
    }),
    response: libraryFile,
    files: ['application/pdf', 'text/html', 'application/json', 'text/markdown'],
    errors: ['not-signed-in', 'not-found', 'invalid-input', 'too-large'],
  },
} as const satisfies Record<string, Endpoint>
