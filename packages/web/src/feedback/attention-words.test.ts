import type { Signal } from '@weerklank/core/feedback/feedback.contract'
import type { ParticipantId, SignalId } from '@weerklank/core/shared/ids'
import { expect, it } from 'vitest'
import { signalInWords } from './attention-words.ts'

const lina = '01890000-0000-7000-8000-000000000001' as ParticipantId
const seen = { today: '2026-11-19', language: 'nl', timeZone: 'Europe/Amsterdam' } as const
const place = {
  participants: [{ id: lina, name: 'Lina' }],
  itemLabels: { what: { nl: 'Er iets aan hebben', en: 'Getting something out of it' } },
  gone: 'iemand die niet meer meedoet',
}
const signal: Signal = {
  id: '01890000-0000-7000-8000-00000000000a' as SignalId,
  participant: lina,
  response: null,
  finding: { rule: 'low-item', item: 'what', value: 5.4, previous: 7.9, below: 6 },
  openedAt: '2026-11-17T10:00:00Z',
  outcome: null,
  closedAt: null,
  note: '',
}

it('says who gave what, on which day, on which item', () => {
  const { observation } = signalInWords(signal, place, seen)
  expect(observation).toBe('Lina gaf dinsdag 5,4 op ‘er iets aan hebben’. De vorige keer was dat 7,9.')
})

it('still reads when the person has left, and when an item is not known any more', () => {
  const old = { ...signal, finding: { ...signal.finding, item: 'old-item' } as Signal['finding'] }
  const { observation } = signalInWords(old, { ...place, participants: [] }, seen)
  expect(observation).toMatch(/^Iemand die niet meer meedoet gaf dinsdag 5,4 op ‘old-item’\./)
})

it('names the day since which nothing came', () => {
  const silence: Signal = {
    ...signal,
    finding: { rule: 'no-check', since: '2026-09-03T10:00:00Z', unanswered: 0, windowDays: 30 },
  }
  expect(signalInWords(silence, place, seen).observation).toContain('3 september')
})
