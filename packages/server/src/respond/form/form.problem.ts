import type { FhirIssue } from '@weerklank/core/feedback/fhir.issue'
import { entriesOf } from '@weerklank/core/feedback/form.answers'
import { checkPlace } from '@weerklank/core/feedback/form.check'
import type { FormSlot } from '@weerklank/core/feedback/form.enabling'
import { type EntryProblem, readEntry } from '@weerklank/core/feedback/form.entry'
import type { SlotAt } from '@weerklank/core/feedback/form.live'
import { fill } from '@weerklank/core/shared/spoken'
import type { FilledForm } from './form.model.ts'
import type { FormWords } from './form.text.ts'

type Of = { words: FormWords; timeZone: string }

/** What is the matter with what was filled in at some places, in words, by path. */
export function problemsAt(
  filled: FilledForm,
  paths: Iterable<string>,
  { words, timeZone }: Of,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const path of paths) {
    const at = filled.slots.get(path)
    if (at === undefined || !isAsked(at)) continue
    const unread = filled.unread[path]
    const read = unread && readEntry(at.slot.item, unread, timeZone)
    if (read !== undefined && 'problem' in read) found.set(path, wordOf(read.problem, words))
    else {
      const [issue] = checkPlace(at.slot)
      if (issue !== undefined) found.set(path, issueWords(issue, words))
    }
  }
  return found
}

/** Everything on the form that keeps it from being sent. */
export function allProblems(filled: FilledForm, of: Of): ReadonlyMap<string, string> {
  const shown = filled.parts.flatMap(({ entries }) =>
    entries.flatMap((entry) => (entry.kind === 'question' ? [entry.path] : [])),
  )
  return new Map([...emptyGroups(filled, of.words), ...problemsAt(filled, shown, of)])
}

/** Groups that have to be filled in at least once and are not, at their heading. */
function emptyGroups(filled: FilledForm, words: FormWords): [path: string, problem: string][] {
  return filled.parts.flatMap(({ entries }) =>
    entries.flatMap((entry): [string, string][] => {
      const isFirst = entry.kind === 'heading' && entry.isAgain !== true && (entry.time?.index ?? 0) === 0
      if (!isFirst || !entry.slot.enabled) return []
      const isMissing = checkPlace(withoutEmpty(entry.slot)).some(({ kind }) => kind === 'response-required')
      return isMissing ? [[entry.path, words.required]] : []
    }),
  )
}

/** A time of a group in which nothing stands is none. */
const withoutEmpty = (slot: FormSlot): FormSlot => ({
  ...slot,
  entries: slot.entries.filter((entry) =>
    [...entriesOf(entry.items ?? [])].some((one) => one.values?.length),
  ),
})

/** Asked, and not inside a repeated group of which nothing is filled in. */
function isAsked({ slot, above }: SlotAt): boolean {
  const isSkipped = above.some(
    ({ slot: group }) =>
      group.item.kind === 'group' &&
      group.item.repeats === true &&
      group.item.required !== true &&
      group.entries.every((entry) => (entry.items ?? []).length === 0),
  )
  return slot.enabled && !isSkipped
}

const wordOf = (problem: EntryProblem, words: FormWords) => words[problem === 'time' ? 'time-wrong' : problem]

function issueWords({ kind, args = [] }: FhirIssue, words: FormWords): string {
  const [limit = ''] = args
  switch (kind) {
    case 'response-required':
      return words.required
    case 'response-length':
      return fill(words['too-long-for'], { count: limit })
    case 'response-count':
      return fill(words.count, { limit })
    case 'response-limit':
      if (limit.includes('decimals')) return words.decimals
      return fill(limit.startsWith('≥') ? words.atLeast : words.atMost, { limit: limit.slice(2) })
    default:
      return words.choice
  }
}
