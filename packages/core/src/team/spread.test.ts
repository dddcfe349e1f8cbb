import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AnswerCount, likenessWithinGroups, rwgOfItems, spreadOf } from './spread.ts'
import { agreementOf, spreadReckoning, spreadSentence } from './spread.words.ts'

const five = { min: 1, max: 5 }
const ten = { min: 0, max: 10 }

const counted = (answers: readonly number[]): AnswerCount[] =>
  [...new Set(answers)].map((value) => ({ value, count: answers.filter((one) => one === value).length }))

describe('the golden values of domain.md §10', () => {
  it('finds rwg .75 for 4,4,5,4,3 on five answers', () => {
    expect(spreadOf(counted([4, 4, 5, 4, 3]), five)).toMatchObject({ n: 5, mean: 4, lowest: 3, highest: 5 })
    expect(spreadOf(counted([4, 4, 5, 4, 3]), five)?.rwg).toBeCloseTo(0.75, 12)
    expect(spreadOf(counted([4, 4, 5, 4, 3]), five)?.sd).toBeCloseTo(Math.sqrt(0.5), 12)
  })

  it('finds rwg(3) .944444', () => {
    const items = [
      [4, 4, 5, 4, 3],
      [5, 4, 4, 4, 4],
      [3, 3, 4, 3, 3],
    ]
    expect(rwgOfItems(items.map(counted), five)).toBeCloseTo(0.944444, 6)
  })

  it('finds ICC(1) .789474 and ICC(2) .9375 over three groups', () => {
    const groups = [
      [4, 5, 4, 4],
      [2, 3, 2, 2],
      [3, 3, 4, 3],
    ]
    const { told } = likenessWithinGroups(groups.map(counted), five)
    expect(told?.icc1).toBeCloseTo(0.789474, 6)
    expect(told?.icc2).toBeCloseTo(0.9375, 12)
  })
})

describe('what cannot be reckoned', () => {
  it('tells more spread than by chance as 0', () => {
    expect(spreadOf(counted([0, 0, 10, 10, 10]), ten)?.rwg).toBe(0)
    expect(rwgOfItems([counted([0, 10]), counted([0, 10])], ten)).toBe(0)
  })

  it('says why there is no ICC', () => {
    const why = (groups: number[][]) => likenessWithinGroups(groups.map(counted), ten)
    expect(why([[4, 5, 6]])).toEqual({ told: null, why: 'one-group' })
    expect(why([[4, 5, 6], []])).toEqual({ told: null, why: 'one-group' })
    expect(why([[4], [6]])).toEqual({ told: null, why: 'too-few' })
    expect(
      why([
        [4, 6],
        [5, 5],
      ]),
    ).toEqual({ told: null, why: 'all-the-same' })
  })

  it('has nothing to say of no answers, and no agreement of one', () => {
    expect(spreadOf([], ten)).toBeNull()
    expect(spreadOf(counted([7]), ten)).toMatchObject({ n: 1, sd: null, rwg: null })
    expect(rwgOfItems([counted([7, 8])], ten)).toBeNull()
    expect(rwgOfItems([counted([7, 8]), counted([7])], ten)).toBeNull()
  })

  it('refuses answers and counts that cannot be', () => {
    const refused: AnswerCount[][] = [
      [{ value: 11, count: 1 }],
      [{ value: 2.5, count: 1 }],
      [{ value: 2, count: -1 }],
      [
        { value: 2, count: 1 },
        { value: 2, count: 1 },
      ],
    ]
    for (const counts of refused) expect(() => spreadOf(counts, ten)).toThrow(RangeError)
    expect(() => spreadOf([], { min: 3, max: 3 })).toThrow(RangeError)
  })
})

it('depends on the answers alone, keeps within its bounds, and follows a shift of the scale', () => {
  const answers = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 2, maxLength: 12 })
  fc.assert(
    fc.property(answers, fc.integer({ min: -3, max: 3 }), (given, shift) => {
      const spread = spreadOf(counted(given), ten)
      expect(spreadOf(counted(given.toReversed()), ten)).toEqual(spread)
      expect(spread?.counts.reduce((sum, { count }) => sum + count, 0)).toBe(given.length)
      expect(spread?.rwg).toBeGreaterThanOrEqual(0)
      expect(spread?.rwg).toBeLessThanOrEqual(1)
      const moved = spreadOf(counted(given.map((one) => one + shift)), { min: shift, max: 10 + shift })
      expect(moved?.rwg).toBeCloseTo(spread?.rwg ?? Number.NaN, 9)
      expect(moved?.mean).toBeCloseTo((spread?.mean ?? Number.NaN) + shift, 9)
    }),
    { numRuns: 60 },
  )
})

describe('in words', () => {
  const of = (...answers: number[]) => spreadOf(counted(answers), ten)

  it('says together or apart, from where to where, and what to do; never a mean', () => {
    expect(spreadSentence(of(7, 8, 8, 7, 6), 'nl')).toMatchInlineSnapshot(
      `"Jullie zien dit ongeveer hetzelfde: de antwoorden lopen van 6 tot 8. Vraag elkaar toch wat ieder erbij voor ogen had."`,
    )
    expect(spreadSentence(of(2, 9, 3, 8, 6), 'nl')).toMatchInlineSnapshot(
      `"Jullie zien dit verschillend: de antwoorden lopen van 2 tot 9. Begin hier: vertel elkaar wat ieder ziet."`,
    )
    expect(spreadSentence(of(7, 7), 'en')).toBe(
      'You see this about the same way: everybody chose 7. Still ask each other what each had in mind.',
    )
    expect(spreadSentence(null, 'nl')).toBe('Op deze vraag is niet geantwoord.')
  })

  it('names a bound as the customary side of it', () => {
    expect(agreementOf({ rwg: 0.7 })).toBe('alike')
    expect(agreementOf({ rwg: 0.69 })).toBe('partly')
    expect(agreementOf({ rwg: 0.5 })).toBe('partly')
    expect(agreementOf({ rwg: 0 })).toBe('apart')
  })

  it('tells mean and agreement only where it says how they were reckoned', () => {
    expect(spreadReckoning(of(7, 8, 8, 7, 6), 'nl')).toEqual([
      '5 antwoorden, gemiddeld 7,2. De standaardafwijking is 0,8.',
      'De overeenstemming (rwg) is 0,93. Daarbij is 0 verdeeld als bij toeval, en 1 allemaal gelijk.',
    ])
    expect(spreadReckoning(of(7), 'nl')).toEqual([])
  })
})
