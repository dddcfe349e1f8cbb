/** What comes after a page that was posted, on the way through a form: the same for who answers and for who tries a form out. */
import { visibleParts } from './form.filled.ts'
import type { FilledForm } from './form.model.ts'
import { type Deed, type Fields, postedPaths } from './form.posted.ts'
import { allProblems, problemsAt } from './form.problem.ts'
import { placedRules, toldRules } from './form.rules.ts'
import type { FormWords } from './form.text.ts'

type Of = { fields: Fields; words: FormWords; timeZone: string }
type Problems = ReadonlyMap<string, string>

export type Step =
  | { kind: 'part'; part: number }
  /** The same page again: something on it is not right, or questions came that were not on it. */
  | { kind: 'stay'; part: number; problems: Problems; hasNewQuestions: boolean }
  | { kind: 'review' | 'send' }

/** Where a button leads that goes on, back, or sends. */
export function stepAfter(filled: FilledForm, deed: Deed, of: Of & { from: number }): Step {
  const parts = visibleParts(filled)
  const here = partNow(of.fields, filled, of.from)
  if (deed.kind === 'back')
    return { kind: 'part', part: parts.findLast((one) => one < here) ?? parts[0] ?? 0 }
  const posted = postedPaths(of.fields)
  const problems = problemsAt(filled, posted, of)
  const isNew = newOn(filled, here, posted)
  if (problems.size > 0 || isNew)
    return { kind: 'stay', part: here, problems, hasNewQuestions: isNew && problems.size === 0 }
  if (deed.kind === 'send') return { kind: 'send' }
  const next = parts.find((one) => one > here)
  return next === undefined ? { kind: 'review' } : { kind: 'part', part: next }
}

/** The part that was posted, from 0; where it does not say, the one at which one was. */
export function partNow(fields: Fields, filled: FilledForm, from: number): number {
  const said = Number(fields.find(([name]) => name === 'deel')?.[1] ?? Number.NaN) - 1
  return Number.isInteger(said) ? said : (visibleParts(filled).find((one) => one >= from) ?? 0)
}

/** Whether the answers brought questions on this page that were not on it when it was sent. */
function newOn(filled: FilledForm, part: number, posted: readonly string[]): boolean {
  if (posted.length === 0) return false
  const entries = filled.parts[part]?.entries ?? []
  return entries.some(
    ({ kind, path, slot }) =>
      kind === 'question' &&
      slot.enabled &&
      !posted.includes(path) &&
      slot.item.readOnly !== true &&
      slot.item.calculated === undefined &&
      !['reference', 'attachment', 'unsupported'].includes(slot.item.kind),
  )
}

/** What keeps a form from being sent now, and where it is told: on its only part, or on the page to look it over. */
export type Hold =
  | { kind: 'part'; part: number; problems: Problems }
  | { kind: 'review'; problems: Problems; isChanged: boolean }

/** Null: it may be sent. `revision` is that of what was filled in, which the page to look it over names. */
export function holdOf(filled: FilledForm, { fields, ...of }: Of & { revision: number }): Hold | null {
  const rules = placedRules(filled)
  const wrong = allProblems(filled, of)
  const problems = new Map([...toldRules(rules).errors, ...wrong])
  const said = fields.find(([name]) => name === 'r')?.[1]
  const isChanged = said !== undefined && said !== String(of.revision)
  const [part, ...others] = visibleParts(filled)
  // A form of one page is mended on that page.
  if (wrong.size === 0 && problems.size > 0 && part !== undefined && others.length === 0)
    return { kind: 'part', part, problems }
  // What asks to be looked at again is seen once before it is sent: on the page to look it over.
  const isUnseen = said === undefined && rules.length > 0
  return problems.size > 0 || isChanged || isUnseen ? { kind: 'review', problems, isChanged } : null
}
