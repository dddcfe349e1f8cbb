/** Computes what a form computes. Runs in a worker (score.worker.ts): an expression may go on for ever. */
import { isObject, type Json } from '@weerklank/core/feedback/fhir.json'
import { valueTo } from '@weerklank/core/feedback/fhir.value'
import {
  type FormItem,
  type FormModel,
  type FormVariable,
  itemsByLinkId,
} from '@weerklank/core/feedback/form'
import type { NotComputed } from '@weerklank/core/feedback/form.score'
import type { FormValue } from '@weerklank/core/feedback/form.value'
import fhirpath from 'fhirpath'
import r4 from 'fhirpath/fhir-context/r4'
import r5 from 'fhirpath/fhir-context/r5'
import { asValue } from './score.value.ts'
import { type Weights, weighAnswers, weightsOf } from './score.weight.ts'

export type ScorePlan = { form: FormModel; questionnaire: Json; fhirVersion: '4.0' | '5.0' }
export type ScoreResult = {
  values: { linkId: string; value: FormValue }[]
  notComputed: NotComputed[]
  /** Per linkId what the expression on it said of whether it is asked. */
  enabled: Record<string, boolean>
}
type Item = { linkId?: unknown; answer?: Answer[]; item?: Item[] }
type Answer = { item?: Item[] } & Record<string, unknown>
type Env = Record<string, unknown>

/** Expressions may use what others compute: looked at again until nothing changes, but not for ever. */
const passesAtMost = 6

/** `onExpression` hears which expression is about to run, so that one that never ends is known by its place. */
export type Watch = {
  skip: ReadonlySet<string>
  onExpression: (place: string) => void
  /** Also what is filled in beforehand, where nothing was answered yet. */
  withInitial?: boolean
}

export function compute(plan: ScorePlan, response: Json, watch: Watch): ScoreResult {
  const work = structuredClone(response) as Json & Item
  const run = newRun(plan, work, watch)
  const items = itemsByLinkId(plan.form)
  for (let pass = 0; pass < passesAtMost; pass += 1) {
    run.isChanged = false
    run.failed.clear()
    weights.now = weighAnswers(work, items)
    const env = {
      ...run.env,
      ...variablesIn(run, plan.form.variables, { place: '', context: work, env: run.env }),
    }
    computeItems(run, plan.form.items, { above: work, env })
    if (!run.isChanged) break
  }
  const values = [...run.computed].map(([linkId, value]) => ({ linkId, value }))
  return { values, notComputed: [...run.failed.values()], enabled: run.enabled }
}

type Run = {
  plan: ScorePlan
  work: Json & Item
  watch: Watch
  env: Env
  computed: Map<string, FormValue>
  failed: Map<string, NotComputed>
  enabled: Record<string, boolean>
  qitems: ReadonlyMap<string, Json>
  isChanged: boolean
}

function newRun(plan: ScorePlan, work: Json & Item, watch: Watch): Run {
  const env: Env = { resource: work, questionnaire: plan.questionnaire, rootResource: work }
  const found = { computed: new Map(), failed: new Map(), enabled: {}, isChanged: false }
  return { plan, work, watch, env, qitems: itemsIn(plan.questionnaire), ...found }
}

/** The items of the form as FHIR has them, for `%qitem`. */
function itemsIn(questionnaire: Json): Map<string, Json> {
  const found = new Map<string, Json>()
  const open: unknown[] = [questionnaire]
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (!isObject(one)) continue
    if (typeof one.linkId === 'string') found.set(one.linkId, one)
    if (Array.isArray(one.item)) for (const child of one.item) open.push(child)
  }
  return found
}

type Scope = { above: Item; env: Env }

function computeItems(run: Run, items: readonly FormItem[], scope: Scope): void {
  for (const item of items) {
    const found = (scope.above.item ?? []).filter((one) => one.linkId === item.linkId)
    const entries = found.length > 0 ? found : [{ linkId: item.linkId }]
    for (const entry of entries) computeEntry(run, item, { ...scope, entry })
  }
}

function computeEntry(run: Run, item: FormItem, scope: Scope & { entry: Item }): void {
  const { entry } = scope
  const at = { place: item.linkId, context: entry, env: scope.env }
  const env = { ...scope.env, ...variablesIn(run, item.variables, at) }
  const here = { ...at, env: { ...env, context: entry, qitem: run.qitems.get(item.linkId) } }
  if (item.enableExpression !== undefined) {
    const said = evaluate(run, item.enableExpression, { ...here, place: `${item.linkId} enableWhen` })
    if (said !== null) run.enabled[item.linkId] = said[0] === true
  }
  const initial = run.watch.withInitial === true ? item.initialExpression : undefined
  const expression = item.calculated ?? initial
  const isOpen = item.calculated !== undefined || (entry.answer ?? []).length === 0
  if (expression !== undefined && (isOpen || run.computed.has(item.linkId))) {
    const found = evaluate(run, expression, here)
    if (found !== null) put(run, item, { above: scope.above, entry, found })
  }
  if (item.items === undefined) return
  if (item.kind === 'group') computeItems(run, item.items, { above: entry, env })
  else
    for (const answer of entry.answer ?? [{}]) computeItems(run, item.items, { above: answer as Item, env })
}

