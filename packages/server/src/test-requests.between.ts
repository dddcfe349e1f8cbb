/** One good request per endpoint about what comes between the meetings of a trajectory. */
import type { nudgeEndpoints } from '@weerklank/core/learning/nudge.contract'
import type { GoodRequest, Story } from './test-requests.types.ts'

type EndpointId = (typeof nudgeEndpoints)[keyof typeof nudgeEndpoints]['id']
type Row = [audit: string, wrong: GoodRequest['wrong'], parts: GoodRequest['parts']]

const row = ([audit, wrong, parts]: Row): GoodRequest => ({ reaches: 'trajectory', audit, wrong, parts })
const here = ({ learning }: Story) => ({ trajectory: learning.trajectory })

export const betweenRequests: Readonly<Record<EndpointId, GoodRequest>> = {
  getBetween: row(['trajectory.between-read', null, (_, story) => ({ params: here(story) })]),
  beginNudges: row(['trajectory.nudges-planned', null, (_, story) => ({ params: here(story), body: {} })]),
  addNudge: row([
    'trajectory.nudges-planned',
    ['offsetDays', 1_000],
    (app, story) => ({
      params: here(story),
      body: {
        ...{ id: app.world.newId(), card: 'quote-door', from: { kind: 'start' }, offsetDays: 14 },
        url: '',
      },
    }),
  ]),
  changeNudge: row([
    'trajectory.nudge-changed',
    ['url', 'film'],
    (_, story) => ({
      params: { ...here(story), nudge: story.between.nudge },
      body: {
        ...{ version: 1, ownTitle: 'Hallo', ownBody: '', url: '', offsetDays: 28, fixedOn: null },
        isOn: true,
      },
    }),
  ]),
  lookAtMeasure: row([
    'trajectory.measure-looked',
    ['rhythm', 'always'],
    (app, story) => ({
      params: here(story),
      body: { id: app.world.newId(), name: 'Eén vraag', rhythm: 'once', people: 'parents' },
    }),
  ]),
  decideMeasure: row([
    'trajectory.measure-decided',
    ['to', 'perhaps'],
    (_, story) => ({
      params: { ...here(story), measure: story.between.measure },
      body: { version: 1, to: 'dropped', reason: 'Het past niet.' },
    }),
  ]),
  writeWorkFact: row([
    'trajectory.work-written',
    ['fact', { meetings: 'none', stage: 'underway', parents: null }],
    (_, story) => ({
      params: { ...here(story), learner: story.learning.learners[0]?.id ?? '' },
      body: { fact: { meetings: 'few', stage: 'underway', parents: 'often' } },
    }),
  ]),
  getPack: row(['trajectory.pack-fetched', null, (_, story) => ({ params: here(story) })]),
}
