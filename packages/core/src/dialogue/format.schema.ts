import { z } from 'zod'
import { requiredText, text } from '../shared/text-input.ts'
import { meetingRoles } from './dialogue.ts'
import { formatPeopleAtMost, formatProblems } from './format.rules.ts'
import { outputTypes, stepInputs } from './format.ts'

/** The JSON of a format: shipped files, an organisation's own, and the frozen copy in a meeting. */

/** A format has so many steps at most. */
export const formatStepsAtMost = 40

const key = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/)
const minutes = z.int().min(1).max(480)
const people = z.int().min(1).max(formatPeopleAtMost)
const yes = z.literal(true).exactOptional()

const words = (max: number) => z.strictObject({ nl: requiredText(max), en: requiredText(max) })
/** While one is writing, words may still be missing. */
const draftWords = (max: number) => z.strictObject({ nl: text(max), en: text(max) })
const roleList = z.array(z.enum(meetingRoles)).max(meetingRoles.length)

const step = z.strictObject({
  key,
  title: words(120),
  minutes,
  prompt: words(1_000),
  speakers: roleList,
  silent: roleList,
  input: z.enum(stepInputs),
  isSealed: yes,
  isAnonymous: yes,
  isShadow: yes,
  canSkip: yes,
  dots: z.int().min(1).max(20).exactOptional(),
})
const draftStep = step.extend({ title: draftWords(120), prompt: draftWords(1_000) })

const role = z.strictObject({
  role: z.enum(meetingRoles),
  min: z.int().min(0).max(formatPeopleAtMost),
  max: people,
})

const body = z.strictObject({
  key,
  version: z.int().min(1),
  name: words(120),
  purpose: words(500),
  minPeople: people,
  maxPeople: people,
  clientPresent: z.enum(['yes', 'no', 'may']),
  safety: z.enum(['low', 'middle', 'high']),
  beginners: z.boolean(),
  roles: z.array(role).min(1).max(meetingRoles.length),
  steps: z.array(step).max(formatStepsAtMost),
  rules: z.array(words(300)).max(20),
  outputs: z.array(z.enum(outputTypes)).max(outputTypes.length),
  source: requiredText(500),
  isTemplate: yes,
  endsWithWitnessQuestions: yes,
})

/** A format that can be used, or an empty template: shape and rules (format.rules.ts). */
export const formatShape = body.superRefine((format, report) => {
  for (const problem of formatProblems(format)) {
    report.addIssue({
      code: 'custom',
      path: problem.step === undefined ? [] : ['steps', problem.step],
      message: problem.code,
    })
  }
})

/** An own format while it is written: the shape with its bounds; words may be missing and rules may still be broken. */
export const formatDraftShape = body.extend({
  name: draftWords(120),
  purpose: draftWords(500),
  steps: z.array(draftStep).max(formatStepsAtMost),
  rules: z.array(draftWords(300)).max(20),
  source: text(500),
})
