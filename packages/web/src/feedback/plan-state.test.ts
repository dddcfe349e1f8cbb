import type { CheckPlan } from '@weerklank/core/feedback/plan.contract'
import type { ParticipantId } from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { planText } from './plan.text.ts'
import { plansState } from './plan-state.ts'

const lina = 'lina' as ParticipantId
const samira = 'samira' as ParticipantId
const people = [
  { id: lina, name: 'Lina' },
  { id: samira, name: 'Samira' },
]
const seen = {
  ...{ now: '2026-11-19T09:00:00.000Z', today: '2026-11-19', timeZone: 'Europe/Amsterdam' },
  language: 'nl',
} as const

const plan = (parts: Partial<CheckPlan> = {}): CheckPlan => ({
  ...{ participant: lina, rhythm: 'weeks', everyWeeks: 2, weekends: false, email: '', refuses: false },
  ...{ pausedUntil: null, stoppedAt: null, asked: 1, reminded: 0, lastAt: '2026-11-19T08:00:00.000Z' },
  ...{ nextAt: '2026-12-03T08:00:00.000Z', everyDays: null, beginsOn: null, endsOn: null, form: null },
  ...parts,
})
const state = (...plans: CheckPlan[]) => plansState({ plans, people, seen, text: planText.nl })

test('who is asked how often, and when next, stands in one line', () => {
  expect(state()).toBe('Niemand krijgt vanzelf vragen.')
  expect(state(plan({ rhythm: 'none', nextAt: null }))).toBe('Niemand krijgt vanzelf vragen.')
  expect(state(plan())).toBe('Lina: elke 2 weken, volgende keer donderdag 3 december.')
  expect(state(plan({ rhythm: 'days', everyDays: 30, nextAt: null }))).toBe('Lina: elke 30 dagen.')
  expect(state(plan({ rhythm: 'after-contact', nextAt: null }))).toBe('Lina: na elk contact.')
})

test('of several the first that comes is told', () => {
  const later = plan({ participant: samira, nextAt: '2026-12-10T08:00:00.000Z' })
  expect(state(later, plan())).toBe('2 mensen, volgende keer donderdag 3 december.')
})

test('what somebody chose herself is told; who refuses, or no longer takes part, is not', () => {
  const pausedUntil = '2026-12-15T10:00:00.000Z'
  expect(state(plan({ pausedUntil, nextAt: pausedUntil }))).toBe('Lina nam pauze tot dinsdag 15 december.')
  expect(state(plan({ stoppedAt: seen.now, nextAt: null }), plan({ participant: samira }))).toBe(
    'Samira: elke 2 weken, volgende keer donderdag 3 december, Lina stopte zelf.',
  )
  expect(state(plan({ refuses: true, nextAt: null }))).toBe('Niemand krijgt vanzelf vragen.')
  expect(state(plan({ participant: 'weg' as ParticipantId }))).toBe('Niemand krijgt vanzelf vragen.')
})
