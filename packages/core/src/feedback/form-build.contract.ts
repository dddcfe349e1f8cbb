import { z } from 'zod'
import { readingLevels } from '../consent/consent.ts'
import type { Endpoint } from '../shared/endpoint.ts'
import { formId } from '../shared/ids.ts'
import { addressForms } from '../shared/language.ts'
import { formAnswersSchema } from './form.answers.schema.ts'
import type { Entry } from './form.entry.ts'
import { formModelSchema } from './form.schema.ts'

const built = z.object({
  form: formId,
  version: z.int().min(1),
  /** Of that version, the newest. Who changes one that is no draft makes the next version. */
  status: z.enum(['draft', 'published', 'retired']),
  /** Rises at each change; who changes something says which one she saw. */
  revision: z.int().min(1),
  mayKeep: z.boolean(),
  model: formModelSchema,
})
export type BuiltForm = z.infer<typeof built>

/** A form that is built here: 1,000 questions with their words in six languages fit. */
const modelLimit = 4 * 1024 * 1024
const formParams = z.object({ form: formId })

/** What a browser sends of one page of a form: which questions were on it, and what was filled in. */
const postedFields = z.array(z.tuple([z.string().max(100), z.string().max(50_000)])).max(4_000)
/** What was filled in and could not be read as an answer, by place on the form. */
const unread = z.record(
  z.string().max(200),
  z.strictObject({
    values: z.array(z.string().max(50_000)).max(1_000),
    other: z.string().max(50_000).optional(),
    unit: z.string().max(20).optional(),
  }),
) as unknown as z.ZodType<Readonly<Record<string, Entry>>>

/** Where one is in a form that is tried out: at a part, looking it over, or at what comes after sending. */
export const tryPlaces = ['part', 'review', 'sent'] as const

/** Trying a form out. Whoever asks keeps what was filled in so far; here nothing of it stays. */
const tryBody = z.strictObject({
  version: z.int().min(1).max(1_000_000),
  language: z.string().max(40),
  level: z.enum(readingLevels),
  address: z.enum(addressForms),
  /** As they were answered to the step before; null begins. */
  answers: formAnswersSchema.nullable(),
  unread,
  at: z.enum(tryPlaces),
  /** From 0. */
  part: z.int().min(0).max(100_000),
  /** Of the page that is filled in now; without it that page is only drawn. */
  fields: postedFields.optional(),
})
export type TryBody = z.infer<typeof tryBody>

const tryItem = z.object({
  /** Null: of the form as a whole. */
  linkId: z.string().nullable(),
  text: z.string(),
})
const tried = z.object({
  /** The page of a respondent as it is now; null where that has not changed. */
  page: z.string().nullable(),
  at: z.enum(tryPlaces),
  part: z.int(),
  answers: formAnswersSchema,
  unread,
  /** What keeps it from being sent. */
  problems: z.array(tryItem.extend({ problem: z.string() })),
  /** What the form only warns of. */
  hints: z.array(tryItem.extend({ problem: z.string() })),
  /** Each score, by the same reckoning as real answers; `why` says why there is none. */
  scores: z.array(
    tryItem.extend({
      value: z.string().nullable(),
      why: z.enum(['open', 'time', 'memory', 'context', 'error', 'kind']).nullable(),
    }),
  ),
  sum: z.object({ value: z.number(), answered: z.int(), of: z.int() }).nullable(),
  /** Where words are missing at this level or in this language, so that others stand there. */
  gaps: z.array(tryItem.extend({ missing: z.enum(['level', 'language']) })),
  /** Levels and languages in which some of it is written. */
  levels: z.array(z.enum(readingLevels)),
  languages: z.array(z.string()),
})
export type Tried = z.infer<typeof tried>

/** Filled-in answers of a long form, with a page of it. */
const tryLimit = 512 * 1024

/** Building a form here. One that came in as FHIR is not changed here: its words are its source's. */
export const formBuildEndpoints = {
  begin: {
    id: 'beginForm',
    method: 'PUT',
    path: '/api/forms/:form/built',
    summary:
      'Begin a form of one’s own. The id is made by the sender; again with the same words changes nothing.',
    params: formParams,
    body: z.strictObject({ model: formModelSchema }),
    bodyLimit: modelLimit,
    response: built,
    errors: ['not-signed-in', 'not-allowed', 'invalid-input', 'conflict', 'too-large'],
  },
  read: {
    id: 'getBuiltForm',
    method: 'GET',
    path: '/api/forms/:form/built',
    summary: 'A form that was built here, to build on; one that came in as FHIR is not found here',
    params: formParams,
    response: built,
    errors: ['not-signed-in', 'not-allowed', 'not-found'],
  },
  save: {
    id: 'saveBuiltForm',
    method: 'POST',
    path: '/api/forms/:form/built',
    summary: 'Keep what was built: in the draft, or as the next version after one that was published',
    params: formParams,
    body: z.strictObject({ model: formModelSchema, revision: z.int().min(1) }),
    bodyLimit: modelLimit,
    response: built,
    errors: ['not-signed-in', 'not-allowed', 'not-found', 'invalid-input', 'conflict', 'too-large'],
  },
  tryForm: {
    id: 'tryForm',
    method: 'POST',
    path: '/api/forms/:form/try',
    summary:
      'A step of filling in a form to try it out: the page, what is missing, and what it computes. Nothing is kept.',
    params: formParams,
    body: tryBody,
    bodyLimit: tryLimit,
    response: tried,
    errors: ['not-signed-in', 'not-allowed', 'not-found', 'invalid-input', 'too-large'],
  },
} as const satisfies Record<string, Endpoint>
