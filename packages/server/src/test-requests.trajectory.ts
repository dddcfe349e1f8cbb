/** One good request per endpoint about composing and leading a trajectory. */

import type { learnerEndpoints } from '@weerklank/core/learning/learner.contract'
import { standardForms } from '@weerklank/core/learning/moment-form.standard'
import type { trajectoryEndpoints } from '@weerklank/core/learning/trajectory.contract'
import { addDays, localDay } from '@weerklank/core/shared/time'
import type { GoodRequest, Story } from './test-requests.types.ts'
import type { Running } from './test-running.ts'

type Endpoints = typeof trajectoryEndpoints & typeof learnerEndpoints
type EndpointId = Endpoints[keyof Endpoints]['id']

const inTrajectory = ({ learning }: Story) => ({ trajectory: learning.trajectory })
const ofLina = (story: Story) => ({
  ...inTrajectory(story),
  learner: story.learning.learners[0]?.id ?? '',
})

const reading = (audit: string): GoodRequest => ({
  reaches: 'trajectory',
  parts: (_, story) => ({ params: inTrajectory(story) }),
  wrong: null,
  audit,
})
const today = (app: Running) => localDay(app.clock.now(), 'Europe/Amsterdam')

/** The plan of the story once more, with another title. */
function plan(app: Running, { learning }: Story) {
  const event = {
    ...{ id: learning.event, kind: 'masterclass', title: 'Masterclass 1', about: '', minutes: 180 },
    ...{ at: addDays(app.clock.now(), 1), place: '', videoUrl: '', hours: 3, isOpen: false },
  }
  const moment = {
    ...{ id: learning.moment, key: 'T1', kind: 'goals', title: 'Mijn leerdoel', form: standardForms.goals },
    ...{ opensOn: today(app), closesOn: today(app) },
  }
  return {
    ...{ version: 1, title: 'Samen verder leren', purpose: '', startsOn: today(app) },
    ...{ events: [event], moments: [moment], components: [] },
  }
}

export const trajectoryRequests: Readonly<Record<EndpointId, GoodRequest>> = {
  listTrajectories: { reaches: 'overview', parts: () => ({}), wrong: null, audit: 'trajectory.listed' },
  listTrajectoryTemplates: { reaches: 'overview', parts: () => ({}), wrong: null, audit: null },
  composeTrajectory: {
    reaches: 'overview',
    parts: (app) => ({
      body: {
        ...{ id: app.world.newId(), title: 'Samen leren', startsOn: today(app) },
        from: { template: 'equal-partners' },
      },
    }),
    wrong: ['startsOn', '2026-02-31'],
    audit: 'trajectory.composed',
  },
  getTrajectory: reading('trajectory.read'),
  editTrajectory: {
    reaches: 'trajectory',
    parts: (app, story) => ({ params: inTrajectory(story), body: plan(app, story) }),
    wrong: ['title', ''],
    audit: 'trajectory.edited',
  },
  setTrajectoryColleagues: {
    reaches: 'trajectory',
    parts: (_, story) => ({
      params: inTrajectory(story),
      body: { version: 1, leads: [story.by.member], readers: [story.colleague.member] },
    }),
    wrong: ['leads', []],
    audit: 'trajectory.colleagues-set',
  },
  setTrajectoryStatus: {
    reaches: 'trajectory',
    parts: (_, story) => ({ params: inTrajectory(story), body: { to: 'end' } }),
    wrong: ['to', 'gone'],
    audit: 'trajectory.ended',
  },
  listLearners: reading('trajectory.register-read'),
  addLearners: {
    reaches: 'trajectory',
    parts: (_, story) => ({
      params: inTrajectory(story),
      body: { lines: 'Anna;Buurtteam Oost;werker;anna@post.example', address: 'je', language: 'nl' },
    }),
    wrong: ['address', 'gij'],
    audit: 'trajectory.people-added',
  },
  addColleague: {
    reaches: 'trajectory',
    parts: (_, story) => ({
      params: inTrajectory(story),
      body: { member: story.colleague.member, organisation: '', function: '' },
    }),
    wrong: ['member', 'Bram'],
    audit: 'trajectory.people-added',
  },
  editLearner: {
    reaches: 'trajectory',
    parts: (_, story) => ({
      params: ofLina(story),
      body: {
        ...{ version: 1, name: 'Lina', organisation: '', function: 'ouder', email: '', voice: 'mother' },
        ...{ address: 'u', language: 'nl' },
      },
    }),
    wrong: ['email', 'nowhere'],
    audit: 'trajectory.person-changed',
  },
  setLearnerStatus: {
    reaches: 'trajectory',
    parts: (app, story) => ({
      params: ofLina(story),
      body: {
        version: 1,
        change: { to: 'stopped', on: today(app), reason: 'time', exitTalk: 'offered' },
      },
    }),
    wrong: ['version', 0],
    audit: 'trajectory.status-set',
  },
  linkLearner: {
    reaches: 'trajectory',
    parts: (_, story) => ({ params: ofLina(story), body: {} }),
    wrong: null,
    audit: 'trajectory.linked',
  },
  inviteLearners: {
    reaches: 'trajectory',
    parts: (_, story) => ({ params: inTrajectory(story), body: { learners: [ofLina(story).learner] } }),
    wrong: ['learners', []],
    audit: 'trajectory.mailed',
  },
  remindLearners: {
    reaches: 'trajectory',
    parts: (_, story) => ({ params: inTrajectory(story), body: {} }),
    wrong: null,
    audit: 'trajectory.reminded',
  },
  setAttendance: {
    reaches: 'trajectory',
    parts: (_, story) => ({
      params: { ...inTrajectory(story), event: story.learning.event },
      body: { rows: [{ learner: ofLina(story).learner, attended: true, hours: 2.5 }] },
    }),
    wrong: ['rows', []],
    audit: 'trajectory.attendance-set',
  },
  getCertificate: {
    reaches: 'trajectory',
    parts: (_, story) => ({ params: ofLina(story) }),
    wrong: null,
    audit: 'trajectory.certificate-made',
  },
}
