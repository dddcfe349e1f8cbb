import { z } from 'zod'
import { voices } from '../relation/relation.ts'
import { done, type Endpoint } from '../shared/endpoint.ts'
import { learnerId, memberId, momentId, trajectoryEventId, trajectoryId } from '../shared/ids.ts'
import { addressForms, respondLanguages } from '../shared/language.ts'
import { bilingual } from '../shared/spoken.schema.ts'
import { requiredText, text } from '../shared/text-input.ts'
import { momentForm } from './moment-form.ts'
import { peopleProblemCodes, personFields } from './trajectory.people.ts'
import {
  eventKinds,
  exitTalks,
  learnerStatuses,
  momentKinds,
  receiptWays,
  stopReasons,
  trajectoryComponents,
  trajectoryStatuses,
} from './trajectory.ts'

const instant = z.iso.datetime()
/** A year that nobody alive means is a typing error, and not every database can hold it. */
const isLikely = (at: string) => at >= '1900-01-01' && at < '2200-01-01'
const day = z.iso.date().refine(isLikely, 'out-of-range')
const moment = instant.refine(isLikely, 'out-of-range')
const version = z.int().min(1).max(2_147_483_646)
const webAddress = z.union([z.literal(''), z.url({ protocol: /^https$/ }).max(500)])

export const trajectoryParams = z.object({ trajectory: trajectoryId })
export const learnerParams = trajectoryParams.extend({ learner: learnerId })

export const momentKey = z.string().regex(/^(T\d{1,2}|exit)$/)

const event = z.strictObject({
  id: trajectoryEventId,
  kind: z.enum(eventKinds),
  title: requiredText(120),
  about: text(2_000),
  at: moment,
  minutes: z.int().min(1).max(1_440),
  place: text(200),
  videoUrl: webAddress,
  /** Study hours that count for a certificate. */
  hours: z.number().min(0).max(999),
  /** Also for people who are not in the trajectory. */
  isOpen: z.boolean(),
})
export type TrajectoryEvent = z.infer<typeof event>

const planMoment = z.strictObject({
  id: momentId,
  key: momentKey,
  kind: z.enum(momentKinds),
  title: requiredText(120),
  opensOn: day,
  closesOn: day,
  form: momentForm,
})
export type TrajectoryMoment = z.infer<typeof planMoment>

const component = z.strictObject({
  component: z.enum(trajectoryComponents),
  by: text(500),
  planned: z.array(z.uuid()).max(100),
})

/** What a plan says besides its people. */
const planFields = {
  title: requiredText(120),
  purpose: text(1_000),
  startsOn: day,
  events: z.array(event).max(60),
  moments: z.array(planMoment).max(20),
  components: z.array(component).max(trajectoryComponents.length),
}
const plan = z.strictObject(planFields)
export type TrajectoryPlan = z.infer<typeof plan>

export const trajectoryTemplateSummary = z.object({
  key: z.string(),
  name: bilingual,
  about: bilingual,
  events: z.int(),
  moments: z.array(z.string()),
  /** From the first day to the last of its moments and events. */
  days: z.int(),
})
export type TrajectoryTemplateSummary = z.infer<typeof trajectoryTemplateSummary>

export const trajectorySummary = z.object({
  id: trajectoryId,
  title: z.string(),
  status: z.enum(trajectoryStatuses),
  startsOn: z.string(),
  /** Who takes part now: invited and active. */
  learners: z.int(),
  /** The next thing on its calendar; null when nothing lies ahead. */
  next: z.object({ title: z.string(), on: z.string() }).nullable(),
  leads: z.boolean(),
})
export type TrajectorySummary = z.infer<typeof trajectorySummary>

const colleague = z.object({ id: memberId, name: z.string() })

export const trajectoryDetails = z.object({
  id: trajectoryId,
  ...planFields,
  moments: z.array(
    planMoment.extend({ window: z.enum(['before', 'open', 'closed']), isAnswered: z.boolean() }),
  ),
  components: z.array(component.extend({ isThere: z.boolean() })),
  status: z.enum(trajectoryStatuses),
  endedAt: instant.nullable(),
  /** The template from which it was composed, and what it was copied from. */
  template: z.string(),
  copiedFrom: trajectoryId.nullable(),
  /** Grows with each change of the plan: a change names the version it started from. */
  version: z.int(),
  leads: z.array(colleague),
  /** Researchers and others who read its monitor, without names. */
  readers: z.array(colleague),
  /** How many learners there are by how they stand. From the register. */
  learners: z.record(z.enum(learnerStatuses), z.int()),
  /** What the reader may do now; a reader who leads nothing may do nothing here. */
  may: z.object({
    lead: z.boolean(),
    compose: z.boolean(),
    people: z.boolean(),
    start: z.boolean(),
    end: z.boolean(),
    reopen: z.boolean(),
  }),
  today: z.string(),
})
export type TrajectoryDetails = z.infer<typeof trajectoryDetails>

