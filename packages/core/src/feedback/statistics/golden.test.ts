import { describe, expect, it } from 'vitest'
import { autocorrelation } from './autocorrelation.ts'
import { cronbachAlpha } from './cronbach.ts'
import { type Cutoff, meets } from './cutoff.ts'
import { type LineForm, lineScore, lineValue, totalFindings } from './line-form.ts'
import { changeFromOwnStart } from './own-start.ts'
import { changeClass, cutoffC, reliableChange, reliableChangeMaassen } from './reliable-change.ts'
import { anhoj, anhojLimits } from './run-rules.ts'
import { exactChance, nonOverlap } from './single-case.ts'
import { type Subscale, subscaleScore, subscaleScores } from './subscale.ts'
import { xmr } from './xmr.ts'

// Every value here stands in domain.md §10 unless another source is named.

describe('reliable change', () => {
  const rows = [
    [
      { sd: 8, reliability: 0.85 },
      18,
      26,
      { sem: 3.098387, seDiff: 4.38178, rc: 1.825742, at: 8.58829 },
      false,
    ],
    [{ sd: 5, reliability: 0.88 }, 30, 36, { sem: 1.732051, seDiff: 2.44949, rc: 2.44949, at: 4.801 }, true],
  ] as const
  it.each(rows)('%o from %d to %d', (precision, before, after, golden, reliable) => {
    const found = reliableChange(before, after, precision)
    expect(found.sem).toBeCloseTo(golden.sem, 6)
    expect(found.seDiff).toBeCloseTo(golden.seDiff, 6)
    expect(found.index).toBeCloseTo(golden.rc, 6)
    expect(found.threshold).toBeCloseTo(golden.at, 6)
    expect(found.reliable).toBe(reliable)
    expect(found.variant).toBe('jacobson-truax')
  })

  it('after Maassen equals it when both spreads are equal, and says that it is a variant', () => {
    const found = reliableChangeMaassen(18, 26, { sd: 8, sdAfter: 8, reliability: 0.85 })
    expect(found.seDiff).toBeCloseTo(4.38178, 6)
    expect(found.variant).toBe('maassen')
    const wider = reliableChangeMaassen(18, 26, { sd: 8, sdAfter: 6, reliability: 0.85 })
    expect(wider.seDiff).toBeCloseTo(Math.sqrt(100 * 0.15), 12)
  })

  it('cut-off c', () => {
    expect(cutoffC({ mean: 28, sd: 6.8 }, { mean: 19.6, sd: 8.7 })).toBeCloseTo(24.314839, 6)
  })

  it('exactly on the threshold is not reliable; no difference is none, also with a perfect measure', () => {
    const perfect = { sd: 8, reliability: 1 }
    expect(reliableChange(4, 4, perfect)).toMatchObject({ index: 0, reliable: false })
    expect(reliableChange(4, 4.1, perfect).reliable).toBe(true)
    expect(reliableChange(0, 2, { sd: 1, reliability: 0.5, z: 2 }).reliable).toBe(false)
  })

  it.each([
    [{ sd: 0, reliability: 0.8 }],
    [{ sd: -1, reliability: 0.8 }],
    [{ sd: 5, reliability: 1.1 }],
    [{ sd: 5, reliability: Number.NaN }],
  ])('refuses %o', (precision) => {
    expect(() => reliableChange(1, 2, precision)).toThrow()
    expect(() => reliableChangeMaassen(1, 2, { ...precision, sdAfter: 5 })).toThrow()
  })

  const classes = [
    [20, 30, 'higher', 25, 'recovered'],
    [20, 25, 'higher', 25, 'recovered'],
    [25, 31, 'higher', 25, 'improved'],
    [14, 20, 'higher', 25, 'improved'],
    [20, 30, 'higher', null, 'improved'],
    [23, 27, 'higher', 25, 'unchanged'],
    [27, 23, 'higher', 25, 'unchanged'],
    [30, 25, 'higher', 25, 'deteriorated'],
    [30, 20, 'lower', 25, 'recovered'],
    [20, 30, 'lower', 25, 'deteriorated'],
  ] as const
  it.each(classes)('from %d to %d, better is %s, c is %s: %s', (before, after, better, cutoff, expected) => {
    expect(changeClass({ before, after }, { threshold: 4.9 }, { better, cutoff })).toBe(expected)
  })

  it('a difference of exactly the threshold is unchanged', () => {
    const to = { better: 'higher', cutoff: 25 } as const
    expect(changeClass({ before: 22, after: 27 }, { threshold: 5 }, to)).toBe('unchanged')
  })
})

