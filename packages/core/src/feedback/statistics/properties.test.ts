import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { autocorrelation } from './autocorrelation.ts'
import { cronbachAlpha } from './cronbach.ts'
import { largestDifference, mutualDifferences } from './mutual.ts'
import { pairDistribution } from './pair-distribution.ts'
import { changeClass, cutoffC, reliableChange } from './reliable-change.ts'
import { anhojLimits, lastRun, runsAround } from './run-rules.ts'
import { exactChance, nonOverlap } from './single-case.ts'
import { type Subscale, subscaleScore } from './subscale.ts'
import { xmr, xmrLimits } from './xmr.ts'

/** Marks in tenths, as people give them: ties are common. */
const marks = (min: number, max = 20) =>
  fc.array(
    fc.integer({ min: 0, max: 100 }).map((value) => value / 10),
    { minLength: min, maxLength: max },
  )
const shift = fc.integer({ min: -50, max: 50 })
const scale = fc.integer({ min: 1, max: 9 })

describe('XmR', () => {
  it('moves with a shift and grows with the scale; the same points stay outside', () => {
    fc.assert(
      fc.property(marks(2), shift, scale, (values, by, times) => {
        const [plain, moved] = [xmr(values), xmr(values.map((value) => value * times + by))]
        expect(moved?.centre).toBeCloseTo((plain?.centre ?? 0) * times + by, 6)
        expect(moved?.lower).toBeCloseTo((plain?.lower ?? 0) * times + by, 6)
        expect(moved?.rangeLimit).toBeCloseTo((plain?.rangeLimit ?? 0) * times, 6)
        expect(moved?.outside).toEqual(plain?.outside)
      }),
    )
  })

  it('keeps its limits on the scale and around the centre, and its baseline whatever follows', () => {
    fc.assert(
      fc.property(marks(8), marks(0), (base, later) => {
        const options = { baseline: base.length, scale: { min: 0, max: 10 } }
        const limits = xmrLimits([...base, ...later], options)
        expect(limits).toEqual(xmrLimits(base, options))
        expect(limits !== null && limits.lower >= 0 && limits.upper <= 10).toBe(true)
        expect(limits !== null && limits.lower <= limits.centre && limits.centre <= limits.upper).toBe(true)
      }),
    )
  })
})

describe('runs', () => {
  it('hold every point off the centre once, and the last of them is the last run', () => {
    fc.assert(
      fc.property(marks(1), fc.integer({ min: 0, max: 100 }), (values, tenths) => {
        const centre = tenths / 10
        const runs = runsAround(values, centre)
        const off = values.filter((value) => value !== centre).length
        expect(runs.reduce((sum, run) => sum + run.length, 0)).toBe(off)
        expect(runs.every((run, i) => run.side !== runs[i + 1]?.side)).toBe(true)
        if (values.at(-1) !== centre) expect(lastRun(values, centre)).toEqual(runs.at(-1))
        else expect(lastRun(values, centre)).toBeNull()
      }),
    )
  })

  it('crossings limit is the 5th percentile of a coin, counted out', () => {
    for (let n = 2; n <= 40; n++) {
      const row = [1]
      for (let i = 1; i < n; i++) {
        for (let k = i; k >= 0; k--) row[k] = (row[k] ?? 0) + (row[k - 1] ?? 0)
      }
      let [k, below] = [0, row[0] ?? 0]
      while (below / 2 ** (n - 1) < 0.05) below += row[++k] ?? 0
      expect([n, anhojLimits(n)?.crossings]).toEqual([n, k])
    }
  })
})

describe('autocorrelation', () => {
  it('lies between −1 and 1 and knows neither shift, scale nor direction of time', () => {
    fc.assert(
      fc.property(marks(3), shift, scale, (values, by, times) => {
        const found = autocorrelation(values)
        if (found === null) return
        expect(Math.abs(found.r1)).toBeLessThanOrEqual(1)
        expect(autocorrelation(values.map((value) => value * times + by))?.r1).toBeCloseTo(found.r1, 6)
        expect(autocorrelation(values.toReversed())?.r1).toBeCloseTo(found.r1, 9)
      }),
    )
  })
})

