import { z } from 'zod'
import { exportPurpose } from '../access/access.contract.ts'
import { done, type Endpoint } from '../shared/endpoint.ts'
import { circleId, meetingId, memberId, relationId, roundGroupId, roundId } from '../shared/ids.ts'
import { languages } from '../shared/language.ts'
import { bilingual, spoken } from '../shared/spoken.schema.ts'
import { requiredText } from '../shared/text-input.ts'
import { roundForms } from './round.ts'
import { roundDays, roundSize, roundThreshold } from './team.ts'

const day = z.iso.date()

const invited = z.int().min(0).max(roundSize.most)
const plannedPart = z.strictObject({ id: roundGroupId, name: requiredText(80), invited })
const plannedGroup = plannedPart.extend({
  parts: z.array(plannedPart).max(20),
  /** In a swap: the group whose answers it guesses. */
  about: roundGroupId.nullable(),
})

/** When the outcome is talked about: on a day, or in a meeting at whose table one sits. */
const talkInput = z.union([z.strictObject({ on: day }), z.strictObject({ meeting: meetingId })])

/** A group as it was declared before the round opened. `parent` is null for everybody together. */
export const roundGroup = z.object({
  id: roundGroupId,
  parent: roundGroupId.nullable(),
  /** In a swap: the group whose answers it guesses. */
  about: roundGroupId.nullable(),
  /** Empty for everybody together. */
  name: z.string(),
  invited: z.int(),
})
export type RoundGroup = z.infer<typeof roundGroup>

const hidden = z.object({
  status: z.literal('hidden'),
  reason: z.enum(['too-few', 'protects-groups', 'group-hidden', 'too-low']),
})
const people = { n: z.int(), leftOut: z.array(roundGroupId) }

const tally = z.array(z.object({ value: z.int(), count: z.int() }))

/**
 * What a group chose about another group: in a swap what it guessed, between groups how it goes with them. Made by `viewsOf`
 * alone. `not-heard`: too few of that group answered, or nobody. `other-hidden`: what the other group said is not shown.
 */
export const groupView = z.object({
  from: roundGroupId,
  about: roundGroupId,
  items: z.array(
    z.object({
      item: z.string(),
      result: z.discriminatedUnion('status', [
        z.object({ status: z.literal('shown'), n: z.int(), tally }),
        z.object({ status: z.literal('hidden'), reason: z.enum(['too-few', 'not-heard', 'other-hidden']) }),
      ]),
    }),
  ),
})
export type GroupView = z.infer<typeof groupView>

/** What may be told about a group; made by `roundOutcome` alone. */
export const groupOutcome = roundGroup.extend({
  answered: z.discriminatedUnion('status', [z.object({ status: z.literal('shown'), ...people }), hidden]),
  items: z.array(
    z.object({
      item: z.string(),
      result: z.discriminatedUnion('status', [
        z.object({
          status: z.literal('shown'),
          ...people,
          /** How many chose each answer, from low to high; answers that nobody chose are left out. */
          tally,
        }),
        hidden,
      ]),
    }),
  ),
})
export type GroupOutcome = z.infer<typeof groupOutcome>

/** The outcome of a closed round: the same on the screen, on paper and in a file. */
export const roundOutcome = z.object({
  title: z.string(),
  closedAt: z.string(),
  k: z.int(),
  form: z.enum(roundForms),
  /** Of everybody who was asked, how many in a hundred had to answer; null where no share was promised. */
  minShare: z.int().nullable(),
  /** False: fewer answered, and nothing at all is shown. */
  enough: z.boolean(),
  instrument: z.object({
    id: z.string(),
    version: z.int(),
    name: bilingual,
    caution: spoken,
    scale: z.object({ min: z.int(), max: z.int() }),
    items: z.array(
      z.object({
        ...{ id: z.string(), label: bilingual, question: spoken, low: spoken, high: spoken },
        /** Asks for what it costs or who is left out. */
        shadow: z.boolean(),
      }),
    ),
    open: spoken,
  }),
  /** Everybody together first, every group before its parts. */
  groups: z.array(groupOutcome),
  /** Empty when nobody was asked about another group. */
  views: z.array(groupView),
  words: z.discriminatedUnion('status', [
    /** Of all groups that are counted together, in the order of the alphabet. */
    z.object({ status: z.literal('shown'), texts: z.array(z.string()) }),
    z.object({ status: z.literal('hidden'), reason: z.enum(['not-asked', 'too-few', 'too-low']) }),
  ]),
})
export type RoundOutcome = z.infer<typeof roundOutcome>

const summary = z.object({
  id: roundId,
  title: z.string(),
  status: z.enum(['open', 'closed']),
  closesAt: z.string(),
  closedAt: z.string().nullable(),
  /** How many people were invited. How many answered is told by the outcome alone. */
  invited: z.int(),
})
export type RoundSummary = z.infer<typeof summary>

/** One question over the rounds of a team, of those people that each of them showed. */
const trendItem = z.object({ item: z.string(), mean: z.number(), n: z.int() })
export const roundTrend = z.object({
  /** Oldest first, this round last. `other`: not laid beside the round after it, and why. */
  points: z.array(
    z.object({
      round: roundId,
      title: z.string(),
      closedAt: z.string(),
      items: z.array(trendItem),
      /** The same for each group that this round showed, by name: each round has groups of its own. */
      groups: z.array(z.object({ name: z.string(), items: z.array(trendItem) })),
      /** Between groups: what one said about another over all questions, as far as this round showed it. */
      pairs: z.array(z.object({ from: z.string(), about: z.string(), mean: z.number() })),
      other: z.enum(['other-threshold', 'other-shape', 'too-few-new', 'not-shown']).nullable(),
    }),
  ),
})
export type RoundTrend = z.infer<typeof roundTrend>

