/** Ten thousand requests that nobody meant, over every route: a quarter of them; the others stand beside this. */
import { test } from 'vitest'
import { fuzzPart } from './fuzz.part.fixture.ts'

test('no fault of ours, no foreign row, nothing read that is not written down (1 of 4)', () => fuzzPart(1))
