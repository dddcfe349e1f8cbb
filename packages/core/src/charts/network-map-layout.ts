import type { MapPerson, NetworkMapInput } from './network-map-input.ts'
import { type MeasuredText, measured } from './placed-text.ts'
import { fitText, textWidth } from './text-size.ts'

/** Where somebody is drawn: her mark, and beside it her name and the numbers of her sides. */
export type PlacedPerson = {
  readonly person: MapPerson
  readonly x: number
  readonly y: number
  readonly label: MeasuredText
  readonly numbers: MeasuredText
  /** Left of the middle her name ends at its x, right of it it begins there. */
  readonly anchor: 'start' | 'end'
  readonly labelX: number
  readonly numbersX: number
}

export type NetworkPlan = {
  readonly width: number
  readonly height: number
  readonly centre: { readonly x: number; readonly y: number }
  readonly people: readonly PlacedPerson[]
}

/** Px. */
export const markRadius = 7
const labelStyle = { size: 14, bold: false } as const
const numberStyle = { size: 11, bold: false } as const
const air = 6
/** A line of text with its air: names of one half stand so far apart at least, and never touch. */
const leastRow = 20
/** However few they are: far enough apart for the lines between them, and not further. */
const mostRow = 120
const roomy = 440
const margin = 14
/** Left of the oval and right of it, for the names. */
const nameRoom = 200

/**
 * Puts people round an oval, clockwise from the top, so that those of one side stand beside each other. The names of one half
 * stand in rows of the same height, each outside the oval, so no name covers another or a line, however many people there are.
 */
export function networkPlan({ people, width }: Pick<NetworkMapInput, 'people' | 'width'>): NetworkPlan {
  const rows = Math.max(Math.ceil(people.length / 2), 1)
  const row = Math.min(Math.max(roomy / rows, leastRow), mostRow)
  const height = Math.ceil(rows * row + 2 * margin)
  const centre = { x: width / 2, y: height / 2 }
  const across = Math.max(Math.min(width / 2 - nameRoom, Math.max(rows * row * 0.8, mostRow)), 70)
  const down = (rows * row) / 2
  return {
    ...{ width, height, centre },
    people: people.map((person, at) => {
      const isRight = at < rows
      const line = isRight ? at : rows - 1 - (at - rows) - (2 * rows - people.length)
      const y = centre.y - down + (line + 0.5) * row
      const reach = Math.sqrt(Math.max(1 - ((y - centre.y) / down) ** 2, 0)) * across
      const x = centre.x + (isRight ? 1 : -1) * Math.max(reach, markRadius + 2)
      return { person, x, y, ...labelAt(person, { x, isRight, width }) }
    }),
  }
}

/** Her name as far as there is room, and after it, or before it on the left, the numbers of her sides. */
function labelAt(
  person: MapPerson,
  { x, isRight, width }: { x: number; isRight: boolean; width: number },
): Omit<PlacedPerson, 'person' | 'x' | 'y'> {
  const numbers = measured(person.sides.join('·'), numberStyle)
  const start = markRadius + air
  const room = (isRight ? width - x : x) - start - air - numbers.width - 2
  const label = measured(fitText(person.name, Math.max(room, 0), labelStyle), labelStyle)
  const turn = isRight ? 1 : -1
  return {
    ...{ label, numbers, anchor: isRight ? 'start' : 'end' },
    labelX: x + turn * start,
    numbersX: x + turn * (start + textWidth(label.text, labelStyle) + air),
  }
}
