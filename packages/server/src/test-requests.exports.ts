/** One good request per endpoint of files made in the background (see test-requests.ts). */
import type { exportJobEndpoints } from '@weerklank/core/feedback/export-job.contract'
import type { GoodRequest, Story } from './test-requests.types.ts'

type Id = (typeof exportJobEndpoints)[keyof typeof exportJobEndpoints]['id']

const inRelation = (story: Story) => ({ relation: story.relation.id })

export const exportRequests: Readonly<Record<Id, GoodRequest>> = {
  askReport: {
    reaches: 'relation',
    parts: (app, story) => ({
      params: inRelation(story),
      body: {
        ...{ id: app.world.newId(), format: 'pdf', language: 'nl', level: 'client' },
        ...{ participant: story.lina.id, from: null, until: null, purpose: 'own-data' },
      },
    }),
    wrong: ['level', 'manager'],
    audit: 'report.asked',
  },
  askCheckFile: {
    reaches: 'overview',
    parts: (app) => ({
      body: { id: app.world.newId(), relation: null, format: 'csv-dutch', purpose: 'care' },
    }),
    wrong: ['purpose', 'curiosity'],
    audit: 'report.file-asked',
  },
  listExportJobs: { reaches: 'self', parts: () => ({}), wrong: null, audit: null },
  readExportJob: {
    reaches: 'self',
    parts: (_, story) => ({ params: { job: story.readyExport } }),
    wrong: null,
    audit: null,
  },
  cancelExportJob: {
    reaches: 'self',
    parts: (_, story) => ({ params: { job: story.waitingExport } }),
    wrong: null,
    audit: 'report.file-removed',
  },
  fetchExportJob: {
    reaches: 'overview',
    parts: (_, story) => ({ params: { job: story.readyExport } }),
    wrong: null,
    audit: 'report.file-fetched',
  },
}
