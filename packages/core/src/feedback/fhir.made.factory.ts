/** Picks at random, the same for the same number. */
export type Maker = {
  /** A whole number from 0, below `end`. */
  int: (end: number) => number
  chance: (of: number) => boolean
  pick: <One>(list: readonly One[]) => One
  /** Words as people and programs write them. */
  word: () => string
  /** One that nothing else is called; `at` is its number. */
  linkId: (at: number) => string
}

const words = [
  ...[
    'Hoe gaat het?',
    'a',
    'Slaapt u goed? 😴',
    'é̈',
    'كيف حالك؟',
    '<b>vet</b> & "dik"',
    "it's",
    'regel 1\r\nregel 2',
  ],
  ...[
    'constructor',
    '{{x}} $1 $& %s',
    'x'.repeat(700),
    '   om   ',
    '\u2028',
    'NULL',
    '0',
    '-1',
    '[object Object]',
  ],
]
const linkIds = [
  '1.',
  '/29463-7/',
  'a b ',
  "it's-",
  'é',
  'ehr::',
  '%x',
  '#',
  'x_',
  '.',
  '__proto__',
  'toString',
]

/** The generator of Park and Miller, seeded. */
export function maker(seed: number): Maker {
  let state = (Math.abs(Math.trunc(seed)) % 2_147_483_646) + 1
  const next = () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
  const int = (end: number) => Math.floor(next() * end)
  function pick<One>(list: readonly One[]): One {
    const found = list[int(list.length)]
    if (found === undefined) throw new Error('There is nothing to pick from')
    return found
  }
  return {
    ...{ int, pick },
    chance: (of) => next() < of,
    word: () => pick(words),
    // The last two are names that every object has by birth.
    linkId: (at) => (at === 3 ? '__proto__' : at === 5 ? 'toString' : `${pick(linkIds)}${at}`),
  }
}
