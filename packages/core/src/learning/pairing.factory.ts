import fc from 'fast-check'
import { voices } from '../relation/relation.ts'
import type { LearnerId } from '../shared/ids.ts'
import { goalThemes, halfDays, meetWays } from './buddy.ts'
import { type HardRule, hardRules, type Pairable, standardRules, type Ties } from './pairing.rules.ts'
import type { PairingInput } from './pairing.ts'

export const noTies: Ties = { avoid: [], manager: [], conflict: [], earlier: [], taken: [], pinned: [] }

/** The learner of a number, e.g. `l:04`. */
export const learner = (number: number) => `l:${String(number).padStart(2, '0')}` as LearnerId

/** Somebody about whom nothing stands in the way, by number. */
export function pairable(number: number, of: Partial<Pairable> = {}): Pairable {
  return {
    ...{ id: learner(number), organisation: `organisation ${number}`, function: '', voice: 'professional' },
    ...{ wants: true, languages: ['nl'], halfDays: [], ways: [], region: '', themes: [], ...of },
  }
}

const few = <Item>(items: readonly Item[]) =>
  fc.subarray([...items], { maxLength: Math.min(3, items.length) })

function personOf(number: number): fc.Arbitrary<Pairable> {
  return fc.record({
    id: fc.constant(learner(number)),
    organisation: fc.constantFrom('', 'Buurtteam', 'buurtteam ', 'Gemeente', 'School', 'Praktijk'),
    function: fc.constantFrom('', 'gezinswerker', 'Gezinswerker', 'voorzitter', 'leerkracht'),
    voice: fc.constantFrom(...voices),
    wants: fc.integer({ min: 0, max: 9 }).map((one) => one > 0),
    languages: fc.constantFrom(['nl'], ['nl'], ['nl', 'en'], ['en'], ['tr', 'nl'], []),
    halfDays: few(halfDays.slice(0, 7)),
    ways: few(meetWays),
    region: fc.constantFrom('', 'Arnhem', 'Ede'),
    themes: few(goalThemes.slice(0, 5)),
  })
}

/** A round of up to `most` people with all that may be between them. */
export function inputs(most: number): fc.Arbitrary<PairingInput> {
  return fc.integer({ min: 0, max: most }).chain((n) => {
    const twos = fc
      .array(fc.tuple(fc.nat(Math.max(0, n - 1)), fc.nat(Math.max(0, n - 1))), { maxLength: n })
      .map((list) => list.filter(([a, b]) => a !== b).map(([a, b]) => [learner(a), learner(b)] as const))
    return fc.record({
      people: fc.tuple(...Array.from({ length: n }, (_, number) => personOf(number))),
      ties: fc.record({
        ...{ avoid: twos, manager: twos, conflict: twos, earlier: twos },
        taken: fc.subarray(
          Array.from({ length: n }, (_, number) => learner(number)),
          { maxLength: Math.min(2, n) },
        ),
        pinned: n < 2 ? fc.constant([]) : fc.constantFrom([], [[learner(0), learner(n - 1)]]),
      }),
      rules: fc.record({
        hard: fc.oneof(fc.constant(hardRules), fc.subarray<HardRule>([...hardRules])),
        soft: fc.constant(standardRules.soft),
      }),
      seed: fc.nat(1_000),
    })
  })
}