describe('XmR', () => {
  const x = [34, 35, 34, 36, 35, 34, 35, 28, 33, 35]
  const scale = { min: 0, max: 40 }

  it('of all points', () => {
    const chart = xmr(x, { scale })
    expect(chart?.centre).toBeCloseTo(33.9, 12)
    expect(chart?.meanRange).toBeCloseTo(2.333333, 6)
    expect(chart?.lower).toBeCloseTo(27.693333, 6)
    expect(chart?.upper).toBe(40)
    expect(xmr(x)?.upper).toBeCloseTo(40.106667, 6)
    expect(chart?.rangeLimit).toBeCloseTo(7.625333, 6)
    expect(chart).toMatchObject({ clipped: { lower: false, upper: true }, outside: [], bigSteps: [] })
    expect(chart).toMatchObject({ n: 10, baseline: 10, provisional: true })
  })

  it('of a fixed baseline of seven: point 8 and its step are outside', () => {
    const chart = xmr(x, { scale, baseline: 7 })
    expect(chart?.centre).toBeCloseTo(34.714286, 6)
    expect(chart?.meanRange).toBeCloseTo(1.166667, 6)
    expect(chart?.lower).toBeCloseTo(31.610952, 6)
    expect(chart?.upper).toBeCloseTo(37.817619, 6)
    expect(chart?.rangeLimit).toBeCloseTo(3.812667, 6)
    expect(chart?.outside).toEqual([7])
    // The step back from 28 to 33 is large as well: 5 > 3.81.
    expect(chart?.bigSteps).toEqual([7, 8])
  })

  it('lag-1 autocorrelation, no warning', () => {
    const found = autocorrelation(x)
    expect(found?.r1).toBeCloseTo(0.017595, 6)
    expect(found?.limit).toBeCloseTo(0.632456, 6)
    expect(found?.warning).toBe(false)
    expect(autocorrelation([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])?.warning).toBe(true)
    expect(autocorrelation([0.1 + 0.2, 0.3, 0.3, 0.3])).toBeNull()
    expect(autocorrelation([1, 2])).toBeNull()
  })

  it('Anhøj limits', () => {
    expect(anhojLimits(10)).toEqual({ longestRun: 6, crossings: 2 })
    // Table of Anhøj (2015) for 12, 20 and 24 useful points.
    expect([12, 20, 24].map((n) => anhojLimits(n)?.longestRun)).toEqual([7, 7, 8])
    expect([12, 20, 24].map((n) => anhojLimits(n)?.crossings)).toEqual([3, 6, 8])
    expect(anhojLimits(1)).toBeNull()
    expect(anhojLimits(100_000)?.crossings).toBeGreaterThan(49_000)
  })

  it('Anhøj on a shifted line', () => {
    const found = anhoj([1, 2, 1, 2, 1, 2, 1, 9, 8, 9, 8, 9, 8, 9])
    expect(found).toMatchObject({ median: 5, useful: 14, longest: 7, crossed: 1, shift: false })
    expect(found?.tooFewCrossings).toBe(true)
    expect(anhoj([5, 5, 5])).toBeNull()
  })
})

