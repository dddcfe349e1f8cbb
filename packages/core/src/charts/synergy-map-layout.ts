import { type MapElement, mapIsWide, quotesOf, type SynergyMapInput } from './synergy-map-input.ts'

/** Where a mark is drawn, and how big; its number is that of the list. */
export type PlacedMark = {
  readonly element: MapElement
  readonly number: number
  readonly x: number
  readonly y: number
  readonly r: number
}

export type MapPlan = {
  readonly isWide: boolean
  /** Side of the square that holds the map. */
  readonly side: number
  readonly centre: number
  /** Outer radius of each ring, from the inside out, and of the bands around them. */
  readonly radii: readonly number[]
  readonly outer: number
  readonly marks: readonly PlacedMark[]
}

/** Degrees, clockwise from the right: the shadow lies below, the conditions around the rest. */
export const bandArcs = { context: { from: 154, to: 386 }, shadow: { from: 30, to: 150 } } as const

const listWidth = 264
const widest = 720

/** Lays out the map: rings of even air, marks evenly round each, none over another as long as the model keeps to its limits. */
export function mapPlan(input: SynergyMapInput): MapPlan {
  const isWide = input.width >= mapIsWide
  const side = isWide ? Math.min(input.width - listWidth, widest) : Math.min(input.width, widest)
  const centre = side / 2
  const outer = centre - 6
  const ringsTo = outer * 0.8
  const count = Math.max(input.rings.length, 1)
  // The inner ring is the largest: it bends the most and must hold as many.
  const radii = Array.from({ length: count }, (_, at) => ringsTo * ((at + 1.35) / (count + 0.35)) ** 0.9)
  const numbered = input.elements.map((element, at) => ({ element, number: at + 1 }))
  const marks = [...radii.keys()].flatMap((ring) => {
    const inside = ring === 0 ? 0.22 * (radii[0] ?? 0) : (radii[ring - 1] ?? 0)
    const middle = (inside + (radii[ring] ?? 0)) / 2
    const own = numbered.filter(({ element: { place } }) => place.band === 'ring' && place.ring === ring)
    return roundArc(own, {
      middle,
      from: -90 + 180 / Math.max(own.length, 1),
      step: 360 / own.length,
      centre,
    })
  })
  const band = (ringsTo + outer) / 2
  const inBands = (['context', 'shadow'] as const).flatMap((name) => {
    const own = numbered.filter(({ element: { place } }) => place.band === name)
    const step = (bandArcs[name].to - bandArcs[name].from) / Math.max(own.length, 1)
    return roundArc(own, { middle: band, from: bandArcs[name].from + step / 2, step, centre })
  })
  const room = { most: isWide ? 21 : 15, band: (outer - ringsTo) / 2 - 3 }
  return { isWide, side, centre, radii, outer, marks: sized([...marks, ...inBands], room) }
}

type Spot = { element: MapElement; number: number; x: number; y: number; space: number }
type Arc = { middle: number; from: number; step: number; centre: number }

function roundArc(
  own: readonly { element: MapElement; number: number }[],
  { middle, from, step, centre }: Arc,
): Spot[] {
  // The straight distance between two neighbours on the arc.
  const space = own.length < 2 ? 200 : 2 * middle * Math.sin((Math.min(step, 180) * Math.PI) / 360)
  return own.map((one, at) => {
    const angle = ((from + at * step) * Math.PI) / 180
    return { ...one, space, x: centre + middle * Math.cos(angle), y: centre + middle * Math.sin(angle) }
  })
}

// An area twice as large for twice the quotes, within what fits; never too small for its number.
function sized(spots: readonly Spot[], room: { most: number; band: number }): PlacedMark[] {
  const largest = Math.max(...spots.map(({ element }) => quotesOf(element)), 1)
  return spots.map(({ space, ...spot }) => {
    const most = Math.min(
      room.most,
      space / 2 - 2,
      spot.element.place.band === 'ring' ? room.most : room.band,
    )
    const least = Math.min(11, most)
    const share = Math.sqrt(quotesOf(spot.element) / largest)
    return { ...spot, r: Math.max(least + (most - least) * share, 7) }
  })
}
