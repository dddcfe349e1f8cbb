import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reportGroups } from '../shared/small-groups.ts'
import { hasEnough, mayBeSentOut, mayLookAtEachOther, mayMoveTalk } from './round.ts'

const group = fc.tuple(fc.nat(12), fc.nat(12)).map(([answered, more]) => ({
  answered,
  invited: Math.max(5, answered + more),
}))
const round = fc.record({
  groups: fc.array(group, { minLength: 1, maxLength: 6 }),
  minShare: fc.constantFrom(null, 60, 75),
})

/** What the outcome says of groups by themselves. */
function shownOf(groups: readonly { answered: number }[]) {
  const subgroups = groups.map(({ answered: n }, at) => ({
    id: `${at}`,
    own: { n, items: {} },
    subgroups: [],
  }))
  return reportGroups({ root: { id: 'all', subgroups }, items: [], k: 5 }).groups.slice(1)
}

describe('whether there is enough', () => {
  it('follows from what the outcome shows and who was asked, so it tells nothing more', () => {
    fc.assert(
      fc.property(round, ({ groups, minShare }) => {
        const shown = shownOf(groups).flatMap(({ answered }) =>
          answered.status === 'shown' ? answered.n : [],
        )
        const told = shown.reduce((sum, n) => sum + n, 0)
        const invited = groups.reduce((sum, one) => sum + one.invited, 0)
        const expected = shown.length > 0 && (minShare === null || told / invited >= minShare / 100)
        expect(hasEnough(groups, { k: 5, minShare })).toBe(expected)
      }),
    )
  })

  it('does not move with a group that stays hidden', () => {
    fc.assert(
      fc.property(round, fc.nat(4), ({ groups, minShare }, other) => {
        const as = (answered: number) => [...groups, { invited: 6, answered }]
        expect(hasEnough(as(other), { k: 5, minShare })).toBe(hasEnough(as(0), { k: 5, minShare }))
      }),
    )
  })

  it('changes once at most, whoever answers next', () => {
    fc.assert(
      fc.property(round, fc.array(fc.nat(5)), ({ groups, minShare }, next) => {
        const counted = groups.map((one) => ({ ...one }))
        let was = hasEnough(counted, { k: 5, minShare })
        for (const at of next) {
          const one = counted[at % counted.length]
          if (one === undefined || one.answered === one.invited) continue
          one.answered += 1
          const is = hasEnough(counted, { k: 5, minShare })
          expect(was && !is).toBe(false)
          was = is
        }
      }),
    )
  })

  it.each([
    [7, 60, true],
    [6, 60, false],
    [8, 75, false],
    [9, 75, true],
  ])('%i of eleven with %i in a hundred: %s', (answered, minShare, expected) => {
    expect(hasEnough([{ invited: 11, answered }], { k: 5, minShare })).toBe(expected)
  })
})

describe('groups that look at each other', () => {
  const a = { id: 'a', name: 'Artsen', invited: 6, parts: [], about: null }
  const b = { ...a, id: 'b', name: 'Begeleiders' }
  it.each([
    ['between', [a], 'one-group'],
    ['between', [a, { ...b, parts: [{ name: 'x', invited: 6 }] }], 'has-parts'],
    ['between', [a, { ...b, about: 'a' }], 'about-nobody'],
    ['between', ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({ ...a, id })), 'too-many-groups'],
    [
      'swap',
      [
        { ...a, about: 'a' },
        { ...b, about: 'a' },
      ],
      'about-itself',
    ],
    ['swap', [a, { ...b, about: 'a' }], 'about-nobody'],
    [
      'swap',
      [
        { ...a, about: 'z' },
        { ...b, about: 'a' },
      ],
      'about-nobody',
    ],
    ['check', [{ ...a, about: 'b' }, b], 'about-nobody'],
  ] as const)('%s refuses %#', (form, groups, reason) => {
    expect(mayLookAtEachOther(groups, form)).toEqual({ allowed: false, reason })
  })
  it('may when each has another', () => {
    const allowed = { allowed: true }
    expect(mayLookAtEachOther([a, b], 'between')).toEqual(allowed)
    expect(
      mayLookAtEachOther(
        [
          { ...a, about: 'b' },
          { ...b, about: 'a' },
        ],
        'swap',
      ),
    ).toEqual(allowed)
    expect(mayLookAtEachOther([a], 'check')).toEqual(allowed)
  })
})

it.each([
  [null, 'no-talk'],
  ['2026-12-03', 'before-closing'],
  ['2026-12-04', null],
  ['2027-02-01', null],
  ['2027-02-02', 'too-late'],
] as const)('with a talk on %s: %s', (talkOn, reason) => {
  const expected = reason === null ? { allowed: true } : { allowed: false, reason }
  expect(mayBeSentOut(talkOn, { lastDay: '2026-12-03' })).toEqual(expected)
})

it.each([
  // While people can answer, as when it was sent out.
  [null, '2026-12-03', 'before-closing'],
  [null, '2026-12-04', null],
  [null, '2027-02-02', 'too-late'],
  // Closed sooner, on the day that is today: at once, and not before.
  ['2026-11-25', '2026-11-24', 'past'],
  ['2026-11-25', '2026-11-25', null],
  ['2026-11-25', '2026-12-01', null],
  ['2026-11-25', '2027-01-25', 'too-late'],
] as const)('with a round closed on %s, the talk moved to %s: %s', (closedOn, talkOn, reason) => {
  const expected = reason === null ? { allowed: true } : { allowed: false, reason }
  expect(mayMoveTalk(talkOn, { lastDay: '2026-12-03', closedOn, today: '2026-11-25' })).toEqual(expected)
})
