import { z } from 'zod'
import type { Endpoint } from '../shared/endpoint.ts'
import { buddyPairId, buddyTieId, learnerId, trajectoryId } from '../shared/ids.ts'
import { respondLanguages } from '../shared/language.ts'
import { text } from '../shared/text-input.ts'
import { goalThemes, type HalfDay, halfDays, meetWays, pairEnds } from './buddy.ts'
import { hardRules, ownWishRules, softPointsAtMost, softRules } from './pairing.rules.ts'
import { learnerStatuses } from './trajectory.ts'

const instant = z.iso.datetime()
const day = z.iso.date().refine((one) => one >= '2000-01-01' && one < '2200-01-01', 'out-of-range')
const version = z.int().min(1).max(2_147_483_646)
const points = z.int().min(0).max(softPointsAtMost)
const halfDay = z.enum(halfDays as readonly [HalfDay, ...HalfDay[]])
const each = <Item extends z.ZodType>(item: Item, most: number) =>
  z
    .array(item)
    .max(most)
    .refine((list) => new Set(list).size === list.length, 'twice')

/** What somebody wishes of a buddy, in the register: chosen by herself, or by a lead who asked her. */
export const buddyWish = z.strictObject({
  wants: z.boolean(),
  languages: each(z.enum(respondLanguages), respondLanguages.length),
  halfDays: each(halfDay, halfDays.length),
  ways: each(z.enum(meetWays), meetWays.length),
  region: text(60),
  themes: each(z.enum(goalThemes), goalThemes.length),
})
export type BuddyWish = z.infer<typeof buddyWish>

const rules = z.strictObject({
  hard: each(z.enum(hardRules), hardRules.length).refine(
    (on) => ownWishRules.every((rule) => on.includes(rule)),
    'own-wish',
  ),
  soft: z.strictObject({
    ...{ perspective: points, crossing: points, theme: points, hours: points, near: points, again: points },
  }),
})

const why = z.object({
  functions: z.array(z.string()),
  organisations: z.int(),
  crosses: z.boolean(),
  themes: z.array(z.enum(goalThemes)),
  halfDays: z.array(halfDay),
  online: z.boolean(),
  region: z.string(),
  again: z.boolean(),
  unmet: z.array(z.enum(softRules)),
})

const pair = z.object({
  id: buddyPairId,
  members: z.array(learnerId),
  points: z.number(),
  pinned: z.boolean(),
  why,
  /** Hard rules that stand between them by now: something changed since. */
  broken: z.array(z.enum(hardRules)),
  overruled: z.array(z.enum(softRules)),
  reason: z.string(),
  talks: z.array(instant),
  state: z.enum(['proposed', 'formed', 'exchanged', 'not-exchanged', 'evaluated', 'ended']),
  exchanged: z.boolean().nullable(),
  evaluation: z.enum(['talk', 'mail', 'none']),
  memberStopped: z.array(learnerId),
  consent: z.enum(['both', 'one', 'none']),
  /** Days on which a buddy said they met, each once. */
  met: z.array(z.string()),
  talked: z.boolean().nullable(),
  formedOn: z.string().nullable(),
  endedOn: z.string().nullable(),
  endReason: z.enum(pairEnds).nullable(),
  /** What can be done for the one who is left; null where nobody is left alone. */
  offers: z
    .object({
      learner: learnerId,
      rematch: z.array(z.object({ with: learnerId, points: z.number(), why })),
      join: z.array(z.object({ pair: buddyPairId, points: z.number() })),
    })
    .nullable(),
  version: z.int(),
})
export type BuddyPair = z.infer<typeof pair>

const left = z.object({
  learner: learnerId,
  reason: z.discriminatedUnion('why', [
    z.object({ why: z.enum(['no-wish', 'nobody']) }),
    z.object({ why: z.literal('not-enough'), partners: z.int() }),
    z.object({
      why: z.literal('rules'),
      rules: z.array(z.object({ rule: z.enum(hardRules), people: z.int(), helps: z.int() })),
    }),
  ]),
})
export type BuddyLeft = z.infer<typeof left>