export const waiting = z.discriminatedUnion('why', [
  z.object({ why: z.enum(['not-invited', 'not-opened', 'no-buddy-contact']) }),
  z.object({ why: z.literal('moment-missing'), moment: momentId }),
])

/** One who takes part, as a lead sees her: the register and her name, nothing of what she wrote. */
export const learnerLine = z.object({
  id: learnerId,
  number: z.int(),
  name: z.string(),
  email: z.string(),
  organisation: z.string(),
  function: z.string(),
  voice: z.enum(voices),
  address: z.enum(addressForms),
  language: z.enum(respondLanguages),
  member: memberId.nullable(),
  status: z.enum(learnerStatuses),
  stoppedOn: z.string().nullable(),
  stopReason: z.enum(stopReasons).nullable(),
  exitTalk: z.enum(exitTalks),
  joinedAt: instant,
  seenAt: instant.nullable(),
  /** When a link was last made for her, and until when it opens. */
  invitedAt: instant.nullable(),
  linkUntil: instant.nullable(),
  remindedAt: instant.nullable(),
  /** Whether her words count in the monitor now. */
  consents: z.boolean(),
  receipts: z.array(
    z.object({ moment: momentId, way: z.enum(receiptWays), at: instant, discarded: z.boolean() }),
  ),
  attendance: z.array(z.object({ event: trajectoryEventId, attended: z.boolean(), hours: z.number() })),
  /** Hours that count, of the events at which she was. */
  hours: z.number(),
  waiting: z.array(waiting),
  mayRemind: z.boolean(),
  version: z.int(),
})
export type LearnerLine = z.infer<typeof learnerLine>

export const learnerList = z.object({ learners: z.array(learnerLine), today: z.string() })
export type LearnerList = z.infer<typeof learnerList>

const personWords = {
  name: requiredText(80),
  organisation: text(120),
  function: text(120),
  email: z.union([z.literal(''), z.email().max(254)]),
  voice: z.enum(voices),
  address: z.enum(addressForms),
  language: z.enum(respondLanguages),
}

const peopleProblem = z.object({
  line: z.int(),
  field: z.enum(personFields).nullable(),
  code: z.enum(peopleProblemCodes),
  value: z.string(),
})

const stopped = z.strictObject({
  to: z.literal('stopped'),
  on: day,
  reason: z.enum(stopReasons),
  exitTalk: z.enum(exitTalks),
})
const goesOn = z.strictObject({ to: z.enum(['completed', 'going-on']) })
export type LearnerChange = z.infer<typeof stopped> | z.infer<typeof goesOn>

const refusals = ['not-signed-in', 'not-allowed', 'not-found'] as const
const changes = [...refusals, 'invalid-input', 'conflict'] as const