function variablesIn(run: Run, variables: readonly FormVariable[] = [], at: At): Env {
  const found: Env = {}
  for (const { name, expression } of variables) {
    const place = `${at.place} %${name}`.trim()
    const value = evaluate(run, expression, { ...at, place, env: { ...at.env, ...found } })
    if (value !== null) found[name] = value
  }
  return found
}

type At = { place: string; context: Json | Item; env: Env }

/** What an expression gives; null when it cannot be computed, which is noted under its place. */
function evaluate(run: Run, expression: string, at: At): unknown[] | null {
  const { place } = at
  if (run.watch.skip.has(place)) {
    run.failed.set(place, { linkId: place, reason: 'time' })
    return null
  }
  run.watch.onExpression(place)
  try {
    const env = { ...at.env, context: at.context }
    const own = compiled(run, expression, at.context === run.work)(at.context, env)
    // Some forms write from the item, some from the response as a whole.
    const isElsewhere = own.length === 0 && at.context !== run.work && !expression.trimStart().startsWith('%')
    return isElsewhere ? compiled(run, expression, true)(run.work, env) : own
  } catch (error) {
    const detail = error instanceof Error ? error.message.slice(0, 300) : String(error)
    const reason = /undefined environment variable/i.test(detail) ? 'context' : 'error'
    run.failed.set(place, { linkId: place, reason, detail })
    return null
  }
}

/** SDC's `answers()`, which the engine does not know: all answers at or under an element, each as often as it is there. */
const withAnswers = (expression: string) =>
  expression.replace(
    /\banswers\(\s*\)/g,
    'select($this.combine(descendants()).where(linkId.exists()).answer)',
  )

/** Compiled expressions outlive an answer, so what weighs in the answer at hand stands here: one at a time is computed. */
const weights: { now: Weights } = { now: new WeakMap() }
const weight = {
  fn: (nodes: readonly unknown[]) => weightsOf(nodes, weights.now),
  arity: { 0: [] },
  internalStructures: true,
}
const userInvocationTable = { weight, ordinal: weight }

type Compiled = (on: Json | Item, env: Env) => unknown[]
const cache = new Map<string, Compiled>()
const cachedAtMost = 2_000

function compiled(run: Run, expression: string, isWhole: boolean): Compiled {
  const key = `${run.plan.fhirVersion} ${isWhole} ${expression}`
  const before = cache.get(key)
  if (before !== undefined) return before
  if (expression.length > 20_000) throw new Error('The expression is longer than 20,000 characters')
  const model = run.plan.fhirVersion === '5.0' ? r5 : r4
  // No terminology server, no fetching, no log: an expression sees the answers and the form, nothing else.
  const options = { async: false as const, traceFn: () => undefined, userInvocationTable }
  const text = withAnswers(expression)
  const made = isWhole
    ? fhirpath.compile(text, model, options)
    : fhirpath.compile({ base: 'QuestionnaireResponse.item', expression: text }, model, options)
  const call: Compiled = (on, env) => made(on as object, env) as unknown[]
  if (cache.size >= cachedAtMost) cache.clear()
  cache.set(key, call)
  return call
}

function put(run: Run, item: FormItem, at: { above: Item; entry: Item; found: readonly unknown[] }): void {
  const { above, entry, found } = at
  const answer = found
    .filter((one) => one !== '')
    .slice(0, item.repeats ? 100 : 1)
    .map((one) => asValue(item, one))
  const values = answer.filter((one) => one !== null)
  if (values.length < answer.length) {
    run.failed.set(item.linkId, { linkId: item.linkId, reason: 'kind', detail: String(typeof found[0]) })
    return
  }
  const [first] = values
  if (first === undefined) {
    if (!run.computed.delete(item.linkId)) return
    delete entry.answer
    run.isChanged = true
    return
  }
  const before = JSON.stringify(entry.answer ?? [])
  entry.answer = values.map((value) => Object.fromEntries([valueTo(value)]))
  if (!(above.item ?? []).includes(entry)) above.item = [...(above.item ?? []), entry]
  if (JSON.stringify(entry.answer) === before && run.computed.has(item.linkId)) return
  run.computed.set(item.linkId, first)
  run.isChanged = true
}
