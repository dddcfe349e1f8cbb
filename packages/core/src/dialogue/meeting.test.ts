import { expect, test } from 'vitest'
import { tableProblems, verdictOf } from './meeting.people.ts'
import {
  type AtTable,
  clashing,
  mayBecome,
  mayInMeeting,
  mayPlanAt,
  meetingActs,
  meetingStatuses,
} from './meeting.ts'
import { plainFormat } from './programme.factory.ts'

test('a meeting goes on, is called off or ends, and what ended stays so', () => {
  const ways = meetingStatuses.flatMap((from) =>
    meetingStatuses.filter((to) => from !== to && mayBecome(from, to).allowed).map((to) => `${from} → ${to}`),
  )
  expect(ways).toEqual(['planned → live', 'planned → cancelled', 'live → ended', 'cancelled → planned'])
})

const who = (role: AtTable['role'], more: Partial<AtTable> = {}): AtTable => ({
  ...{ role, isMember: true, isMaker: false },
  ...more,
})

test.each([
  ['the facilitator', who('facilitator'), 'plan invite cancel begin'],
  ['a host', who('host'), 'plan invite cancel'],
  ['the recorder', who('recorder'), ''],
  ['a participant', who('participant'), ''],
  ['a participant who made the plan', who('participant', { isMaker: true }), 'plan invite cancel begin'],
  ['a facilitator without an account', who('facilitator', { isMember: false }), ''],
])('before it begins, %s may do what is hers', (_, at, acts) => {
  const may = meetingActs.filter((act) => mayInMeeting(at, 'planned', act).allowed)
  expect(may.join(' ')).toBe(acts)
})

test('while it goes on nothing is planned any more, late comers get a link, and it ends', () => {
  const may = (status: 'live' | 'ended' | 'cancelled') =>
    meetingActs.filter((act) => mayInMeeting(who('facilitator'), status, act).allowed).join(' ')
  expect(may('live')).toBe('invite begin end take-minutes')
  expect(may('ended')).toBe('end take-minutes')
  expect(may('cancelled')).toBe('cancel take-minutes')
})

test('the past, and a year that is a typing error, cannot be planned', () => {
  const now = '2026-11-22T09:00:00.000Z'
  expect(mayPlanAt('2026-11-22T08:56:00.000Z', now)).toEqual({ allowed: true })
  expect(mayPlanAt('2026-11-22T08:50:00.000Z', now)).toEqual({ allowed: false, reason: 'in-the-past' })
  expect(mayPlanAt('2126-11-22T09:00:00.000Z', now)).toEqual({ allowed: false, reason: 'too-far' })
})

test('what lies in the same time is told; what begins as the other ends is not', () => {
  const at = (plannedAt: string) => ({ plannedAt, minutes: 60 })
  const others = ['08:00', '08:01', '09:59', '10:00'].map((time) => at(`2026-11-22T${time}:00.000Z`))
  expect(clashing(at('2026-11-22T09:00:00.000Z'), others)).toEqual([others[1], others[2]])
})

test('a table tells what it lacks and what it has too much of', () => {
  const seats = (...roles: ('facilitator' | 'participant')[]) => roles.map((role) => ({ role }))
  expect(tableProblems(plainFormat, seats('participant'))).toEqual([
    { problem: 'role-missing', role: 'facilitator', count: 1 },
    { problem: 'too-few', count: 1 },
  ])
  expect(tableProblems(plainFormat, seats('facilitator', 'facilitator', 'participant'))).toEqual([
    { problem: 'role-full', role: 'facilitator', count: 1 },
  ])
  expect(tableProblems(plainFormat, seats('facilitator', 'participant'))).toEqual([])
})

test('one no is a no for the table, and who was not asked has not said yes', () => {
  expect(verdictOf(['given', 'refused', 'not-asked'])).toBe('no')
  expect(verdictOf(['given', 'withdrawn'])).toBe('no')
  expect(verdictOf(['given', 'waiting'])).toBe('open')
  expect(verdictOf(['given', 'given'])).toBe('yes')
  expect(verdictOf([])).toBe('open')
})
