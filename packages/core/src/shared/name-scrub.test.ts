import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scrubNames } from './name-scrub.ts'
import { wordsIn } from './name-scrub.words-in.ts'

const names = [
  'Lina',
  'Samira el Idrissi',
  'Noor Bakker',
  'Jan-Willem de Wit',
  'Zoë',
  'Çağla Öztürk',
  "D'Hondt",
  'Meneer Van Dijk',
]

describe('what is taken out', () => {
  it.each([
    ['Lina zei niets.', '[naam] zei niets.'],
    ['LINA en lina', '[naam] en [naam]'],
    ["Lina's idee, Linas idee, Lina’s idee", '[naam] idee, [naam] idee, [naam] idee'],
    ['Noortje was er', '[naam] was er'],
    ['Zoe of Zoé of ZOË', '[naam] of [naam] of [naam]'],
    ['Cagla OZTURK', '[naam]'],
    ['@noor kun jij dit?', '[naam] kun jij dit?'],
    ['Samira el Idrissi belde', '[naam] el [naam] belde'],
    ['Jan-Willem, Jan Willem en Jan\nWillem', '[naam], [naam] en [naam]'],
    ['Sa-\nmira kwam niet', '[naam] kwam niet'],
    ['No\u00ador', '[naam]'],
    ['vraag het aan D’Hondt', 'vraag het aan D’[naam]'],
    ['mevrouw Jansen-Pietersen zei', 'mevrouw [naam] zei'],
    ['dhr. van den Berg kwam', 'dhr. [naam] kwam'],
    ['Mw. De Vries kwam', 'Mw. [naam] kwam'],
    ['mevrouw wilde niet', 'mevrouw wilde niet'],
    ['mail n.bakker@delinde.nl of bel', 'mail [e-mail] of bel'],
    ['zie https://delinde.nl/team?x=1 daar', 'zie [link] daar'],
    ['zie delinde.nl/team', 'zie [link]'],
    ['bel 06-12345678 of +31 6 1234 5678', 'bel [telefoon] of [telefoon]'],
    ['bel 06 - 12 34 56 78', 'bel [telefoon]'],
    ['bsn 111222333', 'bsn [nummer]'],
    ['bsn 1112.22.333', 'bsn [nummer]'],
    ['woont op 1234 AB', 'woont op [postcode]'],
    ['om 10 uur met 25 mensen in 2026', 'om 10 uur met 25 mensen in 2026'],
  ])('%j', (text, expected) => {
    expect(scrubNames(text, names)).toBe(expected)
  })

  it('leaves a text without names as it is', () => {
    const text = 'We praten te weinig over wie wat doet.\nDe ouders weten het ook niet: meneer is er nooit.'
    expect(scrubNames(text, names)).toBe(text)
  })
})

const name = fc.stringMatching(/^[A-ZÉÖŞ][a-zéöüçñłø]{4,9}$/u)
const around = fc.constantFrom('', ' ', '\n', ', ', '. ', ' (', '"', '@', '-', '1', '_')

/** The ways in which people write a name. */
const written: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => name.toLowerCase(),
  (name) => name.toUpperCase(),
  (name) => name.normalize('NFD'),
  (name) => name.normalize('NFD').replace(/\p{M}/gu, ''),
  (name) => `${name}'s`,
  (name) => `${name}s`,
  (name) => `${name}tje`,
  (name) => `${name.slice(0, 2)}-\n${name.slice(2)}`,
  (name) => `${name.slice(0, 2)}\u00ad${name.slice(2)}`,
]

const surviving = (text: string, known: string) => {
  const folded = wordsIn(known)[0]?.folded ?? ''
  return wordsIn(text).some((word) => word.folded === folded || word.parts.includes(folded))
}

describe('no known name survives', () => {
  it('however it is written and whatever stands round it', () => {
    fc.assert(
      fc.property(
        fc.array(name, { minLength: 1, maxLength: 4 }),
        fc.array(fc.tuple(fc.string(), around, fc.nat(), fc.constantFrom(...written), around), {
          maxLength: 6,
        }),
        (known, parts) => {
          const text = parts
            .map(
              ([other, before, which, write, after]) =>
                other + before + write(known[which % known.length] ?? '') + after,
            )
            .join('')
          const scrubbed = scrubNames(text, known)
          for (const one of known) expect(surviving(scrubbed, one)).toBe(false)
        },
      ),
      { numRuns: 5_000 },
    )
  })

  it('and scrubbing again changes nothing', () => {
    fc.assert(
      fc.property(fc.array(name), fc.string({ unit: 'grapheme' }), (known, text) => {
        const once = scrubNames(text, known)
        expect(scrubNames(once, known)).toBe(once)
      }),
    )
  })

  it('nor a number of nine digits, with whatever signs people put between', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(9), fc.constantFrom('', ' ', '.', '-')), { minLength: 9, maxLength: 9 }),
        (digits) => {
          const text = `nr ${digits.map(([digit, sign]) => `${digit}${sign}`).join('')}`
          expect(scrubNames(text, [])).not.toMatch(/\d/)
        },
      ),
    )
  })
})
