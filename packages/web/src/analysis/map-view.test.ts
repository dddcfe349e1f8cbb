import type { SynergyModel } from '@weerklank/core/analysis/synergy'
import type { CodeId } from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { mapPicture, themesOn } from './map-view.ts'
import { addElement, addRing, bandsOf, removeElement, renameElement } from './model-draft.ts'

const named = (nl: string) => ({ nl, en: nl })
const model: SynergyModel = {
  ...{ key: 'own', name: named('Ons'), source: named('wij') },
  rings: [{ key: 'self', name: named('Jezelf'), elements: [{ key: 'trust', name: named('Vertrouwen') }] }],
  context: { name: named('Omgeving'), elements: [] },
  shadow: { name: named('Schaduw'), elements: [{ key: 'out', name: named('Buiten') }] },
}
const code = (id: string) => id as CodeId
const analysis = {
  codes: [
    { id: code('a'), parent: null },
    { id: code('b'), parent: code('a') },
    { id: code('c'), parent: code('a') },
  ],
} as unknown as Parameters<typeof themesOn>[1]['analysis']
const map = {
  ...{ model, modelVersion: 0, newer: null, version: 1, moments: ['2026-01', '2026-05'] },
  placings: [
    { code: code('a'), element: 'trust' },
    { code: code('c'), element: 'out' },
  ],
  expectations: [{ element: 'trust', isExpected: false }],
  counts: [
    { code: code('b'), voice: 'mother', moment: '2026-01', quotes: 1 },
    { code: code('b'), voice: 'youth', moment: '2026-05', quotes: 3 },
    { code: code('c'), voice: 'recorder', moment: '2026-01', quotes: 1 },
  ],
}
const head = { lang: 'nl', width: 900, title: 'Kaart', voices: ['C', 'N', 'P', 'K'] } as const

test('the map shows a theme with what hangs below it, by voice, with what was expected', () => {
  const [trust, out] = mapPicture({ analysis, map, moments: null }, head).elements
  expect([trust?.quarters, trust?.outcome, trust?.change]).toEqual([[3, 1, 0, 0], 'unexpected', null])
  expect([out?.quarters, out?.others]).toEqual([[0, 0, 0, 0], 1])
  expect(themesOn('trust', { analysis, map })).toEqual(['a', 'b'])
})

test('two moments: the later is drawn, with what became of the earlier', () => {
  const moments = { first: '2026-01', later: '2026-05' }
  const [trust, out] = mapPicture({ analysis, map, moments }, head).elements
  expect([trust?.quarters, trust?.change]).toEqual([[3, 0, 0, 0], 'more'])
  expect(out?.change).toBe('gone')
})

test('a model is changed without losing keys, and no new key meets another', () => {
  const twice = addElement(addElement(model, 2), 0)
  expect(bandsOf(twice).map(({ elements }) => elements.map(({ key }) => key))).toEqual([
    ['trust', 'eigen-2'],
    [],
    ['out', 'eigen-1'],
  ])
  const renamed = renameElement(twice, 'out', named('Erbuiten'))
  expect(renamed.shadow.elements[0]).toEqual({ key: 'out', name: named('Erbuiten') })
  expect(removeElement(renamed, 'trust').rings[0]?.elements.map(({ key }) => key)).toEqual(['eigen-2'])
  expect(addRing(addRing(model)).rings.map(({ key }) => key)).toEqual(['self', 'ring-1', 'ring-2'])
})
