import { expect, test } from 'vitest'
import { betweenRounds } from './round-follow.ts'
import { roundOutcome } from './round-outcome.ts'
import type { TeamInstrument } from './team-instrument.ts'

const round = (id: string, counts: Record<string, number>, invited = 11) => ({
  round: id as never,
  outcome: roundOutcome({
    ...{
      title: id,
      closedAt: '2026-01-01T00:00:00.000Z',
      k: 5,
      form: 'check',
      minShare: 60,
      takesWords: false,
    },
    instrument: teamCheck,
    groups: [{ id: 'all' as never, parent: null, about: null, name: '', invited, answered: 11 }],
    tallies: Object.entries(counts).map(([value, n]) => ({
      group: 'all',
      item: 'say',
      value: Number(value),
      n,
    })),
    ...{ views: [], words: [] },
  }),
})

const teamCheck: TeamInstrument = {
  ...{ id: 'x', version: 1, use: 'round', name: { nl: 'x', en: 'x' }, scale: { min: 0, max: 10 } },
  caution: { nl: { u: 'x', je: 'x' }, en: 'x' } as never,
  items: [{ id: 'say', label: { nl: 'x', en: 'x' }, question: 'x', low: 'x', high: 'x' } as never],
  open: { question: 'x' as never },
}

test.each([
  [{ 4: 11 }, { 7: 11 }, 11, 1],
  [{ 7: 11 }, { 4: 11 }, 11, 0],
  [{ 5: 11 }, { 5: 11 }, 11, 0.5],
  [{ 4: 6, 6: 5 }, { 5: 11 }, 11, 6 / 11],
  // Two people more were asked: the difference could be theirs.
  [{ 4: 11 }, { 7: 11 }, 13, null],
])('rounds of %j and then %j', (before, after, invited, share) => {
  const found = betweenRounds(round('before', before), round('after', after, invited))
  if (share === null) expect(found).toBeNull()
  else expect(found).toBeCloseTo(share, 12)
})
