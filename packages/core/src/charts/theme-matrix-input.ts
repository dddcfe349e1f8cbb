/** What the analyst says of a cell, having read its quotes. */
export type CellSign = 'confirms' | 'adds' | 'contradicts' | 'silent'

export type ThemeMatrixRow = {
  readonly name: string
  /** In the order of the columns. */
  readonly cells: readonly { readonly quotes: number; readonly mark: CellSign | null }[]
  readonly quotes: number
  /** How many columns said something about it. */
  readonly heard: number
}

export type ThemeMatrixInput = {
  /** Makes the ids in the picture unique on its page. */
  readonly idPrefix: string
  readonly title: string
  readonly description: string
  readonly lang: 'nl' | 'en'
  /** In user units (px on the screen). */
  readonly width: number
  /** What the columns are. */
  readonly of: 'voice' | 'source' | 'moment'
  readonly columns: readonly { readonly name: string; readonly quotes: number; readonly isSilent: boolean }[]
  readonly rows: readonly ThemeMatrixRow[]
  /** All coded quotes: the sum of the rows and of the columns. */
  readonly quotes: number
}

/** Shades of a cell by the share of the fullest one, from few to many; the last is full. */
export const cellShades = [0.1, 0.2, 0.3, 0.4, 1] as const

/** The shade for so many quotes where the fullest cell has `most`; null for none. */
export function cellShade(quotes: number, most: number): (typeof cellShades)[number] | null {
  if (quotes <= 0) return null
  const step = Math.ceil((quotes / Math.max(most, quotes)) * cellShades.length) - 1
  // One quote is few, also where one is the most.
  return cellShades[most < 3 ? Math.min(step, quotes - 1) : step] ?? cellShades[0]
}
