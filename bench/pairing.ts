import { availableParallelism } from 'node:os'
import { goalThemes, halfDays, meetWays } from '../packages/core/src/learning/buddy.ts'
import { type Pairable, standardRules, type Ties } from '../packages/core/src/learning/pairing.rules.ts'
import { proposePairs } from '../packages/core/src/learning/pairing.ts'
import { voices } from '../packages/core/src/relation/relation.ts'
import type { LearnerId } from '../packages/core/src/shared/ids.ts'

// `node bench/pairing.ts [people …]`: buddies for 500 and 501 people of forty organisations under the ten rules that forbid and
// the six that count, with a thousand earlier pairs and five hundred who are not to be together. The figure of docs/benchmarks.md.
// Says how long it took at the middle of five times, how many got a buddy, and whether it was shown that no better pairs exist.
const asked = process.argv.slice(2).map(Number)
const sizes = asked.length === 0 ? [100, 500, 501, 1_000, 1_001] : asked
const times = 5

/** The same people each time: a small generator with a fixed seed. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return state / 0x7fffffff
  }
}

function world(n: number, seed: number): { people: Pairable[]; ties: Ties } {
  const next = generator(seed)
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(next() * items.length)] as Item
  const some = <Item>(items: readonly Item[], share: number) => items.filter(() => next() < share)
  const people = Array.from(
    { length: n },
    (_, number): Pairable => ({
      id: `learner ${number}` as LearnerId,
      organisation: `organisation ${Math.floor(next() * 40)}`,
      function: pick(['gezinswerker', 'voorzitter', 'leerkracht', 'gedragswetenschapper', '']),
      voice: pick(voices),
      wants: next() > 0.02,
      languages: next() < 0.9 ? ['nl'] : ['nl', 'en'],
      halfDays: some(halfDays, 0.2),
      ways: some(meetWays, 0.6),
      region: pick(['Arnhem', 'Ede', 'Nijmegen', 'Tiel', '']),
      themes: some(goalThemes, 0.15),
    }),
  )
  const two = () => [pick(people).id, pick(people).id] as const
  const many = (count: number) => Array.from({ length: count }, two).filter(([a, b]) => a !== b)
  const ties = { avoid: many(n / 2), manager: many(n / 2), conflict: many(n / 10), earlier: many(2 * n) }
  return { people, ties: { ...ties, taken: people.slice(0, 2).map(({ id }) => id), pinned: [] } }
}

for (const n of sizes) {
  const runs = Array.from({ length: times }, (_, run) => {
    const { people, ties } = world(n, run + 1)
    const started = performance.now()
    const made = proposePairs({ people, ties, rules: standardRules, seed: run })
    return { ms: Math.round(performance.now() - started), made }
  })
  const sorted = runs.map(({ ms }) => ms).sort((a, b) => a - b)
  const placed = runs.map(({ made }) => made.pairs.flatMap(({ members }) => members).length)
  console.log(
    JSON.stringify({
      ...{ people: n, middleMs: sorted[Math.floor(times / 2)], longestMs: sorted.at(-1) },
      ...{ withBuddy: placed, proven: runs.every(({ made }) => made.isProven) },
      ...{ cores: availableParallelism(), node: process.version },
    }),
  )
}
