import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  isAfterReading,
  type MutualFacts,
  mirrorOf,
  mustOpen,
  mutualLines,
  mutualState,
  whyNotAnswer,
  whyNotDecline,
  whyNotGuess,
} from './mutual.ts'

const day = (n: number) => `2026-11-${String(n).padStart(2, '0')}T10:00:00.000Z`
const shut: MutualFacts = {
  clientAt: null,
  professionalAt: null,
  declinedAt: null,
  endsAt: day(9),
  openedAt: null,
}
const facts = (more: Partial<MutualFacts> = {}): MutualFacts => ({ ...shut, ...more })

describe('when a picture opens', () => {
  test.each([
    ['nobody is in', facts(), day(3), null, 'waits-for-both'],
    ['only the client is in', facts({ clientAt: day(2) }), day(3), null, 'waits-for-professional'],
    ['only the professional is in', facts({ professionalAt: day(2) }), day(3), null, 'waits-for-client'],
    ['both are in', facts({ clientAt: day(2), professionalAt: day(2) }), day(3), 'both', null],
    [
      'she does not fill it in, the client is not in yet',
      facts({ declinedAt: day(2) }),
      day(3),
      null,
      'waits-for-client',
    ],
    [
      'she does not fill it in and the client is in',
      facts({ clientAt: day(2), declinedAt: day(3) }),
      day(3),
      'declined',
      null,
    ],
    [
      'a moment before the end',
      facts({ clientAt: day(2) }),
      '2026-11-09T09:59:59.999Z',
      null,
      'waits-for-professional',
    ],
    ['at the end, with the client', facts({ clientAt: day(2) }), day(9), 'term', null],
    ['at the end, with the professional', facts({ professionalAt: day(2) }), day(9), 'term', null],
    ['at the end, with nobody', facts(), day(9), null, 'closed'],
    [
      'it was opened before',
      facts({ clientAt: day(2), professionalAt: day(2), openedAt: day(2) }),
      day(10),
      null,
      'open',
    ],
  ] as const)('%s', (_, given, now, opening, state) => {
    expect(mustOpen(given, now)).toBe(opening)
    if (state !== null) expect(mutualState(given, now)).toBe(state)
  })

  test('never before both are in, unless she declined or the time is over', () => {
    const when = fc.option(fc.integer({ min: 1, max: 20 }).map(day), { nil: null })
    fc.assert(
      fc.property(
        when,
        when,
        when,
        fc.integer({ min: 1, max: 20 }),
        (clientAt, professionalAt, declinedAt, at) => {
          const opening = mustOpen(facts({ clientAt, professionalAt, declinedAt }), day(at))
          if (opening === null) return
          const both = clientAt !== null && professionalAt !== null
          const declined = clientAt !== null && declinedAt !== null
          const over = at >= 9 && (clientAt !== null || professionalAt !== null)
          expect(both || declined || over).toBe(true)
        },
      ),
    )
  })
})

test('an answer is given once; a guess comes after one’s own answer and before reading', () => {
  const client = facts({ clientAt: day(2) })
  expect(whyNotAnswer(client, 'client')).toBe('already-answered')
  expect(whyNotAnswer(client, 'professional')).toBeNull()
  expect(whyNotGuess(client, 'client')).toBeNull()
  expect(whyNotGuess(client, 'professional')).toBe('not-answered')
  expect(whyNotGuess(facts({ clientAt: day(2), openedAt: day(3) }), 'client')).toBe('already-open')
  expect(whyNotDecline(client)).toBeNull()
  expect(whyNotDecline(facts({ professionalAt: day(2) }))).toBe('already-answered')
  expect(whyNotDecline(facts({ clientAt: day(2), openedAt: day(9) }))).toBe('already-open')
})

test('only who could read the other before answering is marked as such', () => {
  expect(isAfterReading(facts({ clientAt: day(2) }), 'professional')).toBe(false)
  expect(isAfterReading(facts({ clientAt: day(2), openedAt: day(9) }), 'professional')).toBe(true)
  expect(isAfterReading(facts({ professionalAt: day(2), openedAt: day(9) }), 'professional')).toBe(false)
  expect(isAfterReading(facts({ professionalAt: day(2), openedAt: day(9) }), 'client')).toBe(true)
})

const spoken = { nl: { u: 'x', je: 'x' }, en: 'x' }
const item = (id: string) => ({ id, label: { nl: id, en: id }, question: spoken, low: spoken, high: spoken })
const scale = { min: 0, max: 10, step: 0.1 }

test('the lines tell a difference of 2 of 10, and how an answer lies beside what was guessed', () => {
  const lines = mutualLines(
    { items: [item('goals'), item('pace'), item('seen')], scale },
    {
      client: { goals: 7.9, pace: 4 },
      professional: { goals: 5.9, pace: 5.9, seen: 8 },
      clientGuess: { goals: 8 },
      professionalGuess: { goals: 7, pace: 6 },
    },
  )
  expect(lines.map(({ item, difference, marked }) => [item, difference, marked])).toEqual([
    ['goals', 2, true],
    ['pace', -1.9, false],
    ['seen', null, false],
  ])
  expect(
    lines.map(({ clientGuessFit, professionalGuessFit }) => [clientGuessFit, professionalGuessFit]),
  ).toEqual([
    ['lower', 'near'],
    [null, 'lower'],
    [null, null],
  ])
})

test('the mirror of an instrument is the newest with the same items', () => {
  const base = { name: spoken.nl, items: [item('goals')], scale } as never
  const one = (more: object) => Object.assign({}, base, more) as never
  const check = one({ id: 'check', version: 1 })
  const older = one({ id: 'mirror', version: 1, mirrors: 'check' })
  const newer = one({ id: 'mirror', version: 2, mirrors: 'check' })
  const other = one({ id: 'mirror', version: 3, mirrors: 'check', items: [item('pace')] })
  expect(mirrorOf(check, [check, older, newer, other])).toBe(newer)
  expect(mirrorOf(check, [check, other])).toBeNull()
})
