import { z } from 'zod'
import { mentionKinds, mentionLevels } from './mention.ts'
import { goalKeptAnswers } from './moment-form.ts'
import { momentKinds } from './trajectory.ts'

/**
 * Where a number comes from: the register (who took part and what came in, without content), content of people who consent,
 * or a survey without authors.
 */
export const monitorSources = ['register', 'consented', 'anonymous'] as const
export type MonitorSource = (typeof monitorSources)[number]

const count = z.int().min(0)
const number = z.int().min(1)
export const counted = z.object({ value: count, source: z.enum(monitorSources) })
export type Counted = z.infer<typeof counted>

/** `mail`: of a talk between buddies only some thoughts came, by mail. */
export const cellStates = ['came-in', 'mail', 'stopped', 'none'] as const
const interval = z.object({ unit: z.enum(['weeks', 'months']), count: number, after: z.string() })

/** One column of the completeness table: a moment, and how long it comes after the one before. */
const column = z.object({
  ...{ key: z.string(), kind: z.enum(momentKinds), title: z.string() },
  interval: interval.nullable(),
})
export type MonitorColumn = z.infer<typeof column>

const completenessRow = z.object({
  learner: number,
  hasConsent: z.boolean(),
  /** One per column. */
  cells: z.array(z.enum(cellStates)),
})
export type CompletenessRow = z.infer<typeof completenessRow>

/** Why a talk between buddies is told of as it is; derived, see monitor.buddies.ts. */
export const explanation = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('no-consent') }),
  z.object({ kind: z.literal('no-consent-both'), partners: z.array(number) }),
  z.object({ kind: z.literal('stopped') }),
  z.object({
    kind: z.literal('partner-stopped'),
    partners: z.array(number),
    hasMet: z.boolean().nullable(),
    /** Somebody talked the evaluation over with her. */
    wasHeard: z.boolean(),
  }),
  z.object({ kind: z.literal('not-exchanged') }),
])
export type Explanation = z.infer<typeof explanation>

const buddyRow = z.object({
  learner: number,
  evaluation: z.enum(['talk', 'mail', 'none']),
  why: explanation,
})
export type BuddyRow = z.infer<typeof buddyRow>

/** Counts of one question, in the order of its scale, and who left it open. */
const answered = z.object({
  answers: z.array(z.object({ answer: z.string(), count: counted })),
  none: counted,
})
export type Answered = z.infer<typeof answered>

/** A number that the consented content cannot show whole: it is told of how many it is, and of how many it should be. */
const kept = z.object({
  value: count.nullable(),
  source: z.literal('consented'),
  isReproducible: z.boolean(),
})

const goals = z.object({
  registered: counted.extend({ withoutConsent: count }),
  both: counted.extend({ consented: count }),
  onlyT2: counted,
  same: kept,
  changed: kept,
  /** Of those with a goal at both moments whose content is kept: how many there are, and how many said nothing of it. */
  stored: z.object({ n: count, none: count }),
})
export type MonitorGoals = z.infer<typeof goals>

/** What became of somebody's goal; words only for those who may read them. */
const goalLine = z.object({
  learner: number,
  kept: z.enum(goalKeptAnswers).nullable(),
  words: z.object({ before: z.string().nullable(), now: z.string(), reason: z.string() }).nullable(),
})
export type GoalLine = z.infer<typeof goalLine>

const review = z.object({
  ...{ moment: z.string(), respondents: counted },
  ...{ applied: answered, attained: answered, noticed: answered },
})
export type MonitorReview = z.infer<typeof review>

const mention = z.object({
  kind: z.enum(mentionKinds),
  level: z.enum([...mentionLevels, 'team-organisation']),
  code: z.string().nullable(),
  /** Words of somebody's own, only for those who may read them; empty with a code. */
  body: z.string(),
  /** How many people named it, per moment at which it was asked. */
  people: z.array(z.object({ moment: z.string(), count: counted })),
})
export type MonitorMentionLine = z.infer<typeof mention>

/** Groups beside each other; null where a group is too small, or would tell of one that is. */
const byFunction = z.object({
  moment: z.string(),
  /** Nothing is told of fewer people than this. */
  k: count,
  groups: z.array(
    z.object({
      name: z.string(),
      applied: z
        .object({ n: counted, answers: z.array(z.object({ answer: z.string(), count: counted })) })
        .nullable(),
    }),
  ),
})

/** Everything that a monitor shows of one trajectory. */
export const monitorShape = z.object({
  columns: z.array(column),
  completeness: z.array(completenessRow),
  buddies: z.array(buddyRow),
  people: z.object({
    ...{ participants: counted, stopped: counted, withoutConsent: counted },
    ...{ complete: counted, incomplete: counted, used: counted },
  }),
  functions: z.array(z.object({ name: z.string(), count: counted })),
  goals,
  goalLines: z.array(goalLine),
  respondents: z.array(z.object({ moment: z.string(), count: counted })),
  reviews: z.array(review),
  byFunction: byFunction.nullable(),
  /** Three levels as they are asked, and person beside team and organisation together. */
  mentions: z.object({ three: z.array(mention), two: z.array(mention) }),
  pairs: z.object({
    ...{ formed: counted, memberStopped: counted, withoutConsent: counted },
    ...{ full: counted, exchangedBetween: counted },
  }),
  buddyEvaluation: z.object({ talk: counted, mail: counted, none: counted }),
  externalAddedValue: counted,
  checkUsingPairs: counted,
  lectureSurvey: counted.nullable(),
})
export type Monitor = z.infer<typeof monitorShape>
