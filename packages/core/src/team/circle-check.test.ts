import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { type CountedAnswer, circleOutcome } from './circle-check.outcome.ts'
import { checkPicture } from './circle-check.picture.ts'
import { changeBetween, isSamePeople, movedAndStill, talkPlan } from './circle-check.talk.ts'
import {
  type CheckFacts,
  type CircleMark,
  mayAnswer,
  mayMakeCheck,
  mayShowNumbers,
  mayTalkOn,
  mustOpen,
  phaseOf,
} from './circle-check.ts'
import { changeSentence, stillSentence } from './circle-check.words.ts'
import { circleInstrumentSchema } from './circle-instrument.ts'

const folder = new URL('../../../../content/circle-checks/', import.meta.url)
const instruments = readdirSync(folder).map((name) => ({
  name,
  instrument: circleInstrumentSchema.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))),
}))
const midcourse = instruments.find(({ name }) => name === 'midcourse.v1.json')?.instrument
if (midcourse === undefined) throw new Error('There is no midcourse check')

test('each questionnaire is named as its file, asks for the shadow side last, and says that it was not validated', () => {
  expect(instruments.length).toBeGreaterThanOrEqual(4)
  for (const { name, instrument } of instruments) {
    expect(name).toBe(`${instrument.id}.v${instrument.version}.json`)
    expect(instrument.items.at(-1)?.shadow, name).toBe(true)
    expect(instrument.caution.nl.u, name).toContain('niet gevalideerd')
    for (const { question, card } of instrument.items)
      for (const text of [question.nl.u, question.nl.je, question.en, card.nl])
        for (const sentence of text.split(/[.?!]/)) expect(sentence.trim().split(' ').length).toBeLessThan(16)
  }
})

it('is talked about once no answer can come in any more', () => {
  const closesOn = '2026-11-27'
  const may = (talkOn: string, openedOn: string | null) => mayTalkOn(talkOn, { closesOn, openedOn }).allowed
  expect([may('2026-11-27', null), may('2026-11-28', null)]).toEqual([false, true])
  expect([may('2026-11-23', '2026-11-24'), may('2026-11-24', '2026-11-24')]).toEqual([false, true])
})

describe('making a check', () => {
  const planned = {
    ...{ asked: 7, asksFrom: '2026-11-20', closesOn: '2026-11-27', talkOn: '2026-11-29' },
    today: '2026-11-20',
  }
  const rows = [
    [{}, null],
    [{ talkOn: '2026-11-28' }, null],
    [{ asked: 4 }, 'too-few-people'],
    [{ asked: 5 }, null],
    [{ asked: 10 }, null],
    [{ asked: 11 }, 'too-many-people'],
    [{ talkOn: '2026-11-27' }, 'no-talk'],
    [{ asksFrom: '2026-11-19' }, 'wrong-days'],
    [{ closesOn: '2026-11-20' }, 'wrong-days'],
    [{ closesOn: '2027-01-30', talkOn: '2027-02-01' }, 'wrong-days'],
  ] as const
  it.each(rows)('%j → %s', (change, refusal) => {
    const may = mayMakeCheck({ ...planned, ...change })
    expect(may.allowed ? null : may.reason).toBe(refusal)
  })
})

describe('while a check is shut', () => {
  const check: CheckFacts = {
    asksFrom: '2026-11-20T00:00:00Z',
    closesAt: '2026-11-27T00:00:00Z',
    openedAt: null,
  }
  const during = '2026-11-22T10:00:00Z'
  const after = '2026-11-27T00:00:00Z'

  it('opens when everybody who is still asked is in, or the window closed, and once', () => {
    const asked = ['lina', 'noor']
    expect(mustOpen(check, { asked, answered: ['lina'], now: during })).toBeNull()
    expect(mustOpen(check, { asked, answered: ['lina', 'noor', 'els'], now: during })).toBe('all-in')
    expect(mustOpen(check, { asked, answered: [], now: after })).toBe('window')
    expect(mustOpen(check, { asked: [], answered: [], now: during })).toBeNull()
    expect(mustOpen({ ...check, openedAt: during }, { asked, answered: asked, now: after })).toBeNull()
    expect(mustOpen(check, { asked, answered: asked, now: '2026-11-19T10:00:00Z' })).toBeNull()
  })

  it('takes answers of who is asked, from the first moment to the last', () => {
    const may = (isAsked: boolean, now: string) => mayAnswer(check, { isAsked, now }).allowed
    expect(may(true, during)).toBe(true)
    expect(may(false, during)).toBe(false)
    expect(may(true, '2026-11-19T10:00:00Z')).toBe(false)
    expect(may(true, after)).toBe(false)
    expect(phaseOf(check, after)).toBe('asking')
  })
})