describe('reliable change', () => {
  const precision = fc.record({
    sd: fc.double({ min: 0.1, max: 20, noNaN: true }),
    reliability: fc.double({ min: 0, max: 0.99, noNaN: true }),
  })
  it('turns with its direction, and is harder to reach with a worse measure', () => {
    fc.assert(
      fc.property(
        precision,
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 0, max: 40 }),
        (known, a, b) => {
          const found = reliableChange(a, b, known)
          expect(reliableChange(b, a, known).index).toBeCloseTo(-found.index, 9)
          expect(found.reliable).toBe(Math.abs(found.index) > 1.96)
          expect(reliableChange(a, b, { ...known, sd: known.sd * 2 }).threshold).toBeGreaterThan(
            found.threshold,
          )
          const c = { better: 'higher', cutoff: 25 } as const
          const mirrored = { better: 'lower', cutoff: -25 } as const
          expect(changeClass({ before: -a, after: -b }, found, mirrored)).toBe(
            changeClass({ before: a, after: b }, found, c),
          )
        },
      ),
    )
  })

  it('c lies between both means', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 0, max: 40 }),
        scale,
        scale,
        (m0, m1, s0, s1) => {
          const c = cutoffC({ mean: m0, sd: s0 }, { mean: m1, sd: s1 })
          expect(c).toBeGreaterThanOrEqual(Math.min(m0, m1) - 1e-9)
          expect(c).toBeLessThanOrEqual(Math.max(m0, m1) + 1e-9)
        },
      ),
    )
  })
})

describe('subscales', () => {
  const items = ['a', 'b', 'c', 'd', 'e']
  const answers = fc.record(
    Object.fromEntries(items.map((item) => [item, fc.option(fc.integer({ min: 1, max: 5 }), { nil: null })])),
  )
  const rule: Subscale = {
    id: 's',
    items,
    reversed: ['b', 'd'],
    range: { min: 1, max: 5 },
    method: 'sum',
    missingAtMost: 2,
  }
  it('stay in range, keep the order of items out of it, and turn round as a whole', () => {
    fc.assert(
      fc.property(answers, (values) => {
        const { score, missing } = subscaleScore(values, rule)
        expect(score === null).toBe(missing > 2)
        if (score === null) return
        expect(score).toBeGreaterThanOrEqual(5 - 1e-9)
        expect(score).toBeLessThanOrEqual(25 + 1e-9)
        expect(subscaleScore(values, { ...rule, items: items.toReversed() }).score).toBeCloseTo(score, 9)
        const turned = subscaleScore(values, { ...rule, reversed: ['a', 'c', 'e'] }).score
        expect(turned).toBeCloseTo(30 - score, 9)
        expect(subscaleScore(values, { ...rule, method: 'mean' }).score).toBeCloseTo(score / 5, 9)
      }),
    )
  })

  it('α is 1 for items that say the same, and knows no shift of an item', () => {
    fc.assert(
      fc.property(marks(3, 8), shift, (values, by) => {
        const others = values.toReversed()
        const [alpha, moved] = [
          cronbachAlpha([values, others]),
          cronbachAlpha([values, others.map((v) => v + by)]),
        ]
        if (alpha !== null) expect(moved).toBeCloseTo(alpha, 6)
        if (new Set(values).size > 1) expect(cronbachAlpha([values, values])).toBeCloseTo(1, 9)
      }),
    )
  })
})

