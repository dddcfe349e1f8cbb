/** One good request per endpoint about buddies. */
import type { buddyEndpoints } from '@weerklank/core/learning/buddy.contract'
import { standardRules } from '@weerklank/core/learning/pairing.rules'
import { addDays, localDay } from '@weerklank/core/shared/time'
import type { GoodRequest, Story } from './test-requests.types.ts'

type EndpointId = (typeof buddyEndpoints)[keyof typeof buddyEndpoints]['id']

const reaches = 'trajectory'
const inTrajectory = ({ learning }: Story) => ({ trajectory: learning.trajectory })
const learner = ({ learning }: Story, at: number) => learning.learners[at]?.id ?? ''

export const buddyRequests: Readonly<Record<EndpointId, GoodRequest>> = {
  getBuddies: {
    ...{ reaches, wrong: null, audit: 'trajectory.buddies-read' },
    parts: (_, story) => ({ params: inTrajectory(story) }),
  },
  proposeBuddies: {
    ...{ reaches, wrong: ['seed', -1], audit: 'trajectory.buddies-proposed' },
    parts: (app, story) => ({
      params: inTrajectory(story),
      body: {
        ...{ rules: standardRules, seed: 7, version: 1 },
        talkDays: [localDay(addDays(app.clock.now(), 14), 'Europe/Amsterdam')],
      },
    }),
  },
  changeProposal: {
    ...{ reaches, wrong: ['change', 'split'], audit: 'trajectory.buddies-adjusted' },
    parts: (_, story) => ({
      params: inTrajectory(story),
      body: { version: 1, reason: '', change: { kind: 'pin', pair: story.buddies.proposed, pinned: true } },
    }),
  },
  formBuddies: {
    ...{ reaches, wrong: ['version', 0], audit: 'trajectory.buddies-formed' },
    parts: (_, story) => ({ params: inTrajectory(story), body: { version: 1 } }),
  },
  dropProposal: {
    ...{ reaches, wrong: ['version', 'first'], audit: 'trajectory.buddies-dropped' },
    parts: (_, story) => ({ params: inTrajectory(story), body: { version: 1 } }),
  },
  goOnAfterStop: {
    ...{ reaches, wrong: ['to', 'home'], audit: 'trajectory.buddies-rematched' },
    parts: (_, story) => ({
      params: { ...inTrajectory(story), pair: story.buddies.formed },
      body: { version: 1, to: { kind: 'alone' }, reason: '' },
    }),
  },
  writeTalked: {
    ...{ reaches, wrong: ['talked', 'maybe'], audit: 'trajectory.buddies-talked' },
    parts: (_, story) => ({
      params: { ...inTrajectory(story), pair: story.buddies.formed },
      body: { version: 1, talked: true },
    }),
  },
  addBuddyTie: {
    ...{ reaches, wrong: ['kind', 'friends'], audit: 'trajectory.buddy-tied' },
    parts: (app, story) => ({
      params: inTrajectory(story),
      body: { id: app.world.newId(), kind: 'manager', learner: learner(story, 0), other: learner(story, 1) },
    }),
  },
  removeBuddyTie: {
    ...{ reaches, wrong: null, audit: 'trajectory.buddy-untied' },
    parts: (_, story) => ({ params: { ...inTrajectory(story), tie: story.buddies.tie }, body: {} }),
  },
  writeBuddyWish: {
    ...{ reaches, wrong: ['themes', 'weather'], audit: 'trajectory.buddy-wished' },
    parts: (_, story) => ({
      params: { ...inTrajectory(story), learner: learner(story, 0) },
      body: { wants: false, languages: ['nl'], halfDays: [], ways: [], region: '', themes: [] },
    }),
  },
}
