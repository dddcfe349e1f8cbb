import { z } from 'zod'
import { mentionLimits } from './mention.ts'
import { goalKeptAnswers } from './moment-form.ts'

/**
 * Version 1 of the file in which a trajectory with its monitor travels (docs/operations.md): who took part, who consented, what came
 * in at three moments (T1 goals, T2 looking back, T3 buddies), who were buddies, and what people answered. No names.
 */
export const trajectoryFileVersion = 1

export const fileStatuses = ['active', 'stopped', 'completed'] as const
export const fileReceived = ['ja', 'nee', 'gestopt'] as const
export const fileBuddyEval = ['ja', 'nee', 'gestopt', 'via_mail_enkele_reflecties'] as const
const three = ['nee', 'enigszins', 'ja'] as const
const noticed = ['helemaal_niet', 'een_beetje', 'enigszins', 'grotendeels', 'helemaal'] as const
/** How a form came in, where one came in twice. */
const ways = ['phone', 'paper'] as const

const pp = z.int().min(1).max(9999)
const day = z.iso.date()
const shortText = z.string().trim().min(1).max(120)

const participant = z.strictObject({
  pp,
  consent: z.boolean(),
  status: z.enum(fileStatuses),
  ...{ t1: z.enum(fileReceived), t2: z.enum(fileReceived), buddyEval: z.enum(fileBuddyEval) },
  ...{ function: shortText.optional(), organisation: shortText.optional() },
  /** When she consented, and took it back: what came in before, or is there after, is not kept. */
  ...{ consentOn: day.optional(), withdrawnOn: day.optional(), stoppedOn: day.optional() },
  /** When something came in; without it on the day of the moment. */
  ...{ t1On: day.optional(), t2On: day.optional(), buddyEvalOn: day.optional() },
})
export type FileParticipant = z.infer<typeof participant>

const pair = z.strictObject({
  members: z.array(pp),
  talkedBetween: z.boolean().optional(),
  /** Where this is known from; not kept. */
  src: z.string().max(200).optional(),
})

const answers = z.strictObject({
  pp,
  applied: z.enum(three).nullable(),
  goalAttained: z.enum(three).nullable(),
  changeNoticed: z.enum(noticed).nullable(),
  /** Named workload and time as what hinders in the team or organisation. */
  barrierWorkloadTime: z.boolean(),
  way: z.enum(ways).optional(),
})
export type FileAnswers = z.infer<typeof answers>

const goal = z.strictObject({
  pp,
  moment: z.enum(['T1', 'T2']),
  text: z
    .string()
    .trim()
    .min(1)
    .max(mentionLimits.signs * 2),
  /** At T2: whether it is the goal of T1 still, and why not. */
  kept: z.enum(goalKeptAnswers).optional(),
  reason: z.string().trim().max(1000).optional(),
  way: z.enum(ways).optional(),
})
export type FileGoal = z.infer<typeof goal>

const start = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/)

/** The ending `_synthetic` says that the author of a file spread totals over people; it is read as without it. */
export const trajectoryFile = z.strictObject({
  version: z.literal(trajectoryFileVersion).optional(),
  trajectory: z.strictObject({
    name: shortText,
    purpose: z.string().trim().max(1000).optional(),
    /** A month or a day. */
    start,
    end: day.optional(),
    t1ToT2Weeks: z.int().min(1).max(104),
    t2ToT3Months: z.int().min(1).max(36),
  }),
  functionCounts: z.record(z.string().min(1).max(120), z.int().min(0).max(9999)).optional(),
  participants: z.array(participant).min(1).max(1500),
  pairs: z.array(pair).max(1500).optional(),
  goals: z.array(goal).max(6000).optional(),
  t2Answers: z.array(answers).max(3000).optional(),
  externalAddedValue: z.array(pp).max(1500).optional(),
  srsUsingPair: z.array(pp).max(3).optional(),
  anonymousLectureSurvey: z
    .strictObject({ professionalsUsed: z.int().min(0).max(9999), linkable: z.boolean() })
    .optional(),
})
export type TrajectoryFile = z.infer<typeof trajectoryFile>

/** The fields that may end in `_synthetic`. */
export const syntheticFields = ['t2Answers', 'externalAddedValue', 'srsUsingPair'] as const
