/** One good request per endpoint about practice stories. */
import type { practiceEndpoints } from '@weerklank/core/library/practice.contract'
import type { GoodRequest, Story } from './test-requests.types.ts'
import { practiceBody } from './test-story-practice.ts'

type EndpointId = (typeof practiceEndpoints)[keyof typeof practiceEndpoints]['id']

const setting = { kind: 'with-help-seekers', context: 'micro', situation: 'guidance' }
const draft = ({ practice }: Story) => ({ story: practice.draft })
const ofColleague = ({ practice }: Story) => ({ story: practice.ofColleague })

export const practiceRequests: Readonly<Record<EndpointId, GoodRequest>> = {
  listPractice: {
    ...{ reaches: 'self', audit: 'story.listed', wrong: ['kind', 'everybody'] },
    parts: () => ({ query: { kind: 'with-help-seekers' } }),
  },
  countPractice: {
    ...{ reaches: 'self', audit: null, wrong: ['kind', 'everybody'] },
    parts: () => ({ query: setting }),
  },
  readPractice: {
    ...{ reaches: 'self', audit: 'story.read', wrong: null },
    parts: (_, story) => ({ params: ofColleague(story) }),
  },
  savePractice: {
    ...{ reaches: 'self', audit: 'story.saved', wrong: ['kind', 'everybody'] },
    parts: (app) => ({
      params: { story: app.world.newId() },
      body: { ...setting, body: practiceBody, version: 0 },
    }),
  },
  checkPractice: {
    ...{ reaches: 'self', audit: 'story.checked', wrong: null },
    parts: (_, story) => ({ params: draft(story), body: {} }),
  },
  sharePractice: {
    ...{ reaches: 'self', audit: 'story.shared', wrong: ['version', 0] },
    parts: (_, story) => ({
      params: draft(story),
      body: { version: 1, kept: [], ticks: ['no-names', 'nothing-rare', 'not-known-again', 'about-me'] },
    }),
  },
  withdrawPractice: {
    ...{ reaches: 'self', audit: 'story.withdrawn', wrong: ['version', 0] },
    parts: (_, { practice }) => ({ params: { story: practice.shared }, body: { version: 1 } }),
  },
  removePractice: {
    ...{ reaches: 'self', audit: 'story.removed', wrong: null },
    parts: (_, story) => ({ params: draft(story) }),
  },
  recognisePractice: {
    ...{ reaches: 'self', audit: null, wrong: ['recognised', 'yes'] },
    parts: (_, story) => ({ params: ofColleague(story), body: { recognised: true } }),
  },
  addToPractice: {
    ...{ reaches: 'self', audit: 'story.added-to', wrong: ['kind', 'better'] },
    parts: (app, story) => ({
      params: { ...ofColleague(story), addition: app.world.newId() },
      body: { kind: 'also', text: 'Ik vraag daarna wat zij ervan vond.', kept: [] },
    }),
  },
  removePracticeAddition: {
    ...{ reaches: 'self', audit: 'story.addition-removed', wrong: null },
    parts: (_, { practice }) => ({ params: { story: practice.ofColleague, addition: practice.mine } }),
  },
  takeDownPractice: {
    ...{ reaches: 'self', audit: 'story.taken-down', wrong: ['addition', 'this'] },
    parts: (_, story) => ({ params: ofColleague(story), body: { addition: null } }),
  },
}
