import { z } from 'zod'
import { exportPurpose } from '../access/access.contract.ts'
import type { Endpoint } from '../shared/endpoint.ts'
import { analysisId } from '../shared/ids.ts'
import { text } from '../shared/text-input.ts'
import { analysisLimits } from './analysis.ts'
import { analysisFormats, importGrounds, importLimit } from './exchange.ts'

/** What was read otherwise than it stands in the file: in words, each with its count. */
const findings = z.array(z.string())

export const exchangeEndpoints = {
  bringProject: {
    id: 'importAnalysis',
    method: 'POST',
    path: '/api/analysis-files',
    summary: 'Begin an analysis with a file of another program (REFI-QDA: .qdpx or .qdc)',
    body: z.strictObject({
      id: analysisId,
      /** Empty: the name that stands in the file. */
      title: text(analysisLimits.title),
      ground: z.enum(importGrounds),
      /** The file, in base64. */
      file: z.base64().max(Math.ceil((importLimit * 4) / 3) + 4),
    }),
    bodyLimit: 28_000_000,
    response: z.discriminatedUnion('read', [
      z.object({
        read: z.literal('yes'),
        analysis: analysisId,
        title: z.string(),
        /** How much came in. */
        documents: z.int(),
        codes: z.int(),
        quotes: z.int(),
        memos: z.int(),
        findings,
      }),
      /** Why it was not read; nothing was kept. */
      z.object({ read: z.literal('no'), reason: z.string() }),
    ]),
    errors: ['not-signed-in', 'not-allowed', 'invalid-input', 'conflict'],
  },
  takeAlong: {
    id: 'exportAnalysis',
    method: 'GET',
    path: '/api/analyses/:analysis/file',
    summary:
      'The analysis as a file: for other programs, as a table, or as a report with approved quotes only',
    params: z.object({ analysis: analysisId }),
    query: z.object({ format: z.enum(analysisFormats), purpose: exportPurpose }),
    response: z.string(),
    files: [
      'application/zip',
      'application/xml',
      'text/csv',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'application/pdf',
    ],
    errors: ['not-signed-in', 'not-allowed', 'not-found', 'invalid-input', 'purpose-refused', 'unavailable'],
  },
} as const satisfies Record<string, Endpoint>
