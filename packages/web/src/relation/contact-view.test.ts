import type { Contact } from '@weerklank/core/relation/relation.contract'
import { expect, it } from 'vitest'
import { contactsInSight } from './contact-view.ts'

const contact = (at: string) => ({ id: at, at }) as Contact

it('shows what is planned, first things first, and the last two contacts, newest first', () => {
  const days = ['2026-12-01', '2026-11-24', '2026-11-19', '2026-11-17', '2026-11-10']
  const { planned, last } = contactsInSight(
    days.map((day) => contact(`${day}T08:30:00.000Z`)),
    '2026-11-19T08:30:00.000Z',
  )
  expect(planned.map(({ at }) => at.slice(0, 10))).toEqual(['2026-11-24', '2026-12-01'])
  // One that begins now has begun: it can be written up.
  expect(last.map(({ at }) => at.slice(0, 10))).toEqual(['2026-11-19', '2026-11-17'])
})
