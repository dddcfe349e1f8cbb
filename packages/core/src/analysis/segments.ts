/** A selection of one coder: code points of the passage, end exclusive. */
export type CoderSelection = {
  readonly coder: string
  readonly passage: string
  readonly start: number
  readonly end: number
  readonly code: string
  /** How strongly, where the coders agreed to say that too. */
  readonly weight?: number | null
}

/** The words that were coded, by passage. */
export type PassageText = { readonly id: string; readonly body: string }

/** A stretch of text within which nobody's codes change: the unit of comparison. */
export type Segment = {
  readonly passage: string
  readonly start: number
  readonly end: number
  /** By coder, in the order asked for: her codes, sorted; an empty list where she coded nothing. */
  readonly codes: readonly (readonly string[])[]
  /** By coder: her weight per code, where she gave one. */
  readonly weights: readonly Readonly<Record<string, number>>[]
}

type Asked = { readonly coders: readonly string[]; readonly passages: readonly PassageText[] }

/**
 * Cuts the passages into segments at every border of a selection, so that the codings of several coders can be compared.
 * Touching pieces that everyone coded the same are one segment, and a piece without a letter or digit is none: a coder who
 * took the full stop along does not disagree. Selections outside the text or of others are left out. In order of text.
 */
export function segmentsOf(selections: readonly CoderSelection[], asked: Asked): Segment[] {
  const byPassage = grouped(selections)
  return asked.passages.flatMap((passage) =>
    segmentsIn(passage, asked.coders, byPassage.get(passage.id) ?? []),
  )
}

function grouped(selections: readonly CoderSelection[]): Map<string, CoderSelection[]> {
  const groups = new Map<string, CoderSelection[]>()
  for (const selection of selections) {
    const group = groups.get(selection.passage)
    if (group === undefined) groups.set(selection.passage, [selection])
    else group.push(selection)
  }
  return groups
}

function segmentsIn(
  passage: PassageText,
  coders: readonly string[],
  selections: readonly CoderSelection[],
): Segment[] {
  const characters = [...passage.body]
  const own = selections.filter(
    ({ coder, start, end }) =>
      coders.includes(coder) && start >= 0 && start < end && end <= characters.length,
  )
  const borders = [...new Set([0, characters.length, ...own.flatMap(({ start, end }) => [start, end])])]
  borders.sort((a, b) => a - b)
  const segments: Segment[] = []
  for (const [at, start] of borders.entries()) {
    const end = borders[at + 1]
    if (end === undefined || !/[\p{L}\p{N}]/u.test(characters.slice(start, end).join(''))) continue
    const over = own.filter((one) => one.start <= start && one.end >= end)
    append(segments, { passage: passage.id, start, end, ...saidBy(coders, over) })
  }
  return segments
}

function saidBy(coders: readonly string[], over: readonly CoderSelection[]) {
  const of = coders.map((coder) => over.filter((one) => one.coder === coder))
  return {
    codes: of.map((ones) => [...new Set(ones.map(({ code }) => code))].sort()),
    weights: of.map((ones) =>
      Object.fromEntries(
        ones.flatMap(({ code, weight }) => (typeof weight === 'number' ? [[code, weight]] : [])),
      ),
    ),
  }
}

const said = ({ codes, weights }: Segment) => JSON.stringify([codes, weights])

function append(segments: Segment[], next: Segment) {
  const last = segments.at(-1)
  if (last === undefined || said(last) !== said(next)) segments.push(next)
  else segments[segments.length - 1] = { ...last, end: next.end }
}
