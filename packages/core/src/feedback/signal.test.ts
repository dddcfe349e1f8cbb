import { describe, expect, it } from 'vitest'
import { buildInstrument } from './instrument.factory.ts'
import type { Answers } from './instrument.ts'
import {
  type AskingHistory,
  noCheckSignal,
  type SignalFinding,
  signalFinding,
  signalPriority,
  signalsOf,
} from './signal.ts'

const instrument = buildInstrument()

/** The same value on every item, so that the mean is that value. */
function all(value: number): Answers {
  return { heard: value, what: value, how: value, whole: value }
}

function rulesOf(answers: Answers, earlier: readonly Answers[] = []): string[] {
  return signalsOf(instrument, answers, earlier).map((finding) => finding.rule)
}

describe('the golden row of SRS totals (domain.md §10): cut-off 36, below; drop of 1 or more; ceiling 3 × 40', () => {
  // Totals as one item of 0–40; no item is below 0, so that only the rules on totals can speak.
  const totals = buildInstrument({
    itemIds: ['total'],
    scale: { min: 0, max: 40, step: 0.1 },
    missingAtMost: 0,
    cutoff: 36,
    itemBelow: 0,
    ceiling: { from: 40, run: 3 },
  })
  const row = [38.1, 37.5, 36.0, 35.9, 34.8, 40, 40, 40].map((total): Answers => ({ total }))
  const found = row.map((answers, i) => signalsOf(totals, answers, row.slice(0, i)))

  it('raises R1, R2 and R4 exactly where the source has them', () => {
    const at = (rule: string) =>
      found.flatMap((findings, i) => (findings.some((finding) => finding.rule === rule) ? [i + 1] : []))
    expect({ R1: at('below-cutoff'), R2: at('drop'), R3: at('low-item'), R4: at('ceiling') }).toEqual({
      R1: [4, 5],
      R2: [3, 5],
      R3: [],
      R4: [8],
    })
  })

  it('says with which numbers', () => {
    expect(found[2]).toEqual([{ rule: 'drop', score: 36, previous: 37.5, atLeast: 1 }])
    expect(found[3]).toEqual([{ rule: 'below-cutoff', score: 35.9, cutoff: 36 }])
    expect(found[7]).toEqual([{ rule: 'ceiling', run: 3, from: 40 }])
  })
})

describe('R3, one low item', () => {
  const high = { heard: 8, what: 8, how: 8, whole: 8 }
  const rows: [string, Answers, readonly Answers[], SignalFinding[]][] = [
    ['on the limit is not below it', { ...high, what: 6 }, [], []],
    [
      'below the limit, nothing before',
      { ...high, what: 5.9 },
      [],
      [{ rule: 'low-item', item: 'what', value: 5.9, previous: null, below: 6 }],
    ],
    [
      'with what it was the time before',
      { ...high, what: 5.4 },
      [
        { ...high, what: 6.1 },
        { ...high, what: 7.9 },
      ],
      [{ rule: 'low-item', item: 'what', value: 5.4, previous: 7.9, below: 6 }],
    ],
    [
      'a time that the item was left empty is passed over',
      { ...high, what: 5.4 },
      [
        { ...high, what: 7.9 },
        { heard: 8, how: 8, whole: 8 },
      ],
      [{ rule: 'low-item', item: 'what', value: 5.4, previous: 7.9, below: 6 }],
    ],
    [
      'of two low items only the lowest is named',
      { heard: 9, what: 5.5, how: 5, whole: 9 },
      [],
      [{ rule: 'low-item', item: 'how', value: 5, previous: null, below: 6 }],
    ],
    [
      'of equals the first',
      { heard: 9, what: 5.5, how: 5.5, whole: 9 },
      [],
      [{ rule: 'low-item', item: 'what', value: 5.5, previous: null, below: 6 }],
    ],
    [
      'also when too little was answered for a score',
      { how: 0 },
      [],
      [{ rule: 'low-item', item: 'how', value: 0, previous: null, below: 6 }],
    ],
    ['an empty item is not low', { heard: 8, what: 8, whole: 8 }, [], []],
  ]
  it.each(rows)('%s', (_, answers, earlier, expected) => {
    const found = signalsOf(instrument, answers, earlier).filter((finding) => finding.rule === 'low-item')
    expect(found).toEqual(expected)
  })
})

describe('R2, a drop', () => {
  const rows: [string, Answers, readonly Answers[], boolean][] = [
    ['of exactly one point', all(7), [all(8)], true],
    ['of one point that binary numbers make smaller', all(7.2), [all(8.2)], true],
    ['of a little less', all(7.1), [all(8)], false],
    ['upwards', all(9), [all(7)], false],
    ['without a time before', all(7), [], false],
    ['against the last time, not the best one', all(7), [all(9), all(7.5)], false],
    ['past a time without a score', all(7), [all(8), { heard: 2 }], true],
    ['of a response without a score', { heard: 6 }, [all(8)], false],
  ]
  it.each(rows)('%s', (_, answers, earlier, expected) => {
    expect(rulesOf(answers, earlier).includes('drop')).toBe(expected)
  })
})

