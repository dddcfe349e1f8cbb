import { expect, it } from 'vitest'
import { Attacker } from './small-groups.attacker.factory.ts'
import { buildGroup, reportOf } from './small-groups.factory.ts'
import { reportGroups } from './small-groups.ts'
import { permitView, type RoundOfViews, type ViewAsked } from './small-groups.views.ts'

const round: RoundOfViews = { cut: 'team', closed: true }
const asked: ViewAsked = { cut: 'team', filters: [] }

const rows: [string, RoundOfViews, ViewAsked, ReturnType<typeof permitView>][] = [
  ['the division of the round', round, asked, { allowed: true }],
  ['before it closed', { ...round, closed: false }, asked, { allowed: false, reason: 'not-closed' }],
  ['a team × a profession', round, { ...asked, filters: ['nurse'] }, { allowed: false, reason: 'filtered' }],
  [
    'professions over the whole round',
    round,
    { ...asked, cut: 'profession' },
    { allowed: false, reason: 'other-cut' },
  ],
  [
    'professions × a team',
    round,
    { cut: 'profession', filters: ['north'] },
    { allowed: false, reason: 'filtered' },
  ],
]
it.each(rows)('%s', (_, given, view, expected) => {
  expect(permitView(given, view)).toEqual(expected)
})

it('a second division tells one person, although each of its groups is large enough', () => {
  // Team north: 5 nurses and 1 doctor. Team south: 6 doctors. Unknown: nurses north, doctors north, doctors south.
  const teams = reportGroups({
    root: buildGroup('all', undefined, [buildGroup('north', 6), buildGroup('south', 6)]),
    items: ['q'],
    k: 5,
  })
  const professions = reportGroups({
    root: buildGroup('all', undefined, [buildGroup('nurses', 5), buildGroup('doctors', 7)]),
    items: ['q'],
    k: 5,
  })
  expect(reportOf(teams, 'north').answered).toMatchObject({ status: 'shown', n: 6, leftOut: [] })
  expect(reportOf(professions, 'nurses').answered).toMatchObject({ status: 'shown', n: 5, leftOut: [] })
  const north = [1, 1, 0]
  const south = [0, 0, 1]
  const nurses = [1, 0, 0]
  const theDoctorInNorth = [0, 1, 0]
  expect(new Attacker(3, [north, south]).knows(theDoctorInNorth)).toBe(false)
  expect(new Attacker(3, [north, south, nurses]).knows(theDoctorInNorth)).toBe(true)
})
