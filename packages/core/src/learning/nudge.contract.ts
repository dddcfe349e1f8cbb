import { z } from 'zod'
import type { Endpoint } from '../shared/endpoint.ts'
import { learnerId, measureId, momentId, nudgeId, trajectoryEventId, trajectoryId } from '../shared/ids.ts'
import { requiredText, text } from '../shared/text-input.ts'
import { measuredPeople, measureRhythms, meetings, obstacles, parentContacts, stages } from './feasibility.ts'
import { nudgeKinds, nudgeOffset } from './nudge.ts'

const instant = z.iso.datetime()
const version = z.int().min(1).max(2_147_483_646)
const day = z.iso.date().refine((one) => one >= '2000-01-01' && one < '2200-01-01', 'out-of-range')
const webAddress = z.union([z.literal(''), z.url({ protocol: /^https$/ }).max(500)])
const offsetDays = z.int().min(nudgeOffset.least).max(nudgeOffset.most)

/** What the day of a nudge is counted from. */
const anchor = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('start') }),
  z.strictObject({ kind: z.literal('event'), id: trajectoryEventId }),
  z.strictObject({ kind: z.literal('moment'), id: momentId }),
])
export type NudgeFrom = z.infer<typeof anchor>

/** How somebody's work is: three choices; who sees no clients answers the first alone. */
export const workFact = z
  .strictObject({
    meetings: z.enum(meetings),
    stage: z.enum(stages).nullable(),
    parents: z.enum(parentContacts).nullable(),
  })
  .refine(({ meetings: seen, stage, parents }) =>
    seen === 'none' ? stage === null && parents === null : stage !== null && parents !== null,
  )

const nudge = z.object({
  id: nudgeId,
  kind: z.enum(nudgeKinds),
  card: z.string(),
  /** As it goes out: the lead's own words, or those of the card in the reader's language. */
  title: z.string(),
  body: z.string(),
  /** Empty where the words of the card stand. */
  ownTitle: z.string(),
  ownBody: z.string(),
  url: z.string(),
  from: anchor,
  fromTitle: z.string(),
  offsetDays: z.int(),
  fixedOn: z.string().nullable(),
  day: z.string(),
  isOn: z.boolean(),
  /** To how many it went. */
  sent: z.int(),
  /** The words that count or name what somebody did not do; null when there are none. */
  blames: z.string().nullable(),
  version: z.int(),
})
export type BetweenNudge = z.infer<typeof nudge>

const feasibility = z.object({
  asked: z.int(),
  answered: z.int(),
  fits: z.int(),
  seeClients: z.int(),
  obstacles: z.array(z.object({ obstacle: z.enum(obstacles), people: z.int() })),
  outcome: z.enum(['unknown', 'most', 'some', 'none']),
})

const measure = z.object({
  id: measureId,
  name: z.string(),
  rhythm: z.enum(measureRhythms),
  people: z.enum(measuredPeople),
  status: z.enum(['looked-at', 'planned', 'dropped']),
  reason: z.string(),
  madeAt: instant,
  decidedAt: instant.nullable(),
  found: feasibility,
  /** Whether it may be planned: after enough answers, and against the advice with a reason. */
  mayPlan: z.enum(['yes', 'too-few-answers', 'reason-needed']),
  version: z.int(),
})
export type BetweenMeasure = z.infer<typeof measure>

/** What comes between the meetings, as a lead sees it: the plan, whom it reaches in counts, and whether measures fit. */
export const between = z.object({
  nudges: z.array(nudge),
  cards: z.array(
    z.object({ key: z.string(), kind: z.enum(nudgeKinds), title: z.string(), body: z.string() }),
  ),
  /** What days can be counted from, with the day itself. */
  anchors: z.array(z.object({ from: anchor, title: z.string(), on: z.string() })),
  /** People, from the register. Who is who is told nowhere. */
  reach: z.object({
    takePart: z.int(),
    byMail: z.int(),
    /** No address: the cards stand on their pages. */
    pageOnly: z.int(),
    optedOut: z.int(),
    /** Invited and not yet there, stopped, or ready. */
    notNow: z.int(),
    /** The buddy reminder skips them. */
    withoutBuddy: z.int(),
  }),
  canSendMail: z.boolean(),
  measures: z.array(measure),
  /** Who takes part, with what she said of her work. */
  work: z.array(
    z.object({
      learner: learnerId,
      name: z.string(),
      fact: z
        .object({
          meetings: z.enum(meetings),
          stage: z.enum(stages).nullable(),
          parents: z.enum(parentContacts).nullable(),
        })
        .nullable(),
    }),
  ),
  mayChange: z.boolean(),
  today: z.string(),
})
export type Between = z.infer<typeof between>

