import { addDays } from '@weerklank/core/shared/time'
import type { teamEndpoints } from '@weerklank/core/team/team.contract'
import type { GoodRequest } from './test-requests.types.ts'
import { roundBody } from './test-round.ts'

/** Of the rounds without names. */
export const roundRequests = {
  listRounds: { reaches: 'overview', parts: () => ({}), wrong: null, audit: 'round.listed' },
  makeRound: {
    reaches: 'overview',
    parts: (app) => ({ body: roundBody(app) }),
    wrong: ['k', 4],
    audit: 'round.made',
  },
  getRound: {
    reaches: 'overview',
    parts: (_, story) => ({ params: { round: story.closedRound } }),
    wrong: null,
    audit: 'round.read',
  },
  closeRound: {
    reaches: 'overview',
    parts: (_, story) => ({ params: { round: story.openRound }, body: { closed: true } }),
    wrong: ['closed', false],
    audit: 'round.closed',
  },
  renewRound: {
    reaches: 'overview',
    parts: (_, story) => ({ params: { round: story.openRound }, body: { renewed: true } }),
    wrong: ['renewed', false],
    audit: 'round.renewed',
  },
  moveRoundTalk: {
    reaches: 'overview',
    parts: (app, story) => ({
      params: { round: story.openRound },
      body: { talk: { on: addDays(app.world.now(), 25).slice(0, 10) } },
    }),
    wrong: ['talk', null],
    audit: 'round.talk-moved',
  },
  exportRound: {
    reaches: 'overview',
    parts: (_, story) => ({
      params: { round: story.closedRound },
      body: { purpose: 'research', language: 'nl' },
    }),
    wrong: ['language', 'de'],
    audit: 'round.exported',
  },
} satisfies Partial<Record<(typeof teamEndpoints)[keyof typeof teamEndpoints]['id'], GoodRequest>>
