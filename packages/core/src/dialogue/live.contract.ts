import { z } from 'zod'
import { voices } from '../relation/relation.ts'
import type { Endpoint } from '../shared/endpoint.ts'
import { contributionId, meetingId, placeId } from '../shared/ids.ts'
import { bilingual } from '../shared/spoken.schema.ts'
import { requiredText } from '../shared/text-input.ts'
import { meetingRoles } from './dialogue.ts'
import { stepInputs } from './format.ts'
import { liveCommand } from './live.commands.ts'
import { contributionAtMost } from './live.state.ts'

/** A step as everybody sees it in the list. */
export const liveStepNow = z.object({
  key: z.string(),
  title: bilingual,
  prompt: bilingual,
  minutes: z.number(),
  input: z.enum(stepInputs),
  /** How often it was begun. */
  round: z.number(),
  is: z.enum(['done', 'skipped', 'now', 'to-come']),
  isShadow: z.boolean(),
  isSealed: z.boolean(),
  isAnonymous: z.boolean(),
  /** Whether what was written in it may be read at the table. */
  isOpen: z.boolean(),
  canSkip: z.boolean(),
  dots: z.number().nullable(),
  /** Why it was put in later. */
  because: z.string().nullable(),
})
export type LiveStepNow = z.infer<typeof liveStepNow>

const is = z.literal(true).optional()

/** Somebody at the table; what is not so is absent. */
export const livePersonNow = z.object({
  place: placeId,
  name: z.string(),
  voice: z.enum(voices),
  role: z.enum(meetingRoles),
  here: is,
  /** Whose device speaks for her. */
  by: placeId.optional(),
  ready: is,
  raised: is,
  invited: is,
  /** Listens in this step: input is closed. */
  silent: is,
  unheard: is,
  turn: z.enum(['now', 'later', 'spoke', 'passed']).optional(),
})
export type LivePersonNow = z.infer<typeof livePersonNow>

/** What everybody at the table knows. */
export const liveRoom = z.object({
  version: z.number(),
  isOver: z.boolean(),
  steps: z.array(liveStepNow),
  step: z.object({
    key: z.string(),
    round: z.number(),
    at: z.number(),
    of: z.number(),
    /** With what was added. */
    minutes: z.number(),
  }),
  /** By the clock of the server; below zero when it takes longer. */
  leftMs: z.number(),
  isPaused: z.boolean(),
  /** When it is over if it goes on so. */
  endsAt: z.iso.datetime(),
  hasRound: z.boolean(),
  people: z.array(livePersonNow),
  leads: placeId,
})
export type LiveRoom = z.infer<typeof liveRoom>

/** What one viewer knows and may besides. */
export const liveOwn = z.object({
  place: placeId,
  leads: z.boolean(),
  /** Whether this device may speak for others at the table. */
  mayCarry: z.boolean(),
  /** From when on the viewer may lead if no sign comes from who does now; null: never, or there already. */
  mayTakeOverInMs: z.number().nullable(),
  /** For whom this device speaks: first of all whose it is. */
  places: z.array(
    z.object({
      place: placeId,
      /** May give input in this step. */
      may: z.boolean(),
      isSilent: z.boolean(),
      dotsLeft: z.number().nullable(),
    }),
  ),
})
export type LiveOwn = z.infer<typeof liveOwn>

/** One thing that was written, as far as it is open. Its key tells nothing of when or by whom. */
export const liveText = z.object({
  key: z.string(),
  step: z.string(),
  round: z.number(),
  /** Null where no author is kept. */
  place: placeId.nullable(),
  body: z.string(),
  votes: z.number(),
})
export type LiveText = z.infer<typeof liveText>

/** What is open of the step that is held now, the same for everybody. */
export const liveWall = z.object({
  texts: z.array(liveText),
  /** How many there are besides, where a room wrote more than one event carries. */
  more: z.number(),
})
export type LiveWall = z.infer<typeof liveWall>

/** What the viewer wrote with a name in the step that is held now, also while it is closed. */
const ownText = z.object({ id: contributionId, place: placeId, round: z.number(), body: z.string() })

export const liveView = z.object({
  title: z.string(),
  room: liveRoom,
  own: liveOwn,
  wall: liveWall,
  written: z.array(ownText),
})
export type LiveView = z.infer<typeof liveView>

/** What an event of the stream carries: the whole room, and what differs for this viewer. */
export type LiveEvent = Pick<LiveView, 'room' | 'own' | 'wall'>

/** Something written at the table. Its id is made by the device, once, and stays the same however often it is sent. */
export const liveContribution = z.strictObject({
  id: contributionId,
  as: placeId.optional(),
  step: z.string().min(1).max(80),
  round: z.number().int().min(1).max(1000),
  /** Words, or for a dot the key of what it is given to. */
  body: requiredText(contributionAtMost),
})
export type LiveContribution = z.infer<typeof liveContribution>

const meetingParams = z.object({ meeting: meetingId })

/** What became of what was asked: refused is no error, and says why in one word that screens know. */
const outcome = z.object({ done: z.boolean(), reason: z.string().nullable() })
export type LiveAnswer = z.infer<typeof outcome>

export const liveEndpoints = {
  live: {
    id: 'getMeetingLive',
    method: 'GET',
    path: '/api/meetings/:meeting/live',
    summary: 'A meeting that is held now, as the viewer may know it. Nothing that is written in silence.',
    params: meetingParams,
    response: liveView.nullable(),
    errors: ['not-signed-in', 'not-allowed', 'not-found'],
  },
  begin: {
    id: 'beginMeetingLive',
    method: 'POST',
    path: '/api/meetings/:meeting/live',
    summary: 'Begins the meeting. Beginning it twice begins it once.',
    params: meetingParams,
    body: z.strictObject({}),
    response: outcome,
    errors: ['not-signed-in', 'not-allowed', 'not-found', 'invalid-input'],
  },
  command: {
    id: 'commandMeetingLive',
    method: 'POST',
    path: '/api/meetings/:meeting/live/commands',
    summary: 'Asks something of a meeting that is held: a turn, a step, a mark. Sent twice it is done once.',
    params: meetingParams,
    body: z.strictObject({ command: liveCommand }),
    response: outcome,
    errors: ['not-signed-in', 'not-allowed', 'not-found', 'invalid-input', 'conflict'],
  },
  write: {
    id: 'writeInMeetingLive',
    method: 'POST',
    path: '/api/meetings/:meeting/live/texts',
    summary:
      'Keeps something written at the table. Nobody sees it before its step is opened, where it has to be.',
    params: meetingParams,
    body: liveContribution,
    bodyLimit: 160_000,
    response: outcome,
    errors: ['not-signed-in', 'not-allowed', 'not-found', 'invalid-input'],
  },
} as const satisfies Record<string, Endpoint>
