import { itemsOf } from '@weerklank/core/feedback/form'
import type { PartEntry } from '@weerklank/core/feedback/form.parts'
import type { BrokenRule } from '@weerklank/core/feedback/form.score'
import type { FilledForm, ToldRules } from './form.model.ts'

/** A rule of the form that does not hold, and where on a page that is told: null where nothing of it is on any page. */
export type PlacedRule = BrokenRule & { path: string | null; part: number | null }

export const noRules: ToldRules = { errors: new Map(), hints: new Map() }

type Shown = { path: string; part: number; entry: PartEntry }

/** Where the rules that do not hold are told: at their question or the heading of their group. What is not asked has none. */
export function placedRules(filled: FilledForm): readonly PlacedRule[] {
  const { broken } = filled.found
  if (broken.length === 0) return []
  const shown = shownOf(filled)
  return broken.flatMap((rule): PlacedRule[] => {
    const at = rule.linkId === null ? undefined : placeOf(filled, shown, rule)
    if (at === undefined) return [{ ...rule, path: null, part: null }]
    return isAsked(filled, at) ? [{ ...rule, path: at.path, part: at.part }] : []
  })
}

/** Headings and questions in the order of the form, by linkId: as many as there are times of the groups around them. */
function shownOf(filled: FilledForm): ReadonlyMap<string, readonly Shown[]> {
  const found = new Map<string, Shown[]>()
  for (const [part, { entries }] of filled.parts.entries()) {
    for (const entry of entries) {
      if (entry.isAgain === true || (entry.kind !== 'heading' && entry.kind !== 'question')) continue
      const { linkId } = entry.slot.item
      const one = { path: entry.path, part, entry }
      const known = found.get(linkId)
      if (known === undefined) found.set(linkId, [one])
      else known.push(one)
    }
  }
  return found
}

/** A group without words has no heading: its first question stands for it. */
function placeOf(
  filled: FilledForm,
  shown: ReadonlyMap<string, readonly Shown[]>,
  { linkId, entry = 0 }: BrokenRule,
): Shown | undefined {
  for (const item of itemsOf(filled.model.items)) {
    if (item.linkId !== linkId) continue
    for (const one of [item, ...itemsOf(item.items ?? [])]) {
      const places = shown.get(one.linkId)
      if (places !== undefined) return places[entry] ?? places[0]
    }
  }
  return undefined
}

const isAsked = (filled: FilledForm, { path, entry }: Shown) =>
  (filled.slots.get(path)?.slot ?? entry.slot).enabled

/** Those of a part at which something was answered: of what is still to come nothing is said yet. */
export const rulesOfPart = (rules: readonly PlacedRule[], part: number): readonly PlacedRule[] =>
  rules.filter((rule) => rule.part === part)

/** The words of rules by their place; several at one place stand under each other. */
export function toldRules(rules: readonly PlacedRule[]): ToldRules {
  const of = (severity: PlacedRule['severity']) => {
    const found = new Map<string, string>()
    for (const { path, human, ...rule } of rules) {
      if (rule.severity !== severity) continue
      const key = path ?? ''
      const said = human.replaceAll(/\s+/g, ' ').trim().slice(0, 300)
      const known = found.get(key)
      if (known?.split('\n').includes(said) === true) continue
      found.set(key, known === undefined ? said : `${known}\n${said}`)
    }
    return found
  }
  return { errors: of('error'), hints: of('warning') }
}
