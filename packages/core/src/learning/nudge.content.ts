import { z } from 'zod'
import { bilingual, spoken } from '../shared/spoken.schema.ts'
import { nudgeAnchors, nudgeKinds, nudgeOffset } from './nudge.ts'

const key = z.string().regex(/^[a-z]+(-[a-z]+)*$/)

/** A card: one thought, a few short sentences. */
const nudgeCard = z.strictObject({ key, title: spoken, body: z.array(spoken).min(1).max(5) })

/** A page of what one takes to one's colleagues: read from a wall or a table, so short. `room`: lines to write on. */
const packSheet = z.strictObject({
  title: bilingual,
  lines: z.array(bilingual).max(5),
  points: z.array(bilingual).max(6),
  room: z.int().min(0).max(8),
})
export type PackSheet = z.infer<typeof packSheet>

/** The cards of one kind (content/learning/nudges/<kind>.json). */
export const nudgeFile = z.strictObject({
  kind: z.enum(nudgeKinds),
  version: z.int().min(1),
  source: z.string().min(1),
  cards: z.array(nudgeCard).min(1),
  /** For `pack`: the pages. */
  sheets: z.array(packSheet).min(1).optional(),
})

/** The nudges with which a trajectory begins: which card, so many days after the first moment of a kind opens. */
export const nudgePlanFile = z.strictObject({
  version: z.int().min(1),
  source: z.string().min(1),
  nudges: z.array(
    z.strictObject({
      card: key,
      anchor: z.enum(nudgeAnchors),
      days: z.int().min(nudgeOffset.least).max(nudgeOffset.most),
      on: z.boolean(),
    }),
  ),
})
export type NudgePlanFile = z.infer<typeof nudgePlanFile>

/** A card with its kind. */
export type NudgeCard = z.infer<typeof nudgeCard> & { kind: (typeof nudgeKinds)[number] }

/** All cards, the standard plan and the pages of the pack. */
export type NudgeContent = {
  cards: readonly NudgeCard[]
  plan: NudgePlanFile['nudges']
  sheets: readonly PackSheet[]
}

/** Puts the files together; throws when a card is there twice, or the plan names one that is not there. */
export function nudgeContent(of: {
  files: readonly z.infer<typeof nudgeFile>[]
  plan: NudgePlanFile
}): NudgeContent {
  const cards = of.files.flatMap(({ kind, cards: some }) => some.map((card) => ({ ...card, kind })))
  const keys = new Set(cards.map((card) => card.key))
  if (keys.size !== cards.length) throw new Error('A card of the nudges is there twice')
  const unknown = of.plan.nudges.find(({ card }) => !keys.has(card))
  if (unknown !== undefined) throw new Error(`The plan of the nudges names ${unknown.card}, which is no card`)
  return { cards, plan: of.plan.nudges, sheets: of.files.flatMap(({ sheets = [] }) => sheets) }
}
