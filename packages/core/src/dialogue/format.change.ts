import type { Role } from '../access/access.ts'
import { allowed, type Decision, refused } from '../shared/decision.ts'
import type { MeetingRole } from './dialogue.ts'
import { freeStepKey } from './format.shadow.ts'
import { type Format, type FormatStep, shadowSteps } from './format.ts'

/**
 * An organisation changes its own copy of a format. Each change gives a new format and leaves the old one as it was, so that
 * it can be undone. Versions are published once; a meeting keeps the words it was held by.
 */

/** A change to a format of one's own. Steps are named by their key. */
export type FormatDeed =
  | { readonly kind: 'facts'; readonly facts: Partial<FormatFacts> }
  | { readonly kind: 'witness'; readonly on: boolean }
  | { readonly kind: 'add'; readonly after: string | null }
  | { readonly kind: 'move'; readonly step: string; readonly by: -1 | 1 }
  | { readonly kind: 'remove'; readonly step: string }
  | { readonly kind: 'change'; readonly step: string; readonly to: Partial<StepWords> }
  | { readonly kind: 'part'; readonly step: string; readonly role: MeetingRole; readonly part: StepPart }
  | {
      readonly kind: 'mark'
      readonly step: string
      readonly mark: 'isSealed' | 'isAnonymous' | 'canSkip'
      readonly on: boolean
    }

/** What is said of a format as a whole. */
export type FormatFacts = Omit<
  Format,
  'key' | 'version' | 'steps' | 'isTemplate' | 'endsWithWitnessQuestions'
>
type StepWords = Pick<FormatStep, 'title' | 'prompt' | 'minutes' | 'input'> & { readonly dots: number }
/** What a role does in a step: gives input, listens, or neither. */
export type StepPart = 'speaks' | 'silent' | 'neither'

/** Why a change cannot be made. */
export type FormatRefusal = 'shadow-stays' | 'no-such-step' | 'nowhere-to-go'
export type FormatChange = { readonly format: Format } | { readonly refused: FormatRefusal }

/** Votes that everybody gets when a step becomes a vote. */
const usualDots = 3

/** The name under which an own format is found, made from its identifier; no shipped format has such a key. */
export function ownFormatKey(id: string): string {
  return `own-${id}`
}

/** The identifier in the key of an own format; undefined for the key of a shipped one. */
export function ownFormatId(key: string): string | undefined {
  return /^own-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(key)?.[1]
}

/** An organisation's own copy, in its first version. An empty template is no template any more: it waits for its steps. */
export function copyFormat(format: Format, key: string): Format {
  const { isTemplate: _, ...rest } = format
  return { ...rest, key, version: 1 }
}

/** The format after a change, or why it cannot be made. The shadow-side step may move, and is never removed. */
export function changeFormat(format: Format, deed: FormatDeed): FormatChange {
  if (deed.kind === 'facts') return { format: withFacts(format, deed.facts) }
  if (deed.kind === 'witness') return { format: withWitness(format, deed.on) }
  if (deed.kind === 'add') return addStep(format, deed.after)
  const at = format.steps.findIndex(({ key }) => key === deed.step)
  const step = format.steps[at]
  if (step === undefined) return { refused: 'no-such-step' }
  switch (deed.kind) {
    case 'move':
      return moveStep(format, at, deed.by)
    case 'remove':
      if (step.isShadow && shadowSteps(format).length === 1) return { refused: 'shadow-stays' }
      return { format: { ...format, steps: format.steps.filter((one) => one !== step) } }
    case 'change':
      return replaceStep(format, at, fitted({ ...step, ...deed.to }))
    case 'part':
      return replaceStep(format, at, withPart(step, deed))
    case 'mark':
      if (step.isShadow && deed.mark === 'canSkip' && deed.on) return { refused: 'shadow-stays' }
      return replaceStep(format, at, marked(step, deed))
  }
}