describe('scores', () => {
  const limit = (value: number, operator: Cutoff['operator'] = '<'): Cutoff => ({
    value,
    operator,
    population: 'test',
    source: 'test',
    country: 'NL',
  })
  const srs: LineForm = {
    items: ['a', 'b', 'c', 'd'],
    range: { min: 0, max: 10 },
    cutoff: limit(36),
    itemCutoff: limit(9),
    dropAtLeast: 1,
    ceiling: { from: 40, run: 3 },
  }

  it('SRS totals: cut-off at 4 and 5, drop at 3 (1.5) and 5 (1.1), ceiling at 8', () => {
    const found = totalFindings([38.1, 37.5, 36.0, 35.9, 34.8, 40, 40, 40], srs)
    expect(found).toEqual([
      { rule: 'drop', index: 2, by: 1.5 },
      { rule: 'cutoff', index: 3, by: 35.9 },
      { rule: 'cutoff', index: 4, by: 34.8 },
      { rule: 'drop', index: 4, by: 1.1 },
      { rule: 'ceiling', index: 7, by: 3 },
    ])
  })

  it('a total without a score is passed over, and ends a row of full ones', () => {
    expect(totalFindings([38, null, 37, 40, 40, null, 40], srs)).toEqual([{ rule: 'drop', index: 2, by: 1 }])
  })

  it('SRS total in tenths, limit of the total and of one item with their own operator', () => {
    const values = { a: 8.9, b: 9, c: 9.05, d: 9.1 }
    expect(lineScore(values, srs)).toEqual({
      total: 36.1,
      meetsCutoff: false,
      itemsBelow: ['a'],
      missing: [],
    })
    const tenths = { a: 9.1, b: 8.9, c: 9.2, d: 8.8 }
    expect(lineScore(tenths, srs)).toMatchObject({ total: 36, meetsCutoff: false })
    expect(lineScore(tenths, { ...srs, cutoff: limit(36, '<=') }).meetsCutoff).toBe(true)
    expect(lineScore({ a: 1 }, srs)).toEqual({
      total: null,
      meetsCutoff: null,
      itemsBelow: ['a'],
      missing: ['b', 'c', 'd'],
    })
  })

  it('a mark on a line of ten centimetres, in tenths', () => {
    expect(lineValue({ distance: 73.4, length: 100 }, srs.range)).toBe(7.3)
    expect(lineValue({ distance: 100, length: 100 }, srs.range)).toBe(10)
    expect(() => lineValue({ distance: 101, length: 100 }, srs.range)).toThrow()
    expect(() => lineValue({ distance: 0, length: 0 }, srs.range)).toThrow()
  })

  it.each([
    ['<', false],
    ['<=', true],
    ['>', false],
    ['>=', true],
  ] as const)('on the limit, %s is %s', (operator, expected) => {
    expect(meets(0.1 + 0.2, { value: 0.3, operator })).toBe(expected)
  })

  const numbered = (values: readonly number[]) =>
    Object.fromEntries(values.map((value, i) => [String(i + 1), value]))
  const scale = (id: string, items: readonly number[], rest: Partial<Subscale> = {}): Subscale => ({
    id,
    items: items.map(String),
    reversed: [],
    range: { min: 1, max: 5 },
    method: 'sum',
    missingAtMost: 1,
    ...rest,
  })
  const wai = [scale('task', [1, 2, 10, 12]), scale('bond', [3, 5, 7, 9]), scale('goal', [4, 6, 8, 11])]

  it('WAI-SR subscales', () => {
    const scores = subscaleScores(numbered([4, 3, 5, 4, 4, 3, 5, 4, 4, 3, 2, 5]), wai)
    expect(scores.map(({ score }) => score)).toEqual([15, 18, 13])
    expect(scores.reduce((sum, { score }) => sum + (score ?? 0), 0)).toBe(46)
  })

  it('one empty item is prorated, two give no score', () => {
    const task = scale('task', [1, 2, 10, 12])
    const values = { '1': 4, '2': 3, '10': 5, '12': null }
    expect(subscaleScore(values, task)).toEqual({
      id: 'task',
      score: 16,
      answered: 3,
      missing: 1,
      prorated: true,
    })
    expect(subscaleScore({ ...values, '10': undefined }, task)).toMatchObject({ score: null, missing: 2 })
    expect(subscaleScore({}, { ...task, missingAtMost: 4 }).score).toBeNull()
    expect(() => subscaleScore({ ...values, '1': 6 }, task)).toThrow()
  })

  it('Edmondson: items 1, 3 and 5 turned round, mean 6', () => {
    const safety = scale('safety', [1, 2, 3, 4, 5, 6, 7], {
      range: { min: 1, max: 7 },
      method: 'mean',
      reversed: ['1', '3', '5'],
    })
    const values = [2, 6, 1, 6, 2, 5, 6]
    expect(subscaleScore(numbered(values), safety).score).toBe(6)
  })

  it('AITCS-II of fours: 92 as 32, 32 and 28', () => {
    const from = (first: number, count: number) => Array.from({ length: count }, (_, i) => first + i)
    const parts = [scale('p', from(1, 8)), scale('coop', from(9, 8)), scale('coord', from(17, 7))]
    const scores = subscaleScores(numbered(Array(23).fill(4)), parts).map(({ score }) => score)
    expect(scores).toEqual([32, 32, 28])
  })

  it('Cronbach α', () => {
    const items = [
      [4, 5, 3, 4, 2],
      [4, 4, 3, 5, 2],
      [5, 5, 2, 4, 3],
    ]
    expect(cronbachAlpha(items)).toBeCloseTo(0.885714, 6)
    expect(cronbachAlpha(items.slice(0, 1))).toBeNull()
    expect(cronbachAlpha([[1], [2]])).toBeNull()
    expect(() => cronbachAlpha([[1, 2], [1]])).toThrow()
  })

  it('change against the own start', () => {
    expect(changeFromOwnStart([6, null, 7, 8])).toEqual({
      start: { level: 6, of: 1 },
      now: 8,
      change: 2,
      since: [
        { index: 2, change: 1 },
        { index: 3, change: 2 },
      ],
    })
    expect(changeFromOwnStart([5, 7, 8], 2)).toMatchObject({ start: { level: 6, of: 2 }, change: 2 })
    expect(changeFromOwnStart([6, null])).toBeNull()
    expect(() => changeFromOwnStart([6, 7], 0)).toThrow()
  })
})