describe('the mutual picture', () => {
  it('marks the same items from both sides', () => {
    const four = fc.record({ a: fc.integer({ min: 0, max: 100 }), b: fc.integer({ min: 0, max: 100 }) })
    fc.assert(
      fc.property(four, four, (p, q) => {
        const tenth = (values: typeof p) => ({ a: values.a / 10, b: values.b / 10 })
        const [one, other] = [tenth(p), tenth(q)]
        const [here, there] = [
          mutualDifferences(['a', 'b'], { one, other }, 2),
          mutualDifferences(['a', 'b'], { one: other, other: one }, 2),
        ]
        expect(here.map(({ marked }) => marked)).toEqual([
          Math.abs(p.a - q.a) >= 20,
          Math.abs(p.b - q.b) >= 20,
        ])
        expect(there.map(({ marked }) => marked)).toEqual(here.map(({ marked }) => marked))
        expect(largestDifference(there)?.item).toBe(largestDifference(here)?.item)
      }),
    )
  })
})

/** All orders of some values. */
function orders(values: readonly number[]): number[][] {
  if (values.length <= 1) return [[...values]]
  return values.flatMap((value, i) => orders(values.toSpliced(i, 1)).map((rest) => [value, ...rest]))
}

describe('single case', () => {
  it('bounds, shift and scale, and NAP is Tau on another scale', () => {
    fc.assert(
      fc.property(marks(1, 12), marks(1, 12), shift, scale, (before, after, by, times) => {
        const found = nonOverlap(before, after)
        if (found === null) throw new Error('both have points')
        expect(found.nap >= 0 && found.nap <= 1).toBe(true)
        expect(found.tau).toBeCloseTo(2 * found.nap - 1, 9)
        const reach = 1 + (before.length - 1) / (2 * after.length)
        expect(Math.abs(found.tauU)).toBeLessThanOrEqual(reach + 1e-9)
        const moved = (values: number[]) => values.map((value) => Math.round(value * 10) * times + by)
        expect(nonOverlap(moved(before), moved(after))).toEqual(found)
        expect(nonOverlap(after, before)?.nap).toBeCloseTo(1 - found.nap, 9)
        const higher = nonOverlap(
          before,
          after.map((value) => value + 1),
        )
        expect(higher?.nap).toBeGreaterThanOrEqual(found.nap)
      }),
    )
  })

  it.each([false, true])('the distribution is what counting every order gives (trend: %s)', (trend) => {
    const few = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 2, maxLength: 7 })
    fc.assert(
      fc.property(few, fc.nat(), (values, pick) => {
        const size = 1 + (pick % (values.length - 1))
        const counted = new Map<number, number>()
        const all = orders(values)
        for (const order of all) {
          const found = nonOverlap(order.slice(0, size), order.slice(size))
          const balance = (found?.pairs.better ?? 0) - (found?.pairs.worse ?? 0)
          const statistic = trend ? balance - (found?.trendBefore ?? 0) : balance
          counted.set(statistic, (counted.get(statistic) ?? 0) + 1 / all.length)
        }
        const chances = pairDistribution(values, size, { trend })
        expect([...chances.keys()].toSorted((a, b) => a - b)).toEqual(
          [...counted.keys()].toSorted((a, b) => a - b),
        )
        for (const [value, chance] of counted) expect(chances.get(value)).toBeCloseTo(chance, 9)
      }),
      { numRuns: 60 },
    )
  })

  it('chances add up, lie above the smallest possible, and do not depend on which phase is which', () => {
    fc.assert(
      fc.property(marks(1, 9), marks(1, 9), fc.boolean(), (before, after, trend) => {
        const chances = pairDistribution([...before, ...after], before.length, { trend })
        expect([...chances.values()].reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9)
        const found = exactChance(before, after, { trend })
        expect(found !== null && found.p >= found.smallest - 1e-12 && found.p <= 1).toBe(true)
        if (!trend) expect(exactChance(after, before, { trend })?.p).toBeCloseTo(found?.p ?? 0, 9)
      }),
    )
  })

  it('counts out 60 points without a long wait (limit generous: two cores are shared)', () => {
    const values = Array.from({ length: 30 }, (_, i) => i)
    const from = performance.now()
    const found = exactChance(
      values,
      values.map((value) => value + 0.5),
      { trend: true },
    )
    expect(performance.now() - from).toBeLessThan(4_000)
    expect(found !== null && found.p > 0 && found.p <= 1).toBe(true)
  })
})
