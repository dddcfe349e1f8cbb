import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  cohenFromTable,
  cohenKappa,
  fleissFromCounts,
  fleissKappa,
  percentAgreement,
  type Rating,
  rawAgreement,
} from './agreement.ts'
import { krippendorffAlpha } from './agreement-alpha.ts'

// domain.md §10: the published example of three coders with gaps.
const rows = [
  '* * * * * 3 4 1 2 1 1 3 3 * 3',
  '1 * 2 1 3 3 4 3 * * * * * * *',
  '* * 2 1 3 4 4 * 2 1 1 3 3 * 4',
].map((row) => row.split(' ').map((value): Rating => (value === '*' ? null : Number(value))))
const threeCoders = (rows[0] ?? []).map((_, unit) => rows.map((row) => row[unit] ?? null))

const fleissRows =
  `0 0 0 0 14/0 2 6 4 2/0 0 3 5 6/0 3 9 2 0/2 2 8 1 1/7 7 0 0 0/3 2 6 3 0/2 5 3 2 2/6 5 2 1 0/0 2 2 3 7`
    .split('/')
    .map((row) => row.split(' ').map(Number))

describe('golden values of domain.md §10', () => {
  test.each([
    ['nominal', 0.691358],
    ['ordinal', 0.806721],
    ['interval', 0.810845],
  ] as const)('Krippendorff %s', (level, value) => {
    expect(krippendorffAlpha(threeCoders, level)).toBeCloseTo(value, 6)
  })

  test('Fleiss, from counts and from the ratings themselves', () => {
    expect(fleissFromCounts(fleissRows)).toBeCloseTo(0.209931, 6)
    const ratings = fleissRows.map((row) =>
      row.flatMap((n, category) => Array.from({ length: n }, () => category)),
    )
    expect(fleissKappa(ratings)).toBeCloseTo(0.209931, 6)
    expect(percentAgreement(ratings)).toBeCloseTo(0.378022, 6)
  })

  test('Cohen, from a table and from pairs', () => {
    expect(
      cohenFromTable([
        [20, 5],
        [10, 15],
      ]),
    ).toBeCloseTo(0.4, 6)
    const pairs = [
      [20, 'yes', 'yes'],
      [5, 'yes', 'no'],
      [10, 'no', 'yes'],
      [15, 'no', 'no'],
    ] as const
    const units = pairs.flatMap(([n, one, other]) => Array.from({ length: n }, () => [one, other]))
    expect(cohenKappa(units)).toBeCloseTo(0.4, 6)
    expect(percentAgreement(units)).toBeCloseTo(0.7, 6)
    expect(rawAgreement(units)).toEqual({ same: 35, of: 50 })
  })
})

describe('where there is nothing to compute', () => {
  test('one value in all has no coefficient, and no unit has none either', () => {
    for (const units of [
      [],
      [
        ['a', 'a'],
        ['a', 'a'],
      ],
      [['a', null]],
    ]) {
      expect(cohenKappa(units)).toBeNull()
      expect(fleissKappa(units)).toBeNull()
      expect(krippendorffAlpha(units, 'nominal')).toBeNull()
    }
    expect(percentAgreement([])).toBeNull()
    expect(
      rawAgreement([
        ['a', null],
        ['a', 'b'],
      ]),
    ).toEqual({ same: 0, of: 1 })
  })

  test('says what does not fit instead of computing something else', () => {
    expect(() => cohenKappa([['a', 'b', 'c']])).toThrow(RangeError)
    expect(() => cohenFromTable([[1, 2]])).toThrow(RangeError)
    expect(() =>
      fleissFromCounts([
        [1, 1],
        [2, 1],
      ]),
    ).toThrow(RangeError)
    expect(() => krippendorffAlpha([['a', 'b']], 'ordinal')).toThrow(RangeError)
  })
})

const ratings = fc.array(
  fc.array(fc.option(fc.integer({ min: 1, max: 4 })), { minLength: 3, maxLength: 3 }),
  {
    maxLength: 20,
  },
)

describe('properties', () => {
  test('no coefficient depends on the order of coders or units, and none exceeds 1', () => {
    fc.assert(
      fc.property(ratings, (units) => {
        const turned = units.map((unit) => unit.toReversed()).toReversed()
        for (const level of ['nominal', 'ordinal', 'interval'] as const) {
          const alpha = krippendorffAlpha(units, level)
          expect(alpha ?? 1).toBeLessThanOrEqual(1 + 1e-9)
          expect(krippendorffAlpha(turned, level) ?? 2).toBeCloseTo(alpha ?? 2, 9)
        }
        expect(fleissKappa(turned) ?? 2).toBeCloseTo(fleissKappa(units) ?? 2, 9)
      }),
      { numRuns: 100 },
    )
  })

  test('coders who say the same everywhere reach 1, and raw agreement counts every unit', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2 }), (values) => {
        fc.pre(new Set(values).size > 1)
        const units = values.map((value) => [value, value])
        expect(cohenKappa(units)).toBeCloseTo(1, 9)
        expect(krippendorffAlpha(units, 'ordinal')).toBeCloseTo(1, 9)
        expect(rawAgreement(units)).toEqual({ same: values.length, of: values.length })
      }),
      { numRuns: 50 },
    )
  })
})
