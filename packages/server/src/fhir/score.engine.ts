/** Computes what a form computes. Runs in a worker (score.worker.ts): an expression may go on for ever. */
import { isObject, type Json } from '@weerklank/core/feedback/fhir.json'
import { valueTo } from '@weerklank/core/feedback/fhir.value'
import {
  type FormConstraint,
  type FormItem,
  type FormModel,
  type FormVariable,
  itemsByLinkId,
} from '@weerklank/core/feedback/form'
import type { BrokenRule, ComputedValue, NotComputed } from '@weerklank/core/feedback/form.score'
import fhirpath from 'fhirpath'
import r4 from 'fhirpath/fhir-context/r4'
import r5 from 'fhirpath/fhir-context/r5'
import { type Lookup, newLookup, reachNames, shapeOf, walkOf, withLookups } from './score.lookup.ts'
import { asValue } from './score.value.ts'
import { type Weights, weighAnswers, weightsOf } from './score.weight.ts'

export type ScorePlan = { form: FormModel; questionnaire: Json; fhirVersion: '4.0' | '5.0' }
export type ScoreResult = {
  values: ComputedValue[]
  notComputed: NotComputed[]
  /** Per linkId what the expression on it said of whether it is asked. */
  enabled: Record<string, boolean>
  broken: BrokenRule[]
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
  lookup.now = { plan, work, items: newLookup(work), nodes: new WeakMap() }
  const items = itemsByLinkId(plan.form)
  for (let pass = 0; pass < passesAtMost; pass += 1) {
    run.isChanged = false
    run.failed.clear()
    run.entries.clear()
    run.broken.length = 0
    weights.now = weighAnswers(work, items)
    const env = {
      ...run.env,
      ...variablesIn(run, plan.form.variables, { place: '', context: work, env: run.env }),
    }
    computeItems(run, plan.form.items, { above: work, env })
    checkRules(run, plan.form, { place: '', context: work, env })
    if (!run.isChanged) break
  }
  const values = [...run.computed.values()].flat()
  return { values, notComputed: [...run.failed.values()], enabled: run.enabled, broken: run.broken }
}

type Run = {
  plan: ScorePlan
  work: Json & Item
  watch: Watch
  env: Env
  /** By linkId and number of the entry. */
  computed: Map<string, ComputedValue[]>
  /** How many entries of an item were met in this pass: a group that repeats has its items more than once. */
  entries: Map<string, number>
  failed: Map<string, NotComputed>
  enabled: Record<string, boolean>
  broken: BrokenRule[]
  qitems: ReadonlyMap<string, Json>
  isChanged: boolean
}

function newRun(plan: ScorePlan, work: Json & Item, watch: Watch): Run {
  const { questionnaire } = plan
  const env: Env = { resource: work, QuestionnaireResponse: work, questionnaire, rootResource: work }
  const found = {
    computed: new Map(),
    entries: new Map(),
    failed: new Map(),
    // Without what every object has by birth: a linkId may be called so.
    enabled: Object.create(null) as Record<string, boolean>,
    broken: [],
    isChanged: false,
  }
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
  const number = run.entries.get(item.linkId) ?? 0
  run.entries.set(item.linkId, number + 1)
  const at = { place: item.linkId, context: entry, env: scope.env }
  const env = { ...scope.env, ...variablesIn(run, item.variables, at) }
  const here = { ...at, env: { ...env, qitem: qitemOf(run, item.linkId) } }
  if (item.enableExpression !== undefined) {
    const said = evaluate(run, item.enableExpression, { ...here, place: `${item.linkId} enableWhen` })
    if (said !== null) run.enabled[item.linkId] = said[0] === true
  }
  const initial = run.watch.withInitial === true ? item.initialExpression : undefined
  const expression = item.calculated ?? initial
  const isOpen = item.calculated !== undefined || (entry.answer ?? []).length === 0
  if (expression !== undefined && (isOpen || run.computed.has(`${item.linkId} ${number}`))) {
    const found = evaluate(run, expression, here)
    if (found !== null) put(run, item, { above: scope.above, entry, number, found })
  }
  if (item.items !== undefined) {
    const answers = item.kind === 'group' ? [entry] : (entry.answer ?? [{}])
    for (const above of answers) computeItems(run, item.items, { above: above as Item, env })
  }
  // What is not there breaks no rule.
  if ((scope.above.item ?? []).includes(entry)) checkRules(run, item, { ...here, number })
}

