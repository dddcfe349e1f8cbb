import type { Bilingual } from '../shared/language.ts'
import { addMilliseconds, type Instant } from '../shared/time.ts'
import { type FormatProblem, formatProblems } from './format.rules.ts'
import { freeStepKey, withShadow } from './format.shadow.ts'
import { type Format, type FormatStep, formatMinutes, shadowSteps } from './format.ts'
import type { MeetingFormat, PlannedStep, StepChange } from './meeting.ts'

/** What can go wrong when a programme is changed; `does-not-fit`: a rule of formats would be broken (format.rules.ts). */
export const programmeRefusals = [
  'unknown-step',
  'shadow-stays',
  'last-step',
  'too-many',
  'too-long',
  'does-not-fit',
] as const
export type ProgrammeRefusal = (typeof programmeRefusals)[number]
export type Changed = { ok: true; format: MeetingFormat } | { ok: false; reason: ProgrammeRefusal }

/** Our own bounds: more steps than this nobody keeps in mind, and a day has an end. */
export const programmeLimits = { steps: 40, minutes: 480 } as const

/** The question for the shadow side that a meeting by this format asks unless somebody finds better words for the table. */
export function shadowQuestionOf(format: Format): Bilingual {
  const [step] = shadowSteps(withShadow(format))
  if (step === undefined) throw new Error('A format without steps holds no meeting')
  return step.prompt
}

/**
 * The programme of a new meeting: the steps of the format, with one for the shadow side before the last where the format has
 * none. `question` is in the words of this meeting; the format's own words stay in both languages.
 */
export function firstProgramme(format: Format, question: string): MeetingFormat {
  return askShadow(withShadow(format), question)
}

/** The same programme, with other words for the question of the shadow side. */
export function askShadow(format: MeetingFormat, question: string): MeetingFormat {
  const worded = ({ prompt }: PlannedStep) =>
    question === prompt.nl || question === prompt.en ? prompt : { nl: question, en: question }
  return {
    ...format,
    steps: format.steps.map((step) => (step.isShadow ? { ...step, prompt: worded(step) } : step)),
  }
}

/** Puts a step in after another one (`null`: as the first), with the reason for it. Its key becomes one that is free. */
export function insertStep(
  format: MeetingFormat,
  step: Omit<FormatStep, 'key'>,
  { after, ...why }: StepChange & { after: string | null },
): Changed {
  const at = after === null ? -1 : format.steps.findIndex(({ key }) => key === after)
  if (after !== null && at < 0) return { ok: false, reason: 'unknown-step' }
  const added: PlannedStep = { ...step, key: freeStepKey(format, 'added'), inserted: why }
  const steps = [...format.steps.slice(0, at + 1), added, ...format.steps.slice(at + 1)]
  return within(format, { ...format, steps })
}

/** Moves a step to a place in the order (0: first; beyond the end: last), with the reason for it. Any step may move. */
export function moveStep(
  format: MeetingFormat,
  key: string,
  { to, ...why }: StepChange & { to: number },
): Changed {
  const from = format.steps.findIndex((step) => step.key === key)
  const step = format.steps[from]
  if (step === undefined) return { ok: false, reason: 'unknown-step' }
  const at = Math.max(0, Math.min(to, format.steps.length - 1))
  if (at === from) return { ok: true, format }
  const others = format.steps.filter((one) => one.key !== key)
  const steps = [...others.slice(0, at), { ...step, moved: why }, ...others.slice(at)]
  return within(format, { ...format, steps })
}

/** Takes a step out. The one that asks for the shadow side stays, and so does the last step there is. */
export function removeStep(format: MeetingFormat, key: string): Changed {
  const step = format.steps.find((one) => one.key === key)
  if (step === undefined) return { ok: false, reason: 'unknown-step' }
  if (step.isShadow) return { ok: false, reason: 'shadow-stays' }
  if (format.steps.length === 1) return { ok: false, reason: 'last-step' }
  return within(format, { ...format, steps: format.steps.filter((one) => one.key !== key) })
}

/** Gives a step another length, in whole minutes from 1. */
export function stepMinutes(format: MeetingFormat, key: string, minutes: number): Changed {
  if (!format.steps.some((step) => step.key === key)) return { ok: false, reason: 'unknown-step' }
  const steps = format.steps.map((step) => (step.key === key ? { ...step, minutes } : step))
  return within(format, { ...format, steps })
}

/** A change may not break a rule; one that was broken before is not held against it. */
function within(before: MeetingFormat, format: MeetingFormat): Changed {
  if (format.steps.length > programmeLimits.steps) return { ok: false, reason: 'too-many' }
  if (formatMinutes(format) > programmeLimits.minutes) return { ok: false, reason: 'too-long' }
  const isSame = (one: FormatProblem, other: FormatProblem) =>
    one.code === other.code && one.step === other.step
  const known = formatProblems(before)
  const isBroken = formatProblems(format).some((one) => !known.some((other) => isSame(one, other)))
  return isBroken ? { ok: false, reason: 'does-not-fit' } : { ok: true, format }
}

/** When each step begins if the meeting goes as planned, in the order of the programme. */
export function stepStarts(format: MeetingFormat, plannedAt: Instant): Instant[] {
  let minutes = 0
  return format.steps.map((step) => {
    const at = addMilliseconds(plannedAt, minutes * 60_000)
    minutes += step.minutes
    return at
  })
}
