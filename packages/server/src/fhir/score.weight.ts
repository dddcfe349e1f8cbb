/**
 * `weight()` and `ordinal()` of SDC for the engine of expressions. Its own functions ask a terminology server for every choice
 * without a weight, and fail as a whole where there is none; and they do not know all places where forms write a weight. Here
 * an answer weighs what the form says of that choice, and a choice of which nothing is said weighs nothing.
 */
import { isObject } from '@weerklank/core/feedback/fhir.json'
import { valueFrom } from '@weerklank/core/feedback/fhir.value'
import { weightOf } from '@weerklank/core/feedback/fhir.value-sets'
import type { FormItem } from '@weerklank/core/feedback/form'
import { weightOfValue } from '@weerklank/core/feedback/form.score'

type Item = { linkId?: unknown; answer?: object[]; item?: Item[] }

/** What each answer in a response weighs, by the object that holds it. */
export type Weights = WeakMap<object, number>

export function weighAnswers(response: Item, items: ReadonlyMap<string, FormItem>): Weights {
  const weights: Weights = new WeakMap()
  const open: Item[] = [response]
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    const item = typeof one.linkId === 'string' ? items.get(one.linkId) : undefined
    for (const answer of one.answer ?? []) {
      if (item !== undefined) weigh(weights, item, answer)
      open.push(answer as Item)
    }
    open.push(...(one.item ?? []))
  }
  return weights
}

function weigh(weights: Weights, item: FormItem, answer: object): void {
  for (const [key, held] of Object.entries(answer)) {
    if (!key.startsWith('value')) continue
    const value = valueFrom(key.slice('value'.length), held)
    const weight = value && weightOfValue(item, value)
    if (typeof weight !== 'number') continue
    weights.set(answer, weight)
    if (isObject(held)) weights.set(held, weight)
  }
}

/** A node as the engine holds it: what stands there, what stands beside it (`_value`), and the node above. */
type Held = { data?: unknown; _data?: unknown; parentResNode?: { data?: unknown } | null }

/** The weights of nodes, in their order; those without one are left out. */
export function weightsOf(nodes: readonly unknown[], weights: Weights): number[] {
  return nodes.flatMap((node) => {
    const { data, _data, parentResNode } = (isObject(node) ? node : {}) as Held
    const own = inForm(data, weights) ?? weightOf(_data) ?? weightOf(data) ?? weightOf(valueIn(data))
    // A bare number or word, which the engine may hold as an object of its own.
    const isPart = !isObject(data) || Object.getPrototypeOf(data) !== Object.prototype
    return own ?? (isPart ? inForm(parentResNode?.data, weights) : undefined) ?? []
  })
}

const inForm = (data: unknown, weights: Weights): number | undefined =>
  typeof data === 'object' && data !== null ? weights.get(data) : undefined

/** Where an answer, or an option, says of its own value what it weighs. */
function valueIn(data: unknown): unknown {
  if (!isObject(data)) return undefined
  const key = Object.keys(data).find((one) => /^_?value[A-Z]/.test(one) && isObject(data[one]))
  return key === undefined ? undefined : data[key]
}
