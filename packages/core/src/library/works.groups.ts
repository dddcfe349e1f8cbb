import { reportGroups } from '../shared/small-groups.ts'
import type { Group, GroupReport, HiddenReason } from '../shared/small-groups.types.ts'
import { by } from './works.by.ts'
import { type Estimate, pulledTogether } from './works.pull.ts'
import { type Place, stillHigher, type Trace, wayOf } from './works.ts'

export type WorksGroup = Place & {
  readonly deed: string
  readonly result:
    | { readonly status: 'hidden'; readonly reason: HiddenReason }
    | {
        readonly status: 'shown'
        readonly people: number
        /** How many of them were in nothing that was told before. */
        readonly fresh: number
        /** Of how many people the checks after it lay higher, about the same, lower. */
        readonly higher: number
        readonly same: number
        readonly lower: number
        /** Of how many they still lay higher once what was rising before is taken off (Tau-U). */
        readonly still: number
        /** Share of pairs in which the check after is higher, pulled towards the whole of this deed. */
        readonly estimate: Estimate
        /** Some people of this group are left out, so that nobody can be reckoned out of the rest. */
        readonly leavesOut: boolean
      }
}

const ways = ['lower', 'same', 'higher'] as const

/**
 * What followed on which deed, for everybody together and per kind × context × situation. Each person (or team) counts once for
 * each deed, in the setting where most of it happened, with the mean. Nothing is told of fewer than `k` people (small-groups.ts), nor of
 * people who all worked with one and the same colleague: that would be about her. `colleagues` is how many work here; where
 * that is one, she looks at her own work. Groups are in the order of the alphabet, never of outcome.
 */
export function worksGroups(
  traces: readonly Trace[],
  { k, colleagues }: { k: number; colleagues: number },
): WorksGroup[] {
  const deeds = [...new Set(traces.map(({ deed }) => deed))].toSorted()
  return deeds.flatMap((deed) => {
    const people = eachOnce(traces.filter((trace) => trace.deed === deed))
    return groupsOf(deed, settled(treeOf(people), colleagues > 1), k)
  })
}

/**
 * Whether what follows on a deed may be told in the place of what was told before: in each group nobody came or went, or at least
 * `k` people did. Otherwise whoever laid the two beside each other would know what the one or two who came in between said.
 * Counts may shift by themselves: people who were told of go on answering.
 */
export function mayTellAnew(before: readonly WorksGroup[], next: readonly WorksGroup[], k: number): boolean {
  const told = new Map(before.map((group) => [placeKey(group), group.result]))
  const isFine = (count: number) => count === 0 || Math.abs(count) >= k
  return next.every((group) => {
    const [was, is] = [told.get(placeKey(group)), group.result]
    if (is.status === 'hidden') return true
    const stayed = is.people - is.fresh
    const gone = was?.status === 'shown' ? was.people - stayed : 0
    return isFine(is.fresh) && isFine(gone)
  })
}

const placeKey = ({ deed, ...place }: WorksGroup) =>
  [deed, place.kind, place.context, place.situation].join(' ')

/** One person for one deed: where it happened most, with the mean of what followed. */
type One = {
  readonly setting: Place
  readonly colleagues: readonly string[]
  readonly nap: number
  readonly isStill: boolean
  readonly isNew: boolean
}

function eachOnce(traces: readonly Trace[]): One[] {
  return [...by(traces, ({ unit }) => unit).values()].map((own) => {
    const settings = [...by(own, ({ setting }) => pathOf(setting).join(' '))]
    const [most] = settings.toSorted((a, b) => b[1].length - a[1].length || inOrder(a, b))
    const where = most?.[1] ?? own
    const mean = (of: (trace: Trace) => number) =>
      where.reduce((sum, trace) => sum + of(trace), 0) / where.length
    const nap = mean((trace) => trace.nap)
    return {
      nap,
      // Who was falling before may come out higher than she lay: that is no staying higher.
      isStill: wayOf(nap) === 'higher' && stillHigher(mean(({ tauU }) => tauU)),
      setting: (where[0] ?? nowhere).setting,
      colleagues: inAll(where),
      isNew: own.every((trace) => trace.isNew),
    }
  })
}

/** By name, never by outcome. */
const inOrder = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) => (a < b ? -1 : 1)

const nowhere: { readonly setting: Place } = { setting: { kind: null, context: null, situation: null } }

/** Colleagues who were in every one of these. */
function inAll(rows: readonly { readonly colleagues: readonly string[] }[]): string[] {
  const [first, ...others] = rows
  return (first?.colleagues ?? []).filter((one) => others.every(({ colleagues }) => colleagues.includes(one)))
}

