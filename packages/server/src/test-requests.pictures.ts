/** One good request per endpoint about what is made of coded words. */
import type { pictureEndpoints } from '@weerklank/core/analysis/pictures.contract'
import { loadSynergyModel } from './analysis/synergy-model.ts'
import type { GoodRequest, Story } from './test-requests.types.ts'

type EndpointId = (typeof pictureEndpoints)[keyof typeof pictureEndpoints]['id']

const inAnalysis = (story: Story) => ({ analysis: story.analysis.id })
const inBlind = (story: Story) => ({ ...inAnalysis(story), round: story.pictures.blind })
const inOpen = (story: Story) => ({ ...inAnalysis(story), round: story.pictures.open })
const reaches = 'analysis'

export const pictureRequests: Readonly<Record<EndpointId, GoodRequest>> = {
  getMatrix: {
    reaches,
    parts: (_, story) => ({ params: inAnalysis(story), query: { kind: 'voice' } }),
    wrong: ['kind', 'weather'],
    audit: 'analysis.counted',
  },
  markCell: {
    reaches,
    parts: (_, story) => ({
      params: inAnalysis(story),
      body: { code: story.analysis.code, kind: 'voice', column: 'client', mark: 'contradicts' },
    }),
    wrong: ['mark', 'wrong'],
    audit: 'analysis.marked',
  },
  getSynergyMap: {
    reaches,
    parts: (_, story) => ({ params: inAnalysis(story) }),
    wrong: null,
    audit: 'analysis.counted',
  },
  placeOnMap: {
    reaches,
    parts: (_, story) => ({
      params: inAnalysis(story),
      body: { version: 1, modelVersion: 1, placings: [], expectations: [] },
    }),
    wrong: ['placings', 'everywhere'],
    audit: 'analysis.placed',
  },
  getSynergyModel: { reaches: 'everyone', parts: () => ({}), wrong: null, audit: null },
  changeSynergyModel: {
    reaches: 'overview',
    parts: () => ({ body: { version: 1, model: loadSynergyModel() } }),
    wrong: ['model', 'round'],
    audit: 'analysis.model-changed',
  },
  listCodingRounds: {
    reaches,
    parts: (_, story) => ({ params: inAnalysis(story) }),
    wrong: null,
    audit: null,
  },
  startCodingRound: {
    reaches,
    parts: (app, story) => ({
      params: inAnalysis(story),
      body: {
        ...{ id: app.world.newId(), title: 'Los van elkaar', documents: [story.analysis.document] },
        coders: [story.by.member, story.pictures.coder],
      },
    }),
    wrong: ['documents', []],
    audit: 'analysis.round-started',
  },
  finishCodingRound: {
    reaches,
    parts: (_, story) => ({ params: inBlind(story), body: { ready: true } }),
    wrong: ['ready', 'yes'],
    audit: 'analysis.round-ready',
  },
  openCodingRound: {
    reaches,
    parts: (_, story) => ({ params: inBlind(story) }),
    wrong: null,
    audit: 'analysis.round-opened',
  },
  compareCodings: {
    reaches,
    parts: (_, story) => ({ params: inOpen(story) }),
    wrong: null,
    audit: 'analysis.compared',
  },
  decideDifference: {
    reaches,
    parts: (_, story) => ({
      params: inOpen(story),
      body: { passage: story.pictures.passage, start: 0, end: 15, codes: [], reason: 'Toch niet.' },
    }),
    wrong: ['reason', 'x'.repeat(1001)],
    audit: 'analysis.decided',
  },
  takeBackDecision: {
    reaches,
    parts: (_, story) => ({ params: { ...inOpen(story), passage: story.pictures.passage, start: '0' } }),
    wrong: null,
    audit: 'analysis.undecided',
  },
}
