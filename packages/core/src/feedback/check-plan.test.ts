import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMilliseconds, clock, type Instant, localDay, millis } from '../shared/time.ts'
import { type AskedBefore, nextQuestion, type PlanFacts, planStep } from './check-plan.ts'

const timeZone = 'Europe/Amsterdam'
const tuesday = '2026-11-24T10:00:00.000Z'

const facts = (parts: Partial<PlanFacts> = {}): PlanFacts => ({
  ...{ rhythm: 'weeks', everyWeeks: 2, weekends: false, since: '2026-11-01T10:00:00.000Z' },
  ...{ everyDays: null, beginsOn: null, endsOn: null },
  ...{ pausedUntil: null, isStopped: false, hasAddress: true, contacts: [], asked: [] },
  ...parts,
})
const asked = (parts: Partial<AskedBefore> = {}): AskedBefore => ({
  ...{ id: 'i', contact: null, at: tuesday, status: 'open', mailed: true, reminded: [] },
  ...parts,
})
const step = (parts: Partial<PlanFacts>, now: Instant = tuesday) => planStep(facts(parts), now, timeZone)

describe('asking every so many weeks', () => {
  it('asks the first time at once, and then on the same day of the calendar two weeks later', () => {
    expect(step({})).toEqual({ do: 'ask', contact: null })
    const answered = [asked({ status: 'answered' })]
    expect(step({ asked: answered })).toEqual({ do: 'wait', until: '2026-11-25T10:00:00.000Z' })
    expect(step({ asked: answered }, '2026-12-08T07:59:00.000Z')).toEqual({
      do: 'wait',
      until: '2026-12-08T08:00:00.000Z',
    })
    expect(step({ asked: answered }, '2026-12-08T08:00:00.000Z')).toEqual({ do: 'ask', contact: null })
  })

  it('counts days and not hours over summer time', () => {
    const answered = [asked({ status: 'answered', at: '2027-03-16T09:00:00.000Z' })]
    expect(step({ asked: answered }, '2027-03-30T06:59:00.000Z').do).toBe('wait')
    expect(step({ asked: answered }, '2027-03-30T07:00:00.000Z').do).toBe('ask')
  })

  it('asks nothing at night or in the weekend: that waits for the morning, or for Monday', () => {
    expect(step({}, '2026-11-24T23:30:00.000Z')).toEqual({ do: 'wait', until: '2026-11-25T08:00:00.000Z' })
    expect(step({}, '2026-11-28T10:00:00.000Z')).toEqual({ do: 'wait', until: '2026-11-29T10:00:00.000Z' })
    expect(step({}, '2026-11-29T10:00:00.000Z')).toEqual({ do: 'wait', until: '2026-11-30T08:00:00.000Z' })
    expect(step({ weekends: true }, '2026-11-28T10:00:00.000Z').do).toBe('ask')
  })
})

