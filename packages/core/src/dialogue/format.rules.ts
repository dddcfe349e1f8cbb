import type { Bilingual } from '../shared/language.ts'
import { type Format, type FormatStep, formatMinutes, shadowSteps } from './format.ts'

/** What can be wrong with a format; the words for it stand in format.words.ts. */
export const formatProblemCodes = [
  'words-missing',
  'people-range',
  'role-twice',
  'role-range',
  'roles-over-people',
  'no-steps',
  'template-with-steps',
  'too-long',
  'step-key-twice',
  'role-unknown',
  'speaker-silent',
  'nobody-speaks',
  'input-without-speaker',
  'dots-without-vote',
  'vote-without-dots',
  'vote-on-nothing',
  'closed-without-text',
  'shadow-twice',
  'shadow-skipped',
  'shadow-gone',
] as const
export type FormatProblemCode = (typeof formatProblemCodes)[number]

/** A broken rule, and the key of the step where it is broken. */
export type FormatProblem = { readonly code: FormatProblemCode; readonly step?: string }

/** A format lasts so many minutes at most: a working day. */
export const formatMinutesAtMost = 480

/** So many people can be in one room. */
export const formatPeopleAtMost = 200

/** Every rule that the format breaks, in the order of the format; none for one that can be used as it is. */
export function formatProblems(format: Format): readonly FormatProblem[] {
  return [
    ...problemsOfPeople(format),
    ...problemsOfWhole(format),
    ...format.steps.flatMap(problemsOfStep(format)),
  ]
}

function problemsOfPeople({ roles, minPeople, maxPeople }: Format): FormatProblem[] {
  const found: FormatProblem[] = []
  if (minPeople > maxPeople) found.push({ code: 'people-range' })
  if (new Set(roles.map(({ role }) => role)).size < roles.length) found.push({ code: 'role-twice' })
  if (roles.some(({ min, max }) => min > max)) found.push({ code: 'role-range' })
  if (roles.reduce((sum, { min }) => sum + min, 0) > maxPeople) found.push({ code: 'roles-over-people' })
  return found
}

function problemsOfWhole(format: Format): FormatProblem[] {
  const found: FormatProblem[] = []
  const { steps, rules } = format
  if ([format.name, format.purpose, ...rules].some(isMissing)) found.push({ code: 'words-missing' })
  if (steps.length === 0 && !format.isTemplate) found.push({ code: 'no-steps' })
  if (steps.length > 0 && format.isTemplate) found.push({ code: 'template-with-steps' })
  if (formatMinutes(format) > formatMinutesAtMost) found.push({ code: 'too-long' })
  if (shadowSteps(format).length > 1) found.push({ code: 'shadow-twice' })
  return found
}

const problemsOfStep =
  (format: Format) =>
  (step: FormatStep, at: number): FormatProblem[] => {
    const before = format.steps.slice(0, at)
    const codes: FormatProblemCode[] = []
    if (isMissing(step.title) || isMissing(step.prompt)) codes.push('words-missing')
    if (before.some(({ key }) => key === step.key)) codes.push('step-key-twice')
    codes.push(...problemsOfRoles(format, step), ...problemsOfInput(step))
    if (step.input === 'vote' && !before.some(({ input }) => input === 'cards' || input === 'text')) {
      codes.push('vote-on-nothing')
    }
    // Who may leave it out, forgets it: it can be moved to another moment, never skipped.
    if (step.isShadow && step.canSkip) codes.push('shadow-skipped')
    return codes.map((code) => ({ code, step: step.key }))
  }

function problemsOfRoles({ roles }: Format, { speakers, silent, input }: FormatStep): FormatProblemCode[] {
  const codes: FormatProblemCode[] = []
  const known = new Set(roles.map(({ role }) => role))
  if ([...speakers, ...silent].some((role) => !known.has(role))) codes.push('role-unknown')
  if (speakers.some((role) => silent.includes(role))) codes.push('speaker-silent')
  if (speakers.length === 0 && input !== 'none') codes.push('input-without-speaker')
  if (speakers.length === 0 && input === 'none') codes.push('nobody-speaks')
  return codes
}

function problemsOfInput({ input, dots, isSealed, isAnonymous }: FormatStep): FormatProblemCode[] {
  const codes: FormatProblemCode[] = []
  if (dots !== undefined && input !== 'vote') codes.push('dots-without-vote')
  if (dots === undefined && input === 'vote') codes.push('vote-without-dots')
  // A round is heard by all and by name; only what is written can be closed or without a name.
  if ((isSealed || isAnonymous) && (input === 'none' || input === 'round')) codes.push('closed-without-text')
  return codes
}

/** Dutch is the source: what is not said in English is said in Dutch. */
function isMissing({ nl }: Bilingual): boolean {
  return nl.trim() === ''
}
