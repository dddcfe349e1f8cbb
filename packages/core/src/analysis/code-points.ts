/**
 * Places in a text are counted in Unicode code points, the end exclusive: that is what REFI-QDA prescribes and what PostgreSQL
 * counts. The browser and JavaScript count UTF-16 units, in which an emoji is two. Here is the only way from one to the other.
 */

/** From `start` up to and without `end`, in code points. */
export type Span = { readonly start: number; readonly end: number }

/** How long the text is, in code points. */
export function codePointLength(text: string): number {
  return toCodePoint(text, text.length)
}

/** The code point at which a UTF-16 place lies; half-way a pair it is the place before the pair, beyond an end that end. */
export function toCodePoint(text: string, utf16: number): number {
  let count = 0
  let at = 0
  while (at < text.length) {
    const next = at + unitsAt(text, at)
    if (next > utf16) return count
    at = next
    count += 1
  }
  return count
}

/** The UTF-16 place at which a code point begins; beyond an end it is that end. */
export function toUtf16(text: string, codePoint: number): number {
  let at = 0
  for (let count = 0; count < codePoint && at < text.length; count += 1) at += unitsAt(text, at)
  return at
}

/** The words of a span. */
export function sliceSpan(text: string, { start, end }: Span): string {
  const from = toUtf16(text, start)
  return text.slice(from, Math.max(from, toUtf16(text, end)))
}

function unitsAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
}

/**
 * The smallest span round this one that cuts no sign in two: a family emoji, a letter with its accents, a flag. Outside the
 * text it is brought back to the ends; a span without length keeps none, so that widening selects nothing by itself.
 */
export function widenToSigns(text: string, span: Span): Span {
  const from = toUtf16(text, Math.min(span.start, span.end))
  const to = toUtf16(text, Math.max(span.start, span.end))
  const start = signStart(text, from)
  if (from === to) return { start: toCodePoint(text, start), end: toCodePoint(text, start) }
  const end = signStart(text, to) === to ? to : signEnd(text, to)
  return { start: toCodePoint(text, start), end: toCodePoint(text, end) }
}

// Which signs belong together is the same in every language that we know of.
const signs = new Intl.Segmenter('nl', { granularity: 'grapheme' })

function signStart(text: string, utf16: number): number {
  return signs.segment(text).containing(utf16)?.index ?? text.length
}

function signEnd(text: string, utf16: number): number {
  const sign = signs.segment(text).containing(utf16)
  return sign === undefined ? text.length : sign.index + sign.segment.length
}

/** A stretch over which nothing changes, with everything that lies over it, in the order in which it was given. */
export type Segment<Marked extends Span> = Span & { readonly over: readonly Marked[] }

/**
 * Cuts a text of `length` code points into stretches at each begin and end of what is marked in it, so that overlapping marks
 * can be drawn: the stretches follow each other without gap or overlap. What lies outside or has no length is not drawn.
 */
export function segmentsOf<Marked extends Span>(
  length: number,
  marked: readonly Marked[],
): Segment<Marked>[] {
  const within = marked.filter(({ start, end }) => Math.max(start, 0) < Math.min(end, length))
  const cuts = new Set([0, length])
  for (const { start, end } of within) {
    cuts.add(Math.max(start, 0))
    cuts.add(Math.min(end, length))
  }
  const places = [...cuts].sort((one, other) => one - other)
  return places.slice(1).map((end, before) => {
    const start = places[before] ?? 0
    return { start, end, over: within.filter((mark) => mark.start < end && mark.end > start) }
  })
}
