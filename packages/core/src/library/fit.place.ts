import { z } from 'zod'
import { ownChallenges, ruptureMarkers, ruptureSteps, signalPriority } from '../feedback/feedback.ts'
import { goalThemes, mentionLevels } from '../learning/learning.ts'
import { noteMoments } from '../shared/note-moment.ts'

/** Where somebody is when something of the library is offered: tags only, never what anybody wrote. */

/** What a meeting is doing now. */
export const meetingParts = ['before', 'table', 'case', 'shadow', 'agreeing', 'closing'] as const
export type MeetingPart = (typeof meetingParts)[number]

const key = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80)

/** Where somebody is, as tags. */
export const place = z.discriminatedUnion('at', [
  z.strictObject({
    at: z.literal('signal'),
    rule: z.literal([...signalPriority]),
    line: key.nullable(),
    challenge: z.enum(ownChallenges).nullable(),
  }),
  z.strictObject({
    at: z.literal('rupture'),
    markers: z.array(z.enum(ruptureMarkers)).max(ruptureMarkers.length),
    step: z.enum(ruptureSteps).nullable(),
  }),
  /** A theme, by its key in a codebook to begin with; one of one's own by keys of themes that it is like, and by topics. */
  z.strictObject({
    at: z.literal('theme'),
    code: key.nullable(),
    like: z.array(key).max(40),
    topics: z.array(z.enum(goalThemes)).max(goalThemes.length),
  }),
  z.strictObject({
    at: z.literal('goal'),
    topics: z.array(z.enum(goalThemes)).max(goalThemes.length),
    /** What she named that hinders or helps, by key in the codebook, and on which level. */
    codes: z.array(key).max(40),
    levels: z.array(z.enum(mentionLevels)).max(mentionLevels.length),
  }),
  z.strictObject({ at: z.literal('meeting'), format: key.nullable(), part: z.enum(meetingParts) }),
  z.strictObject({ at: z.literal('moment'), moment: z.enum(noteMoments) }),
  /** Another item: what goes on from there. */
  z.strictObject({ at: z.literal('item'), key }),
])
export type Place = z.infer<typeof place>
