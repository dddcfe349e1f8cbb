/** One good request per endpoint about analyses. */
import type { analysisEndpoints } from '@weerklank/core/analysis/analysis.contract'
import type { GoodRequest, Story } from './test-requests.types.ts'
import type { Running } from './test-running.ts'

type EndpointId = (typeof analysisEndpoints)[keyof typeof analysisEndpoints]['id']

const inAnalysis = (story: Story) => ({ analysis: story.analysis.id })
const ofDocument = (story: Story) => ({ ...inAnalysis(story), document: story.analysis.document })
const nothing = { meetings: [], relations: [], kinds: ['written'] }

const reading = (audit: string, query?: Record<string, string>): GoodRequest => ({
  reaches: 'analysis',
  parts: (_, story) => ({ params: inAnalysis(story), ...(query && { query }) }),
  wrong: null,
  audit,
})

export const analysisRequests: Readonly<Record<EndpointId, GoodRequest>> = {
  listStartingCodebooks: { reaches: 'overview', parts: () => ({}), wrong: null, audit: null },
  listAnalyses: { reaches: 'overview', parts: () => ({}), wrong: null, audit: 'analysis.listed' },
  listAnalysisSources: { reaches: 'overview', parts: () => ({}), wrong: null, audit: 'analysis.listed' },
  startAnalysis: {
    reaches: 'overview',
    parts: (app, story) => ({
      body: {
        ...{ id: app.world.newId(), title: 'Wat ons helpt', question: '', language: 'nl' },
        ...{ codebooks: ['themes'], sources: { ...nothing, relations: [story.relation.id] } },
      },
    }),
    wrong: ['title', ''],
    audit: 'analysis.started',
  },
  getAnalysis: reading('analysis.read'),
  changeAnalysis: {
    reaches: 'analysis',
    parts: (_, story) => ({
      params: inAnalysis(story),
      body: {
        ...{ version: 1, title: 'Wat ons verder helpt', question: 'Wat nu?', sources: nothing },
        members: [story.by.member],
      },
    }),
    wrong: ['members', []],
    audit: 'analysis.changed',
  },
  removeAnalysis: reading('analysis.removed'),
  bringDocument: {
    reaches: 'analysis',
    parts: (app, story) => ({
      params: inAnalysis(story),
      body: {
        ...{ id: app.world.newId(), title: 'Ons zelfonderzoek', source: 'self-research' },
        ...{ at: app.clock.now(), passages: [passage(app, 'Waar staan we nu?')] },
      },
    }),
    wrong: ['passages', []],
    audit: 'analysis.document-brought',
  },
  removeDocument: {
    reaches: 'analysis',
    parts: (_, story) => ({ params: ofDocument(story) }),
    wrong: null,
    audit: 'analysis.document-removed',
  },
  listPassages: {
    reaches: 'analysis',
    parts: (_, story) => ({ params: ofDocument(story) }),
    wrong: null,
    audit: 'analysis.words-read',
  },
  listQuotes: reading('analysis.quotes-read'),
  searchAnalysis: reading('analysis.searched', { words: 'gehoord' }),
  changeWorkbook: {
    reaches: 'analysis',
    parts: (app, story) => ({
      params: inAnalysis(story),
      body: {
        id: app.world.newId(),
        change: { kind: 'describe-code', code: story.analysis.code, set: { name: 'Serieus genomen worden' } },
      },
    }),
    wrong: ['id', 'none'],
    audit: 'analysis.worked',
  },
  undoDeed: reading('analysis.undone'),
  redoDeed: reading('analysis.redone'),
  listDeeds: reading('analysis.history-read'),
}

function passage(app: Running, body: string) {
  return { id: app.world.newId(), person: null, voice: 'professional', role: null, speaker: '', body }
}
