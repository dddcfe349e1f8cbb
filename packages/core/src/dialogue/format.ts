import type { Bilingual } from '../shared/language.ts'
import type { MeetingRole } from './dialogue.ts'

/**
 * A format of talking together, as data: who speaks when, for how long, who is silent, and how one gives input. Shipped
 * formats stand in content/formats; an organisation copies and changes them (format.change.ts). A meeting keeps a frozen copy.
 */

/** How one gives input in a step: not at all, each writes, one after the other with pass, cards on a wall, dots on cards. */
export const stepInputs = ['none', 'text', 'round', 'cards', 'vote'] as const
export type StepInput = (typeof stepInputs)[number]

/** What a format leaves behind when it is over. */
export const outputTypes = [
  'insight',
  'advice',
  'question',
  'agreement',
  'experiment',
  'glossary',
  'witness-answers',
  'note-to-self',
] as const
export type OutputType = (typeof outputTypes)[number]

/** One step of a format. */
export type FormatStep = {
  /** Names the step within its format; stays the same when the step moves. */
  readonly key: string
  readonly title: Bilingual
  /** Whole minutes, at least 1. */
  readonly minutes: number
  /** What the facilitator says or reads aloud. */
  readonly prompt: Bilingual
  /** Roles that give input here; never also in `silent`. */
  readonly speakers: readonly MeetingRole[]
  /** Roles that listen: their input is closed in this step. */
  readonly silent: readonly MeetingRole[]
  readonly input: StepInput
  /** Texts stay closed until the facilitator opens them. */
  readonly isSealed?: true
  /** No author is stored: one-way, from the first write. */
  readonly isAnonymous?: true
  /** The shadow-side question: the step may move, never vanish. */
  readonly isShadow?: true
  readonly canSkip?: true
  /** Votes for each person; only with input `vote`. */
  readonly dots?: number
}

/** A role of a format with how many people take it. */
export type FormatRole = { readonly role: MeetingRole; readonly min: number; readonly max: number }

/** A format: everything that is needed to hold a meeting by it. */
export type Format = {
  readonly key: string
  readonly version: number
  readonly name: Bilingual
  readonly purpose: Bilingual
  readonly minPeople: number
  readonly maxPeople: number
  readonly clientPresent: 'yes' | 'no' | 'may'
  /** How safe the group has to be with each other before one starts. */
  readonly safety: 'low' | 'middle' | 'high'
  /** Can be held by a group that never did this. */
  readonly beginners: boolean
  readonly roles: readonly FormatRole[]
  readonly steps: readonly FormatStep[]
  readonly rules: readonly Bilingual[]
  readonly outputs: readonly OutputType[]
  /** Where the format comes from: a name, and an address where there is one. */
  readonly source: string
  /** Its steps are not known to us: an organisation that knows them fills it in before it can be used. */
  readonly isTemplate?: true
  /** The four questions for witnesses go out the same day. */
  readonly endsWithWitnessQuestions?: true
}

/** How long a meeting by this format takes, in minutes: the sum of its steps. */
export function formatMinutes(format: Pick<Format, 'steps'>): number {
  return format.steps.reduce((sum, { minutes }) => sum + minutes, 0)
}

/**
 * Whether what is put on cards in a step are words for the shared glossary of a team or network: the step that is called so, of
 * a format that says that it leaves words behind.
 */
export function collectsWords(format: Pick<Format, 'outputs'>, { key, input }: FormatStep): boolean {
  return key === 'words' && input === 'cards' && format.outputs.includes('glossary')
}

const agreeing: readonly string[] = ['agree', 'take-along']

/**
 * Whether what is put on cards in a step is what a table may agree on: a step that is called so, of a format that says that it
 * leaves agreements behind.
 */
export function collectsAgreements(format: Pick<Format, 'outputs'>, { key, input }: FormatStep): boolean {
  return agreeing.includes(key) && input === 'cards' && format.outputs.includes('agreement')
}

/** The steps that ask for the shadow side. */
export function shadowSteps(format: Pick<Format, 'steps'>): readonly FormatStep[] {
  return format.steps.filter(({ isShadow }) => isShadow === true)
}