type Node = { path: string[]; place: Place; own: readonly One[]; parts: Node[] }

const pathOf = ({ kind, context, situation }: Place) =>
  [kind, context, situation].flatMap((part) => part ?? [])

function treeOf(people: readonly One[]): Node {
  const all: Node = { path: [], place: { kind: null, context: null, situation: null }, own: [], parts: [] }
  for (const [key, here] of [...by(people, ({ setting }) => pathOf(setting).join(' '))].toSorted(inOrder)) {
    // Where nothing was said of a place, it stands with everybody.
    const parts = key === '' ? [] : key.split(' ')
    let node = all
    for (const [depth, part] of parts.entries()) {
      const path = [...node.path, part]
      let next = node.parts.find((one) => one.path.at(-1) === part)
      if (next === undefined) {
        const names = ['kind', 'context', 'situation'] as const
        const place = { ...node.place, [names[depth] ?? 'kind']: part }
        next = { path, place, own: [], parts: [] }
        node.parts.push(next)
      }
      node = next
    }
    node.own = here
  }
  return all
}

/** People who would be about one colleague wait in the group above; what is about one even there is told nowhere. */
function settled(node: Node, guards: boolean): Node & { waiting: readonly One[] } {
  const parts = node.parts.map((part) => settled(part, guards))
  const own = [...node.own, ...parts.flatMap(({ waiting }) => waiting)]
  const isAboutOne = guards && own.length > 0 && inAll(own).length > 0
  return { ...node, parts, own: isAboutOne ? [] : own, waiting: isAboutOne ? own : [] }
}

function groupsOf(deed: string, tree: Node & { waiting: readonly One[] }, k: number): WorksGroup[] {
  const nodes = flat(tree)
  const { groups } = reportGroups({ root: asGroup(tree), items: ['way'], k })
  const shown = nodes.flatMap((node, at) => {
    const report = groups[at]
    return report === undefined ? [] : [{ node, report, people: toldOf(node, report) }]
  })
  const told = shown.flatMap(({ people }) => (people === null ? [] : [people]))
  const estimates = pulledTogether(told.map(napsOf), eachApart(told).map(napsOf))
  let next = 0
  return shown.map(({ node, report, people }) => {
    const of = { deed, ...node.place }
    const estimate = people === null ? undefined : estimates[next++]
    if (people === null || estimate === undefined) return { ...of, result: hiddenBy(report) }
    const count = (way: (typeof ways)[number]) => people.filter(({ nap }) => wayOf(nap) === way).length
    const counts = { higher: count('higher'), same: count('same'), lower: count('lower') }
    const still = people.filter(({ isStill }) => isStill).length
    const leavesOut = report.answered.status === 'shown' && report.answered.leftOut.length > 0
    const fresh = people.filter(({ isNew }) => isNew).length
    return {
      ...of,
      result: { status: 'shown', people: people.length, fresh, ...counts, still, estimate, leavesOut },
    }
  })
}

const napsOf = (people: readonly One[]) => ({ values: people.map(({ nap }) => nap) })

/** The same people, each once: in the narrowest group that is told of them. A group stands before those inside it. */
function eachApart(groups: readonly (readonly One[])[]): One[][] {
  const seen = new Set<One>()
  return groups.toReversed().flatMap((people) => {
    const others = people.filter((one) => !seen.has(one))
    for (const one of others) seen.add(one)
    return others.length === 0 ? [] : [others]
  })
}

const keyOf = (node: Node) => ['all', ...node.path].join(' ')
const flat = (node: Node): Node[] => [node, ...node.parts.flatMap(flat)]

function asGroup(node: Node): Group {
  const subgroups = node.parts.map(asGroup)
  if (node.own.length === 0) return { id: keyOf(node), subgroups, ...(subgroups.length === 0 && nobody) }
  const tally = Object.fromEntries(
    ways.map((way, at) => [String(at), node.own.filter(({ nap }) => wayOf(nap) === way).length]),
  )
  return { id: keyOf(node), subgroups, own: { n: node.own.length, items: { way: tally } } }
}

const nobody = { own: { n: 0, items: {} } }

/** The people a shown total is about; null when it is hidden. */
function toldOf(node: Node, { answered }: GroupReport): One[] | null {
  if (answered.status === 'hidden') return null
  return flat(node).flatMap((one) => (answered.leftOut.includes(keyOf(one)) ? [] : [...one.own]))
}

function hiddenBy({ answered }: GroupReport): WorksGroup['result'] {
  return { status: 'hidden', reason: answered.status === 'hidden' ? answered.reason : 'too-few' }
}
