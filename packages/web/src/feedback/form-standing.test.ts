import type { LicenceState } from '@weerklank/core/feedback/form.licence'
import { expect, it } from 'vitest'
import { type FormStanding, standingOf } from './form-standing.ts'

const ending: LicenceState = { state: 'ending', until: '2026-12-31', daysLeft: 3 }
const expired: LicenceState = { state: 'expired', since: '2026-12-31' }
const valid: LicenceState = { state: 'valid', until: '2027-12-31' }

it.each<[FormStanding, 'draft' | 'published' | 'retired', number | null, LicenceState]>([
  ['in-use', 'published', 2, { state: 'not-needed' }],
  ['in-use', 'published', 2, valid],
  ['ending', 'published', 2, ending],
  ['held-up', 'published', 2, expired],
  ['held-up', 'published', 2, { state: 'missing' }],
  ['held-up', 'published', 2, { state: 'not-yet', from: '2027-01-01' }],
  // What is not published is not held up by a licence: that is asked for when it is.
  ['draft', 'draft', null, { state: 'missing' }],
  ['retired', 'retired', null, expired],
  ['draft-beside', 'draft', 1, valid],
  ['held-up', 'draft', 1, expired],
  ['in-use', 'retired', 1, valid],
])('%s: %s, asked is %s, licence %o', (standing, status, publishedVersion, licence) => {
  expect(standingOf({ status, version: 2, publishedVersion, licence })).toBe(standing)
})
