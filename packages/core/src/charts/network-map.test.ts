import fc from 'fast-check'
import { expect, test } from 'vitest'
import { networkMap } from './network-map.ts'
import type { MapPerson, MapTie, NetworkMapInput } from './network-map-input.ts'
import { markRadius, networkPlan, type PlacedPerson } from './network-map-layout.ts'
import { networkMapSigns } from './network-map-legend.ts'
import { textBox } from './placed-text.ts'

const people = (count: number, name = (at: number) => `Persoon met een lange naam ${at}`): MapPerson[] =>
  Array.from({ length: count }, (_, at) => ({
    ...{ key: `p${at}`, name: name(at), sides: at % 7 === 0 ? [1, 2] : [(at % 4) + 1] },
    voice: (['client', 'kin', 'professional', 'partner'] as const)[at % 4] ?? 'client',
  }))
const tie = (from: number, to: number, more: Partial<MapTie> = {}): MapTie => ({
  ...{ from: `p${from}`, to: `p${to}`, often: 'weekly', useful: 'yes', change: null },
  ...more,
})
const words = {
  voices: { client: 'cliënt', kin: 'familie', professional: 'professional', partner: 'partner' },
  often: { seldom: 'zelden', monthly: 'elke maand', fortnightly: 'elke twee weken', weekly: 'elke week' },
  useful: { yes: 'nuttig', bit: 'een beetje', not: 'niet', untold: 'niet verteld' },
  change: { new: 'nieuw', gone: 'weg', changed: 'veranderd', same: 'hetzelfde' },
}
const input = (of: Partial<NetworkMapInput>): NetworkMapInput => ({
  ...{ idPrefix: 'kaart', title: 'Wie werkt met wie', description: 'Op deze kaart', lang: 'nl', width: 960 },
  ...{
    people: people(4),
    sides: ['School', 'Jeugdteam', 'Wijkteam', 'Het gezin'],
    ties: [],
    focus: null,
    words,
  },
  ...of,
})

const boxesOf = ({ x, y, label, labelX, numbers, numbersX, anchor }: PlacedPerson) => [
  { left: x - markRadius, right: x + markRadius, top: y - markRadius, bottom: y + markRadius },
  textBox({ ...label, x: labelX, y: y + 4, anchor }),
  textBox({ ...numbers, x: numbersX, y: y + 4, anchor }),
]

test('no name covers another name or a mark, and none leaves the picture, up to sixty people', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 640, max: 1200 }),
      fc.integer({ min: 1, max: 60 }),
      (count, width, letters) => {
        const plan = networkPlan({
          people: people(count, (at) => 'Wim'.repeat(letters).slice(0, letters) + at),
          width,
        })
        const boxes = plan.people.flatMap(boxesOf)
        for (const [at, one] of boxes.entries()) {
          expect(one.left).toBeGreaterThanOrEqual(0)
          expect(one.right).toBeLessThanOrEqual(width)
          for (const other of boxes.slice(at + 1)) {
            const apart =
              one.right <= other.left ||
              other.right <= one.left ||
              one.bottom <= other.top ||
              other.bottom <= one.top
            expect(apart).toBe(true)
          }
        }
      },
    ),
    { numRuns: 60 },
  )
})

test('those of one side stand beside each other, clockwise from the top', () => {
  const plan = networkPlan({ people: people(5), width: 960 })
  const [first, , third, fourth, last] = plan.people
  expect(first?.x).toBeGreaterThan(480)
  expect(third?.y).toBeGreaterThan(first?.y ?? 0)
  expect(fourth?.x).toBeLessThan(480)
  expect(last?.y).toBeLessThan(fourth?.y ?? 0)
})

test('is one image with a name and a description; each line tells from whom to whom', () => {
  const { svg } = networkMap(input({ ties: [tie(0, 1), tie(1, 0, { useful: 'untold', often: 'seldom' })] }))
  expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="kaart-title" aria-describedby="kaart-desc"/)
  expect(svg).not.toContain('tabindex')
  expect([...svg.matchAll(/data-tie="([^"]+)"/g)].map(([, key]) => key)).toEqual(['p0 p1', 'p1 p0'])
  expect(svg).toContain('stroke-width="4"')
  expect(svg).toContain('stroke-dasharray="8 3 1.5 3"')
  expect(networkMap(input({ people: people(2, () => '<script>') })).svg).not.toContain('<script>')
})

test('what became of a tie is told by a sign and by how the line is broken; who is looked at stands out', () => {
  const ties = [tie(0, 1, { change: 'new' }), tie(1, 2, { change: 'gone' }), tie(2, 3, { change: 'changed' })]
  const compared = input({ ties })
  expect(networkMapSigns(compared).map(({ text }) => text)).toEqual([
    ...['School', 'Jeugdteam', 'Wijkteam', 'Het gezin'],
    ...['cliënt', 'familie', 'professional', 'partner'],
    ...['nieuw', 'weg', 'veranderd'],
  ])
  expect(networkMap(compared).svg.match(/wk-c-map-plate/g)).toHaveLength(3)
  const looked = networkMap({ ...compared, focus: 'p0' }).svg
  expect(looked.match(/<g data-tie="[^"]+" opacity="0.1"/g)).toHaveLength(2)
  expect(looked.match(/<g data-key="[^"]+" opacity="0.65"/g)).toHaveLength(2)
})
