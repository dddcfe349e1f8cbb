import { describe, expect, it } from 'vitest'
import { buildInstrument } from './instrument.factory.ts'
import { ownChallenges } from './own-challenge.ts'
import { ownChallengeSignal, ruptureOpenSignal } from './signal.log.ts'
import { isNear, mutualDifferenceSignal, voicesDifferSignal } from './signal.pair.ts'
import { signalFinding } from './signal.ts'

const instrument = buildInstrument()
const otherAt = '2026-11-17T09:00:00.000Z'
const answered = { by: 'p2', otherAt }

describe('R6, the pictures of client and professional', () => {
  const rows: [string, Record<string, number>, Record<string, number>, unknown[]][] = [
    ['less than 2', { heard: 7 }, { heard: 8.9 }, []],
    ['exactly 2, that binary numbers make smaller', { heard: 7.9 }, { heard: 5.9 }, [['heard', 7.9, 5.9]]],
    ['either way', { heard: 4 }, { heard: 8 }, [['heard', 4, 8]]],
    ['only the largest', { heard: 4, what: 9 }, { heard: 8, what: 4 }, [['what', 9, 4]]],
    ['of equals the first', { heard: 4, what: 8 }, { heard: 8, what: 4 }, [['heard', 4, 8]]],
    ['an empty item is no difference', { heard: 1 }, { what: 9 }, []],
  ]
  it.each(rows)('%s', (_, own, other, expected) => {
    const found = mutualDifferenceSignal(instrument, { own, other, ...answered })
    expect(found.map((one) => one.rule === 'mutual-difference' && [one.item, one.own, one.other])).toEqual(
      expected,
    )
    expect(found.map((one) => signalFinding.parse(one))).toEqual(found)
  })

  it('is in proportion on another scale', () => {
    const five = buildInstrument({ scale: { min: 1, max: 5, step: 1 }, ceiling: { from: 5, run: 3 } })
    expect(
      mutualDifferenceSignal(five, { own: { heard: 3 }, other: { heard: 4 }, ...answered }),
    ).toMatchObject([{ atLeast: 0.8 }])
  })
})

describe('A24, voices in one collaboration', () => {
  it('a parent gives 9 and a youth 4: both are told', () => {
    const found = voicesDifferSignal(instrument, { own: { what: 4 }, other: { what: 9 }, ...answered })
    expect(found).toEqual([
      { rule: 'voices-differ', item: 'what', own: 4, other: 9, by: 'p2', otherAt, atLeast: 3 },
    ])
    expect(found.map((one) => signalFinding.parse(one))).toEqual(found)
  })

  it('2.9 apart is not told, 3 is', () => {
    const apart = (other: number) =>
      voicesDifferSignal(instrument, { own: { what: 5 }, other: { what: other }, ...answered })
    expect([apart(7.9).length, apart(8).length]).toEqual([0, 1])
  })

  const at = '2026-11-17T09:00:00.000Z'
  it.each([
    [
      'one contact, weeks apart',
      { at, contact: 'c1' },
      { at: '2026-10-01T09:00:00.000Z', contact: 'c1' },
      true,
    ],
    ['two contacts on one day', { at, contact: 'c1' }, { at, contact: 'c2' }, false],
    [
      'no contact, a week apart',
      { at, contact: null },
      { at: '2026-11-24T09:00:00.000Z', contact: null },
      true,
    ],
    ['a moment more', { at, contact: null }, { at: '2026-11-24T09:00:00.001Z', contact: 'c2' }, false],
  ])('%s: near is %s', (_, one, other, expected) => {
    expect(isNear(one, other)).toBe(expected)
    expect(isNear(other, one)).toBe(expected)
  })
})

describe('R9, a rupture that stays open', () => {
  const rupture = { id: 'r1', openedAt: '2026-11-01T09:00:00.000Z', closedAt: null }
  it.each([
    ['after 14 days exactly', rupture, '2026-11-15T09:00:00.000Z', 0],
    ['a moment later', rupture, '2026-11-15T09:00:00.001Z', 1],
    ['closed', { ...rupture, closedAt: '2026-11-20T09:00:00.000Z' }, '2026-12-01T09:00:00.000Z', 0],
    ['with a clock put back', rupture, '2025-11-15T09:00:00.000Z', 0],
  ])('%s', (_, facts, now, count) => {
    const found = ruptureOpenSignal(facts, now)
    expect(found.length).toBe(count)
    expect(found.map((one) => signalFinding.parse(one))).toEqual(found)
  })
})

it('R10, each challenge of her own', () => {
  const found = ownChallenges.map(ownChallengeSignal)
  expect(found.map((one) => signalFinding.parse(one))).toEqual(found)
  expect(found).toHaveLength(4)
})