const inTrajectory = z.object({ trajectory: trajectoryId })
const refusals = ['not-signed-in', 'not-allowed', 'not-found'] as const
const changes = [...refusals, 'invalid-input', 'conflict'] as const

export const nudgeEndpoints = {
  getBetween: {
    id: 'getBetween',
    method: 'GET',
    path: '/api/trajectories/:trajectory/between',
    summary:
      'What comes between the meetings of a trajectory: the plan of nudges, whom it reaches, and measures',
    params: inTrajectory,
    response: between,
    errors: refusals,
  },
  beginNudges: {
    id: 'beginNudges',
    method: 'POST',
    path: '/api/trajectories/:trajectory/standard-nudges',
    summary: 'Begin with the standard plan. Where there is a plan already nothing changes.',
    params: inTrajectory,
    body: z.strictObject({}),
    response: between,
    errors: changes,
  },
  addNudge: {
    id: 'addNudge',
    method: 'POST',
    path: '/api/trajectories/:trajectory/nudges',
    summary: 'Add a card to the plan. The id is made by the sender: a repeat is the same nudge.',
    params: inTrajectory,
    body: z.strictObject({
      id: nudgeId,
      card: z.string().min(1).max(80),
      from: anchor,
      offsetDays,
      url: webAddress,
    }),
    response: between,
    errors: changes,
  },
  changeNudge: {
    id: 'changeNudge',
    method: 'PUT',
    path: '/api/trajectories/:trajectory/nudges/:nudge',
    summary:
      'Change the words, the day or the link of a nudge, or switch it off. What went out stays as it was.',
    params: inTrajectory.extend({ nudge: nudgeId }),
    body: z.strictObject({
      version,
      ownTitle: text(120),
      ownBody: text(1_000),
      url: webAddress,
      offsetDays,
      fixedOn: day.nullable(),
      isOn: z.boolean(),
    }),
    response: between,
    errors: changes,
  },
  lookAtMeasure: {
    id: 'lookAtMeasure',
    method: 'POST',
    path: '/api/trajectories/:trajectory/measures',
    summary:
      'Look whether asking clients or parents something fits the work of the learners, before it is planned',
    params: inTrajectory,
    body: z.strictObject({
      id: measureId,
      name: requiredText(120),
      rhythm: z.enum(measureRhythms),
      people: z.enum(measuredPeople),
    }),
    response: between,
    errors: changes,
  },
  decideMeasure: {
    id: 'decideMeasure',
    method: 'POST',
    path: '/api/trajectories/:trajectory/measures/:measure/decision',
    summary:
      'Plan a measure, leave it out, or look again. Planning waits for enough answers; against the advice it needs a reason.',
    params: inTrajectory.extend({ measure: measureId }),
    body: z.strictObject({
      version,
      to: z.enum(['planned', 'dropped', 'looked-at']),
      reason: text(500),
    }),
    response: between,
    errors: changes,
  },
  writeWorkFact: {
    id: 'writeWorkFact',
    method: 'PUT',
    path: '/api/trajectories/:trajectory/learners/:learner/work',
    summary: 'Write down what somebody said of her work, on paper or by telephone: three choices, no words',
    params: inTrajectory.extend({ learner: learnerId }),
    body: z.strictObject({ fact: workFact }),
    response: between,
    errors: changes,
  },
  getPack: {
    id: 'getPack',
    method: 'GET',
    path: '/api/trajectories/:trajectory/pack',
    summary: 'Take this to your colleagues: sheets to print or to show (tagged PDF)',
    params: inTrajectory,
    response: z.string(),
    files: ['application/pdf'],
    errors: refusals,
  },
} as const satisfies Record<string, Endpoint>
