import type { Bilingual } from '../shared/language.ts'
import { addMilliseconds, type Instant } from '../shared/time.ts'
import { type FormatStep, formatMinutes, meetingRoles } from './format.ts'
import type { MeetingFormat, PlannedStep, StepChange } from './meeting.ts'

/** What can go wrong when a programme is changed. */
export type ProgrammeRefusal =
  | 'unknown-step'
  | 'shadow-stays'
  | 'last-step'
  | 'key-taken'
  | 'too-many'
  | 'too-long'
export type Changed = { ok: true; format: MeetingFormat } | { ok: false; reason: ProgrammeRefusal }

/** Our own bounds: more steps than this nobody keeps in mind, and a day has an end. */
export const programmeLimits = { steps: 40, minutes: 480 } as const

/** The key of the shadow-side step that a format without one gets. */
export const addedShadowKey = 'shadow-side'

/** The question for the shadow side, unless somebody finds better words for this table. */
export const shadowQuestion: Bilingual = {
  nl: 'Wie voelde zich wel eens buiten staan? Wat kostte het?',
  en: 'Who felt left out at times? What did it cost?',
}

const shadowTitle: Bilingual = { nl: 'De schaduwkant', en: 'The shadow side' }
const shadowMinutes = 10

/**
 * The programme of a new meeting: the steps of the format, and a step for the shadow side before the last one where the format
 * has none. Its words are the question of this meeting.
 */
export function firstProgramme(format: MeetingFormat, question: Bilingual): MeetingFormat {
  if (format.steps.some(({ isShadow }) => isShadow)) return askShadow(format, question)
  const at = Math.max(0, format.steps.length - 1)
  const roles = format.roles.map(({ role }) => role)
  const step: PlannedStep = {
    key: addedShadowKey,
    title: shadowTitle,
    minutes: shadowMinutes,
    prompt: question,
    speakers: roles.length === 0 ? [...meetingRoles] : roles,
    silent: [],
    input: 'round',
    isShadow: true,
  }
  return { ...format, steps: [...format.steps.slice(0, at), step, ...format.steps.slice(at)] }
}

/** The same programme, with other words for the question of the shadow side. */
export function askShadow(format: MeetingFormat, question: Bilingual): MeetingFormat {
  return {
    ...format,
    steps: format.steps.map((step) => (step.isShadow ? { ...step, prompt: question } : step)),
  }
}

/** Puts a step in after another one (`null`: as the first), with the reason for it. */
export function insertStep(
  format: MeetingFormat,
  step: FormatStep,
  { after, ...why }: StepChange & { after: string | null },
): Changed {
  if (format.steps.some(({ key }) => key === step.key)) return { ok: false, reason: 'key-taken' }
  const at = after === null ? -1 : format.steps.findIndex(({ key }) => key === after)
  if (after !== null && at < 0) return { ok: false, reason: 'unknown-step' }
  const steps = [...format.steps.slice(0, at + 1), { ...step, inserted: why }, ...format.steps.slice(at + 1)]
  return within({ ...format, steps })
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
  return {
    ok: true,
    format: { ...format, steps: [...others.slice(0, at), { ...step, moved: why }, ...others.slice(at)] },
  }
}

/** Takes a step out. The one that asks for the shadow side stays, and so does the last step there is. */
export function removeStep(format: MeetingFormat, key: string): Changed {
  const step = format.steps.find((one) => one.key === key)
  if (step === undefined) return { ok: false, reason: 'unknown-step' }
  if (step.isShadow) return { ok: false, reason: 'shadow-stays' }
  if (format.steps.length === 1) return { ok: false, reason: 'last-step' }
  return { ok: true, format: { ...format, steps: format.steps.filter((one) => one.key !== key) } }
}

/** Gives a step another length, in whole minutes from 1. */
export function stepMinutes(format: MeetingFormat, key: string, minutes: number): Changed {
  if (!format.steps.some((step) => step.key === key)) return { ok: false, reason: 'unknown-step' }
  const steps = format.steps.map((step) => (step.key === key ? { ...step, minutes } : step))
  return within({ ...format, steps })
}

function within(format: MeetingFormat): Changed {
  if (format.steps.length > programmeLimits.steps) return { ok: false, reason: 'too-many' }
  if (formatMinutes(format) > programmeLimits.minutes) return { ok: false, reason: 'too-long' }
  return { ok: true, format }
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
