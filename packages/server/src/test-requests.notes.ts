/** One good request per endpoint about notes of one's own. */
import type { workingNoteEndpoints } from '@weerklank/core/ownership/working-note.contract'
import type { GoodRequest, Story } from './test-requests.types.ts'

type EndpointId = (typeof workingNoteEndpoints)[keyof typeof workingNoteEndpoints]['id']

const inRelation = (story: Story) => ({ relation: story.relation.id })

export const noteRequests: Readonly<Record<EndpointId, GoodRequest>> = {
  listOwnWorkingNotes: { reaches: 'overview', parts: () => ({}), wrong: null, audit: 'working-note.read' },
  removeWorkingNote: {
    reaches: 'overview',
    parts: (_, story) => ({ params: { note: story.workingNote } }),
    wrong: null,
    audit: 'working-note.removed',
  },
  listWorkingNotes: {
    reaches: 'relation',
    parts: (_, story) => ({ params: inRelation(story) }),
    wrong: null,
    audit: 'working-note.read',
    isPrivate: true,
  },
  saveWorkingNote: {
    reaches: 'relation',
    parts: (_, story) => ({
      params: { ...inRelation(story), note: story.workingNote },
      body: { text: 'Vraag hoe het thuis ging.', version: 1 },
    }),
    wrong: ['text', ' '],
    audit: 'working-note.saved',
    isPrivate: true,
  },
  savePeerCase: {
    reaches: 'overview',
    parts: (app) => ({
      params: { note: app.world.newId() },
      body: { text: 'Iemand valt stil na een voorstel. Wat kan ik vragen?', version: 0 },
    }),
    wrong: ['text', ' '],
    audit: 'peer-case.made',
  },
  shareWorkingNote: {
    reaches: 'relation',
    parts: (app, story) => ({
      params: { ...inRelation(story), note: story.workingNote },
      body: { as: app.world.newId(), version: 1 },
    }),
    wrong: ['version', 0],
    audit: 'working-note.shared',
  },
}
