import type { FormAnswers } from './form.answers.ts'
import { type FormPlace, layForm } from './form.enabling.ts'
import { optionOf } from './form.option.ts'
import type { FormItem, FormModel } from './form.ts'
import type { FormValue } from './form.value.ts'

/** Why something was not computed: it took too long or too much, needs what is not here, is wrong, or gave another kind. */
export type NotComputed = {
  linkId: string
  reason: 'time' | 'memory' | 'context' | 'error' | 'kind'
  detail?: string
}

/** One value that an item computes; `entry` says of which of its entries (in a group that repeats), from 0, when not the first. */
export type ComputedValue = { linkId: string; value: FormValue; entry?: number }

/**
 * A constraint of the form that answers break; `linkId` is null when it is of the form itself. `entry` says of which of the
 * entries of the item (in a group that repeats), from 0, when not the first.
 */
export type BrokenRule = {
  linkId: string | null
  severity: 'error' | 'warning'
  human: string
  entry?: number
}

/** What was computed from answers; kept beside them, never in their place. */
export type FormScores = {
  values: readonly ComputedValue[]
  notComputed: readonly NotComputed[]
  /** The sum of the weights, where a form is scored so. */
  sum?: { value: number; answered: number; of: number }
}

/** What a value counts for: the weight of the choice that it is; null when it is none, or has none. */
export function weightOfValue(item: FormItem, value: FormValue): number | null {
  return optionOf(item, value)?.weight ?? null
}

/**
 * The sum of the weights of what was chosen, over the items that are asked; how many of those with weights were answered,
 * and of how many. Null when the form is not scored so, or nothing was answered. Missing answers are not filled in.
 */
export function sumOfWeights(form: FormModel, answers: FormAnswers): NonNullable<FormScores['sum']> | null {
  if (form.scoring !== 'sum') return null
  const found = { value: 0, answered: 0, of: 0 }
  const open: FormPlace[] = [layForm(form, answers)]
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    for (const { item, entries, under, enabled } of place.slots) {
      open.push(...under)
      const isWeighed = item.options?.some((option) => option.weight !== undefined) === true
      if (!enabled || !isWeighed) continue
      const values = entries.flatMap((entry) => (entry.values ?? []).map((one) => one.value))
      const weights = values.flatMap((value) => weightOfValue(item, value) ?? [])
      found.of += 1
      found.answered += weights.length > 0 ? 1 : 0
      found.value += weights.reduce((sum, weight) => sum + weight, 0)
    }
  }
  return found.answered === 0 ? null : found
}

/** Whether answers to a form lead to anything that only the engine of expressions can tell. */
export function hasExpressions(items: Iterable<FormItem>): boolean {
  for (const item of items) {
    if (item.calculated !== undefined || item.enableExpression !== undefined) return true
    if (item.constraints !== undefined) return true
  }
  return false
}
