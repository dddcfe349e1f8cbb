import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMilliseconds } from '../shared/time.ts'
import { type CaseloadFacts, coverageOf, daysUnseen, inCaseloadOrder, isUnseen } from './caseload.ts'

const now = '2026-11-19T08:00:00.000Z'
const facts = (parts: Partial<CaseloadFacts> = {}): CaseloadFacts => ({
  ...{ id: 'a', startedAt: addDays(now, -100), lastContactAt: addDays(now, -3), isPlanned: false },
  ...{ singleContact: false, attentionAt: null },
  ...parts,
})

describe('not seen for long', () => {
  const rows: [string, Partial<CaseloadFacts>, number, boolean][] = [
    ['three days ago', {}, 3, false],
    ['30 days ago to the second', { lastContactAt: addDays(now, -30) }, 30, true],
    ['a second less', { lastContactAt: addMilliseconds(addDays(now, -30), 1000) }, 29, false],
    ['long ago, and a contact is planned', { lastContactAt: addDays(now, -60), isPlanned: true }, 60, false],
    [
      'long ago, after a single contact',
      { lastContactAt: addDays(now, -60), singleContact: true },
      60,
      false,
    ],
    ['never, since it began', { lastContactAt: null }, 100, true],
    ['began just now', { lastContactAt: null, startedAt: now }, 0, false],
    ['a clock that was put back', { lastContactAt: addDays(now, 1) }, 0, false],
  ]
  it.each(rows)('%s', (_, parts, days, unseen) => {
    expect([daysUnseen(facts(parts), now), isUnseen(facts(parts), now)]).toEqual([days, unseen])
  })
})

describe('the order', () => {
  it('is what asks for a talk, then whom one did not see, then the others as they came', () => {
    const all = [
      facts({ id: 'calm' }),
      facts({ id: 'long', lastContactAt: addDays(now, -40) }),
      facts({ id: 'older signal', attentionAt: addDays(now, -9) }),
      facts({ id: 'longer', lastContactAt: addDays(now, -50) }),
      facts({ id: 'new signal', attentionAt: addDays(now, -1) }),
      facts({ id: 'calm too' }),
    ]
    expect(inCaseloadOrder(all, now).map(({ id }) => id)).toEqual([
      ...['new signal', 'older signal', 'longer', 'long', 'calm', 'calm too'],
    ])
  })

  it('loses nobody and doubles nobody', () => {
    const one = fc.record({
      id: fc.uuid(),
      startedAt: fc.constant(addDays(now, -200)),
      lastContactAt: fc.option(fc.integer({ min: 0, max: 99 }).map((days) => addDays(now, -days))),
      isPlanned: fc.boolean(),
      singleContact: fc.boolean(),
      attentionAt: fc.option(fc.integer({ min: 0, max: 99 }).map((days) => addDays(now, -days))),
    })
    fc.assert(
      fc.property(fc.array(one), (all) => {
        const ordered = inCaseloadOrder(all, now)
        expect(ordered.map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort())
      }),
    )
  })
})

describe('coverage', () => {
  const rows: [number, number, number | null][] = [
    [0, 0, null],
    [9, 9, null],
    [10, 0, 0],
    [10, 3, 30],
    [12, 8, 67],
    [10, 11, 100],
  ]
  it.each(rows)('%i contacts, %i with a check', (contacts, checked, percent) => {
    expect(coverageOf({ contacts, checked })).toEqual({
      contacts,
      checked: Math.min(checked, contacts),
      percent,
    })
  })
})
