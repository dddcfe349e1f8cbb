import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildInstrument } from './instrument.factory.ts'
import type { Answers } from './instrument.ts'
import { checkSignals, noChangeSignal, ownLimitsSignal } from './signal.line.ts'
import { type SignalFinding, signalFinding, signalPriority, signalsOf } from './signal.ts'

const instrument = buildInstrument()
const scale = { min: 0, max: 10 }
const all = (value: number): Answers => ({ heard: value, what: value, how: value, whole: value })

describe('R7, outside the own limits', () => {
  // Golden row of domain.md §10 on its own scale: of the first seven, 28 lies outside.
  const wide = { min: 0, max: 40, step: 0.1 }
  const golden = [34, 35, 34, 36, 35, 34, 35, 28]

  it('tells the point, the limits and of how many they were made', () => {
    const [found] = ownLimitsSignal(golden, wide)
    expect(found).toMatchObject({
      rule: 'own-limits',
      kind: 'outside',
      side: 'below',
      score: 28,
      baseline: 7,
    })
    expect(found).toMatchObject({ run: 1, provisional: true })
    expect(found?.rule === 'own-limits' && found.lower).toBeCloseTo(31.610952, 6)
    expect(found?.rule === 'own-limits' && found.upper).toBeCloseTo(37.817619, 6)
    expect(signalFinding.parse(found)).toEqual(found)
  })

  // Mixed: r₁ is −0.125, so that nothing hangs together in time.
  const baseline = [7, 8, 8, 7, 7, 8, 8, 7]
  const high = (count: number) => Array.from({ length: count }, () => 8.1)
  const rows: [string, readonly number[], 'outside' | 'run' | null][] = [
    ['five before it are too few', [34, 35, 34, 36, 35, 1], null],
    ['six before it are enough', [7, 8, 7, 8, 7, 8, 2], 'outside'],
    ['inside', [...baseline, 6], null],
    ['above as well', [1, 2, 1, 2, 1, 2, 1, 2, 9], 'outside'],
    ['never above the end of the scale', [9, 10, 8, 10, 9, 10, 9, 10, 10], null],
    ['all alike before it say nothing', [8, 8, 8, 8, 8, 8, 8, 8, 7], null],
    ['a row of seven', [...baseline, ...high(7)], null],
    ['a row of eight', [...baseline, ...high(8)], 'run'],
    ['told once at eight', [...baseline, ...high(9)], null],
    ['and again at sixteen', [...baseline, ...high(16)], 'run'],
    ['points on the centre neither count nor end it', [...baseline, ...high(4), 7.5, ...high(4)], 'run'],
  ]
  it.each(rows)('%s', (_, scores, expected) => {
    const [found] = ownLimitsSignal(scores, { ...scale, step: 0.1 })
    expect(found?.rule === 'own-limits' ? found.kind : null).toBe(expected)
  })

  it('tells no row when what came before hangs together in time', () => {
    const drifting = [5, 5.4, 5.9, 6.3, 6.8, 7.2, 7.6, 8, 8, 7.6, 7.2, 6.8, 6.3, 5.9, 5.4, 5.2]
    const row = Array(8).fill(7.3)
    expect(ownLimitsSignal([...drifting, ...row], { ...scale, step: 0.1 })).toEqual([])
    const steady = [5, 8, 5, 8, 5, 8, 5, 8, 5, 8, 5, 8, 5, 8, 5, 8, 5]
    // By turns up and down is autocorrelation as well; mixed it is not.
    const mixed = [5, 8, 7.6, 5.4, 5.9, 7.2, 6.8, 6.3, 5, 8, 7.6, 5.4, 5.9, 7.2, 6.8, 6.3]
    expect(ownLimitsSignal([...steady, ...row], { ...scale, step: 0.1 })).toEqual([])
    expect(ownLimitsSignal([...mixed, ...row], { ...scale, step: 0.1 })).toMatchObject([
      { kind: 'run', run: 8, provisional: false },
    ])
  })

  it('never changes what it found: limits rest on what came before', () => {
    const marks = fc.array(
      fc.integer({ min: 0, max: 100 }).map((tenths) => tenths / 10),
      { minLength: 7, maxLength: 40 },
    )
    fc.assert(
      fc.property(marks, (scores) => {
        const [found] = ownLimitsSignal(scores, { ...scale, step: 0.1 })
        if (found?.rule !== 'own-limits') return
        expect(found.baseline).toBe(Math.min(8, scores.length - 1))
        const isOutside = found.score < found.lower || found.score > found.upper
        expect(found.kind === 'outside' ? isOutside : found.run % 8 === 0).toBe(true)
        expect(found.side).toBe(found.score > found.centre ? 'above' : 'below')
      }),
    )
  })
})

