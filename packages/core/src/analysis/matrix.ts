/** What the columns of a matrix are: who said it, where it comes from, or when. */
export const matrixKinds = ['voice', 'source', 'moment'] as const
export type MatrixKind = (typeof matrixKinds)[number]

/** What the analyst says of one cell, having read its quotes (domain.md §7.3). */
export const cellMarks = ['confirms', 'adds', 'contradicts', 'silent'] as const
export type CellMark = (typeof cellMarks)[number]

/** How many quotes of one column stand under one theme itself. */
export type MatrixCount = { readonly code: string; readonly column: string; readonly quotes: number }

/** A theme with the theme it hangs under. */
export type MatrixTheme = { readonly id: string; readonly parent: string | null; readonly name: string }

/** A column: everyone who took part has one, also who said nothing. */
export type MatrixColumn = { readonly key: string; readonly name: string }

export type MarkedCell = { readonly code: string; readonly column: string; readonly mark: CellMark }

export type MatrixCell = { readonly column: string; readonly quotes: number; readonly mark: CellMark | null }

export type MatrixRow = {
  readonly theme: MatrixTheme
  readonly cells: readonly MatrixCell[]
  /** Quotes under this theme, and how many columns said something about it. */
  readonly quotes: number
  readonly heard: number
}

export type Matrix = {
  readonly rows: readonly MatrixRow[]
  readonly columns: readonly (MatrixColumn & { readonly quotes: number; readonly isSilent: boolean })[]
  /** All coded quotes in it: the sum of the rows and of the columns. A selection with two themes is two quotes. */
  readonly quotes: number
}

export type MatrixInput = {
  readonly themes: readonly MatrixTheme[]
  /** Who took part; a column that only quotes know comes after them. */
  readonly columns: readonly MatrixColumn[]
  readonly counts: readonly MatrixCount[]
  readonly marks: readonly MarkedCell[]
  /** `each`: a row per theme. `top`: what hangs under a theme counts with the highest one above it. */
  readonly rows: 'each' | 'top'
}

/**
 * Lays themes beside voices, sources or moments. Promises: row sums and column sums are the number of coded quotes, each quote
 * stands in exactly one cell, and who took part without saying a word keeps a column. Quotes of a theme that is not in `themes`
 * are left out. Marks belong to the theme itself, so `top` shows those of the highest themes only.
 */
export function matrixOf(input: MatrixInput): Matrix {
  const rowOf = rowFinder(input)
  const counts = new Map<string, number>()
  for (const { code, column, quotes } of input.counts) {
    const row = rowOf(code)
    if (row === undefined) continue
    const key = cellKey(row, column)
    counts.set(key, (counts.get(key) ?? 0) + quotes)
  }
  const marks = new Map(input.marks.map(({ code, column, mark }) => [cellKey(code, column), mark]))
  const columns = withUnnamed(input)
  const themes = input.themes.filter(({ id }) => rowOf(id) === id)
  const rows = themes.map((theme) => {
    const cells = columns.map(({ key: column }) => ({
      ...{ column, quotes: counts.get(cellKey(theme.id, column)) ?? 0 },
      mark: marks.get(cellKey(theme.id, column)) ?? null,
    }))
    const heard = cells.filter(({ quotes }) => quotes > 0).length
    return { theme, cells, heard, quotes: total(cells) }
  })
  const summed = columns.map((column, at) => {
    const quotes = total(rows.flatMap(({ cells }) => cells[at] ?? []))
    return { ...column, quotes, isSilent: quotes === 0 }
  })
  return { rows, columns: summed, quotes: total(rows) }
}

// A space stands in no id and in no key of a column.
const cellKey = (code: string, column: string) => `${code} ${column}`

const total = (ones: readonly { quotes: number }[]) => ones.reduce((sum, { quotes }) => sum + quotes, 0)

/** The theme whose row a theme counts in; undefined for one that is not there. In a circle each has its own. */
function rowFinder({ themes, rows }: MatrixInput): (code: string) => string | undefined {
  const parents = new Map(themes.map(({ id, parent }) => [id, parent]))
  if (rows === 'each') return (code) => (parents.has(code) ? code : undefined)
  return (code) => {
    if (!parents.has(code)) return undefined
    const seen = new Set([code])
    let at = code
    for (;;) {
      const above = parents.get(at) ?? null
      if (above === null || !parents.has(above)) return at
      if (seen.has(above)) return code
      seen.add(above)
      at = above
    }
  }
}

function withUnnamed({ columns, counts }: MatrixInput): readonly MatrixColumn[] {
  const known = new Set(columns.map(({ key }) => key))
  const others = [...new Set(counts.map(({ column }) => column))].filter((key) => !known.has(key)).sort()
  return [...columns, ...others.map((key) => ({ key, name: key }))]
}