describe('single case, before and after', () => {
  it('the examples of Parker, Vannest & Davis (2011), as the R package SingleCaseES 0.7 has them', () => {
    const first = nonOverlap([20, 20, 26, 25, 22, 23], [28, 25, 24, 27, 30, 30, 29])
    expect(first?.nap).toBeCloseTo(38.5 / 42, 12)
    expect(first?.tau).toBeCloseTo(35 / 42, 12)
    expect(first?.tauU).toBeCloseTo(0.7380952, 7)
    const second = nonOverlap([3, 3, 4, 5], [4, 5, 6, 7, 7])
    expect(second?.tau).toBeCloseTo(16 / 20, 12)
    expect(second?.tauU).toBeCloseTo(11 / 20, 12)
    expect(second?.pairs).toEqual({ all: 20, better: 17, worse: 1, tied: 2 })
  })

  it('is turned round when lower is better', () => {
    const down = nonOverlap([28, 25, 24], [20, 20, 25], 'lower')
    expect(down?.nap).toBeCloseTo(7.5 / 9, 12)
    expect(down).toEqual(nonOverlap([-28, -25, -24], [-20, -20, -25]))
  })

  it('without points before or after there is nothing to compare', () => {
    expect(nonOverlap([], [1])).toBeNull()
    expect(exactChance([1], [], { trend: false })).toBeNull()
  })

  // Mann–Whitney tables: 3 and 3 apart: 2/20; 4 and 4 apart: 2/70; 5 and 5 apart: 2/252.
  it.each([
    [[1, 2, 3], [4, 5, 6], 2 / 20],
    [[1, 2, 3, 4], [5, 6, 7, 8], 2 / 70],
    [[1, 2, 3, 4, 5], [6, 7, 8, 9, 10], 2 / 252],
    [[1, 2, 4], [3, 5, 6], 4 / 20],
    [[7, 7], [7, 7], 1],
  ])('%o against %o: chance %d', (before, after, p) => {
    expect(exactChance(before, after, { trend: false })?.p).toBeCloseTo(p, 12)
  })

  it('says the smallest chance that is possible, and passes nothing off as exact', () => {
    expect(exactChance([1, 2, 4], [3, 5, 6], { trend: false })?.smallest).toBeCloseTo(0.1, 12)
    const many = Array.from({ length: 31 }, (_, i) => i)
    expect(exactChance(many, many, { trend: false })).toBeNull()
  })
})
