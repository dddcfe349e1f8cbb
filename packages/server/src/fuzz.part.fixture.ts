/** One part of ten thousand requests, in two worlds one after the other, so that what the first half undid stands again. */
import { expect } from 'vitest'
import { fuzz, type Tally, unserved } from './fuzz.run.fixture.ts'
import { buildFuzzWorld } from './fuzz.world.fixture.ts'

const worlds = 2
const runsEach = 1_250

/** `FUZZ_SEED=<number>` tries other requests, or those of a failure again; each part adds its own number to it. */
export async function fuzzPart(part: number): Promise<void> {
  const base = Number(process.env.FUZZ_SEED ?? 20_261_122)
  const tally: Tally = { statuses: new Map(), served: new Set(), read: new Set() }
  for (let n = 0; n < worlds; n++) {
    const world = await buildFuzzWorld()
    try {
      const faults = await fuzz(world, { seed: base + 2 * part + n, runs: runsEach, tally })
      if (process.env.FUZZ_TELL)
        console.log(faults.join('\n\n'), tally.statuses, unserved(world, tally), tally.read.size)
      expect(faults).toEqual([])
    } finally {
      await world.app[Symbol.asyncDispose]()
    }
  }
  // It came somewhere: some were done, some refused in each of the usual ways.
  for (const status of [200, 303, 401, 403, 404, 405, 415, 422].filter((one) => one !== 405))
    expect(tally.statuses.get(status) ?? 0, `${status}`).toBeGreaterThan(10)
  expect(tally.read.size).toBeGreaterThan(50)
}
