/** A word of a text, told as it sounds: `Sámira` and `SAMIRA` are one. `[start, end)` counts UTF-16 units. */
export type Word = {
  start: number
  end: number
  folded: string
  /** For a word that a hyphen or a line break parts: its parts. */
  pieces: readonly Piece[]
  parts: readonly string[]
}
type Piece = { start: number; end: number; folded: string }

// Soft hyphens and the like are not seen, so they part no word.
const unseen = '\\u00ad\\u200b-\\u200d\\u2060\\ufeff'
const letters = `[\\p{L}\\p{M}${unseen}]+`
const word = new RegExp(`${letters}(?:[-\\u2010\\u2011]\\s*\\n\\s*${letters})*`, 'gu')
const piece = new RegExp(letters, 'gu')

/** The words of a text: runs of letters, also where a line is broken off inside one with a hyphen. */
export function wordsIn(text: string): Word[] {
  return [...text.matchAll(word)].flatMap((match) => {
    const [whole] = match
    const pieces = [...whole.matchAll(piece)].map((part) => ({
      start: match.index + part.index,
      end: match.index + part.index + part[0].length,
      folded: fold(part[0]),
    }))
    const parts = pieces.map(({ folded }) => folded)
    const folded = parts.join('')
    if (folded === '') return []
    return [{ start: match.index, end: match.index + whole.length, folded, pieces, parts }]
  })
}

/** Letters that no decomposition takes apart. */
const alike: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

/** Small letters without accents or anything unseen; doing it again changes nothing. */
export function fold(text: string): string {
  const plain = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
  return plain.replace(/[ßøłæœđðþı]/gu, (letter) => alike[letter] ?? letter)
}

/** How many letters a folded word has. */
export function lettersOf(folded: string): number {
  return [...folded].length
}
