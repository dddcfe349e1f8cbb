import { codePointLength, toUtf16 } from './code-points.ts'

/** Part of a text, in code points, with its words. */
export type Piece = { readonly start: number; readonly end: number; readonly body: string }

export type Cutting = {
  /** Longest piece, in code points, and how many there may be. */
  readonly longest: number
  readonly most: number
  /** What had better stay whole: coded selections. */
  readonly whole: readonly { readonly start: number; readonly end: number }[]
  /** What is a piece of its own: the words of one speaker, from the start of a line to the end of one. */
  readonly own: readonly { readonly start: number; readonly end: number }[]
}

/** `goesOn`: a part of a line that was too long, not the first. */
type Line = { start: number; length: number; isBlank: boolean; goesOn: boolean; text: string }

/**
 * A text as pieces, cut at ends of lines: put behind each other with one line end between them they are the text again. A
 * piece has words in it where that can be; empty lines stay with what is in front of them. What is coded stays in one piece,
 * unless the words of two speakers or the longest length cut it. A line longer than that is cut within (then the text gets a
 * line end there that it did not have).
 */
export function piecesOf(text: string, cutting: Cutting): Piece[] {
  if (text === '') return []
  const lines = linesOf(text, cutting.longest)
  const forced = new Set(cutting.own.flatMap(({ start, end }) => [start - 1, end]))
  const isWhole = wholeAt([...cutting.whole, ...cutting.own])
  const last = lines.at(-1)
  const least = last === undefined ? 0 : Math.floor((last.start + last.length) / cutting.most)
  const groups: Line[][] = []
  for (const line of lines) {
    const group = groups.at(-1)
    const [first] = group ?? []
    if (group === undefined || first === undefined) {
      groups.push([line])
      continue
    }
    const cut = line.start - 1
    const length = cut - first.start
    const isTooLong = line.goesOn || line.start + line.length - first.start > cutting.longest
    const mayCut = !line.isBlank && group.some(({ isBlank }) => !isBlank) && length >= least && !isWhole(cut)
    if (isTooLong || mayCut || (forced.has(cut) && length > 0)) groups.push([line])
    else group.push(line)
  }
  return groups.flatMap((group) => {
    const start = group[0]?.start ?? 0
    const body = group.map((line) => line.text).join('\n')
    return body === '' ? [] : [{ start, end: start + codePointLength(body), body }]
  })
}

function linesOf(text: string, longest: number): Line[] {
  let start = 0
  return text.split('\n').flatMap((line) => {
    const parts = chopped(line, longest)
    const from = start
    let at = from
    start += codePointLength(line) + 1
    return parts.map((part, nth) => {
      const length = codePointLength(part)
      const here = at
      at += length
      return { start: here, length, isBlank: part.trim() === '', goesOn: nth > 0, text: part }
    })
  })
}

/** A line in parts that are not too long, cut behind a space where there is one in the last tenth. */
function chopped(line: string, longest: number): string[] {
  if (line.length <= longest || codePointLength(line) <= longest) return [line]
  const parts: string[] = []
  let rest = line
  while (codePointLength(rest) > longest) {
    const most = toUtf16(rest, longest)
    const space = rest.lastIndexOf(' ', most - 1)
    const at = space > most * 0.9 ? space + 1 : most
    parts.push(rest.slice(0, at))
    rest = rest.slice(at)
  }
  return [...parts, rest]
}

/** Whether a place lies within something that had better stay whole. */
function wholeAt(spans: Cutting['whole']): (place: number) => boolean {
  const joined: { start: number; end: number }[] = []
  for (const { start, end } of [...spans].sort((one, other) => one.start - other.start)) {
    const before = joined.at(-1)
    if (before !== undefined && start <= before.end) before.end = Math.max(before.end, end)
    else joined.push({ start, end })
  }
  let nth = 0
  // Asked from front to back.
  return (place) => {
    while (nth < joined.length && (joined[nth]?.end ?? 0) <= place) nth += 1
    const span = joined[nth]
    return span !== undefined && span.start <= place
  }
}
