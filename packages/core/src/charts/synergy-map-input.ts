/** Where an element lies: in a ring, counted from the inside, or in one of the bands around them. */
export type MapPlace =
  | { readonly band: 'ring'; readonly ring: number }
  | { readonly band: 'context' | 'shadow' }

/** How a mark differs from an earlier moment. */
export type MapChange = 'new' | 'more' | 'same' | 'less' | 'gone' | 'none'

/** What became of what was expected. */
export type MapOutcome = 'as-expected' | 'not-found' | 'unexpected'

/** One element: where it lies, and who says so. */
export type MapElement = {
  readonly key: string
  readonly name: string
  readonly place: MapPlace
  /** Quotes: of the four voices in their order, and of those who have no quarter. */
  readonly quarters: readonly [number, number, number, number]
  readonly others: number
  readonly outcome: MapOutcome | null
  /** Null when no two moments are compared. */
  readonly change: MapChange | null
}

export type SynergyMapInput = {
  /** Makes the ids in the picture unique on its page. */
  readonly idPrefix: string
  readonly title: string
  readonly description: string
  readonly lang: 'nl' | 'en'
  /** In user units (px on the screen). From `mapIsWide` on, names stand in the map and a list beside it. */
  readonly width: number
  /** Names from the inside out, and of the two bands around them. */
  readonly rings: readonly string[]
  readonly context: string
  readonly shadow: string
  /** Names of the four voices: upper right, lower right, lower left, upper left. */
  readonly voices: readonly [string, string, string, string]
  readonly elements: readonly MapElement[]
}

/** From this width on the map carries its names; below it numbers only, for the list beside it. */
export const mapIsWide = 860

/** Quotes of an element by everyone. */
export function quotesOf({ quarters, others }: Pick<MapElement, 'quarters' | 'others'>): number {
  return quarters.reduce((sum, quotes) => sum + quotes, others)
}

/** How many of the four voices said something about it. */
export function voicesOf({ quarters }: Pick<MapElement, 'quarters'>): number {
  return quarters.filter((quotes) => quotes > 0).length
}
