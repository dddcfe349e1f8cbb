import { z } from 'zod'
import type { Endpoint } from '../shared/endpoint.ts'
import { relationImportId } from '../shared/ids.ts'
import { relationKinds, voices } from './relation.ts'
import { importFields } from './relation-import.columns.ts'
import { importProblemCodes } from './relation-import.problem.ts'
import { importSignsAtMost } from './relation-import.ts'

const file = z.string().min(1).max(importSignsAtMost)
const count = z.int().min(0)

const problem = z.object({
  /** As a spreadsheet numbers it. */
  line: z.int(),
  field: z.enum(importFields).nullable(),
  code: z.enum(importProblemCodes),
  value: z.string(),
})

/** How much of a file is shown beforehand; the counts are always of all of it. */
export const importShownAtMost = 200

export const relationImportPreview = z.object({
  separator: z.enum([';', ',', '\t']),
  columns: z.array(z.object({ head: z.string(), field: z.enum(importFields).nullable() })),
  formulas: count,
  /** The first ones, in the order of the file. */
  relations: z.array(
    z.object({
      line: z.int(),
      title: z.string(),
      kind: z.enum(relationKinds),
      /** `there`: she has it already with these people, so it is passed over. `alike`: of that name, with others. */
      status: z.enum(['new', 'there', 'alike']),
      people: z.array(z.object({ name: z.string(), voice: z.enum(voices) })),
    }),
  ),
  /** The first ones. With one of them nothing is taken in. */
  problems: z.array(problem),
  counts: z.object({ relations: count, people: count, there: count, alike: count, problems: count }),
})
export type RelationImportPreview = z.infer<typeof relationImportPreview>

export const relationImportDone = z.object({
  relations: count,
  people: count,
  /** Were there already, and were passed over. */
  there: count,
})

/** In bytes: a file of the longest, as JSON, with its quotes and accents. */
const bodyLimit = 1_000_000

export const relationImportEndpoints = {
  previewRelationImport: {
    id: 'previewRelationImport',
    method: 'POST',
    path: '/api/relation-imports/preview',
    summary: 'Read people and collaborations out of the text of a CSV file, and say what would become of it',
    scope: 'relations:write',
    body: z.strictObject({ text: file }),
    bodyLimit,
    response: relationImportPreview,
    errors: ['not-signed-in', 'not-allowed', 'invalid-input'],
  },
  importRelations: {
    id: 'importRelations',
    method: 'POST',
    path: '/api/relation-imports',
    summary:
      'Take in people and collaborations: all of the file or nothing. The id is made by the sender: a repeat takes in nothing more.',
    scope: 'relations:write',
    body: z.strictObject({ id: relationImportId, text: file }),
    bodyLimit,
    response: relationImportDone,
    errors: ['not-signed-in', 'not-allowed', 'invalid-input', 'conflict'],
  },
} as const satisfies Record<string, Endpoint>
