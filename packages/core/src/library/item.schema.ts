import { z } from 'zod'
import { ownChallenges, ruptureMarkers, signalPriority } from '../feedback/feedback.ts'
import { goalThemes } from '../learning/learning.ts'
import { relationContexts, relationKinds, situations, situationsOf, voices } from '../relation/relation.ts'
import { requiredText } from '../shared/text-input.ts'
import { evidenceGrades, itemKinds, itemMoments, licences, provenances } from './item.ts'

/**
 * An item of the library as it stands in content/library/<kind>/<key>.v<version>.json (Dutch and English), and as an organisation
 * writes one of its own (in one of both, or both).
 */

/** Signs of a title, a summary, a text for a reader, a sentence or step, a source. */
export const itemSigns = { title: 120, summary: 400, level: 6000, line: 500, source: 500 } as const
export const itemLinesAtMost = 30

export const itemKey = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
  .max(80)
const tag = itemKey

const both = (max: number) => z.strictObject({ nl: requiredText(max), en: requiredText(max) })
/** In Dutch, in English, or in both. */
const either = (max: number) =>
  z
    .strictObject({ nl: requiredText(max).exactOptional(), en: requiredText(max).exactOptional() })
    .refine((words) => words.nl !== undefined || words.en !== undefined, 'no-language')

const address = z.strictObject({ u: requiredText(itemSigns.line), je: requiredText(itemSigns.line) })
const minutes = z.int().min(1).max(600)
const groupSize = z
  .strictObject({ min: z.int().min(1).max(500), max: z.int().min(1).max(500) })
  .refine(({ min, max }) => min <= max, 'group-size')

const set = <One extends z.ZodType>(one: One, atMost = 40) => z.array(one).max(atMost)

/** Where an item fits. An empty list says nothing about that side: it fits anywhere there. */
export const itemFits = z
  .strictObject({
    kinds: set(z.enum(relationKinds)),
    contexts: set(z.enum(relationContexts)),
    situations: set(z.enum(situations)),
    moments: set(z.enum(itemMoments)),
    /** The rules of signals (core/feedback/signal.ts). */
    signals: set(z.literal([...signalPriority])),
    markers: set(z.enum(ruptureMarkers)),
    /** Lines of checks (content/instruments), by id: for when one of them stood out. */
    lines: set(tag).exactOptional(),
    /** What professionals recognise in themselves. */
    challenges: set(z.enum(ownChallenges)).exactOptional(),
    /** Codes of content/codebooks and synergy elements, by key. */
    themes: set(tag),
    goals: set(z.enum(goalThemes)),
    voices: set(z.enum(voices)),
  })
  .refine(
    ({ contexts, situations: own }) =>
      contexts.length === 0 ||
      own.every((one) =>
        contexts.some((context) => (situationsOf[context] as readonly string[]).includes(one)),
      ),
    'situation-not-in-context',
  )
export type ItemFits = z.infer<typeof itemFits>

const source = z.strictObject({
  text: requiredText(itemSigns.source),
  url: z
    .url({ protocol: /^https$/ })
    .max(500)
    .exactOptional(),
  year: z.int().min(1800).max(2100).exactOptional(),
})

const facts = {
  key: itemKey,
  version: z.int().min(1),
  kind: z.enum(itemKinds),
  minutes: minutes.exactOptional(),
  groupSize: groupSize.exactOptional(),
  source,
  grade: z.enum(evidenceGrades),
  provenance: z.enum(provenances),
  licence: z.enum(licences),
  fits: itemFits,
  /** What to open from here: a format of talking together, or an exercise, by key. */
  uses: z.strictObject({ format: tag.exactOptional(), exercise: tag.exactOptional() }).exactOptional(),
}

type Claim = { kind: string; grade: string; provenance: string }
/** What a chatbot listed is no evidence, whatever it lists. */
const claimsNothing = ({ kind, grade, provenance }: Claim) =>
  provenance !== 'chatbot-list' || (grade === 'none' && kind !== 'evidence')
const chatbotClaims = { message: 'chatbot-is-no-evidence', path: ['grade'] }

/**
 * A shipped item has words for every reader. Paragraphs of a level are set apart by an empty line. The parent is told `u`, the
 * child `je`.
 */
export const shippedLevels = z.strictObject({
  professional: both(itemSigns.level),
  parent: both(itemSigns.level),
  child: both(itemSigns.level),
})

export const shippedItemShape = z
  .strictObject({
    ...facts,
    title: both(itemSigns.title),
    summary: both(itemSigns.summary),
    levels: shippedLevels,
    /** What one can say, word for word. */
    sentences: z
      .array(z.strictObject({ nl: address, en: requiredText(itemSigns.line) }))
      .max(itemLinesAtMost)
      .exactOptional(),
    steps: z
      .array(both(itemSigns.line).extend({ minutes: minutes.exactOptional() }))
      .max(itemLinesAtMost)
      .exactOptional(),
  })
  .refine(claimsNothing, chatbotClaims)
  .refine(({ provenance }) => provenance !== 'organisation', {
    message: 'not-of-an-organisation',
    path: ['provenance'],
  })
export type ShippedItem = z.infer<typeof shippedItemShape>

const ownWords = {
  title: either(itemSigns.title),
  summary: either(itemSigns.summary),
  levels: z.strictObject({
    professional: either(itemSigns.level),
    parent: either(itemSigns.level).exactOptional(),
    child: either(itemSigns.level).exactOptional(),
  }),
  sentences: z
    .array(z.strictObject({ nl: address.exactOptional(), en: requiredText(itemSigns.line).exactOptional() }))
    .max(itemLinesAtMost)
    .exactOptional(),
  steps: z
    .array(
      z.strictObject({
        nl: requiredText(itemSigns.line).exactOptional(),
        en: requiredText(itemSigns.line).exactOptional(),
        minutes: minutes.exactOptional(),
      }),
    )
    .max(itemLinesAtMost)
    .exactOptional(),
}

/** An item whoever wrote it: a shipped one is one, too. Which languages it has is said by its title. */
export const itemShape = z
  .strictObject({ ...facts, ...ownWords })
  .refine(claimsNothing, chatbotClaims)
  .refine(
    ({ title, summary, levels }) =>
      (['nl', 'en'] as const).every(
        (one) =>
          (title[one] === undefined) === (summary[one] === undefined) &&
          (title[one] === undefined) === (levels.professional[one] === undefined),
      ),
    { message: 'half-a-language', path: ['title'] },
  )
export type Item = z.infer<typeof itemShape>