test('numbers need five answers and the share that the questionnaire asks for', () => {
  const reason = (answered: number, asked: number, minShare: number) => {
    const may = mayShowNumbers({ answered, asked, minShare, openedWith: answered })
    return may.allowed ? null : may.reason
  }
  expect(reason(4, 4, 60)).toBe('too-few')
  expect(reason(5, 8, 60)).toBeNull()
  expect(reason(5, 9, 60)).toBe('low-response')
  expect(reason(6, 8, 75)).toBeNull()
  expect(reason(5, 7, 75)).toBe('low-response')
})

test.each([
  [8, 8, true],
  [8, 7, false],
  [9, 5, false],
  [10, 5, true],
])('opened with %d answers, %d are left: numbers %s', (openedWith, answered, isShown) => {
  expect(mayShowNumbers({ answered, asked: openedWith, minShare: 50, openedWith }).allowed).toBe(isShown)
})

const items = midcourse.items.map(({ id }) => id)
const sides = ['a', 'b', 'c'].map((id) => ({ id, name: `Kant ${id}` }))
const mark = fc.oneof(fc.integer({ min: 0, max: 10 }), fc.constant('unknown' as CircleMark))
const answer: fc.Arbitrary<CountedAnswer> = fc.record({
  side: fc.constantFrom('a', 'b', 'c'),
  marks: fc.dictionary(fc.constantFrom(...items), mark),
  words: fc.constantFrom('', 'Bel mij eerst.', 'Wie doet wat?'),
})
const facts = fc.array(answer, { maxLength: 12 }).map((answers) => ({
  ...{ asked: Math.max(5, answers.length), minShare: 60, openedWith: answers.length, items, sides, answers },
}))