/** Only what says false is broken: a rule about what was not answered yet says nothing. */
function checkRules(
  run: Run,
  of: { linkId?: string; constraints?: readonly FormConstraint[] },
  at: At & { number?: number },
): void {
  const entry = at.number === undefined || at.number === 0 ? {} : { entry: at.number }
  for (const { key, severity, expression, human } of of.constraints ?? []) {
    const said = evaluate(run, expression, { ...at, place: `${at.place} constraint(${key})`.trim() })
    if (said?.[0] === false) run.broken.push({ linkId: of.linkId ?? null, severity, human, ...entry })
  }
}

/** The item of the form, known to the engine as such. */
function qitemOf({ plan, qitems }: Run, linkId: string): unknown {
  const item = qitems.get(linkId)
  if (item === undefined) return undefined
  nodesOf(plan, { expression: '$this', base: 'Questionnaire.item' })(item, {})
  return kept.nodes
}

function variablesIn(run: Run, variables: readonly FormVariable[] = [], at: At): Env {
  const found: Env = {}
  for (const { name, expression } of variables) {
    const place = `${at.place} %${name}`.trim()
    const env = { ...at.env, ...found }
    const value = evaluate(run, expression, { ...at, place, env, isKept: true })
    if (value !== null) found[name] = value
  }
  return found
}

/** `isKept`: what is found is for other expressions, which need to know of what type it is and where it stands. */
type At = { place: string; context: Json | Item; env: Env; isKept?: boolean }

/** What an expression gives; null when it cannot be computed, which is noted under its place. */
function evaluate(run: Run, expression: string, at: At): unknown[] | null {
  const { place } = at
  if (run.watch.skip.has(place)) {
    run.failed.set(place, { linkId: place, reason: 'time' })
    return null
  }
  run.watch.onExpression(place)
  try {
    const isWhole = at.context === run.work
    const own = found(run, expression, { ...at, isWhole })
    // Some forms write from the item, some from the response as a whole.
    const isElsewhere = own.length === 0 && !isWhole && !expression.trimStart().startsWith('%')
    return isElsewhere ? found(run, expression, { ...at, context: run.work, isWhole: true }) : own
  } catch (error) {
    const detail = error instanceof Error ? error.message.slice(0, 300) : String(error)
    const reason = /undefined environment variable/i.test(detail) ? 'context' : 'error'
    run.failed.set(place, { linkId: place, reason, detail })
    return null
  }
}

function found(run: Run, expression: string, at: At & { isWhole: boolean }): unknown[] {
  const base = at.isWhole ? undefined : 'QuestionnaireResponse.item'
  // `%context` is what the engine starts at: by itself it knows of which type that is.
  if (at.isKept !== true) return compiled(run.plan, { expression, base })(at.context, at.env)
  nodesOf(run.plan, { expression, base })(at.context, at.env)
  return kept.nodes
}

/** SDC's `answers()`, which the engine does not know: all answers at or under an element, each as often as it is there. */
const withAnswers = (expression: string) =>
  expression.replace(
    /\banswers\(\s*\)/g,
    'select($this.combine(descendants()).where(linkId.exists()).answer)',
  )

/** Why an expression is no FHIRPath; null when it is. Those that differ in nothing but texts and numbers are read once. */
export function whyWrong(expression: string): string | null {
  if (expression.length > longest) return tooLong
  const shape = shapeOf(expression)
  if (goodShapes.has(shape)) return null
  const why = whyUnreadable(expression)
  if (why === null) {
    if (goodShapes.size >= shapesAtMost) goodShapes.clear()
    goodShapes.add(shape)
  }
  return why
}

const goodShapes = new Set<string>()
const shapesAtMost = 5_000

function whyUnreadable(expression: string): string | null {
  try {
    fhirpath.parse(withAnswers(expression))
    return null
  } catch (error) {
    return (error instanceof Error ? error.message : String(error)).split('\n')[0]?.slice(0, 300) ?? ''
  }
}
const longest = 20_000
const tooLong = 'longer than 20,000 characters'

