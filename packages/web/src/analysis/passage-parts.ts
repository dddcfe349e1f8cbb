import type { Passage } from '@weerklank/core/analysis/analysis.contract'
import { codePointLength, segmentsOf, toUtf16 } from '@weerklank/core/analysis/code-points'
import type { Coding } from './workbook-cache.ts'

/** A stretch of words that looks the same from begin to end. */
export type TextPart = {
  start: number
  words: string
  codings: readonly Coding[]
  /** Codings whose last words these are: their numbers stand here. */
  ending: readonly Coding[]
  isPicked: boolean
  /** The caret stands in front of these words. */
  hasCaret: boolean
}

type Over = { start: number; end: number; coding?: Coding; isPicked?: true }
type Extra = { picked: { start: number; end: number } | undefined; caret: number | undefined }

/** A passage cut up for drawing; without anything over it, it is one part. */
export function partsOf(body: string, codings: readonly Coding[], { picked, caret }: Extra): TextPart[] {
  const length = codePointLength(body)
  const over: Over[] = codings.map((coding) => ({ start: coding.start, end: coding.end, coding }))
  if (picked !== undefined) over.push({ ...picked, isPicked: true })
  // Only cuts: nothing is drawn for it.
  if (caret !== undefined && caret > 0) over.push({ start: caret, end: length })
  let units = 0
  return segmentsOf(length, over).map(({ start, end, over: here }) => {
    const until = units + toUtf16(body.slice(units), end - start)
    const words = body.slice(units, until)
    units = until
    const marks = here.flatMap(({ coding }) => (coding === undefined ? [] : [coding]))
    return {
      ...{ start, words, codings: marks },
      ending: marks.filter((coding) => coding.end === end),
      isPicked: here.some((one) => one.isPicked === true),
      hasCaret: caret === start,
    }
  })
}

/** The codings of a page by passage, in reading order. */
export function byPassage(codings: readonly Coding[]): Map<string, Coding[]> {
  const found = new Map<string, Coding[]>()
  for (const coding of codings) {
    const list = found.get(coding.passage)
    if (list === undefined) found.set(coding.passage, [coding])
    else list.push(coding)
  }
  for (const list of found.values()) {
    list.sort((one, other) => one.start - other.start || one.end - other.end || (one.id < other.id ? -1 : 1))
  }
  return found
}

/** Whether two lists hold the same codings, so that a passage need not be drawn anew. */
export function sameCodings(one: readonly Coding[], other: readonly Coding[]): boolean {
  return one === other || (one.length === other.length && one.every((coding, at) => coding === other[at]))
}

/** A passage, or a place where words are missing because somebody gave no consent. */
export type DocumentLine = { kind: 'passage'; passage: Passage } | { kind: 'gap'; after: number }

/** What stands below each other: one line for each run of places whose words are not kept. `from`: the first place of these. */
export function linesOf(passages: readonly Passage[], from: number, until: number): DocumentLine[] {
  const lines: DocumentLine[] = []
  let next = from
  for (const passage of passages) {
    if (passage.ordinal > next) lines.push({ kind: 'gap', after: next })
    lines.push({ kind: 'passage', passage })
    next = passage.ordinal + 1
  }
  if (next < until) lines.push({ kind: 'gap', after: next })
  return lines
}
