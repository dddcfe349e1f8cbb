import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addCalendarDays } from '../shared/local-hours.ts'
import { localDay } from '../shared/time.ts'
import { wallTime } from '../shared/wall-clock.ts'
import { componentsOf } from './trajectory.components.ts'
import { participationOf } from './trajectory.hours.ts'
import { dayLater, planProblems, shiftPlan, windowOf } from './trajectory.plan.ts'
import { mayRemind, type RegisterLine, waitingOf } from './trajectory.stuck.ts'
import { planFromTemplate, type TrajectoryTemplate, trajectoryTemplateShape } from './trajectory.template.ts'
import { trajectoryComponents } from './trajectory.ts'

const timeZone = 'Europe/Amsterdam'
const folder = new URL('../../../../content/learning/templates/', import.meta.url)
const templates = readdirSync(folder).map((name) =>
  trajectoryTemplateShape.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))),
)
const byKey = (key: string): TrajectoryTemplate => {
  const found = templates.find((one) => one.key === key)
  if (found === undefined) throw new Error(`No template ${key}`)
  return found
}

function ids(): () => string {
  let last = 0
  return () => `00000000-0000-7000-8000-${String(++last).padStart(12, '0')}`
}
const planOf = (key: string, startsOn: string) =>
  planFromTemplate(byKey(key), { startsOn, timeZone, language: 'nl', newId: ids() })

const day = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2034-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

test('T1 is at masterclass 1, T2 six weeks later, T3 two months after that', () => {
  const plan = planOf('equal-partners', '2026-09-08')
  const opens = Object.fromEntries(plan.moments.map(({ key, opensOn }) => [key, opensOn]))
  expect(opens).toMatchObject({ T1: '2026-09-22', T2: '2026-11-03', T3: '2027-01-03' })
  expect(plan.events.map(({ at }) => wallTime(at, timeZone))).toEqual([
    { day: '2026-09-08', time: '13:30' },
    { day: '2026-09-22', time: '09:30' },
    { day: '2026-11-03', time: '09:30' },
    // Two months later is a Sunday: the Monday after it.
    { day: '2027-01-04', time: '13:30' },
  ])
})

test('every template gives dates in order from any first day, and at the same time on the clock', () => {
  fc.assert(
    fc.property(fc.constantFrom(...templates), day, (template, startsOn) => {
      const plan = planFromTemplate(template, { startsOn, timeZone, language: 'en', newId: ids() })
      expect(planProblems(plan, timeZone)).toEqual([])
      expect(plan.events.map(({ at }) => wallTime(at, timeZone).time)).toEqual(
        template.events.map(({ time }) => time),
      )
    }),
    { numRuns: 60 },
  )
})

test('last year’s plan moves as a whole, each with an id of its own', () => {
  fc.assert(
    fc.property(fc.constantFrom(...templates), day, day, (template, from, to) => {
      const newId = ids()
      const plan = { ...planFromTemplate(template, { startsOn: from, timeZone, language: 'nl', newId }) }
      const moved = shiftPlan(plan, { startsOn: to, timeZone, newId })
      const days = (at: string) => Date.parse(`${localDay(at, timeZone)}T00:00:00Z`) / 86_400_000
      const between = (one: typeof plan) =>
        one.events.map(({ at }) => [
          days(at) - days(`${one.startsOn}T12:00:00Z`),
          wallTime(at, timeZone).time,
        ])
      expect(between(moved)).toEqual(between(plan))
      expect(planProblems(moved, timeZone)).toEqual([])
      const all = [...plan.events, ...plan.moments, ...moved.events, ...moved.moments].map(
        ({ id }) => id as string,
      )
      expect(new Set(all).size).toBe(all.length)
      expect(moved.components.flatMap(({ planned }) => planned).every((id) => all.includes(id))).toBe(true)
    }),
    { numRuns: 60 },
  )
})

test('dates that cannot be are told one by one', () => {
  const moment = (id: string, key: string, opensOn: string, closesOn: string) => ({
    id,
    key,
    opensOn,
    closesOn,
  })
  const plan = {
    startsOn: '2026-09-01',
    events: [{ id: 'early', at: '2026-08-01T10:00:00.000Z' }],
    moments: [
      moment('t2', 'T2', '2026-09-10', '2026-09-20'),
      moment('t1', 'T1', '2026-09-20', '2026-09-30'),
      moment('t3', 'T3', '2026-11-20', '2026-11-10'),
      moment('t3-again', 'T3', '2026-11-20', '2026-11-30'),
      moment('t4', 'T4', '2062-01-01', '2062-01-02'),
      moment('exit', 'exit', '2026-09-01', '2026-12-01'),
    ],
  }
  expect(planProblems(plan, timeZone)).toEqual([
    { code: 'before-start', id: 'early' },
    { code: 'out-of-order', id: 't2' },
    { code: 'closes-before-opens', id: 't3' },
    { code: 'key-twice', id: 't3-again' },
    { code: 'too-far', id: 't4' },
  ])
})

