import type { FhirIssue } from './fhir.issue.ts'
import { severityOf } from './fhir.issue.ts'
import { type FormItem, type FormKind, type FormModel, formText } from './form.ts'

/**
 * What becomes of an item here: it is asked, shown as words, computed, kept out of sight, or kept in the form without being
 * asked, because what it asks for cannot be answered here.
 */
export const itemUses = ['asked', 'shown', 'computed', 'hidden', 'kept'] as const
export type ItemUse = (typeof itemUses)[number]

export function useOf(item: FormItem): ItemUse {
  if (item.kind === 'reference' || item.kind === 'attachment' || item.kind === 'unsupported') return 'kept'
  if (item.hidden === true) return 'hidden'
  if (item.kind === 'group' || item.kind === 'display') return 'shown'
  if (item.calculated !== undefined) return 'computed'
  // A closed choice whose options stand in a value set that is not here has nothing to choose from.
  const isEmpty = item.kind === 'choice' && (item.options ?? []).length === 0
  return isEmpty ? 'kept' : 'asked'
}

/** One item in the order in which it is asked, as a person reads over a form. */
export type OutlineLine = {
  linkId: string
  /** How many groups it stands in. */
  depth: number
  kind: FormKind
  use: ItemUse
  text: string
  required: boolean
  /** Asked only after certain answers. */
  conditional: boolean
  /** The first choices, and how many there are more. */
  options: string[]
  moreOptions: number
  /** What there is to say of it. */
  issues: FhirIssue[]
}

export type FormOutline = {
  lines: OutlineLine[]
  /** What there is to say of the form as a whole. */
  issues: FhirIssue[]
  counts: Readonly<Record<ItemUse, number>>
  /** Items of which something works otherwise than it came in. */
  noted: number
}

const optionsAtMost = 8

/** What a form asks, line by line in the words of `language`, with what was told of each when it came in. */
export function outlineOf(form: FormModel, issues: readonly FhirIssue[], language: string): FormOutline {
  const told = new Map<string, FhirIssue[]>()
  for (const issue of issues) {
    const key = issue.linkId ?? ''
    const known = told.get(key)
    if (known === undefined) told.set(key, [issue])
    else known.push(issue)
  }
  const lines: OutlineLine[] = []
  for (const { item, depth } of walk(form.items)) {
    lines.push(lineOf(item, { depth, language, issues: told.get(item.linkId) ?? [] }))
    told.delete(item.linkId)
  }
  const counts: Record<ItemUse, number> = { asked: 0, shown: 0, computed: 0, hidden: 0, kept: 0 }
  for (const { use } of lines) counts[use] += 1
  const noted = lines.filter((line) => line.issues.some((one) => severityOf(one) !== 'information')).length
  // Of the form itself, and of a linkId that none of its items has (any more).
  return { lines, counts, noted, issues: [...told.values()].flat() }
}

function* walk(items: readonly FormItem[]): Generator<{ item: FormItem; depth: number }> {
  const open = items.map((item) => ({ item, depth: 0 })).toReversed()
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    yield at
    const { depth } = at
    for (const item of (at.item.items ?? []).toReversed()) open.push({ item, depth: depth + 1 })
  }
}

function lineOf(
  item: FormItem,
  { depth, language, issues }: { depth: number; language: string; issues: FhirIssue[] },
): OutlineLine {
  const options = item.options ?? []
  const text = [item.prefix, formText(item.text ?? item.shortText, language)].filter(Boolean).join(' ')
  return {
    ...{ linkId: item.linkId, depth, kind: item.kind, use: useOf(item), text },
    required: item.required === true,
    conditional: item.enableWhen !== undefined || item.enableExpression !== undefined,
    options: options.slice(0, optionsAtMost).map((one) => formText(one.text, language)),
    moreOptions: Math.max(0, options.length - optionsAtMost),
    issues,
  }
}
