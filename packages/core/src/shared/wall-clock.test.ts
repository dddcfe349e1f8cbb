import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readWallTime, wallTime } from './wall-clock.ts'

const zone = 'Europe/Amsterdam'

test('what the clock shows is read back as the same minute, in every zone', () => {
  const minutes = fc
    .integer({ min: 1_700_000_000, max: 1_900_000_000 })
    .map((s) => Math.floor(s / 60) * 60_000)
  fc.assert(
    fc.property(
      minutes,
      fc.constantFrom(zone, 'UTC', 'America/New_York', 'Asia/Kathmandu'),
      (ms, timeZone) => {
        const read = readWallTime(wallTime(new Date(ms).toISOString(), timeZone), timeZone)
        // In the hour that comes twice the first time is meant.
        expect('at' in read && [0, -3_600_000]).toContain('at' in read ? Date.parse(read.at) - ms : 1)
      },
    ),
    { numRuns: 100 },
  )
})

test('an hour that comes twice is the first one; one that is skipped is told', () => {
  expect(readWallTime({ day: '2026-10-25', time: '02:30' }, zone)).toEqual({ at: '2026-10-25T00:30:00.000Z' })
  expect(readWallTime({ day: '2027-03-28', time: '02:30' }, zone)).toEqual({ problem: 'skipped' })
  expect(readWallTime({ day: '2027-03-28', time: '03:30' }, zone)).toEqual({ at: '2027-03-28T01:30:00.000Z' })
  expect(readWallTime({ day: '2026-11-24', time: '' }, zone)).toEqual({ problem: 'missing' })
  expect(readWallTime({ day: '2026-13-40', time: '09:00' }, zone)).toEqual({ problem: 'missing' })
})