describe('R1, below the cut-off', () => {
  const rows: [string, Answers, boolean][] = [
    ['on it', all(6.5), false],
    ['a tenth below', all(6.4), true],
    ['a fortieth below', { heard: 6.4, what: 6.5, how: 6.5, whole: 6.5 }, true],
    ['on it by a sum that binary numbers make smaller', { heard: 4, what: 6.7, how: 8.1, whole: 7.2 }, false],
    ['without a score', { heard: 6, what: 6 }, false],
  ]
  it.each(rows)('%s', (_, answers, expected) => {
    expect(rulesOf(answers).includes('below-cutoff')).toBe(expected)
  })
})

describe('R4, a full ten every time', () => {
  const full = all(10)
  const rows: [string, Answers, readonly Answers[], number | null][] = [
    ['twice is no row', full, [full], null],
    ['three times', full, [full, full], 3],
    ['from 9.9 on', all(9.9), [all(9.9), full], 3],
    ['9.8 on one item ends it', { ...full, how: 9.8 }, [full, full], null],
    ['the row goes on growing', full, [full, full, full], 4],
    ['only what lies together counts', full, [full, full, all(8), full], null],
    [
      'a skipped item ends it: not everything was a ten',
      full,
      [full, { heard: 10, what: 10, how: 10 }],
      null,
    ],
  ]
  it.each(rows)('%s', (_, answers, earlier, run) => {
    const found = signalsOf(instrument, answers, earlier)
    expect(found).toEqual(run === null ? [] : [{ rule: 'ceiling', run, from: 9.9 }])
  })
})

describe('several at once', () => {
  it('come in the order of priority and fit their stored form', () => {
    const found = signalsOf(instrument, { heard: 7, what: 5, how: 6.5, whole: 6 }, [all(8)])
    expect(found.map((finding) => finding.rule)).toEqual(['low-item', 'drop', 'below-cutoff'])
    const places = found.map((finding) => signalPriority.indexOf(finding.rule))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(found.map((finding) => signalFinding.parse(finding))).toEqual(found)
  })

  it('knows the priority of every rule once', () => {
    const rules = signalFinding.options.map((option) => option.shape.rule.value)
    expect([...signalPriority].sort()).toEqual([...rules].sort())
  })

  it('says nothing about a good answer', () => {
    expect(rulesOf({ heard: 7.5, what: 6.2, how: 7, whole: 7 }, [all(7)])).toEqual([])
  })
})

describe('R5, no check in the planned window', () => {
  const history: AskingHistory = {
    startedAt: '2026-01-01T09:00:00.000Z',
    lastAnswerAt: '2026-03-01T09:00:00.000Z',
    unansweredSince: [],
    windowDays: 14,
  }
  const rows: [string, Partial<AskingHistory>, string, boolean][] = [
    ['a millisecond before the window closes', {}, '2026-03-15T08:59:59.999Z', false],
    ['when the window closes', {}, '2026-03-15T09:00:00.000Z', true],
    ['long after', {}, '2026-09-01T09:00:00.000Z', true],
    ['right after an answer', {}, '2026-03-01T09:00:00.000Z', false],
    ['with a clock that was put back', {}, '2025-03-01T09:00:00.000Z', false],
    [
      'counted from the start when nothing was answered',
      { lastAnswerAt: null },
      '2026-01-15T09:00:00.000Z',
      true,
    ],
    ['not yet after a start', { lastAnswerAt: null }, '2026-01-15T08:59:59.999Z', false],
    ['a window of one day', { windowDays: 1 }, '2026-03-02T09:00:00.000Z', true],
    [
      'open invitations do not close the window',
      { unansweredSince: ['2026-03-10T09:00:00.000Z'] },
      '2026-03-11T09:00:00.000Z',
      false,
    ],
  ]
  it.each(rows)('%s', (_, part, now, expected) => {
    expect(noCheckSignal({ ...history, ...part }, now).length > 0).toBe(expected)
  })

  it('tells since when, and how many invitations got no answer', () => {
    const unansweredSince = ['2026-03-05T09:00:00.000Z', '2026-03-12T09:00:00.000Z']
    const found = noCheckSignal({ ...history, unansweredSince }, '2026-03-20T09:00:00.000Z')
    expect(found).toEqual([
      { rule: 'no-check', since: '2026-03-01T09:00:00.000Z', unanswered: 2, windowDays: 14 },
    ])
    expect(found.map((finding) => signalFinding.parse(finding))).toEqual(found)
  })
})
