import { codePointLength, sliceSpan, toUtf16, widenToSigns } from './code-points.ts'

/** What one person said in a document: the least that a selection has to know of it. */
export type SelectablePassage<Id extends string> = { readonly id: Id; readonly body: string }

/** A place between two code points of a passage. */
export type TextPlace<Id extends string> = { readonly passage: Id; readonly at: number }

/** The words of one passage that get a code, in code points, `start < end`. */
export type PickedSpan<Id extends string> = {
  readonly passage: Id
  readonly start: number
  readonly end: number
}

export type SelectionVerdict<Id extends string> =
  | { allowed: true; picked: readonly PickedSpan<Id>[] }
  /** `nothing`: no words in it. `unknown`: a passage that is not in this document (any more). */
  | { allowed: false; reason: 'nothing' | 'unknown' }

/**
 * What a selection codes. `passages` are those of the document that have words, in reading order; the two places may be given
 * in either order. Over several passages it is one span for each, because a quote has one speaker. White space at the ends
 * falls off, no sign is cut in two, and what holds no words is refused.
 */
export function selectionOf<Id extends string>(
  passages: readonly SelectablePassage<Id>[],
  one: TextPlace<Id>,
  other: TextPlace<Id>,
): SelectionVerdict<Id> {
  const places = [one, other].map(({ passage, at }) => ({
    index: passages.findIndex(({ id }) => id === passage),
    at,
  }))
  const [from, to] = places.sort((a, b) => a.index - b.index || a.at - b.at)
  if (from === undefined || to === undefined || from.index < 0) return { allowed: false, reason: 'unknown' }
  const picked = passages.slice(from.index, to.index + 1).flatMap(({ id, body }, nth) => {
    const start = nth === 0 ? from.at : 0
    const end = nth === to.index - from.index ? to.at : codePointLength(body)
    const span = trimSpan(body, { start, end })
    return span === undefined ? [] : [{ passage: id, ...span }]
  })
  return picked.length === 0 ? { allowed: false, reason: 'nothing' } : { allowed: true, picked }
}

/** The span without the white space at its ends and without half a sign; undefined when nothing is left of it. */
export function trimSpan(
  body: string,
  span: { start: number; end: number },
): { start: number; end: number } | undefined {
  const whole = widenToSigns(body, span)
  const words = sliceSpan(body, whole)
  const start = whole.start + codePointLength(words) - codePointLength(words.trimStart())
  const end = start + codePointLength(words.trim())
  return start < end ? { start, end } : undefined
}

/** By what a caret moves. */
export type CaretStep = 'sign' | 'word' | 'sentence'

const segmenters = {
  sign: new Intl.Segmenter('nl', { granularity: 'grapheme' }),
  word: new Intl.Segmenter('nl', { granularity: 'word' }),
  sentence: new Intl.Segmenter('nl', { granularity: 'sentence' }),
} as const

/**
 * The places (code points) at which a caret can stand in a text when it moves by this step, from 0 to its length: between signs,
 * before each word, before each sentence. Strictly rising; a text without words has its two ends.
 */
export function caretPlaces(body: string, step: CaretStep): number[] {
  const places = [0]
  let count = 0
  for (const { segment, isWordLike } of segmenters[step].segment(body)) {
    if (step !== 'word' || isWordLike === true) places.push(count)
    count += codePointLength(segment)
  }
  places.push(count)
  return [...new Set(places)]
}

/** The next place for the caret in that direction; the same place at an end of the text. */
export function moveCaret(body: string, at: number, move: { by: CaretStep; back: boolean }): number {
  const places = caretPlaces(body, move.by)
  const found = move.back ? places.findLast((place) => place < at) : places.find((place) => place > at)
  return found ?? at
}

/** The word or sentence round a place (code points), trimmed: what a tap selects. Undefined between the words. */
export function unitAt(
  body: string,
  at: number,
  unit: 'word' | 'sentence',
): { start: number; end: number } | undefined {
  const found = segmenters[unit].segment(body).containing(toUtf16(body, at))
  if (found === undefined || (unit === 'word' && found.isWordLike !== true)) return undefined
  const start = codePointLength(body.slice(0, found.index))
  return trimSpan(body, { start, end: start + codePointLength(found.segment) })
}

/** An end of a selection, and whether it goes to an earlier word. */
export type Adjusting = { edge: 'start' | 'end'; back: boolean }

/**
 * One passage's selection with its begin or end one word earlier or later, trimmed. It stays as it is where there is no word
 * further, or where nothing would be left of it.
 */
export function adjustedSpan(
  body: string,
  span: { start: number; end: number },
  { edge, back }: Adjusting,
): { start: number; end: number } {
  const places = caretPlaces(body, 'word')
  const length = codePointLength(body)
  const edges =
    edge === 'start'
      ? places
      : [...places.map((place) => lettersEnd(body, place)), length].filter((at) => at > 0)
  const now = span[edge]
  const next = back ? edges.findLast((place) => place < now) : edges.find((place) => place > now)
  if (next === undefined) return span
  const moved = { ...span, [edge]: next }
  return moved.start < moved.end ? (trimSpan(body, moved) ?? span) : span
}

/** Where the words in front of this place end: without the space between. */
function lettersEnd(body: string, place: number): number {
  return codePointLength(body.slice(0, toUtf16(body, place)).trimEnd())
}
