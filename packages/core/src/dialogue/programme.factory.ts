import type { Format } from './format.ts'

const both = (text: string) => ({ nl: text, en: text })

/** A format of three steps that does not ask for the shadow side itself, for tests. */
export const plainFormat: Format = {
  ...{ key: 'plain', version: 1, name: both('Gewoon'), purpose: both('Praten'), minPeople: 2, maxPeople: 8 },
  ...{ clientPresent: 'may', safety: 'low', beginners: true, rules: [], outputs: [], source: 'test' },
  roles: [
    { role: 'facilitator', min: 1, max: 1 },
    { role: 'participant', min: 1, max: 7 },
  ],
  steps: ['begin', 'talk', 'close'].map((key) => ({
    ...{ key, title: both(key), prompt: both(key), minutes: 10, input: 'round' as const },
    ...{ speakers: ['facilitator', 'participant'] as const, silent: [] },
  })),
}
