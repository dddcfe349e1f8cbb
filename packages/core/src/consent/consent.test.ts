import { expect, it } from 'vitest'
import {
  type ConsentState,
  consentStates,
  contentEffect,
  legalBasis,
  mayParentRead,
  mayUse,
  type Purpose,
  purposes,
} from './consent.ts'

it('each purpose has its ground (domain.md §8.1)', () => {
  expect(purposes.map((purpose) => [purpose, legalBasis(purpose)])).toEqual([
    ['care-talk', 'care'],
    ['research', 'consent'],
    ['recording-analysis', 'consent'],
    ['recording-training', 'consent'],
    ['analysis', 'consent'],
    ['quotes-team', 'consent'],
    ['quotes-publish', 'consent'],
    ['network-map', 'consent'],
    ['anonymous-survey', 'information'],
    ['parents-read', 'consent'],
  ])
})

const uses: [Purpose, ConsentState, boolean, 'in-use' | 'on-hold' | 'removed'][] = [
  ['research', 'not-offered', false, 'on-hold'],
  ['research', 'not-asked', false, 'on-hold'],
  ['research', 'waiting', false, 'on-hold'],
  ['research', 'given', true, 'in-use'],
  ['research', 'refused', false, 'removed'],
  ['research', 'withdrawn', false, 'removed'],
  ['care-talk', 'not-offered', true, 'in-use'],
  ['care-talk', 'not-asked', true, 'in-use'],
  ['care-talk', 'waiting', true, 'in-use'],
  ['care-talk', 'given', true, 'in-use'],
  ['care-talk', 'refused', false, 'in-use'],
  ['care-talk', 'withdrawn', false, 'in-use'],
  ['anonymous-survey', 'not-offered', true, 'in-use'],
]
it.each(uses)('%s, %s: may be used %s, content %s', (purpose, state, may, effect) => {
  expect(mayUse(purpose, state)).toEqual(may ? { allowed: true } : { allowed: false, reason: state })
  expect(contentEffect(purpose, state)).toBe(effect)
})

it('every purpose on the ground of consent behaves as research does', () => {
  const others = purposes.filter((purpose) => legalBasis(purpose) === 'consent')
  expect(others).toHaveLength(8)
  for (const purpose of others) {
    const states = consentStates.map((state) => [mayUse(purpose, state), contentEffect(purpose, state)])
    expect(states).toEqual(
      consentStates.map((state) => [mayUse('research', state), contentEffect('research', state)]),
    )
  }
})

const reading: [number | null, boolean, boolean, true | string][] = [
  // age, youth agrees, with authority
  [0, false, true, true],
  [11, false, true, true],
  [11, true, false, 'no-authority'],
  [11, false, false, 'no-authority'],
  [12, false, true, 'youth-did-not-agree'],
  [12, true, true, true],
  [12, true, false, 'no-authority'],
  [12, false, false, 'no-authority'],
  [15, false, true, 'youth-did-not-agree'],
  [15, true, true, true],
  [16, true, true, 'from-16'],
  [16, false, true, 'from-16'],
  [17, true, true, 'from-16'],
  [18, true, true, 'from-16'],
  [null, true, true, 'from-16'],
]
it.each(reading)(
  'a parent of someone of %s, who agrees %s, with authority %s: %s',
  (age, agrees, authority, may) => {
    expect(mayParentRead(age, agrees, authority)).toEqual(
      may === true ? { allowed: true } : { allowed: false, reason: may },
    )
  },
)