describe('what is told', () => {
  it('never tells of fewer than five people, of a side by itself or by what is left of the whole', () => {
    fc.assert(
      fc.property(facts, (of) => {
        const outcome = circleOutcome(of)
        if (outcome.status === 'talk') return
        for (const { item, all, sides: told } of outcome.items) {
          const people = (counts: readonly { count: number }[]) =>
            counts.reduce((sum, { count }) => sum + count, 0)
          const answered = of.answers.filter(({ marks }) => typeof marks[item] === 'number').length
          if (all === null) {
            expect(answered).toBeLessThan(5)
            expect(told).toEqual([])
            continue
          }
          expect([all.n, people(all.counts)]).toEqual([answered, answered])
          for (const side of told) {
            expect(side.n).toBeGreaterThanOrEqual(5)
            expect(people(side.counts)).toBe(side.n)
          }
          const rest = all.n - told.reduce((sum, { n }) => sum + n, 0)
          expect(told.length === 0 || rest === 0 || rest >= 5).toBe(true)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('depends on the answers alone, never on their order', () => {
    fc.assert(
      fc.property(facts, (of) => {
        const turned = { ...of, answers: of.answers.toReversed() }
        expect(circleOutcome(turned)).toEqual(circleOutcome(of))
      }),
      { numRuns: 40 },
    )
  })

  it('counts a mother alone on her side with the whole, and tells nothing of her side', () => {
    const answers = ['a', 'a', 'a', 'a', 'a', 'b'].map((side, at): CountedAnswer => {
      return { side, marks: { along: at }, words: '' }
    })
    const outcome = circleOutcome({ asked: 6, minShare: 60, openedWith: 6, items, sides, answers })
    expect(outcome.status === 'shown' && outcome.items[0]).toMatchObject({ all: { n: 6 }, sides: [] })
  })
})

const outcomeOf = (...marks: number[]) =>
  circleOutcome({
    ...{ asked: marks.length, minShare: 60, openedWith: marks.length, items, sides },
    answers: marks.map((one) => ({ side: 'a', marks: { along: one, 'same-way': 7, price: 5 }, words: '' })),
  })

describe('from what came out to the talk', () => {
  it('begins where people differ, and always comes to the shadow side', () => {
    const plan = talkPlan(midcourse, outcomeOf(1, 9, 2, 8, 5))
    expect(plan.map(({ item, reason }) => [item.id, reason])).toEqual([
      ['along', 'differ'],
      ['price', 'shadow'],
    ])
  })

  it('is a card for each question where no number is shown', () => {
    const plan = talkPlan(midcourse, outcomeOf(1, 9))
    expect(plan.map(({ reason }) => reason)).toEqual(['card', 'card', 'shadow'])
  })

  it('tells what changed in counts, and what cannot be told', () => {
    const [along, , price] = changeBetween(midcourse, {
      before: outcomeOf(1, 2, 8, 3, 2),
      now: outcomeOf(8, 9, 8, 4, 7),
    })
    expect(along && changeSentence(along, 'nl')).toBe(
      'Toen één van de vijf dicht bij ‘ja, helemaal’, nu vier van de vijf dicht bij ‘ja, helemaal’.',
    )
    expect(price?.before).toEqual({ high: 0, low: 0, n: 5 })
    const [atLow] = changeBetween(midcourse, {
      before: outcomeOf(1, 2, 2, 5, 5),
      now: outcomeOf(5, 5, 5, 5, 5),
    })
    expect(atLow && changeSentence(atLow, 'nl')).toMatch(
      /^Toen drie van de vijf dicht bij .*, nu nul van de vijf/,
    )
    const [hidden] = changeBetween(midcourse, { before: outcomeOf(1, 2), now: outcomeOf(8, 9, 8, 4, 7) })
    expect(hidden && changeSentence(hidden, 'en')).toContain('Then not to be shown')
  })

  it('keeps what did not change apart, in one sentence', () => {
    const [before, now] = [outcomeOf(1, 2, 8, 3, 2), outcomeOf(8, 9, 8, 4, 7)]
    const { moved, still } = movedAndStill(changeBetween(midcourse, { before, now }))
    expect(moved.map(({ item }) => item.id)).toEqual(['along'])
    expect(stillSentence(still, 'nl')).toMatch(/^In de aantallen veranderde niets bij: .*; /)
    const hidden = changeBetween(midcourse, { before: outcomeOf(1, 2), now })
    expect(movedAndStill(hidden).still).toEqual([])
    expect(stillSentence([], 'en')).toBeNull()
  })

  it('draws every question with a number that its row of the table bears', () => {
    const of = { id: 'a', instrument: midcourse, language: 'nl' as const }
    const { svg, rows } = checkPicture({ ...of, outcome: outcomeOf(1, 2, 8, 3, 2), before: outcomeOf(1, 2) })
    expect(rows.map(({ nr }) => nr)).toEqual(['1', '2', '3'])
    for (const { nr } of rows) expect(svg).toContain(`>${nr}</text>`)
    expect(checkPicture({ ...of, outcome: outcomeOf(1, 2), before: null }).svg).not.toContain('wk-c-full')
  })

  it('says that people are the same only when all of the same were in both times', () => {
    const full = outcomeOf(1, 2, 3, 4, 5)
    const before = { asked: 5, outcome: full, sameAsked: true }
    expect(isSamePeople(before, { asked: 5, outcome: full })).toBe(true)
    expect(isSamePeople({ ...before, sameAsked: false }, { asked: 5, outcome: full })).toBe(false)
    expect(isSamePeople(before, { asked: 6, outcome: full })).toBe(false)
  })
})