const round = z.object({
  number: z.int(),
  rules: rules.or(z.object({ hard: z.array(z.enum(hardRules)), soft: rules.shape.soft })),
  seed: z.int(),
  talkDays: z.array(z.string()),
  /** What crossing counted for, whether there are two camps all the same, and whether it is shown to be the best. */
  outcome: z.object({ crossing: z.number(), isSplit: z.boolean(), isProven: z.boolean() }),
  madeAt: instant,
  formedAt: instant.nullable(),
  version: z.int(),
  pairs: z.array(pair),
})
export type BuddyRound = z.infer<typeof round>

const person = z.object({
  id: learnerId,
  number: z.int(),
  name: z.string(),
  organisation: z.string(),
  function: z.string(),
  status: z.enum(learnerStatuses),
  /** Null: she did not say anything, and can get a buddy. */
  wish: buddyWish.nullable(),
  /** A letter reaches her by mail; otherwise it is printed or told. */
  hasMail: z.boolean(),
})
export type BuddyPerson = z.infer<typeof person>

/** All a lead sees about buddies: the register, no words of anybody. */
export const buddyRoom = z.object({
  people: z.array(person),
  /** Who was written down by a lead as not to be together; what learners ask for themselves is kept and not listed. */
  ties: z.array(
    z.object({
      id: buddyTieId,
      kind: z.enum(['avoid', 'manager', 'conflict']),
      learner: learnerId,
      other: learnerId,
    }),
  ),
  /** The newest first. */
  rounds: z.array(round),
  /** Who takes part and has no buddy now, with why: in the proposal when there is one. */
  left: z.array(left),
  suggested: z.object({ rules, seed: z.int(), talkDays: z.array(z.string()) }),
  mayChange: z.boolean(),
  today: z.string(),
})
export type BuddyRoom = z.infer<typeof buddyRoom>

/**
 * What came of a change: done, not possible by these rules, or possible against these rules when a reason is given. Nothing is
 * changed but by `done`.
 */
const outcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('done') }),
  z.object({ kind: z.literal('forbidden'), rules: z.array(z.enum(hardRules)), members: z.array(learnerId) }),
  z.object({ kind: z.literal('reason-needed'), rules: z.array(z.enum(softRules)) }),
])
export type BuddyOutcome = z.infer<typeof outcome>
export const buddyChanged = z.object({ room: buddyRoom, outcome })

const change = z.discriminatedUnion('kind', [
  /** Two change places; one of them may have no buddy. */
  z.strictObject({ kind: z.literal('swap'), one: learnerId, other: learnerId }),
  /** Who has no buddy comes with a pair, or with another who has none. */
  z.strictObject({ kind: z.literal('join'), learner: learnerId, with: learnerId }),
  /** Somebody gets no buddy in this proposal; a pair of which one is left falls apart. */
  z.strictObject({ kind: z.literal('leave'), learner: learnerId }),
  z.strictObject({ kind: z.literal('pin'), pair: buddyPairId, pinned: z.boolean() }),
])
export type BuddyChange = z.infer<typeof change>

const inTrajectory = z.object({ trajectory: trajectoryId })
const refusals = ['not-signed-in', 'not-allowed', 'not-found'] as const
const changes = [...refusals, 'invalid-input', 'conflict'] as const
const path = '/api/trajectories/:trajectory/buddies' as const

