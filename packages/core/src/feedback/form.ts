/**
 * A form (on screen: vragenlijst): any questionnaire that an organisation brings, as a tree of items. Our own few questions
 * on a line are instruments (instrument.ts). A form says what is asked; whatever a source said that we do not use stays in
 * the source that is stored beside it (docs/adr/0015).
 */
import type { ReadingLevel } from '../consent/consent.ts'
import type { FormCoding, FormUnit, FormValue } from './form.value.ts'

export type { FormCoding, FormUnit } from './form.value.ts'

/** Deeper than this no form is taken in: what walks over the tree may then count on the stack. */
export const formDepthLimit = 200

/** What is asked. `reference`, `attachment` and `unsupported` are kept and shown as something that cannot be answered here. */
export const formKinds = [
  'group',
  'display',
  'string',
  'text',
  'boolean',
  'integer',
  'decimal',
  'quantity',
  'date',
  'dateTime',
  'time',
  'url',
  'choice',
  'open-choice',
  'reference',
  'attachment',
  'unsupported',
] as const
export type FormKind = (typeof formKinds)[number]

/** Kinds that take an answer here. */
export function isAnswerable(kind: FormKind): boolean {
  return !['group', 'display', 'reference', 'attachment', 'unsupported'].includes(kind)
}

/** Reading levels for which a text may have words of its own; the text itself is the plain one (`parent`), for everybody else. */
export type FormLevel = Exclude<ReadingLevel, 'parent'>

/** The words of one level, as far as there are any. */
export type FormWording = { text?: string; translations?: Readonly<Record<string, string>> }

/** Words in the language of the form, in others by BCP-47 tag, and for other reading levels (form.level.ts). */
export type FormText = {
  text: string
  translations?: Readonly<Record<string, string>>
  levels?: Readonly<Partial<Record<FormLevel, FormWording>>>
}

/** The words in a language, or those of the form itself where it has none; `nl` finds `nl-NL` and the other way round. */
export function formText(text: FormText | undefined, language: string): string {
  if (text === undefined) return ''
  const wanted = language.toLowerCase()
  const entries = Object.entries(text.translations ?? {})
  const found =
    entries.find(([tag]) => tag.toLowerCase() === wanted) ??
    entries.find(([tag]) => tag.toLowerCase().split('-')[0] === wanted.split('-')[0])
  return found?.[1] ?? text.text
}

export type FormOption = {
  value: FormValue
  text: FormText
  prefix?: string
  /** What the choice counts for in a sum (itemWeight, ordinalValue). */
  weight?: number
  /** Chosen alone: it excludes the other choices. */
  exclusive?: boolean
}

export const conditionOperators = ['exists', '=', '!=', '>', '<', '>=', '<='] as const
export type ConditionOperator = (typeof conditionOperators)[number]
export type FormCondition = { question: string; operator: ConditionOperator; value: FormValue }
export type FormEnableWhen = { behaviour: 'all' | 'any'; conditions: readonly FormCondition[] }

/** A named FHIRPath expression, in reach of the item that holds it and of everything under it. */
export type FormVariable = { name: string; expression: string }

/** How a question is best shown; only a hint, the answer is the same. */
export const formControls = [
  'slider',
  'radio-button',
  'check-box',
  'drop-down',
  'autocomplete',
  'spinner',
  'text-box',
  'table',
  'grid',
  'page',
  'tab-container',
] as const
export type FormControl = (typeof formControls)[number]

/** FHIRPath that has to hold for answers to be complete; `human` says what is the matter when it gives false. */
export type FormConstraint = { key: string; severity: 'error' | 'warning'; expression: string; human: string }

export type FormItem = {
  linkId: string
  kind: FormKind
  prefix?: string
  text?: FormText
  /** An explanation beside the question. */
  help?: FormText
  /** The linkIds of texts that stand with the question here and are items of their own in the source. */
  beside?: readonly string[]
  /** A few words for narrow places, e.g. a head of a table. */
  shortText?: FormText
  placeholder?: string
  required?: boolean
  repeats?: boolean
  readOnly?: boolean
  /** Never shown to who answers; it can be filled by a calculation or an initial value. */
  hidden?: boolean
  minLength?: number
  maxLength?: number
  min?: FormValue
  max?: FormValue
  /** Most decimals of a number. */
  decimals?: number
  regex?: string
  minOccurs?: number
  maxOccurs?: number
  units?: readonly FormUnit[]
  options?: readonly FormOption[]
  /** Choices stand in a value set that is not here: only free text or nothing can be answered. */
  optionsElsewhere?: string
  control?: FormControl
  horizontal?: boolean
  slider?: { step?: number; low?: FormText; high?: FormText }
  initial?: readonly FormValue[]
  enableWhen?: FormEnableWhen
  /** FHIRPath: shown only when it is true. */
  enableExpression?: string
  calculated?: string
  initialExpression?: string
  variables?: readonly FormVariable[]
  constraints?: readonly FormConstraint[]
  codes?: readonly FormCoding[]
  items?: readonly FormItem[]
}

export const formStatuses = ['draft', 'active', 'retired', 'unknown'] as const
export type FormStatus = (typeof formStatuses)[number]

export type FormModel = {
  /** Canonical address of the form, the same for all its versions. */
  url?: string
  version?: string
  name?: string
  title: FormText
  status: FormStatus
  /** BCP-47 tag of the language in which the form is written; Dutch when it does not say. */
  language?: string
  description?: FormText
  purpose?: FormText
  publisher?: string
  date?: string
  /** Who owns the words, and under which licence they may be used. */
  copyright?: FormText
  licence?: string
  subjectTypes?: readonly string[]
  codes?: readonly FormCoding[]
  variables?: readonly FormVariable[]
  constraints?: readonly FormConstraint[]
  /** `sum`: add up the weights of the choices (ordinals), where a form says so and has no expression for it. */
  scoring?: 'sum'
  items: readonly FormItem[]
}

/** All items, each before those under it. */
export function* itemsOf(items: readonly FormItem[]): Generator<FormItem> {
  const open = items.toReversed()
  for (let item = open.pop(); item !== undefined; item = open.pop()) {
    yield item
    for (const child of (item.items ?? []).toReversed()) open.push(child)
  }
}

/** Items by their linkId. */
export function itemsByLinkId(form: Pick<FormModel, 'items'>): ReadonlyMap<string, FormItem> {
  return new Map(Array.from(itemsOf(form.items), (item) => [item.linkId, item]))
}