test.each([
  ['2027-01-31', { months: 1 }, '2027-02-28'],
  ['2028-01-31', { months: 1 }, '2028-02-29'],
  ['2026-11-30', { months: 3, days: 1 }, '2027-03-01'],
  ['2026-03-28', { weeks: 1 }, '2026-04-04'],
])('%s and %j later is %s', (from, by, expected) => expect(dayLater(from, by)).toBe(expected))

test('a window holds its last day', () => {
  const window = { opensOn: '2026-11-01', closesOn: '2026-11-14' }
  expect(['2026-10-31', '2026-11-01', '2026-11-14', '2026-11-15'].map((at) => windowOf(window, at))).toEqual([
    ...['before', 'open', 'open', 'closed'],
  ])
})

test('all five parts are named, and one is there by words or by what is still planned', () => {
  const { events, moments, components } = planOf('in-company', '2026-09-08')
  const all = [...events, ...moments].map(({ id }) => id as string)
  const there = (states: ReturnType<typeof componentsOf>) => states.map(({ isThere }) => isThere)
  expect(componentsOf(components, all).map(({ component }) => component)).toEqual([...trajectoryComponents])
  expect(there(componentsOf(components, all))).toEqual([true, false, true, false, true])
  const bare = components.map((part) => ({ ...part, by: ' ' }))
  expect(there(componentsOf(bare, all.slice(1)))).toEqual([false, false, true, false, true])
})

const line: RegisterLine = {
  ...{ status: 'active', joinedOn: '2026-09-01', invitedOn: '2026-09-01', seen: true, remindedOn: null },
  ...{ received: new Set<string>(), buddy: null },
}
const t1 = { id: 'one', key: 'T1', opensOn: '2026-09-10', closesOn: '2026-09-24' }
const exit = { id: 'exit', key: 'exit', opensOn: '2026-09-01', closesOn: '2026-12-01' }

test.each<[string, Partial<RegisterLine>, string, string[]]>([
  ['nobody invited her', { seen: false, invitedOn: null }, '2026-09-20', ['not-invited']],
  ['she has some days to open it', { seen: false }, '2026-09-04', []],
  ['she has not opened it', { seen: false }, '2026-09-05', ['not-opened']],
  ['a moment may stand open for a while', {}, '2026-09-14', []],
  ['a moment is missing', {}, '2026-09-15', ['moment-missing']],
  ['and stays so when it is over', {}, '2026-11-15', ['moment-missing']],
  ['it came in', { received: new Set(['one']) }, '2026-11-15', []],
  ['on paper it comes in unopened', { seen: false, received: new Set(['one']) }, '2026-11-15', []],
  ['she joined after it', { joinedOn: '2026-10-01' }, '2026-11-15', []],
  ['she joined in the middle', { joinedOn: '2026-09-20' }, '2026-09-22', []],
  ['she stopped', { status: 'stopped' }, '2026-11-15', []],
  ['she completed it', { status: 'completed' }, '2026-11-15', []],
  [
    'buddies did not meet',
    { received: new Set(['one']), buddy: { since: '2026-09-10', met: false } },
    '2026-10-01',
    ['no-buddy-contact'],
  ],
  ['they did', { received: new Set(['one']), buddy: { since: '2026-09-10', met: true } }, '2026-12-01', []],
])('stuck or not: %s', (_, change, today, expected) =>
  expect(waitingOf({ ...line, ...change }, [t1, exit], today).map(({ why }) => why)).toEqual(expected),
)

test('there is at most one letter a week, and none to whom no letter helps', () => {
  fc.assert(
    fc.property(fc.nat(40), fc.option(fc.nat(40), { nil: null }), (age, reminded) => {
      const today = '2026-12-01'
      const ago = (days: number) => addCalendarDays(today, -days)
      const learner = { ...line, invitedOn: ago(age), remindedOn: reminded === null ? null : ago(reminded) }
      const may = mayRemind(learner, [{ why: 'not-opened' }], today)
      expect(may).toBe(age >= 4 && (reminded === null || reminded >= 7))
    }),
    { numRuns: 100 },
  )
  expect(mayRemind({ ...line, invitedOn: null }, [{ why: 'not-invited' }], '2026-12-01')).toBe(false)
  expect(mayRemind(line, [], '2026-12-01')).toBe(false)
})

test('only the hours of events at which she was count', () => {
  const event = (id: string, at: string, hours: number) => ({ id: id as never, title: id, at, hours })
  const events = [event('late', '2026-10-01T10:00:00Z', 6), event('early', '2026-09-01T10:00:00Z', 2.5)]
  const row = (id: string, attended: boolean, hours: number) => ({ event: id as never, attended, hours })
  expect(participationOf(events, [row('late', true, 0.1), row('early', true, 0.2)])).toMatchObject({
    events: [{ title: 'early' }, { title: 'late' }],
    hours: 0.3,
  })
  expect(participationOf(events, [row('late', false, 6), row('gone', true, 6)])).toEqual({
    events: [],
    hours: 0,
  })
})
