/**
 * Words of a learner as they may be printed: hers, with what the editor left out or put in kept apart and shown in square
 * brackets, and without names or numbers of others (domain.md §1.7, traps 4 and 11).
 */
import { scrubMarks, scrubNames } from '../shared/name-scrub.ts'

export const quoteLimit = 2000

/** One stretch of a quote, with whose words they are. */
export type QuotePiece = { by: 'speaker' | 'editor'; words: string }

/** What stands in the place of another learner. */
export const otherMark = '[andere deelnemer]'

const learnerNumber =
  /(?<![\p{L}\p{N}])(?:pp|proefpersoon|deelnemer|participant|learner)(?:\s?(?:nr\.?|nummer|number))?[\s.:#-]?\s?\p{N}{1,4}(?![\p{L}\p{N}])/giu

/**
 * The words as an editor may work with them: known names, addresses and numbers of learners are taken out, and what was in
 * square brackets stands in round ones, since those are the editor's. Doing it again changes nothing.
 */
export function quotable(said: string, names: readonly string[]): string {
  const marks = new Set<string>([otherMark, ...Object.values(scrubMarks)])
  const rounded = said.replace(/\[[^\][]*\]|[[\]]/gu, (found) =>
    marks.has(found) ? found : found.replaceAll('[', '(').replaceAll(']', ')'),
  )
  return scrubNames(rounded.replace(learnerNumber, otherMark), names)
}

const plain = (words: string) => words.replace(/\s+/gu, ' ').trim()

/** A text with square brackets in pieces: what is within them is the editor's. */
export function piecesOf(typed: string): QuotePiece[] {
  return plain(typed)
    .split(/(\[[^\][]*\])/u)
    .flatMap((part): QuotePiece[] => {
      const isEditor = part.startsWith('[') && part.endsWith(']')
      const words = plain(isEditor ? part.slice(1, -1) : part)
      return words === '' ? [] : [{ by: isEditor ? 'editor' : 'speaker', words }]
    })
}

export type QuoteReading =
  | { ok: true; pieces: QuotePiece[] }
  | { ok: false; reason: 'empty' | 'too-long' | 'not-her-words' }

/**
 * Reads a quote as an editor typed it, beside the words it comes from (as `quotable` gives them). What is not in square
 * brackets must stand there, in that order: nobody gets words put in her mouth.
 */
export function readQuote(typed: string, from: string): QuoteReading {
  if ([...typed].length > quoteLimit) return { ok: false, reason: 'too-long' }
  const pieces = piecesOf(typed)
  const hers = pieces.filter(({ by }) => by === 'speaker')
  if (!hers.some(({ words }) => /\p{L}/u.test(words))) return { ok: false, reason: 'empty' }
  const source = plain(from)
  let at = 0
  for (const { words } of hers) {
    const found = source.indexOf(words, at)
    if (found < 0) return { ok: false, reason: 'not-her-words' }
    at = found + words.length
  }
  return { ok: true, pieces }
}

/** The pieces without names and numbers of others, also of people who came to be known since; what the editor wrote stays. */
export function withoutOthers(pieces: readonly QuotePiece[], names: readonly string[]): QuotePiece[] {
  return pieces.flatMap((piece) => (piece.by === 'editor' ? [piece] : piecesOf(quotable(piece.words, names))))
}

/** The quote in one line, the editor's words in square brackets. */
export function quoteLine(pieces: readonly QuotePiece[]): string {
  return pieces
    .map(({ by, words }) => (by === 'editor' ? `[${words}]` : words))
    .join(' ')
    .replace(/ ([.,;:!?])/gu, '$1')
}