describe('asking every so many days, within a time', () => {
  const days = (parts: Partial<PlanFacts> = {}, now: Instant = tuesday) =>
    step({ rhythm: 'days', everyDays: 10, ...parts }, now)
  const first = asked({ status: 'answered' })
  const rows: [string, Partial<PlanFacts>, Instant, 'ask' | 'remind' | 'wait'][] = [
    ['the first time at once', {}, tuesday, 'ask'],
    ['before the tenth day', { asked: [first] }, '2026-12-04T07:59:00.000Z', 'wait'],
    ['on the tenth day, from nine', { asked: [first] }, '2026-12-04T08:00:00.000Z', 'ask'],
    ['the day before the first one', { beginsOn: '2026-11-25' }, tuesday, 'wait'],
    ['on the first day, before nine', { beginsOn: '2026-11-25' }, '2026-11-25T07:59:00.000Z', 'wait'],
    ['on the first day', { beginsOn: '2026-11-25' }, '2026-11-25T08:00:00.000Z', 'ask'],
    ['on the last day', { endsOn: '2026-11-24' }, tuesday, 'ask'],
    ['after the last day', { endsOn: '2026-11-23' }, tuesday, 'wait'],
    [
      'a minute after midnight there, in UTC still the last day',
      { endsOn: '2026-11-23', weekends: true },
      '2026-11-23T23:01:00.000Z',
      'wait',
    ],
    [
      'reminded within the time',
      { endsOn: '2026-12-31', asked: [asked({ at: '2026-11-20T09:00:00.000Z' })] },
      tuesday,
      'remind',
    ],
    [
      'not reminded after it',
      { endsOn: '2026-11-23', asked: [asked({ at: '2026-11-20T09:00:00.000Z' })] },
      tuesday,
      'wait',
    ],
    ['not when it is answered', { asked: [{ ...first, at: '2026-11-20T09:00:00.000Z' }] }, tuesday, 'wait'],
    ['a withdrawn one does not count', { asked: [asked({ status: 'revoked' })] }, tuesday, 'ask'],
    ['paused', { pausedUntil: '2026-12-20T10:00:00.000Z' }, tuesday, 'wait'],
    ['stopped by herself', { isStopped: true }, tuesday, 'wait'],
  ]
  it.each(rows)('%s', (_, parts, now, expected) => {
    expect(days(parts, now).do).toBe(expected)
  })

  it('looks no more once it is over, and tells of no question that would come after it', () => {
    expect(days({ endsOn: '2026-11-23' })).toEqual({ do: 'wait', until: null })
    const next = (endsOn: string) =>
      nextQuestion(facts({ rhythm: 'days', everyDays: 10, asked: [first], endsOn }), tuesday, timeZone)
    expect(next('2026-12-04')).toBe('2026-12-04T08:00:00.000Z')
    expect(next('2026-12-03')).toBeNull()
  })
})

describe('asking after a contact', () => {
  const after = (at: Instant, parts: Partial<PlanFacts> = {}) =>
    step({ rhythm: 'after-contact', contacts: [{ id: 'c', at }], ...parts })

  it('asks about a contact an hour after it began, once', () => {
    expect(after('2026-11-24T09:00:00.000Z')).toEqual({ do: 'ask', contact: 'c' })
    expect(after('2026-11-24T09:30:00.000Z')).toEqual({ do: 'wait', until: '2026-11-24T10:30:00.000Z' })
    const answered = [asked({ contact: 'c', status: 'answered' })]
    expect(after('2026-11-24T09:00:00.000Z', { asked: answered }).do).toBe('wait')
  })

  it('does not ask about what is long ago, or lay before the plan', () => {
    expect(after('2026-11-16T09:00:00.000Z').do).toBe('wait')
    expect(after('2026-11-23T09:00:00.000Z', { since: '2026-11-24T09:00:00.000Z' }).do).toBe('wait')
  })
})

describe('reminders', () => {
  const reminded = (...at: Instant[]) => ({
    asked: [asked({ at: '2026-11-17T10:00:00.000Z', reminded: at })],
  })

  it('come after three days, twice at most', () => {
    expect(step(reminded())).toEqual({ do: 'remind', invitation: 'i' })
    expect(step(reminded('2026-11-22T10:00:00.000Z')).do).toBe('wait')
    expect(step(reminded('2026-11-20T10:00:00.000Z')).do).toBe('remind')
    expect(step(reminded('2026-11-18T10:00:00.000Z', '2026-11-21T09:00:00.000Z')).do).toBe('wait')
  })

  it.each(['answered', 'revoked', 'expired', 'ended'] as const)('never come for what is %s', (status) => {
    const rhythm = 'after-contact'
    expect(step({ rhythm, asked: [asked({ at: '2026-11-17T10:00:00.000Z', status })] }).do).toBe('wait')
  })

  it('never come without an address, or for a question that did not go by mail', () => {
    expect(step({ ...reminded(), hasAddress: false }).do).toBe('wait')
    expect(step({ asked: [asked({ at: '2026-11-17T10:00:00.000Z', mailed: false })] }).do).toBe('wait')
  })
})

