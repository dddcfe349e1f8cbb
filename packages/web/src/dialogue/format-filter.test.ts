import type { ListedFormat } from '@weerklank/core/dialogue/format.contract'
import { expect, test } from 'vitest'
import { everything, fitsFilter } from './format-filter.ts'

const balint: ListedFormat = {
  ...{
    key: 'balint',
    version: 1,
    name: { nl: 'Balintmethode', en: 'Balint method' },
    minutes: 90,
    own: null,
    canBeHeld: true,
  },
  ...{ purpose: { nl: 'Onderzoeken wat een casus met jou doet.', en: 'Explore what a case does to you.' } },
  ...{ minPeople: 5, maxPeople: 10, clientPresent: 'no', safety: 'high', beginners: false, outputs: [] },
}
const fits = (filter: Partial<typeof everything>, format = balint) =>
  fitsFilter(format, { ...everything, ...filter }, 'nl')

test.each([
  [{ words: 'balint casus' }, true],
  [{ words: 'roddel' }, false],
  [{ minutes: '60' }, false],
  [{ minutes: '90' }, true],
  [{ people: '8' }, true],
  [{ people: '15' }, false],
  [{ client: 'with' }, false],
  [{ client: 'without' }, true],
  [{ safety: 'middle' }, false],
  [{ safety: 'high' }, true],
  [{ whose: 'own' }, false],
] as const)('%j finds Balint: %s', (filter, found) => {
  expect(fits(filter)).toBe(found)
})

test('what was withdrawn is not found any more', () => {
  const own = {
    id: '0195b2a0-1111-7111-8111-0123456789ab',
    from: 'balint',
    revision: 2,
    changedAt: '2026-11-20T10:00:00Z',
  }
  const kept = (status: 'draft' | 'withdrawn') => ({
    ...balint,
    own: { ...own, status } as ListedFormat['own'],
  })
  expect(fits({ whose: 'own' }, kept('draft'))).toBe(true)
  expect(fits({}, kept('withdrawn'))).toBe(false)
})