describe('R8, no change while goals are not met', () => {
  const rows: [string, readonly number[], boolean | null, number | null][] = [
    ['two are too few', [6, 6], false, null],
    ['three', [6, 6.4, 6.2], false, 3],
    ['four: told already', [6, 6.4, 6.2, 6.1], false, null],
    ['six', [6, 6.4, 6.2, 6.1, 6, 6.9], false, 6],
    ['a change of exactly one point begins anew', [6, 6.4, 7], false, null],
    ['and is counted from there', [6, 6.4, 7, 7.1, 6.9], false, 3],
    ['goals are met', [6, 6.4, 6.2], true, null],
    ['nothing is known of goals', [6, 6.4, 6.2], null, null],
    ['no score at all', [], false, null],
  ]
  it.each(rows)('%s', (_, scores, goalsMet, checks) => {
    const found = noChangeSignal(scores, { within: 1, goalsMet })
    expect(found.map((one) => one.rule === 'no-change' && one.checks)).toEqual(
      checks === null ? [] : [checks],
    )
    expect(found.map((one) => signalFinding.parse(one))).toEqual(found)
  })
})

describe('checkSignals', () => {
  const facts = { earlier: [7, 8, 7, 8, 7, 8].map(all), goalsMet: false }

  it('are those of the answer itself and those of the line, most concrete first', () => {
    const rules = checkSignals(instrument, { ...facts, answers: all(3) }).map(({ rule }) => rule)
    expect(rules).toEqual(['low-item', 'drop', 'below-cutoff', 'own-limits'])
    const full = { answers: all(10), earlier: [all(10), all(10)], goalsMet: false }
    expect(checkSignals(instrument, full).map(({ rule }) => rule)).toEqual(['no-change', 'ceiling'])
  })

  it('high limits are not told beside the ceiling, low ones are', () => {
    const usual = [7, 7.4, 7, 7.4, 7, 7.4, 9.9, 9.9].map(all)
    const rules = (value: number) =>
      checkSignals(instrument, { answers: all(value), earlier: usual, goalsMet: null }).map(
        ({ rule }) => rule,
      )
    expect(rules(10)).toEqual(['ceiling'])
    expect(rules(9.7)).toEqual(['own-limits'])
  })

  it('an answer without a score says nothing about the line', () => {
    expect(checkSignals(instrument, { ...facts, answers: { heard: 3 } })).toMatchObject([
      { rule: 'low-item' },
    ])
  })

  it('hold what signalsOf finds, in the order of priority', () => {
    const tenth = fc.integer({ min: 0, max: 100 }).map((value) => value / 10)
    const answers = fc.record({ heard: tenth, what: tenth, how: tenth, whole: tenth })
    fc.assert(
      fc.property(answers, fc.array(answers, { maxLength: 30 }), (now, earlier) => {
        const found = checkSignals(instrument, { answers: now, earlier, goalsMet: false })
        const places = found.map(({ rule }) => signalPriority.indexOf(rule))
        expect(places).toEqual(places.toSorted((a, b) => a - b))
        const own = (one: SignalFinding) => one.rule !== 'own-limits' && one.rule !== 'no-change'
        expect(found.filter(own)).toEqual(signalsOf(instrument, now, earlier))
      }),
    )
  })

  it('take less than 5 ms after 500 checks', () => {
    const earlier = Array.from({ length: 500 }, (_, i) => all(5 + ((i * 7) % 40) / 10))
    const once = () => {
      const from = performance.now()
      checkSignals(instrument, { answers: all(4), earlier, goalsMet: false })
      return performance.now() - from
    }
    const times = Array.from({ length: 41 }, once).toSorted((a, b) => a - b)
    expect(times[20]).toBeLessThan(5)
  })
})