it('a pause waits until it is over, a stop and no rhythm until someone says otherwise', () => {
  expect(step({ pausedUntil: '2026-12-05T10:00:00.000Z' })).toEqual({
    do: 'wait',
    until: '2026-12-07T08:00:00.000Z',
  })
  expect(step({ pausedUntil: '2026-11-20T10:00:00.000Z' }).do).toBe('ask')
  expect(step({ isStopped: true })).toEqual({ do: 'wait', until: null })
  expect(step({ rhythm: 'none' })).toEqual({ do: 'wait', until: null })
})

describe('when the next question comes', () => {
  const next = (parts: Partial<PlanFacts> = {}) => nextQuestion(facts(parts), tuesday, timeZone)
  const contacts = [{ id: 'c', at: '2026-11-26T18:30:00.000Z' }]

  it('is told for weeks of the calendar, for a contact that is planned, and after a pause', () => {
    expect(next()).toBe(tuesday)
    expect(next({ asked: [asked({ status: 'answered' })] })).toBe('2026-12-08T08:00:00.000Z')
    expect(next({ rhythm: 'after-contact', contacts })).toBe('2026-11-27T08:00:00.000Z')
    expect(next({ pausedUntil: '2026-12-05T10:00:00.000Z' })).toBe('2026-12-07T08:00:00.000Z')
  })

  it('is not made up where none is coming', () => {
    expect(next({ rhythm: 'after-contact' })).toBeNull()
    expect(next({ isStopped: true })).toBeNull()
    expect(next({ rhythm: 'none', contacts })).toBeNull()
  })
})

it('over a year of doing what it says: within the hours, never too often, never after an answer, and it always goes on', () => {
  const habits = fc.record({
    weeks: fc.integer({ min: 1, max: 8 }),
    start: fc.date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true }),
    weekends: fc.boolean(),
    answers: fc.infiniteStream(fc.boolean()),
  })
  fc.assert(
    fc.property(habits, ({ weeks, start, weekends, answers }) => {
      let now: Instant = start.toISOString()
      const end = addDays(now, 365)
      const out: AskedBefore[] = []
      for (let turns = 0; now < end; turns++) {
        expect(turns).toBeLessThan(2_000)
        const did = step({ everyWeeks: weeks, weekends, since: start.toISOString(), asked: out }, now)
        if (did.do === 'wait') {
          if (did.until === null) throw new Error('It must go on')
          expect(millis(did.until)).toBeGreaterThan(millis(now))
          now = did.until
          continue
        }
        const hour = Number(clock(now, 'en', timeZone).slice(0, 2))
        expect(hour >= 9 && hour < 20).toBe(true)
        const weekday = new Date(`${localDay(now, timeZone)}T00:00:00Z`).getUTCDay()
        expect(weekends || (weekday !== 0 && weekday !== 6)).toBe(true)
        const last = out.at(-1)
        if (did.do === 'ask') {
          const status = answers.next().value ? 'answered' : 'open'
          if (last) expect(millis(now) - millis(last.at)).toBeGreaterThan((7 * weeks - 1) * 86_400_000)
          out.push(asked({ id: String(turns), at: now, status }))
        } else {
          expect([last?.id, last?.status]).toEqual([did.invitation, 'open'])
          const before = last?.reminded.at(-1) ?? last?.at ?? now
          expect(millis(now) - millis(before)).toBeGreaterThanOrEqual(3 * 86_400_000)
          if (last) out[out.length - 1] = { ...last, reminded: [...last.reminded, now] }
          expect(out.at(-1)?.reminded.length).toBeLessThanOrEqual(2)
        }
        now = addMilliseconds(now, 1_000)
      }
      expect(out.length).toBeGreaterThan(0)
    }),
    { numRuns: 30 },
  )
})
