import { z } from 'zod'
import { exportPurpose } from '../access/access.contract.ts'
import { done, type Endpoint } from '../shared/endpoint.ts'
import { exportJobId, participantId, relationId } from '../shared/ids.ts'
import { languages } from '../shared/language.ts'
import { checkExportFormats } from './check-export.ts'
import { reportFormats, reportLevels } from './relation-report.ts'

/** Days that a file lies ready. */
export const exportKeptDays = 7

/** So many files of one member lie ready or are being made; who asks for more takes some away first. */
export const exportJobsAtMost = 20

export const exportJobStates = ['waiting', 'making', 'ready', 'failed'] as const

/** A file that is made in the background for whoever asked for it. */
export const exportJob = z.object({
  id: exportJobId,
  kind: z.enum(['report', 'checks']),
  /** Null for the checks of all collaborations of oneself. */
  relation: relationId.nullable(),
  format: z.enum([...reportFormats, ...checkExportFormats]),
  state: z.enum(exportJobStates),
  /** How much is made: answers of a file of checks, steps of a report; `of` is 0 until it is known. */
  progress: z.object({ done: z.int(), of: z.int() }),
  askedAt: z.iso.datetime(),
  /** Until when a file that is ready can be fetched. */
  until: z.iso.datetime().nullable(),
})
export type ExportJob = z.infer<typeof exportJob>

const params = z.object({ job: exportJobId })
const day = z.iso.date().nullable()
const refusals = ['not-signed-in', 'not-allowed', 'not-found'] as const

export const reportRequest = z.strictObject({
  id: exportJobId,
  format: z.enum(reportFormats),
  language: z.enum(languages),
  level: z.enum(reportLevels),
  /** For whom, at the level of a client; null for the file. */
  participant: participantId.nullable(),
  /** The first and the last day, as YYYY-MM-DD; null is from the beginning, and until now. */
  from: day,
  until: day,
  // Held against `mayExport` (enforceExport): nothing leaves for personnel or purchasing.
  purpose: exportPurpose,
})
export type ReportRequest = z.infer<typeof reportRequest>

export const exportJobEndpoints = {
  askReport: {
    id: 'askReport',
    method: 'POST',
    path: '/api/relations/:relation/reports',
    summary: 'Have a report of one collaboration made, as PDF or Word. It is made in the background.',
    params: z.object({ relation: relationId }),
    body: reportRequest,
    response: exportJob,
    errors: [...refusals, 'invalid-input', 'purpose-refused', 'conflict'],
  },
  askCheckFile: {
    id: 'askCheckFile',
    method: 'POST',
    path: '/api/export-jobs',
    summary:
      'Have a file of checks made, of one collaboration or of all of one’s own. It is made in the background.',
    body: z.strictObject({
      id: exportJobId,
      relation: relationId.nullable(),
      format: z.enum(checkExportFormats),
      purpose: exportPurpose,
    }),
    response: exportJob,
    errors: [...refusals, 'invalid-input', 'purpose-refused', 'conflict'],
  },
  listExportJobs: {
    id: 'listExportJobs',
    method: 'GET',
    path: '/api/export-jobs',
    summary: 'The files that one had made and that are still there or on their way, newest first',
    response: z.object({ jobs: z.array(exportJob) }),
    errors: ['not-signed-in', 'not-allowed'],
  },
  readExportJob: {
    id: 'readExportJob',
    method: 'GET',
    path: '/api/export-jobs/:job',
    summary: 'How far a file is',
    params,
    response: exportJob,
    errors: [...refusals],
  },
  cancelExportJob: {
    id: 'cancelExportJob',
    method: 'DELETE',
    path: '/api/export-jobs/:job',
    summary: 'Stop making a file, or take it away before its time',
    params,
    response: done,
    errors: [...refusals],
  },
  fetchExportJob: {
    id: 'fetchExportJob',
    method: 'POST',
    path: '/api/export-jobs/:job/fetch',
    summary:
      'Fetch a file that is ready. Whether one may is asked again: a file with more in it than one may see now is taken away.',
    params,
    response: done,
    files: [
      'application/pdf',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'text/csv',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'application/json',
      'application/x-spss-sav',
      'application/fhir+json',
    ],
    errors: [...refusals, 'conflict'],
  },
} as const satisfies Record<string, Endpoint>
