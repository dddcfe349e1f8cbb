import { z } from 'zod'
import { exportPurpose } from '../access/access.contract.ts'
import type { Endpoint } from '../shared/endpoint.ts'
import { trajectoryExportId, trajectoryId, trajectoryQuoteId } from '../shared/ids.ts'
import { reportNumber } from './report.numbers.ts'
import { quoteLimit } from './report.quote.ts'
import { reportDraft } from './report.schema.ts'
import { reportDocument } from './report.shape.ts'
import { reportFormats } from './report.ts'

const params = z.object({ trajectory: trajectoryId })
const refusals = ['not-signed-in', 'not-allowed', 'not-found'] as const
const changes = [...refusals, 'invalid-input', 'conflict'] as const

const changedNumber = reportNumber
  .omit({ value: true })
  .extend({ was: z.int().nullable(), is: z.int().nullable() })

/** A file that left, and what is otherwise since: it cannot be called back. */
export const reportFile = z.object({
  id: trajectoryExportId,
  title: z.string(),
  format: z.enum(reportFormats),
  madeBy: z.string(),
  madeAt: z.iso.datetime(),
  publishedAt: z.iso.datetime().nullable(),
  changed: z.array(changedNumber),
  /** Learners who took their consent back since: whoever has the file must take them out. */
  withdrawn: z.array(z.int()),
})
export type ReportFile = z.infer<typeof reportFile>

/** What the writer keeps. Version 0: nothing was kept yet, and this is how one begins. */
const keptReport = reportDraft.extend({ version: z.int().min(0) })
export type KeptReport = z.infer<typeof keptReport>

export const quoteSources = ['answer', 'goal', 'mention'] as const
export type QuoteSource = (typeof quoteSources)[number]

/** Words of somebody who consents, from which a quote may be asked. */
const quotableWords = z.object({
  source: z.enum(quoteSources),
  id: z.uuid(),
  learner: z.int(),
  moment: z.string().nullable(),
  item: z.string(),
  words: z.string(),
})
export type QuotableWords = z.infer<typeof quotableWords>

export const quoteStates = ['asked', 'approved', 'refused', 'withdrawn'] as const

const askedQuote = z.object({
  id: trajectoryQuoteId,
  learner: z.int(),
  item: z.string(),
  state: z.enum(quoteStates),
  /** As it would be printed; null once she said no or took it back. */
  words: z.string().nullable(),
})
export type AskedQuote = z.infer<typeof askedQuote>

export const reportEndpoints = {
  getTrajectoryReport: {
    id: 'getTrajectoryReport',
    method: 'GET',
    path: '/api/trajectories/:trajectory/report',
    summary: 'The report as its writer composed it, and as it reads with what is stored now',
    params,
    response: z.object({ kept: keptReport, document: reportDocument }),
    errors: refusals,
  },
  writeTrajectoryReport: {
    id: 'writeTrajectoryReport',
    method: 'PUT',
    path: '/api/trajectories/:trajectory/report',
    summary: 'Keep which sections the report has, in which order, and the words in between',
    params,
    body: keptReport,
    bodyLimit: 2_000_000,
    response: keptReport,
    errors: changes,
  },
  takeTrajectoryReport: {
    id: 'takeTrajectoryReport',
    method: 'POST',
    path: '/api/trajectories/:trajectory/report/files',
    summary:
      'The report as Word or PDF, or the data set behind it (CSV, XLSX, SPSS) with its codebook. Who is in it is kept.',
    params,
    body: z.strictObject({ id: trajectoryExportId, format: z.enum(reportFormats), purpose: exportPurpose }),
    response: z.string(),
    files: [
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'application/pdf',
      'application/zip',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'application/x-spss-sav',
    ],
    errors: [...changes, 'purpose-refused', 'unavailable'],
  },
  listTrajectoryFiles: {
    id: 'listTrajectoryFiles',
    method: 'GET',
    path: '/api/trajectories/:trajectory/report/files',
    summary: 'The files that left, newest first, with the numbers that changed since and who withdrew',
    params,
    response: z.object({ files: z.array(reportFile) }),
    errors: refusals,
  },
  publishTrajectoryFile: {
    id: 'publishTrajectoryFile',
    method: 'POST',
    path: '/api/trajectories/:trajectory/report/files/:file/published',
    summary: 'Say that a file was published: a later withdrawal cannot take that back, and says so',
    params: params.extend({ file: trajectoryExportId }),
    body: z.strictObject({ published: z.literal(true) }),
    response: reportFile,
    errors: [...refusals, 'invalid-input'],
  },
  listTrajectoryQuotes: {
    id: 'listTrajectoryQuotes',
    method: 'GET',
    path: '/api/trajectories/:trajectory/quotes',
    summary: 'Words of learners who consent, without names of others, and the quotes that were asked for',
    params,
    response: z.object({ words: z.array(quotableWords), quotes: z.array(askedQuote) }),
    errors: refusals,
  },
  askTrajectoryQuote: {
    id: 'askTrajectoryQuote',
    method: 'POST',
    path: '/api/trajectories/:trajectory/quotes',
    summary:
      'Ask a learner whether her words may stand in the report. What the editor adds stands in square brackets.',
    params,
    body: z.strictObject({
      id: trajectoryQuoteId,
      source: z.enum(quoteSources),
      of: z.uuid(),
      words: z.string().max(quoteLimit),
    }),
    response: askedQuote,
    errors: changes,
  },
} as const satisfies Record<string, Endpoint>