/** A role that is taken away goes out of the steps too. */
function withFacts(format: Format, facts: Partial<FormatFacts>): Format {
  const { roles } = facts
  if (roles === undefined) return { ...format, ...facts }
  const kept = (list: readonly MeetingRole[]) => list.filter((one) => roles.some(({ role }) => role === one))
  const steps = format.steps.map((step) => ({
    ...step,
    ...{ speakers: kept(step.speakers), silent: kept(step.silent) },
  }))
  return { ...format, ...facts, steps }
}

/** Whether the four questions for witnesses go out the same day. */
function withWitness({ endsWithWitnessQuestions: _, ...format }: Format, on: boolean): Format {
  return on ? { ...format, endsWithWitnessQuestions: true } : format
}

function addStep(format: Format, after: string | null): FormatChange {
  const at = after === null ? format.steps.length - 1 : format.steps.findIndex(({ key }) => key === after)
  if (after !== null && at < 0) return { refused: 'no-such-step' }
  const step: FormatStep = {
    ...{
      key: freeStepKey(format, 'step'),
      title: { nl: '', en: '' },
      minutes: 5,
      prompt: { nl: '', en: '' },
    },
    ...{ speakers: format.roles.map(({ role }) => role), silent: [], input: 'none' },
  }
  return { format: { ...format, steps: format.steps.toSpliced(at + 1, 0, step) } }
}

function moveStep(format: Format, at: number, by: -1 | 1): FormatChange {
  const step = format.steps[at]
  if (step === undefined || at + by < 0 || at + by >= format.steps.length) return { refused: 'nowhere-to-go' }
  return { format: { ...format, steps: format.steps.toSpliced(at, 1).toSpliced(at + by, 0, step) } }
}

function replaceStep(format: Format, at: number, step: FormatStep): FormatChange {
  return { format: { ...format, steps: format.steps.with(at, step) } }
}

/** What does not fit the way of giving input goes; a vote gets its dots. */
function fitted({ dots, isSealed, isAnonymous, ...step }: FormatStep): FormatStep {
  const isWritten = step.input === 'text' || step.input === 'cards' || step.input === 'vote'
  return {
    ...step,
    ...(step.input === 'vote' && { dots: dots ?? usualDots }),
    ...(isWritten && isSealed && { isSealed }),
    ...(isWritten && isAnonymous && { isAnonymous }),
  }
}

function withPart(step: FormatStep, { role, part }: { role: MeetingRole; part: StepPart }): FormatStep {
  const others = (roles: readonly MeetingRole[]) => roles.filter((one) => one !== role)
  const speakers = part === 'speaks' ? [...others(step.speakers), role] : others(step.speakers)
  const silent = part === 'silent' ? [...others(step.silent), role] : others(step.silent)
  return { ...step, speakers, silent }
}

function marked(
  step: FormatStep,
  { mark, on }: { mark: 'isSealed' | 'isAnonymous' | 'canSkip'; on: boolean },
): FormatStep {
  const { [mark]: _, ...rest } = step
  return on ? fitted({ ...rest, [mark]: true }) : rest
}

/** Whether `now` forgets the shadow side that `before` asked for. */
export function losesShadow(before: Pick<Format, 'steps'>, now: Pick<Format, 'steps'>): boolean {
  return shadowSteps(before).length > 0 && shadowSteps(now).length === 0
}

/** What is published: in English what was not said in English is said in Dutch, which is the source. */
export function readyToPublish(format: Format): Format {
  const both = (words: { nl: string; en: string }) => ({ nl: words.nl, en: words.en || words.nl })
  return {
    ...format,
    ...{ name: both(format.name), purpose: both(format.purpose), rules: format.rules.map(both) },
    steps: format.steps.map((step) => ({ ...step, title: both(step.title), prompt: both(step.prompt) })),
  }
}

const writers: readonly Role[] = ['professional', 'facilitator', 'trainer', 'coach', 'administrator']

/** Whether a member may copy a format and change the organisation's own: whoever leads meetings, and no guest. */
export function mayKeepFormats(own: readonly Role[]): Decision<'other-role' | 'guest'> {
  if (own.includes('guest')) return refused('guest')
  return own.some((role) => writers.includes(role)) ? allowed : refused('other-role')
}
