import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answerScales } from './moment-form.ts'
import type { MonitorInput, MonitorLearner } from './monitor.input.ts'
import type { Monitor } from './monitor.shape.ts'
import { monitorOf } from './monitor.ts'
import { receiptWays } from './trajectory.ts'

const moments: MonitorInput['moments'] = (['goals', 'review', 'buddy'] as const).map((kind, index) => ({
  ...{ key: `T${index + 1}`, kind, title: kind, opensOn: `2026-0${index + 1}-01` },
}))
const keys = ['T1', 'T2', 'T3'] as const

const learner = fc.record({
  ...{ hasConsent: fc.boolean(), hasStopped: fc.boolean() },
  function: fc.constantFrom('', 'ouder', 'werker'),
  receipts: fc.uniqueArray(
    fc.record({
      moment: fc.constantFrom(...keys),
      way: fc.constantFrom(...receiptWays),
      isKept: fc.boolean(),
    }),
    { selector: ({ moment }) => moment, maxLength: 3 },
  ),
})

/** Content of everybody, also of those from whom none may be there: the rules must leave it out by themselves. */
const trajectory: fc.Arbitrary<MonitorInput> = fc
  .array(learner, { minLength: 1, maxLength: 9 })
  .chain((people) => {
    const learners: MonitorLearner[] = people.map((one, index) => ({ ...one, number: index + 1 }))
    const who = fc.constantFrom(...learners.map(({ number }) => number))
    const moment = fc.constantFrom(...keys)
    const answer = (item: string, choices: readonly string[]) =>
      fc.record({ learner: who, moment, item: fc.constant(item), choice: fc.constantFrom(...choices) })
    return fc.record({
      moments: fc.constant(moments),
      learners: fc.constant(learners),
      pairs: fc.array(
        fc.record({
          members: fc.uniqueArray(who, { minLength: Math.min(2, learners.length), maxLength: 3 }),
          hasMet: fc.constantFrom(true, false, null),
        }),
        { maxLength: 4 },
      ),
      goals: fc.uniqueArray(
        fc.record({
          ...{ learner: who, id: fc.uuid(), text: fc.uuid(), reason: fc.uuid() },
          ...{ replaces: fc.constant(null), isCurrent: fc.boolean() },
        }),
        { selector: ({ id }) => id, maxLength: 8 },
      ),
      answers: fc.array(
        fc.oneof(
          answer('applied', answerScales.three),
          answer('noticed', answerScales.noticed),
          answer('goal-kept', ['same', 'changed']),
          answer('external-value', answerScales['yes-no']),
          answer('check-used', answerScales['yes-no']),
        ),
        { maxLength: 20 },
      ),
      mentions: fc.array(
        fc.record({
          ...{ learner: who, moment, kind: fc.constantFrom('barrier', 'resource') },
          level: fc.constantFrom('person', 'team', 'organisation'),
          ...{ code: fc.constantFrom('workload', 'rules'), body: fc.constant('') },
        }),
        { maxLength: 12 },
      ),
      functions: fc.constant(null),
      lectureSurvey: fc.constantFrom(null, 9),
    })
  })

const withConsent = (input: MonitorInput, who: number, hasConsent: boolean): MonitorInput => ({
  ...input,
  learners: input.learners.map((one) => (one.number === who ? { ...one, hasConsent } : one)),
})

/** As if she had never handed anything in: the register alone is left of her. */
const withoutContent = (input: MonitorInput, who: number): MonitorInput => ({
  ...input,
  learners: input.learners.map((one) =>
    one.number === who
      ? { ...one, receipts: one.receipts.map((receipt) => ({ ...receipt, isKept: false })) }
      : one,
  ),
  goals: input.goals.filter((one) => one.learner !== who),
  answers: input.answers.filter((one) => one.learner !== who),
  mentions: input.mentions.filter((one) => one.learner !== who),
})

/** What is made of content; the rest is register. */
function ofContent(monitor: Monitor) {
  const { goalLines, respondents, reviews, mentions, externalAddedValue, checkUsingPairs } = monitor
  const { same, changed, stored } = monitor.goals
  const { complete, incomplete, used } = monitor.people
  return {
    ...{ goalLines, respondents, reviews, mentions, externalAddedValue, checkUsingPairs },
    ...{ same: same.value, changed: changed.value, stored, complete, incomplete, used },
  }
}

/** What of the register does not depend on consent. */
function ofRegister({ columns, functions, people, goals, pairs, buddyEvaluation, lectureSurvey }: Monitor) {
  return {
    ...{ columns, functions, buddyEvaluation, lectureSurvey },
    ...{ participants: people.participants, stopped: people.stopped, onlyT2: goals.onlyT2 },
    ...{ registered: goals.registered.value, both: goals.both.value },
    ...{ formed: pairs.formed, memberStopped: pairs.memberStopped, met: pairs.exchangedBetween },
  }
}

const anyone = trajectory.chain((input) =>
  fc.record({
    input: fc.constant(input),
    who: fc.constantFrom(...input.learners.map(({ number }) => number)),
  }),
)

