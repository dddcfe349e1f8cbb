import { expect, it } from 'vitest'
import { momentOf, wallMoment } from './contact-moment.ts'

const amsterdam = 'Europe/Amsterdam'

it.each([
  ['in winter', '2026-11-24', '09:30', '2026-11-24T08:30:00.000Z'],
  ['in summer', '2026-07-24', '09:30', '2026-07-24T07:30:00.000Z'],
  ['early on the day the clock goes forward', '2026-03-29', '01:30', '2026-03-29T00:30:00.000Z'],
  ['later on that day', '2026-03-29', '09:00', '2026-03-29T07:00:00.000Z'],
  ['on the day the clock goes back', '2026-10-25', '09:00', '2026-10-25T08:00:00.000Z'],
  ['just after midnight', '2026-11-24', '00:05', '2026-11-23T23:05:00.000Z'],
])('reads a moment on the clock of the workspace %s, and back', (_, day, time, at) => {
  expect(momentOf({ day, time }, amsterdam)).toBe(at)
  expect(wallMoment(at, amsterdam)).toEqual({ day, time })
})

it('knows zones on the other side of the world', () => {
  expect(momentOf({ day: '2026-11-24', time: '09:30' }, 'Pacific/Auckland')).toBe('2026-11-23T20:30:00.000Z')
  expect(momentOf({ day: '2026-11-24', time: '22:30' }, 'America/Curacao')).toBe('2026-11-25T02:30:00.000Z')
})

it('takes an hour that the clock skips for one beside it', () => {
  const at = momentOf({ day: '2026-03-29', time: '02:30' }, amsterdam)
  expect(['2026-03-29T00:30:00.000Z', '2026-03-29T01:30:00.000Z']).toContain(at)
})

it.each([
  ['', '09:30'],
  ['2026-11-24', ''],
  ['24-11-2026', '09:30'],
  ['2026-13-45', '09:30'],
  ['2026-11-24', '9.30'],
])('knows no moment from %j and %j', (day, time) => {
  expect(momentOf({ day, time }, amsterdam)).toBeNull()
})
