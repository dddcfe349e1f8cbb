import { z } from 'zod'
import { voices } from '../relation/relation.ts'
import { done, type Endpoint } from '../shared/endpoint.ts'
import { contributionId, glossaryWordId, meaningId, meetingId, relationId } from '../shared/ids.ts'
import { requiredText } from '../shared/text-input.ts'
import { glossaryLimits, tidyWord, wordStates } from './glossary.ts'

const day = z.iso.date()
/** A year that nobody alive means is a typing error, and not every database can hold it. */
const likelyDay = day.refine((on) => on >= '1900-01-01' && on < '2200-01-01', 'out-of-range')
const params = z.object({ relation: relationId })
const wordParams = params.extend({ word: glossaryWordId })
const word = requiredText(glossaryLimits.word).overwrite(tidyWord)
const meaningText = requiredText(glossaryLimits.meaning)

/** Whose words they are, with her voice and the sides she speaks from. */
const speaker = z.object({ name: z.string(), voice: z.enum(voices), sides: z.array(z.string()) })

const meaning = z.object({
  id: meaningId,
  text: z.string(),
  /** Null: handed to the table, without a name. */
  by: speaker.nullable(),
  isMine: z.boolean(),
  mayRemove: z.boolean(),
})
export type GlossaryMeaning = z.infer<typeof meaning>

const agreedMeaning = z.object({
  /** Counted from 1: the newest is what is agreed now. */
  seq: z.int(),
  text: z.string(),
  on: day,
  meeting: z.object({ id: meetingId, title: z.string() }).nullable(),
})
export type AgreedMeaning = z.infer<typeof agreedMeaning>

const glossaryWord = z.object({
  id: glossaryWordId,
  word: z.string(),
  state: z.enum(wordStates),
  /** It came from a card at the table. */
  fromTable: z.boolean(),
  meanings: z.array(meaning),
  /** Newest first; earlier ones are kept. */
  agreed: z.array(agreedMeaning),
  mayRemove: z.boolean(),
})
export type GlossaryWord = z.infer<typeof glossaryWord>

export const glossary = z.object({
  /** In the order of the alphabet. */
  words: z.array(glossaryWord),
  /** Words on cards of tables at which she sat, which are not in the glossary yet. */
  waiting: z.array(z.object({ word: z.string(), cards: z.array(contributionId) })),
  /** Tables of this circle that were held, newest first: where a meaning can have been agreed. */
  meetings: z.array(z.object({ id: meetingId, title: z.string(), on: day })),
  mayWrite: z.boolean(),
  today: day,
})
export type Glossary = z.infer<typeof glossary>

const refusals = ['not-signed-in', 'not-allowed', 'not-found'] as const
const changes = [...refusals, 'invalid-input', 'conflict'] as const
const base = '/api/relations/:relation/circle/glossary'

export const glossaryEndpoints = {
  getGlossary: {
    id: 'getGlossary',
    method: 'GET',
    path: base,
    summary: 'The shared glossary of a team or network: words, what each means by them, what was agreed',
    params,
    response: glossary,
    errors: refusals,
  },
  addGlossaryWord: {
    id: 'addGlossaryWord',
    method: 'POST',
    path: `${base}/words`,
    summary: 'Put a word in. The id is made by the sender: a repeat is the same word.',
    params,
    body: z.strictObject({ id: glossaryWordId, word }),
    response: glossary,
    errors: changes,
  },
  removeGlossaryWord: {
    id: 'removeGlossaryWord',
    method: 'DELETE',
    path: `${base}/words/:word`,
    summary: 'Take a word out in which nobody else wrote anything',
    params: wordParams,
    response: done,
    errors: [...refusals, 'conflict'],
  },
  carryGlossaryCards: {
    id: 'carryGlossaryCards',
    method: 'POST',
    path: `${base}/carried`,
    summary: 'Take the words over that came on cards at the table; each card once',
    params,
    body: z.strictObject({}),
    response: glossary,
    errors: changes,
  },
  giveMeaning: {
    id: 'giveMeaning',
    method: 'PUT',
    path: `${base}/words/:word/meaning`,
    summary: 'Say what one means by a word oneself, or hand it to the table without a name',
    params: wordParams,
    body: z.strictObject({ text: meaningText, from: z.enum(['me', 'table']) }),
    response: glossary,
    errors: changes,
  },
  removeMeaning: {
    id: 'removeMeaning',
    method: 'DELETE',
    path: `${base}/meanings/:meaning`,
    summary: 'Take back what one wrote, or take away what was handed to the table',
    params: params.extend({ meaning: meaningId }),
    response: done,
    errors: refusals,
  },
  sayDiffers: {
    id: 'sayDiffers',
    method: 'PUT',
    path: `${base}/words/:word/differs`,
    summary: 'Say that people mean something else by a word, or that they do not any more',
    params: wordParams,
    body: z.strictObject({ differs: z.boolean() }),
    response: glossary,
    errors: changes,
  },
  agreeOnMeaning: {
    id: 'agreeOnMeaning',
    method: 'POST',
    path: `${base}/words/:word/agreed`,
    summary:
      'Write down the meaning that was agreed; earlier ones are kept. Conflict: somebody wrote one since.',
    params: wordParams,
    body: z.strictObject({
      /** Number of the agreed meaning that she saw while writing; 0: none. */
      base: z.int().min(0).max(10_000),
      text: meaningText,
      on: likelyDay,
      meeting: meetingId.nullable(),
    }),
    response: glossary,
    errors: changes,
  },
} as const satisfies Record<string, Endpoint>
