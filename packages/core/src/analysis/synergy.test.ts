import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { synergyModelShape } from './synergy.schema.ts'
import { elementsOf, isWholeModel, type SynergyModel, synergyChanges, synergyEvidence } from './synergy.ts'

const content: unknown = JSON.parse(
  readFileSync(new URL('../../../../content/synergy/synergy.json', import.meta.url), 'utf8'),
)
const shipped = synergyModelShape.parse(content)
const themes = [
  { id: 'bond', parent: null },
  { id: 'campfire', parent: 'bond' },
  { id: 'trust', parent: 'bond' },
]
const placings = [
  { code: 'bond', element: 'exclusive' },
  { code: 'trust', element: 'trust' },
]
const counts = [
  { code: 'campfire', voice: 'mother', quotes: 1 },
  { code: 'bond', voice: 'colleague', quotes: 2 },
  { code: 'bond', voice: 'facilitator', quotes: 1 },
  { code: 'trust', voice: 'mother', quotes: 3 },
  { code: 'loose', voice: 'youth', quotes: 9 },
]
const evidence = (more: Partial<Parameters<typeof synergyEvidence>[1]> = {}) =>
  synergyEvidence(shipped, { placings, expectations: [], themes, counts, ...more })

describe('the model', () => {
  test('that we ship has the three rings of the study, its conditions and its shadow side', () => {
    expect(shipped.rings.map(({ elements }) => elements.length)).toEqual([6, 8, 7])
    expect([shipped.context.elements.length, shipped.shadow.elements.length]).toEqual([6, 5])
    expect(elementsOf(shipped)).toHaveLength(32)
    expect(isWholeModel(shipped)).toBe(true)
    expect(isWholeModel({ ...shipped, shadow: { ...shipped.shadow, elements: [] } })).toBe(false)
    expect(isWholeModel({ ...shipped, name: { nl: 'Kaart', en: ' ' } })).toBe(false)
  })

  test.each<[string, (model: SynergyModel) => unknown]>([
    ['no shadow side', (model) => ({ ...model, shadow: { ...model.shadow, elements: [] } })],
    [
      'an element twice',
      (model) => ({ ...model, context: { ...model.context, elements: model.shadow.elements } }),
    ],
    ['no ring', (model) => ({ ...model, rings: [] })],
    ['a ring twice', (model) => ({ ...model, rings: [{ ...model.rings[0], elements: [] }, model.rings[0]] })],
    ['a name that does not fit', (model) => ({ ...model, name: { nl: 'x'.repeat(81), en: 'x' } })],
    ['a name in one language', (model) => ({ ...model, name: { nl: 'Kaart', en: ' ' } })],
  ])('of an organisation is refused with %s', (_, spoiled) => {
    expect(synergyModelShape.safeParse(spoiled(shipped)).success).toBe(false)
  })
})

describe('evidence', () => {
  test('counts by family and voice, a theme below goes along unless it has its own place', () => {
    const found = evidence()
    expect(found.find(({ element }) => element === 'exclusive')).toMatchObject({
      quotes: 4,
      families: { client: 0, kin: 1, professional: 2, partner: 0, other: 1 },
      voices: [
        { voice: 'mother', quotes: 1 },
        { voice: 'colleague', quotes: 2 },
        { voice: 'facilitator', quotes: 1 },
      ],
    })
    expect(found.find(({ element }) => element === 'trust')?.quotes).toBe(3)
    expect(found.find(({ element }) => element === 'passion')?.quotes).toBe(0)
  })

  test('tells expectation from outcome, and says nothing where nothing was expected', () => {
    const expectations = [
      { element: 'trust', isExpected: true },
      { element: 'passion', isExpected: true },
      { element: 'exclusive', isExpected: false },
      { element: 'pride', isExpected: false },
    ]
    const outcome = new Map(evidence({ expectations }).map(({ element, outcome }) => [element, outcome]))
    expect(
      ['trust', 'passion', 'exclusive', 'pride', 'drive'].map((element) => outcome.get(element)),
    ).toEqual(['as-expected', 'not-found', 'unexpected', 'as-expected', null])
  })

  test('of two moments says what came, grew, shrank or went', () => {
    const later = evidence({
      counts: [
        { code: 'trust', voice: 'youth', quotes: 4 },
        { code: 'bond', voice: 'mother', quotes: 0 },
      ],
    })
    const change = new Map(synergyChanges(evidence(), later).map(({ element, change }) => [element, change]))
    expect(['trust', 'exclusive', 'passion'].map((element) => change.get(element))).toEqual([
      'more',
      'gone',
      'none',
    ])
  })

  test('counts no quote twice, also where themes hang in a circle', () => {
    const ids = ['a', 'b', 'c']
    const theme = fc.record({ id: fc.constantFrom(...ids), parent: fc.option(fc.constantFrom(...ids)) })
    const placing = fc.record({
      code: fc.constantFrom(...ids),
      element: fc.constantFrom('trust', 'left-out', 'unknown'),
    })
    const count = fc.record({
      code: fc.constantFrom(...ids),
      voice: fc.constantFrom('mother', 'youth', 'recorder'),
      quotes: fc.nat(9),
    })
    fc.assert(
      fc.property(fc.array(theme), fc.array(placing), fc.array(count), (themes, placings, counts) => {
        const found = evidence({ themes, placings, counts })
        const all = counts.reduce((sum, { quotes }) => sum + quotes, 0)
        const shown = found.reduce((sum, { quotes }) => sum + quotes, 0)
        expect(shown).toBeLessThanOrEqual(all)
        for (const { families, quotes } of found)
          expect(Object.values(families).reduce((sum, n) => sum + n, 0)).toBe(quotes)
      }),
      { numRuns: 100 },
    )
  })
})
