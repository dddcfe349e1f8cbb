import { describe, expect, test } from 'vitest'
import { synergyMap } from './synergy-map.ts'
import type { MapElement, SynergyMapInput } from './synergy-map-input.ts'
import { mapPlan } from './synergy-map-layout.ts'
import { mapSigns } from './synergy-map-legend.ts'
import { mapRows, mapSentence } from './synergy-map-rows.ts'

const element = (key: string, more: Partial<MapElement> = {}): MapElement => ({
  ...{ key, name: `Naam ${key}`, place: { band: 'ring', ring: 0 } },
  ...{ quarters: [0, 0, 0, 0], others: 0, outcome: null, change: null },
  ...more,
})
const input = (elements: readonly MapElement[], more: Partial<SynergyMapInput> = {}): SynergyMapInput => ({
  ...{ idPrefix: 'kaart', title: 'Synergiekaart', description: 'Wat wie zei', lang: 'nl', width: 980 },
  ...{ rings: ['Jezelf', 'De ander'], context: 'Omgeving', shadow: 'Schaduwkant' },
  voices: ['Cliënt', 'Naaste', 'Professional', 'Partner'],
  elements,
  ...more,
})
const everyone = element('trust', { quarters: [1, 2, 1, 1] })
const dusk = element('left-out', { place: { band: 'shadow' }, quarters: [0, 0, 2, 0], others: 1 })

describe('the map', () => {
  test('is one image with a name, a description and nothing to tab to; each mark tells its element', () => {
    const { svg } = synergyMap(input([everyone, dusk]))
    expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="kaart-title" aria-describedby="kaart-desc"/)
    expect(svg).not.toContain('tabindex')
    expect([...svg.matchAll(/data-key="([^"]+)"/g)].map(([, key]) => key)).toEqual(['trust', 'left-out'])
  })

  test('fills a quarter for each voice that spoke, at the place of that voice', () => {
    const kin = synergyMap(input([element('a', { quarters: [0, 3, 0, 0] })], { width: 400 })).svg
    expect(kin.match(/wk-c-full wk-c-of-kin/g)).toHaveLength(1)
    expect(kin).not.toContain('wk-c-leaf')
    const none = synergyMap(input([element('a')], { width: 400 })).svg
    expect(none).toContain('wk-c-map-none')
  })

  test('puts the shadow side below and the conditions above, in one picture, and no mark over another', () => {
    const crowd = (count: number, place: MapElement['place']) =>
      Array.from({ length: count }, (_, at) =>
        element(`${JSON.stringify(place)}${at}`, { place, quarters: [9, 9, 9, 9] }),
      )
    const all = [
      ...crowd(12, { band: 'ring', ring: 0 }),
      ...crowd(12, { band: 'ring', ring: 1 }),
      ...crowd(12, { band: 'context' }),
      ...crowd(12, { band: 'shadow' }),
    ]
    for (const width of [320, 640, 980]) {
      const { marks, centre } = mapPlan(input(all, { width }))
      const of = (band: string) => marks.filter(({ element }) => element.place.band === band)
      expect(of('shadow').every(({ y }) => y > centre)).toBe(true)
      expect(Math.min(...of('context').map(({ y }) => y))).toBeLessThan(centre / 4)
      const pairs = marks.flatMap((one, at) => marks.slice(at + 1).map((other) => [one, other] as const))
      // On a phone the largest model may touch, since a number must stay readable; nothing lies on a centre.
      const least = width < 640 ? 7 : 14
      for (const [one, other] of pairs)
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(Math.min(least, one.r + other.r))
    }
  })

  test('names stand beside it from a width on, below it only numbers', () => {
    expect(synergyMap(input([everyone])).svg).toContain('>Naam trust (5)<')
    expect(synergyMap(input([everyone], { width: 335 })).svg).not.toContain('Naam')
  })
})

describe('what is said beside it', () => {
  test('a row tells who said it, what was expected and how it changed', () => {
    const rows = mapRows(
      input([
        everyone,
        { ...dusk, outcome: 'unexpected', change: 'more' },
        element('c', { place: { band: 'context' } }),
      ]),
    )
    expect(
      rows.map(({ number, band, quotes, voices, remark }) => [number, band, quotes, voices, remark]),
    ).toEqual([
      [1, 'Jezelf', 5, 'cliënt 1, naaste 2, professional 1, partner 1', ''],
      [2, 'Schaduwkant', 3, 'professional 2, anderen 1', 'gehoord, niet verwacht · meer dan eerst'],
      [3, 'Omgeving', 0, 'niemand', ''],
    ])
  })

  test('the sentence names what all share, and asks on when nothing was said of the shadow side', () => {
    expect(mapSentence(input([everyone, dusk]))).toBe(
      'Door alle stemmen genoemd: “Naam trust”. Over de schaduwkant zijn er 3 uitspraken.',
    )
    expect(mapSentence(input([element('a', { quarters: [1, 0, 0, 0] })]))).toBe(
      'Geen element werd door alle vier de stemmen genoemd. Over de schaduwkant is niets gezegd. Is ernaar gevraagd?',
    )
    expect(mapSentence(input([element('a')], { lang: 'en' }))).toBe('No element has a quote yet.')
  })

  test('the legend explains only signs that stand in the map', () => {
    expect(mapSigns(input([everyone])).map(({ text }) => text)).toEqual([
      'Cliënt',
      'Naaste',
      'Professional',
      'Partner',
    ])
    const ids = mapSigns(input([dusk, element('x', { outcome: 'not-found', change: 'same' })])).map(
      ({ id }) => id,
    )
    expect(ids.slice(4)).toEqual(['others', 'none', 'not-found'])
  })
})
