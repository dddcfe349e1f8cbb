import type { ChainBreak } from '@weerklank/core/audit/chain.words'
import { type ChainLine, digestOf, type Link, linkHash } from './chain.ts'

/** Until where a chain was whole, and where its kept end said that it ends. */
type Place = { seq: number; hash: Buffer; end: number }

/** What is wrong with a link that should follow from there; null when nothing is. */
export function diagnose(link: Link, place: Place): ChainBreak | null {
  const { lane, seq, lines } = link
  if (seq <= place.seq) return { kind: 'added', lane, seq, line: named(lines[0]) }
  if (seq > place.seq + 1) {
    // Nothing is missing where the chain had ended already: then this came behind its end.
    if (place.seq >= place.end) return { kind: 'added', lane, seq, line: named(lines[0]) }
    return { kind: 'missing', lane, seq: place.seq + 1, last: Math.min(seq - 1, place.end), line: null }
  }
  const gap = lines.findIndex((line, at) => line.line !== at + 1)
  const numbered = lines[gap]
  if (numbered !== undefined) {
    const isBefore = numbered.line <= gap
    return { kind: isBefore ? 'added' : 'missing', lane, seq, line: isBefore ? named(numbered) : null }
  }
  const expected = linkHash(place.hash, digestOf(lines))
  if (lines.every((line) => line.hash.equals(expected))) return null
  if (seq > place.end) return { kind: 'added', lane, seq, line: named(lines[0]) }
  return { lane, seq, ...within(link, place.hash, expected) }
}

/** Larger links are not tried in every order: what is wrong with them is told less precisely. */
const tryAtMost = 40

function within(link: Link, before: Buffer, expected: Buffer): Pick<ChainBreak, 'kind' | 'line'> {
  const { lines } = link
  const written = lines.find((line) => line.hash.equals(expected))
  // The lines are as they were; one of them says otherwise.
  if (written !== undefined) {
    return { kind: 'changed', line: named(lines.find((line) => !line.hash.equals(expected))) }
  }
  if (lines.length > 1 && lines.length <= tryAtMost) {
    const fits = (kept: readonly ChainLine[]) =>
      kept.some((line) => line.hash.equals(linkHash(before, digestOf(kept))))
    const added = lines.find((line) => fits(lines.filter((one) => one !== line)))
    if (added !== undefined) return { kind: 'added', line: named(added) }
    const swapped = swaps(lines).find(({ order }) => fits(order))
    if (swapped !== undefined) return { kind: 'out-of-order', line: named(swapped.first) }
  }
  return { kind: 'changed', line: named(lines.length === 1 ? lines[0] : oddOne(lines)) }
}

function swaps(lines: readonly ChainLine[]): { first: ChainLine; order: ChainLine[] }[] {
  return lines.flatMap((one, at) =>
    lines.slice(at + 1).map((other) => ({
      first: other,
      order: lines.map((line) => (line === one ? other : line === other ? one : line)),
    })),
  )
}

/** The line that carries another hash than those beside it, which all carry the same. */
function oddOne(lines: readonly ChainLine[]): ChainLine | undefined {
  const odd = lines.filter((line) => lines.filter((one) => one.hash.equals(line.hash)).length === 1)
  return odd.length === 1 ? odd[0] : undefined
}

function named(line: ChainLine | undefined): ChainBreak['line'] {
  return line === undefined ? null : { id: line.id, at: line.at }
}
