import { z } from 'zod'
import type { Endpoint } from '../shared/endpoint.ts'
import { languages } from '../shared/language.ts'
import { legalDocuments } from './legal/legal-document.ts'

const block = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), text: z.string() }),
  z.object({ kind: z.literal('paragraph'), text: z.string() }),
  z.object({ kind: z.literal('list'), items: z.array(z.string()).readonly() }),
  z.object({
    kind: z.literal('table'),
    caption: z.string(),
    head: z.array(z.string()).readonly(),
    rows: z.array(z.array(z.string()).readonly()).readonly(),
  }),
])

/** One text, as parts that a screen shows. */
export const legalText = z.object({
  id: z.enum(legalDocuments),
  language: z.enum(languages),
  title: z.string(),
  blocks: z.array(block).readonly(),
})
export type LegalText = z.infer<typeof legalText>

export const legalFormats = ['json', 'md', 'html'] as const

export const legalEndpoints = {
  legalText: {
    id: 'getLegalText',
    method: 'GET',
    path: '/api/legal/:document',
    summary:
      'A text that the law asks for, made from the settings, for administrator and privacy officer; as data, or as a file',
    params: z.object({ document: z.enum(legalDocuments) }),
    query: z.object({
      language: z.enum(languages).default('nl'),
      format: z.enum(legalFormats).default('json'),
    }),
    response: legalText,
    files: ['text/markdown', 'text/html'],
    errors: ['not-signed-in', 'not-allowed', 'not-found', 'invalid-input'],
  },
} as const satisfies Record<string, Endpoint>
