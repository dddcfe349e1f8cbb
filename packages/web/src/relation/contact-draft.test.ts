import { expect, it } from 'vitest'
import { emptyDraft, readDraft } from './contact-draft.ts'

const zone = 'Europe/Amsterdam'

it.each([
  ['both', emptyDraft, ['day', 'time']],
  ['the time', { ...emptyDraft, day: '2026-11-24' }, ['time']],
  ['the day', { ...emptyDraft, time: '09:30' }, ['day']],
])('misses %s', (_, draft, missing) => {
  expect(readDraft(draft, zone)).toEqual({ missing })
})

it('names the moment when all is there; the place may stay empty', () => {
  const draft = { day: '2026-11-24', time: '09:30', place: '' }
  expect(readDraft(draft, zone)).toEqual({ at: '2026-11-24T08:30:00.000Z' })
})
