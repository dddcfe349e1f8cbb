import { z } from 'zod'
import { bilingual } from '../shared/spoken.schema.ts'
import { chooserPlaces, licenceKinds } from './chooser.ts'
import { roundForms } from './round.ts'

const key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const some = z.tuple([key], key)

const question = z.strictObject({
  key,
  text: bilingual,
  options: z.array(z.strictObject({ key, text: bilingual })).min(2),
})

const outcome = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('talk'), formats: z.array(key) }),
  z.strictObject({ kind: z.literal('measure'), fits: some, instead: z.array(key) }),
])

const rule = z.strictObject({ id: key, when: z.record(key, some), outcome, why: bilingual })

const instrument = z.strictObject({
  key,
  name: bilingual,
  what: bilingual,
  items: z.int().positive().nullable(),
  scale: z.string().min(1).nullable(),
  minutes: z.strictObject({ about: z.int().min(1).max(60), sure: z.boolean() }),
  licence: z.strictObject({ kind: z.enum(licenceKinds), holder: z.string().min(1), how: bilingual }),
  minimum: z.strictObject({
    people: z.int().min(1),
    ofEach: z.int().min(1).optional(),
    of10: z.number().min(0).max(10).nullable(),
  }),
  repeat: bilingual,
  talk: z.boolean(),
  formats: z.array(key),
  places: z.array(z.enum(chooserPlaces)).min(1),
  asks: z
    .strictObject({
      round: z.strictObject({ questions: key, form: z.enum(roundForms) }).optional(),
      check: key.optional(),
    })
    .optional(),
  sources: z.array(z.string().min(1)).min(1),
  unsure: z.array(bilingual).optional(),
  match: z.array(z.string().min(3)).min(1).optional(),
})

/** The rules and instruments of the chooser as they stand in content/team/chooser.json. */
export const instrumentChooser = z.strictObject({
  version: z.int().min(1),
  source: z.string().min(1),
  questions: z.array(question).min(1),
  rules: z.array(rule).min(1),
  instruments: z.array(instrument).min(1),
})