export const buddyEndpoints = {
  getBuddies: {
    id: 'getBuddies',
    method: 'GET',
    path,
    summary:
      'Buddies of a trajectory: wishes, proposal, pairs of each round, and who has none with the reason',
    ...{ params: inTrajectory, response: buddyRoom, errors: refusals },
  },
  proposeBuddies: {
    id: 'proposeBuddies',
    method: 'POST',
    path: `${path}/proposal`,
    summary: 'Propose the best pairs by the rules given; of a proposal that lies there pinned pairs stay',
    params: inTrajectory,
    body: z.strictObject({
      ...{ rules, seed: z.int().min(0).max(999_999) },
      talkDays: z
        .array(day)
        .min(1)
        .max(5)
        .refine((days) => days.every((one, at) => at === 0 || one > (days[at - 1] ?? '')), 'order'),
      /** Of the proposal that lies there; null: there is none. */
      version: version.nullable(),
    }),
    ...{ response: buddyChanged, errors: changes },
  },
  changeProposal: {
    id: 'changeProposal',
    method: 'POST',
    path: `${path}/proposal/changes`,
    summary:
      'Change a proposal by hand: against a rule that counts with a reason, never against one that forbids',
    params: inTrajectory,
    body: z.strictObject({ version, change, reason: text(500) }),
    ...{ response: buddyChanged, errors: changes },
  },
  formBuddies: {
    id: 'formBuddies',
    method: 'POST',
    path: `${path}/proposal/form`,
    summary:
      'Form the proposed pairs: each buddy gets a letter, with the task and three dates on her own page',
    params: inTrajectory,
    body: z.strictObject({ version }),
    ...{ response: buddyChanged, errors: changes },
  },
  dropProposal: {
    id: 'dropProposal',
    method: 'POST',
    path: `${path}/proposal/drop`,
    summary: 'Take a proposal away. Formed pairs stay.',
    params: inTrajectory,
    body: z.strictObject({ version }),
    ...{ response: buddyChanged, errors: changes },
  },
  goOnAfterStop: {
    id: 'goOnAfterStop',
    method: 'POST',
    path: `${path}/pairs/:pair/after-stop`,
    summary:
      'After somebody stopped: another buddy, with a pair as three, or going on alone. The pair stays as history.',
    params: inTrajectory.extend({ pair: buddyPairId }),
    body: z.strictObject({
      version,
      to: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('rematch'), with: learnerId }),
        z.strictObject({ kind: z.literal('join'), pair: buddyPairId }),
        z.strictObject({ kind: z.literal('alone') }),
      ]),
      reason: text(500),
    }),
    ...{ response: buddyChanged, errors: changes },
  },
  writeTalked: {
    id: 'writeTalked',
    method: 'PUT',
    path: `${path}/pairs/:pair/talked`,
    summary: 'Write down whether buddies talked in between, where they did not report it themselves',
    params: inTrajectory.extend({ pair: buddyPairId }),
    body: z.strictObject({ version, talked: z.boolean().nullable() }),
    ...{ response: buddyChanged, errors: changes },
  },
  addBuddyTie: {
    id: 'addBuddyTie',
    method: 'POST',
    path: `${path}/ties`,
    summary: 'Write down that two are not to be buddies. The id is made by the sender: a repeat is the same.',
    params: inTrajectory,
    body: z.strictObject({
      id: buddyTieId,
      kind: z.enum(['avoid', 'manager', 'conflict']),
      ...{ learner: learnerId, other: learnerId },
    }),
    ...{ response: buddyChanged, errors: changes },
  },
  removeBuddyTie: {
    id: 'removeBuddyTie',
    method: 'POST',
    path: `${path}/ties/:tie/remove`,
    summary: 'Take back what a lead wrote down about two. What a learner asked only she takes back.',
    params: inTrajectory.extend({ tie: buddyTieId }),
    body: z.strictObject({}),
    ...{ response: buddyChanged, errors: changes },
  },
  writeBuddyWish: {
    id: 'writeBuddyWish',
    method: 'PUT',
    path: `${path}/wishes/:learner`,
    summary: 'Write down what somebody wishes of a buddy, for who did not do so herself',
    params: inTrajectory.extend({ learner: learnerId }),
    body: buddyWish,
    ...{ response: buddyChanged, errors: changes },
  },
} as const satisfies Record<string, Endpoint>