/** Compiled expressions outlive an answer, so what weighs in the answer at hand stands here: one at a time is computed. */
const weights: { now: Weights } = { now: new WeakMap() }
const weight = {
  fn: (nodes: readonly unknown[]) => weightsOf(nodes, weights.now),
  arity: { 0: [] },
  internalStructures: true,
}
/** What an expression found, as the engine holds it: a date is a date, a part of the answers knows where it stands. */
const kept: { nodes: unknown[] } = { nodes: [] }
const keep = {
  fn: (nodes: readonly unknown[]) => {
    kept.nodes = [...nodes]
    return []
  },
  arity: { 0: [] },
  internalStructures: true,
}
/** The items of the answer at hand by their linkId, and the nodes of the engine that were made of them. */
type Looking = { plan: ScorePlan; work: Json; items: Lookup; nodes: WeakMap<object, unknown[]> }
const lookup: { now: Looking | null } = { now: null }
const searches = reachNames.map((name) => [
  name,
  {
    fn: (_: readonly unknown[], linkId: string) => {
      const { now } = lookup
      if (now === null) return []
      const item = now.items.find(name, linkId)
      if (item !== 'several') return item === null ? [] : nodesOfItem(now, item)
      // In which order, and whether what is the same counts twice, is for the engine to say.
      nodesOf(now.plan, { expression: walkOf(name, linkId), base: undefined })(now.work, {})
      return kept.nodes
    },
    arity: { 1: ['String' as const] },
    internalStructures: true,
  },
])

function nodesOfItem({ plan, nodes }: Looking, item: object): unknown[] {
  const known = nodes.get(item)
  if (known !== undefined) return known
  nodesOf(plan, { expression: '$this', base: 'QuestionnaireResponse.item' })(item as Json, {})
  const made = kept.nodes
  nodes.set(item, made)
  return made
}

const userInvocationTable = {
  ...{ weight, ordinal: weight, keepNodes: keep },
  ...(Object.fromEntries(searches) as Record<string, typeof weight>),
}

type Source = { expression: string; base: string | undefined }
type Compiled = (on: Json | Item, env: Env) => unknown[]
const cache = new Map<string, Compiled>()
const cachedAtMost = 2_000

/** As `compiled`; what is found is in `kept.nodes` after it. */
function nodesOf(plan: ScorePlan, { expression, base }: Source): Compiled {
  kept.nodes = []
  // On a line of its own: the expression may end in a remark.
  return compiled(plan, { expression: `(${expression}\n).keepNodes()`, base })
}

function compiled(plan: ScorePlan, { expression, base }: Source): Compiled {
  const key = `${plan.fhirVersion} ${base} ${expression}`
  const before = cache.get(key)
  if (before !== undefined) return before
  if (expression.length > longest) throw new Error(tooLong)
  const model = plan.fhirVersion === '5.0' ? r5 : r4
  // No terminology server, no fetching, no log: an expression sees the answers and the form, nothing else.
  const options = { async: false as const, traceFn: () => undefined, userInvocationTable }
  const text = withAnswers(withLookups(expression))
  const made =
    base === undefined
      ? fhirpath.compile(text, model, options)
      : fhirpath.compile({ base, expression: text }, model, options)
  const call: Compiled = (on, env) => made(on as object, env) as unknown[]
  if (cache.size >= cachedAtMost) cache.clear()
  cache.set(key, call)
  return call
}

type Put = { above: Item; entry: Item; number: number; found: readonly unknown[] }

function put(run: Run, item: FormItem, { above, entry, number, found }: Put): void {
  const key = `${item.linkId} ${number}`
  const answer = found
    .filter((one) => one !== '')
    .slice(0, item.repeats ? 100 : 1)
    .map((one) => asValue(item, one))
  const values = answer.filter((one) => one !== null)
  if (values.length < answer.length) {
    run.failed.set(item.linkId, { linkId: item.linkId, reason: 'kind', detail: String(typeof found[0]) })
    return
  }
  if (values.length === 0) {
    if (!run.computed.delete(key)) return
    delete entry.answer
    run.isChanged = true
    return
  }
  const before = JSON.stringify(entry.answer ?? [])
  const under = entry.answer?.[0]?.item
  entry.answer = values.map((value, at) => ({
    ...Object.fromEntries([valueTo(value)]),
    ...(at === 0 && under !== undefined && { item: under }),
  }))
  if (!(above.item ?? []).includes(entry)) {
    above.item = [...(above.item ?? []), entry]
    lookup.now?.items.renew()
  }
  if (JSON.stringify(entry.answer) === before && run.computed.has(key)) return
  const entryOf = number === 0 ? {} : { entry: number }
  run.computed.set(
    key,
    values.map((value) => ({ linkId: item.linkId, value, ...entryOf })),
  )
  run.isChanged = true
}
