import fc from 'fast-check'
import { expect, test } from 'vitest'
import { graphOf, unfounded } from './matching.factory.ts'
import { maximumWeightMatching } from './matching.ts'

/** The best total by trying everything: of each set of vertices the best, by the last vertex in it. */
function bestByTrying(n: number, weight: Int32Array): number {
  const best = new Int32Array(1 << n)
  for (let set = 1; set < 1 << n; set++) {
    const last = 31 - Math.clz32(set)
    const without = set ^ (1 << last)
    best[set] = best[without] ?? 0
    for (let other = 0; other < last; other++) {
      const edge = weight[last * n + other] ?? 0
      if (((set >> other) & 1) === 0 || edge <= 0) continue
      best[set] = Math.max(best[set] ?? 0, (best[without ^ (1 << other)] ?? 0) + edge)
    }
  }
  return best[(1 << n) - 1] ?? 0
}

const graphs = fc
  .integer({ min: 1, max: 11 })
  .chain((n) =>
    fc.record({
      n: fc.constant(n),
      weights: fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 4 }), fc.nat(1000)), {
        minLength: (n * (n - 1)) / 2,
        maxLength: (n * (n - 1)) / 2,
      }),
    }),
  )
  .map(({ n, weights }) => ({ n, weight: graphOf(n, weights) }))

test('no matching weighs more: by trying them all, and by its own proof', () => {
  fc.assert(
    fc.property(graphs, ({ n, weight }) => {
      const found = maximumWeightMatching(n, weight)
      expect(unfounded(n, weight, found)).toEqual([])
      expect(found.weight).toBe(bestByTrying(n, weight))
    }),
    { numRuns: 2_000 },
  )
})

test('of some hundred too, by the proof: it needs no look at how it was found', () => {
  const some = fc.record({
    n: fc.integer({ min: 100, max: 160 }),
    seed: fc.nat(),
    most: fc.constantFrom(1, 6, 5_000),
  })
  fc.assert(
    fc.property(some, ({ n, seed, most }) => {
      let state = seed
      const next = () => {
        state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
        return state
      }
      const weights = Array.from({ length: (n * (n - 1)) / 2 }, () =>
        (next() >> 8) % 9 === 0 ? 1 + ((next() >> 8) % most) : 0,
      )
      const weight = graphOf(n, weights)
      expect(unfounded(n, weight, maximumWeightMatching(n, weight))).toEqual([])
    }),
    { numRuns: 20 },
  )
})

test('two odd rings in one another, the classical trap', () => {
  // A ring of five on a stem, one of whose edges is heavy (Galil's example has this shape).
  const edges: [number, number, number][] = [
    ...([
      [0, 1, 9],
      [0, 2, 9],
      [1, 2, 10],
      [1, 3, 8],
      [2, 4, 8],
    ] as [number, number, number][]),
    ...([
      [3, 4, 10],
      [3, 5, 3],
      [4, 6, 3],
      [5, 6, 10],
      [6, 7, 6],
    ] as [number, number, number][]),
  ]
  const weight = new Int32Array(64)
  for (const [u, v, w] of edges) weight[u * 8 + v] = weight[v * 8 + u] = w
  const found = maximumWeightMatching(8, weight)
  expect(unfounded(8, weight, found)).toEqual([])
  expect(found.weight).toBe(bestByTrying(8, weight))
})

test('nobody, one, and people without any edge', () => {
  expect(maximumWeightMatching(0, new Int32Array(0)).mates).toEqual([])
  expect(maximumWeightMatching(1, new Int32Array(1)).mates).toEqual([-1])
  expect(maximumWeightMatching(3, new Int32Array(9))).toMatchObject({ mates: [-1, -1, -1], weight: 0 })
})
