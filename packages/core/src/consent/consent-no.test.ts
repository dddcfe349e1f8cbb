import { expect, it } from 'vitest'
import type { ConsentDecision } from './consent.ts'
import { sayNo } from './consent-no.ts'

const cases: [ConsentDecision | null, boolean, string, boolean][] = [
  // own last word, consent was there, written down as, ends something
  [null, false, 'refused', false],
  [null, true, 'withdrawn', true],
  ['given', false, 'withdrawn', true],
  ['given', true, 'withdrawn', true],
  ['refused', false, 'refused', false],
  ['refused', true, 'withdrawn', true],
  ['withdrawn', false, 'withdrawn', false],
  ['withdrawn', true, 'withdrawn', true],
]
it.each(cases)(
  'a no after %s, with consent there: %s, is %s, ends: %s',
  (ownLast, wasThere, decision, ends) => {
    expect(sayNo({ ownLast, wasThere })).toEqual({ decision, ends })
  },
)
