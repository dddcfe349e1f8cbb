import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Role, roles } from '../access/access.ts'
import type { MemberId } from '../shared/ids.ts'
import { addDays, addMilliseconds } from '../shared/time.ts'
import {
  isSupervised,
  mayShareWith,
  maySupervise,
  supervisionDays,
  supervisionEndsAt,
} from './supervision.ts'

const noor = { id: 'noor' as MemberId, roles: ['professional'] as Role[] }
const fien = { id: 'fien' as MemberId, roles: ['facilitator'] as Role[], ended: false, takesPart: false }
const at = '2026-11-19T08:00:00.000Z'

describe('who may look along', () => {
  it('is a facilitator, a trainer or a coach; never a guest, also with another role', () => {
    expect(roles.filter((role) => maySupervise([role]).allowed)).toEqual(['facilitator', 'trainer', 'coach'])
    expect(maySupervise([])).toEqual({ allowed: false, reason: 'other-role' })
    expect(maySupervise(['coach', 'guest'])).toEqual({ allowed: false, reason: 'guest' })
  })

  const rows: [string, typeof noor, Parameters<typeof mayShareWith>[1], string | null][] = [
    ['a facilitator', noor, fien, null],
    ['a professional who is a coach as well', noor, { ...fien, roles: ['professional', 'coach'] }, null],
    ['a colleague without such a role', noor, { ...fien, roles: ['professional'] }, 'other-role'],
    ['an administrator', noor, { ...fien, roles: ['administrator'] }, 'other-role'],
    ['who left', noor, { ...fien, ended: true }, 'ended'],
    ['who takes part', noor, { ...fien, takesPart: true }, 'takes-part'],
    ['oneself', { ...noor, roles: ['facilitator'] }, { ...fien, id: noor.id }, 'takes-part'],
    ['asked by a guest', { ...noor, roles: ['guest'] }, fien, 'guest'],
    ['asked by a researcher', { ...noor, roles: ['researcher'] }, fien, 'no-content-role'],
  ]
  it.each(rows)('%s', (_, sharer, asked, reason) => {
    expect(mayShareWith(sharer, asked)).toEqual(
      reason === null ? { allowed: true } : { allowed: false, reason },
    )
  })
})

describe('how long it holds', () => {
  it('from the moment it is shared until just before it ends, also over the change of the clock', () => {
    // The clock goes back on the 25th of October: seven days are seven times 24 hours.
    const sharedAt = '2026-10-22T08:00:00.000Z'
    const endsAt = supervisionEndsAt(sharedAt, 7)
    expect(endsAt).toBe('2026-10-29T08:00:00.000Z')
    const share = { sharedAt, endsAt, endedAt: null }
    const holds = (now: string) => isSupervised(share, now)
    expect([addMilliseconds(sharedAt, -1), sharedAt].map(holds)).toEqual([false, true])
    expect([addMilliseconds(endsAt, -1), endsAt].map(holds)).toEqual([true, false])
  })

  it('never after it was withdrawn, whatever its term', () => {
    fc.assert(
      fc.property(fc.constantFrom(...supervisionDays), fc.integer({ min: 0, max: 60 }), (days, later) => {
        const share = { sharedAt: at, endsAt: supervisionEndsAt(at, days), endedAt: addDays(at, 1) }
        expect(isSupervised(share, addDays(at, later))).toBe(false)
        expect(isSupervised({ ...share, endedAt: null }, addDays(at, later))).toBe(later < days)
      }),
    )
  })
})
