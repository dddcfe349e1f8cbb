import { z } from 'zod'
import { exportPurpose } from '../access/access.contract.ts'
import type { Endpoint } from '../shared/endpoint.ts'
import { relationId } from '../shared/ids.ts'
import { checkExportFormats } from './check-export.ts'

const cell = z.union([z.string(), z.number(), z.null()])

/** The table as JSON; the other formats hold the same. */
export const checkExport = z.object({
  title: z.string(),
  columns: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      kind: z.enum(['text', 'number', 'moment']),
      values: z
        .array(z.object({ value: z.number(), label: z.string(), missing: z.literal(true).optional() }))
        .optional(),
    }),
  ),
  rows: z.array(z.record(z.string(), cell)),
})

export const checkExportEndpoints = {
  exportChecks: {
    id: 'exportChecks',
    method: 'GET',
    path: '/api/exports/checks',
    summary:
      'The checks of the collaborations in which one takes part, or of one of them, as a file. Written while it is sent.',
    scope: 'export:read',
    query: z.object({
      format: z.enum(checkExportFormats).default('csv-dutch'),
      purpose: exportPurpose,
      relation: relationId.optional(),
    }),
    response: checkExport,
    files: [
      'text/csv',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'application/json',
      'application/x-spss-sav',
      'application/fhir+json',
    ],
    errors: ['not-signed-in', 'not-allowed', 'not-found', 'invalid-input', 'purpose-refused'],
  },
} as const satisfies Record<string, Endpoint>