export const roundDetails = summary.extend({
  k: z.int(),
  form: z.enum(roundForms),
  instrument: z.object({ id: z.string(), version: z.int(), name: bilingual }),
  minShare: z.int().nullable(),
  takesWords: z.boolean(),
  /** Null for rounds that were made before a talk had to be planned. */
  talk: z.object({ on: day, meeting: meetingId.nullable() }).nullable(),
  /** The team whose round it is, as a circle of a collaboration. */
  circle: z.object({ id: circleId, relation: relationId }).nullable(),
  madeBy: z.string(),
  /** Who may see the outcome, who made it included. */
  readers: z.array(z.string()),
  groups: z.array(roundGroup),
  /** Whether the reader may begin it anew with new tickets: who made it, while it is open. */
  mayRenew: z.boolean(),
  /** Whether the reader may move its talk to another day: who made it. */
  mayMoveTalk: z.boolean(),
  /** While it is open: whether closing it now would show something. */
  enough: z.boolean(),
  /** Null while it is open. */
  outcome: roundOutcome.nullable(),
  /** Earlier rounds of the same team with the same questions, as far as the reader may see them; null without any. */
  trend: roundTrend.nullable(),
  /** What the team agreed since the round before this one; empty for who takes no part in its collaboration. */
  agreements: z.array(z.object({ text: z.string(), madeAt: z.string(), isOpen: z.boolean() })),
})
export type RoundDetails = z.infer<typeof roundDetails>

/** Links are given once, when a round is made: afterwards nobody can look them up. */
const made = z.object({
  round: roundDetails,
  tickets: z.array(z.object({ group: z.string(), urls: z.array(z.string()) })),
})
export type MadeRound = z.infer<typeof made>

const roundInstrument = z.object({
  ...{ id: z.string(), version: z.int(), name: bilingual, caution: spoken },
  /** Whether it asks how it goes here, or how it goes with another group. */
  about: z.enum(['own', 'others']),
  questions: z.int(),
  minShare: z.int(),
})
export type RoundInstrument = z.infer<typeof roundInstrument>

const params = z.object({ round: roundId })
const errors = ['not-signed-in', 'not-allowed', 'not-found'] as const

export const teamEndpoints = {
  listRounds: {
    id: 'listRounds',
    method: 'GET',
    path: '/api/rounds',
    summary: 'The anonymous rounds that the member made or may read',
    response: z.object({
      rounds: z.array(summary),
      /** The questions of which a round can be made, newest version each. */
      instruments: z.array(roundInstrument),
    }),
    errors: ['not-signed-in', 'not-allowed'],
  },
  makeRound: {
    id: 'makeRound',
    method: 'POST',
    path: '/api/rounds',
    summary: 'Open an anonymous round; the links of the tickets are in this answer only',
    body: z.strictObject({
      id: roundId,
      title: requiredText(120),
      k: z.int().min(roundThreshold.least).max(roundThreshold.most),
      form: z.enum(roundForms),
      /** Which questions; the newest version of them is asked. */
      instrument: z.string().min(1).max(40),
      takesWords: z.boolean(),
      /** Null is refused: nothing is asked without a talk about what comes out. */
      talk: talkInput.nullable(),
      /** The collaboration whose team is asked. Who takes part in it does not read the outcome by that. */
      circle: relationId.nullable(),
      /** The earlier round of the same people that this one follows. */
      follows: roundId.nullable(),
      /** The last day on which can be answered, counted from today. */
      days: z.int().min(roundDays.least).max(roundDays.most),
      /** Colleagues who may see the outcome too. */
      readers: z.array(memberId).max(40),
      groups: z.array(plannedGroup).min(1).max(40),
    }),
    response: made,
    errors: ['not-signed-in', 'not-allowed', 'invalid-input', 'conflict'],
  },
  getRound: {
    id: 'getRound',
    method: 'GET',
    path: '/api/rounds/:round',
    summary: 'A round: what is asked of whom, and once it is closed what came out',
    params,
    response: roundDetails,
    errors,
  },
  closeRound: {
    id: 'closeRound',
    method: 'POST',
    path: '/api/rounds/:round/closed',
    summary: 'Close a round for good: its links end, its outcome can be read',
    params,
    body: z.strictObject({ closed: z.literal(true) }),
    response: done,
    errors: [...errors, 'invalid-input'],
  },
  renewRound: {
    id: 'renewRound',
    method: 'POST',
    path: '/api/rounds/:round/tickets',
    summary:
      'Begin an open round anew: all its tickets end, what was counted goes, and everybody gets a new ticket',
    params,
    body: z.strictObject({ renewed: z.literal(true) }),
    response: made,
    errors: [...errors, 'invalid-input', 'conflict'],
  },
  moveRoundTalk: {
    id: 'moveRoundTalk',
    method: 'PUT',
    path: '/api/rounds/:round/talk',
    summary: 'Move the talk about a round to another day or meeting; it cannot be taken away',
    params,
    body: z.strictObject({ talk: talkInput }),
    response: done,
    errors: [...errors, 'invalid-input'],
  },
  exportRound: {
    id: 'exportRound',
    method: 'POST',
    path: '/api/rounds/:round/exports',
    summary: 'The outcome of a closed round as files: exactly what the screen shows',
    params,
    body: z.strictObject({ purpose: exportPurpose, language: z.enum(languages) }),
    response: z.object({ name: z.string(), csv: z.string(), outcome: roundOutcome }),
    errors: [...errors, 'invalid-input', 'purpose-refused', 'conflict'],
  },
} as const satisfies Record<string, Endpoint>