test('whoever does not consent leaves the numbers of content as if she had never handed in', () => {
  fc.assert(
    fc.property(anyone, ({ input, who }) => {
      const no = monitorOf(withConsent(input, who, false))
      expect(ofContent(no)).toEqual(ofContent(monitorOf(withoutContent(withConsent(input, who, true), who))))
      const printed = JSON.stringify(no)
      for (const { learner, text, reason } of input.goals)
        if (learner === who)
          expect([printed.includes(text), printed.includes(reason)]).toEqual([false, false])
    }),
    { numRuns: 100 },
  )
})

test('her consent changes what may hold her, and nothing else', () => {
  fc.assert(
    fc.property(anyone, ({ input, who }) => {
      const [yes, no] = [monitorOf(withConsent(input, who, true)), monitorOf(withConsent(input, who, false))]
      expect(ofRegister(no)).toEqual(ofRegister(yes))
      expect(no.people.withoutConsent.value - yes.people.withoutConsent.value).toBe(1)
      const others = (monitor: Monitor) => monitor.completeness.filter(({ learner }) => learner !== who)
      expect(others(no)).toEqual(others(yes))
      const cells = (monitor: Monitor) => monitor.completeness.find(({ learner }) => learner === who)?.cells
      expect(cells(no)).toEqual(cells(yes))
      // Whoever is not with her in a pair has the same explanation.
      const near = new Set([
        who,
        ...input.pairs.filter(({ members }) => members.includes(who)).flatMap(({ members }) => members),
      ])
      const far = (monitor: Monitor) => monitor.buddies.filter(({ learner }) => !near.has(learner))
      expect(far(no)).toEqual(far(yes))
    }),
    { numRuns: 100 },
  )
})

test('each number of content holds her once where she is in it, and not where she is not', () => {
  fc.assert(
    fc.property(anyone, ({ input, who }) => {
      const [yes, no] = [monitorOf(withConsent(input, who, true)), monitorOf(withConsent(input, who, false))]
      const isIn = (moment: string) =>
        input.learners.some(
          ({ number, receipts }) =>
            number === who && receipts.some((one) => one.isKept && one.moment === moment),
        )
      for (const [index, { moment, count }] of yes.respondents.entries()) {
        expect(count.value - (no.respondents[index]?.count.value ?? 0)).toBe(isIn(moment) ? 1 : 0)
      }
      for (const [index, review] of yes.reviews.entries()) {
        const before = no.reviews[index]
        const together = (one: typeof before) =>
          (one?.applied.answers.reduce((sum, { count }) => sum + count.value, 0) ?? 0) +
          (one?.applied.none.value ?? 0)
        expect(together(review)).toBe(review.respondents.value)
        expect(together(review) - together(before)).toBe(isIn(review.moment) ? 1 : 0)
      }
    }),
    { numRuns: 100 },
  )
})

test('everybody is under one heading: without consent, stopped, used, or nothing came in', () => {
  fc.assert(
    fc.property(trajectory, (input) => {
      const { people, pairs } = monitorOf(input)
      const silent = input.learners.filter(
        (one) => one.hasConsent && !one.hasStopped && !one.receipts.some(({ isKept }) => isKept),
      ).length
      const stopped = input.learners.filter(({ hasConsent, hasStopped }) => hasConsent && hasStopped).length
      expect(people.withoutConsent.value + stopped + people.used.value + silent).toBe(
        people.participants.value,
      )
      expect(pairs.memberStopped.value + pairs.withoutConsent.value + pairs.full.value).toBe(
        pairs.formed.value,
      )
    }),
    { numRuns: 100 },
  )
})

test('no group of fewer than five can be had, not by taking the others from the whole either', () => {
  const amounts = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(amounts, (sizes) => {
      const learners = sizes.flatMap((size, group) =>
        Array.from({ length: size }, () => ({ function: `f${group}`, hasConsent: true, hasStopped: false })),
      )
      const made = monitorOf({
        ...{ moments, pairs: [], goals: [], mentions: [], functions: null, lectureSurvey: null },
        learners: learners.map((one, index) => ({
          ...{ ...one, number: index + 1 },
          receipts: [{ moment: 'T2', way: 'import', isKept: true }],
        })),
        answers: learners.map((_, index) => ({
          ...{ learner: index + 1, moment: 'T2', item: 'applied', choice: 'ja' },
        })),
      })
      const shown = (made.byFunction?.groups ?? []).flatMap(({ applied }) => applied?.n.value ?? [])
      const rest = learners.length - shown.reduce((sum, one) => sum + one, 0)
      expect(shown.every((n) => n >= 5)).toBe(true)
      expect(shown.length === 0 || rest === 0 || rest >= 5).toBe(true)
      // Where nothing forbids it, it is told.
      if (sizes.every((size) => size >= 5)) expect(shown).toHaveLength(sizes.length)
    }),
    { numRuns: 100 },
  )
})
