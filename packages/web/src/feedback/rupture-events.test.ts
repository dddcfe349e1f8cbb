import type { Rupture } from '@weerklank/core/feedback/rupture.contract'
import type { Participant } from '@weerklank/core/relation/relation.contract'
import { expect, test } from 'vitest'
import type { Seen } from '../language/use-seen.ts'
import { strainInChart, strainInStory } from './rupture-events.ts'

const seen: Seen = {
  now: '2026-11-20T12:00:00.000Z',
  today: '2026-11-20',
  language: 'nl',
  timeZone: 'Europe/Amsterdam',
}
const lina = { id: 'p1', name: 'Lina' } as Participant
const rupture = (part: Partial<Rupture>): Rupture =>
  ({
    id: 'r1',
    participant: 'p1',
    kind: 'withdrawal',
    noticedAt: '2026-11-02T10:00:00.000Z',
    ...part,
  }) as Rupture
const of = (part: Partial<Rupture>) => ({ ruptures: [rupture(part)], participants: [lina], seen })

test('strain that is open stands once in picture and story, with whom it is', () => {
  const open = of({ outcome: null, closedAt: null })
  expect(strainInChart(open).map(({ kind }) => kind)).toEqual(['rupture'])
  expect(strainInStory(open)).toMatchObject([
    { id: 'r1', tone: 'warm', text: expect.stringContaining('Lina') },
  ])
})

test('repair is in the picture when something was solved; the story tells every ending', () => {
  const closedAt = '2026-11-12T10:00:00.000Z'
  const solved = of({ outcome: 'partly', closedAt })
  expect(strainInChart(solved).map(({ at, kind }) => [at, kind])).toEqual([
    ['2026-11-02T10:00:00.000Z', 'rupture'],
    [closedAt, 'repair'],
  ])
  const not = of({ outcome: 'not-discussed', closedAt })
  expect(strainInChart(not)).toHaveLength(1)
  expect(strainInStory(not).map(({ title }) => title)).toEqual(['Het schuurde', 'Niet besproken'])
})
