import { z } from 'zod'
import { voices } from '../relation/relation.ts'
import { done, type Endpoint } from '../shared/endpoint.ts'
import { learnerId, memberId, momentId, trajectoryEventId } from '../shared/ids.ts'
import { addressForms, respondLanguages } from '../shared/language.ts'
import { requiredText, text } from '../shared/text-input.ts'
import { trajectoryParams } from './trajectory.contract.ts'
import { peopleProblemCodes, personFields } from './trajectory.people.ts'
import { exitTalks, learnerStatuses, receiptWays, stopReasons } from './trajectory.ts'

const instant = z.iso.datetime()
const version = z.int().min(1).max(2_147_483_646)
/** A year that nobody alive means is a typing error, and not every database can hold it. */
const day = z.iso.date().refine((at) => at >= '1900-01-01' && at < '2200-01-01', 'out-of-range')

export const learnerParams = trajectoryParams.extend({ learner: learnerId })

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

/** Who takes part in a trajectory, for those who lead it. */
export const learnerEndpoints = {
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
