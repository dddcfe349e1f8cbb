import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Answers, type Counts, factsOf, ids, items } from './round.factory.ts'
import type { RoundForm } from './round.ts'
import { roundOutcome } from './round-outcome.ts'
import { roundOutcome as outcomeSchema } from './team.contract.ts'

const answersOf = (answered: fc.Arbitrary<number>): fc.Arbitrary<Answers> =>
  answered.chain((n) => {
    const counts = fc
      .tuple(fc.nat(n), fc.nat(n))
      .map(([a, b]) => [Math.min(a, n), Math.min(b, n - Math.min(a, n))])
    const each = fc.array(counts, { minLength: items.length, maxLength: items.length })
    return fc.record({
      ...{ answered: fc.constant(n), own: each },
      views: fc.array(each, { minLength: 4, maxLength: 4 }),
    })
  })

const form = fc.constantFrom<RoundForm>('swap', 'between')
const heard = answersOf(fc.integer({ min: 5, max: 12 }))
const unheard = answersOf(fc.nat(4))

describe('what groups say about each other', () => {
  it('is the same to the letter, whatever was chosen in a group that is not heard', () => {
    fc.assert(
      fc.property(
        form,
        fc.array(heard, { minLength: 1, maxLength: 3 }),
        unheard,
        unheard,
        (form, others, one, other) => {
          const views = (last: Answers) => {
            const outcome = roundOutcome(factsOf(form, [...others, last]))
            return JSON.stringify([outcome.views, outcome.groups.slice(1)])
          }
          expect(views(one)).toBe(views(other))
        },
      ),
      { numRuns: 100 },
    )
  })

  it('is the same to the letter, whatever the few chose who answered one question of many', () => {
    fc.assert(
      fc.property(
        heard,
        fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { minLength: 2, maxLength: 2 }),
        (first, few) => {
          const views = (counts: Counts) => {
            const mine = { ...first, views: first.views.map((each) => [counts, ...each.slice(1)]) }
            return JSON.stringify(roundOutcome(factsOf('between', [mine, first, first])).views)
          }
          expect(views(few[0] ?? [])).toBe(views(few[1] ?? []))
        },
      ),
      { numRuns: 50 },
    )
  })

  it('shows no number of fewer than five, and no guess about what is not shown', () => {
    fc.assert(
      fc.property(form, fc.array(fc.oneof(heard, unheard), { minLength: 2, maxLength: 4 }), (form, all) => {
        const outcome = roundOutcome(factsOf(form, all))
        expect(outcomeSchema.strict().parse(outcome)).toEqual(outcome)
        for (const { from, about, items } of outcome.views)
          for (const { item, result } of items) {
            if (result.status === 'hidden') continue
            expect(result.n).toBeGreaterThanOrEqual(5)
            const groupOf = (id: string) => outcome.groups.find((one) => one.id === id)
            expect(groupOf(from)?.answered.status).toBe('shown')
            if (form === 'between') continue
            const real = groupOf(about)?.items.find((one) => one.item === item)?.result
            expect(real?.status).toBe('shown')
          }
      }),
      { numRuns: 100 },
    )
  })

  it('tells nothing at all under the promised share', () => {
    const answers = {
      answered: 6,
      own: items.map(() => [6, 0]),
      views: ids.map(() => items.map(() => [0, 6])),
    }
    const low = { ...answers, answered: 0, own: [], views: [] }
    const facts = { ...factsOf('swap', [answers, answers, low]), minShare: 60 }
    const outcome = roundOutcome(facts)
    expect(outcome.enough).toBe(false)
    expect(JSON.stringify([outcome.groups, outcome.views, outcome.words])).not.toMatch(/"shown"|"n":|"count"/)
    expect(roundOutcome({ ...facts, minShare: null }).groups[1]?.answered.status).toBe('shown')
  })
})
