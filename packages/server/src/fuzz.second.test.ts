/** The second quarter of ten thousand requests that nobody meant; see fuzz.part.fixture.ts. */
import { test } from 'vitest'
import { fuzzPart } from './fuzz.part.fixture.ts'

test('no fault of ours, no foreign row, nothing read that is not written down (2 of 4)', () => fuzzPart(2))
