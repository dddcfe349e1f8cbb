import { z } from 'zod'
import { done, type Endpoint } from '../shared/endpoint.ts'
import { memberId, momentId, trajectoryEventId, trajectoryId } from '../shared/ids.ts'
import { bilingual } from '../shared/spoken.schema.ts'
import { requiredText, text } from '../shared/text-input.ts'
import { momentForm } from './moment-form.schema.ts'
import {
  eventKinds,
  learnerStatuses,
  momentKinds,
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
} as const satisfies Record<string, Endpoint>