export const trajectoryEndpoints = {
  listTrajectories: {
    id: 'listTrajectories',
    method: 'GET',
    path: '/api/trajectories',
    summary: 'The trajectories that one leads or whose monitor one reads',
    response: z.object({ trajectories: z.array(trajectorySummary), today: z.string() }),
    errors: ['not-signed-in', 'not-allowed'],
  },
  listTrajectoryTemplates: {
    id: 'listTrajectoryTemplates',
    method: 'GET',
    path: '/api/trajectory-templates',
    summary: 'The templates from which a trajectory can be composed',
    response: z.object({ templates: z.array(trajectoryTemplateSummary) }),
    errors: ['not-signed-in'],
  },
  composeTrajectory: {
    id: 'composeTrajectory',
    method: 'POST',
    path: '/api/trajectories',
    summary:
      'Compose a trajectory from a template or as a copy of an earlier one. The id is made by the sender: a repeat is the same trajectory.',
    body: z.strictObject({
      id: trajectoryId,
      title: requiredText(120),
      startsOn: day,
      from: z.union([
        z.strictObject({ template: z.string().min(1).max(80) }),
        /** `people`: those who did not stop come along, under new numbers and with nothing that they wrote. */
        z.strictObject({ trajectory: trajectoryId, people: z.boolean() }),
      ]),
    }),
    response: trajectoryDetails,
    errors: changes,
  },
  getTrajectory: {
    id: 'getTrajectory',
    method: 'GET',
    path: '/api/trajectories/:trajectory',
    summary:
      'One trajectory: events, moments, the five parts it needs, and counts of its register. No names of learners.',
    params: trajectoryParams,
    response: trajectoryDetails,
    errors: refusals,
  },
  editTrajectory: {
    id: 'editTrajectory',
    method: 'PUT',
    path: '/api/trajectories/:trajectory',
    summary: 'Change the plan of a trajectory. What somebody answered at keeps its questions.',
    params: trajectoryParams,
    body: z.strictObject({ version, ...planFields }),
    bodyLimit: 512 * 1024,
    response: trajectoryDetails,
    errors: changes,
  },
  setTrajectoryColleagues: {
    id: 'setTrajectoryColleagues',
    method: 'PUT',
    path: '/api/trajectories/:trajectory/colleagues',
    summary: 'Say who leads a trajectory and who reads its monitor',
    params: trajectoryParams,
    body: z.strictObject({
      version,
      leads: z.array(memberId).min(1).max(20),
      readers: z.array(memberId).max(20),
    }),
    response: done,
    errors: changes,
  },
  setTrajectoryStatus: {
    id: 'setTrajectoryStatus',
    method: 'POST',
    path: '/api/trajectories/:trajectory/status',
    summary: 'Start a trajectory, end it, or open it again. Nothing is deleted.',
    params: trajectoryParams,
    body: z.strictObject({ to: z.enum(['start', 'end', 'reopen']) }),
    response: trajectoryDetails,
    errors: changes,
  },
  listLearners: {
    id: 'listLearners',
    method: 'GET',
    path: '/api/trajectories/:trajectory/learners',
    summary:
      'The register with names, for those who lead: who takes part, what came in, who was there, who is stuck',
    params: trajectoryParams,
    response: learnerList,
    errors: refusals,
  },
  addLearners: {
    id: 'addLearners',
    method: 'POST',
    path: '/api/trajectories/:trajectory/learners',
    summary:
      'Add people by pasted lines (name; organisation; function; e-mail; voice; born). With one wrong line nobody is added, and each wrong line is told.',
    params: trajectoryParams,
    body: z.strictObject({
      lines: z.string().max(400_000),
      address: z.enum(addressForms),
      language: z.enum(respondLanguages),
    }),
    bodyLimit: 1024 * 1024,
    response: z.object({ added: z.int(), problems: z.array(peopleProblem) }),
    errors: changes,
  },
  addColleague: {
    id: 'addColleague',
    method: 'POST',
    path: '/api/trajectories/:trajectory/colleague-learners',
    summary: 'Let a colleague with an account take part. Twice is once.',
    params: trajectoryParams,
    body: z.strictObject({ member: memberId, organisation: text(120), function: text(120) }),
    response: done,
    errors: changes,
  },
  editLearner: {
    id: 'editLearner',
    method: 'PUT',
    path: '/api/trajectories/:trajectory/learners/:learner',
    summary: 'Change how somebody is named and reached',
    params: learnerParams,
    body: z.strictObject({ version, ...personWords }),
    response: done,
    errors: changes,
  },
  setLearnerStatus: {
    id: 'setLearnerStatus',
    method: 'POST',
    path: '/api/trajectories/:trajectory/learners/:learner/status',
    summary: 'Write down that somebody stopped, completed it, or goes on',
    params: learnerParams,
    body: z.strictObject({ version, change: z.discriminatedUnion('to', [stopped, goesOn]) }),
    response: done,
    errors: changes,
  },
  linkLearner: {
    id: 'linkLearner',
    method: 'POST',
    path: '/api/trajectories/:trajectory/learners/:learner/link',
    summary: 'Make a link to somebody’s own pages, shown once. Her earlier links end.',
    params: learnerParams,
    body: z.strictObject({}),
    response: z.object({ url: z.string(), until: instant }),
    errors: changes,
  },
  inviteLearners: {
    id: 'inviteLearners',
    method: 'POST',
    path: '/api/trajectories/:trajectory/invitations',
    summary:
      'Mail a link to everyone named who has an address and takes part. Answers how many letters wait to be sent.',
    params: trajectoryParams,
    body: z.strictObject({ learners: z.array(learnerId).min(1).max(1_500) }),
    bodyLimit: 128 * 1024,
    response: z.object({ mailed: z.int(), withoutAddress: z.int() }),
    errors: changes,
  },
  remindLearners: {
    id: 'remindLearners',
    method: 'POST',
    path: '/api/trajectories/:trajectory/reminders',
    summary:
      'Remind everyone who is stuck, once a week at most. Whoever had a letter of late is left in peace.',
    params: trajectoryParams,
    body: z.strictObject({}),
    response: z.object({ mailed: z.int(), withoutAddress: z.int() }),
    errors: changes,
  },
  setAttendance: {
    id: 'setAttendance',
    method: 'PUT',
    path: '/api/trajectories/:trajectory/events/:event/attendance',
    summary: 'Write down who was at an event and for how many hours. Who is not named stays as it was.',
    params: trajectoryParams.extend({ event: trajectoryEventId }),
    body: z.strictObject({
      rows: z
        .array(
          z.strictObject({
            learner: learnerId,
            attended: z.boolean().nullable(),
            hours: z.number().min(0).max(999),
          }),
        )
        .min(1)
        .max(1_500),
    }),
    bodyLimit: 256 * 1024,
    response: done,
    errors: changes,
  },
  getCertificate: {
    id: 'getCertificate',
    method: 'GET',
    path: '/api/trajectories/:trajectory/learners/:learner/certificate',
    summary: 'The certificate of participation of one learner: name, organisation, events and hours (PDF)',
    params: learnerParams,
    response: z.string(),
    files: ['application/pdf'],
    errors: [...refusals, 'conflict'],
  },
} as const satisfies Record<string, Endpoint>
