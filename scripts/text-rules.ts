/** What plain Dutch asks of our texts: short sentences for clients, no words that judge, buttons that say what they do. */

export const MAX_WORDS = 15

export const WHY = {
  long: `a client reads under stress, often in a second language (B1): at most ${MAX_WORDS} words in a sentence.`,
  judges: 'this word judges a person or frightens; say what was answered and what one can do now.',
  office: 'this is office language about our own success; say what happens next.',
  ok: 'a button called OK does not say what it does; name the action, so that it reads well alone and aloud.',
  empty: 'a text check that reads no text always passes; mark the Dutch half with nl.',
  gone: 'a listed text that is gone is no longer checked; restore it, or take it off the list on purpose.',
}

const FORBIDDEN: [RegExp, string][] = [
  [/\bte laag\b/i, WHY.judges],
  [/\brisico/i, WHY.judges],
  [/\bonvoldoende\b/i, WHY.judges],
  [/\bsuccesvol verzonden\b/i, WHY.office],
]

export type Complaint = { fact: string; why: string }

export function forbiddenWords(text: string): Complaint[] {
  const words = text.replace(/\s+/g, ' ')
  return FORBIDDEN.flatMap(([pattern, why]) => {
    const found = pattern.exec(words)
    return found === null ? [] : [{ fact: `says "${found[0]}"`, why }]
  })
}

/** Only exactly this word, as it would stand on a button; `ok` in small letters is a status, not a text. */
export function okButton(text: string): Complaint[] {
  return /^(OK|Ok|Oké|OKÉ|Okay|Oke)[.!]?$/.test(text.trim())
    ? [{ fact: `says only "${text.trim()}"`, why: WHY.ok }]
    : []
}

export function longSentences(text: string): Complaint[] {
  return sentencesOf(text).flatMap((sentence) => {
    const words = sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
    return words > MAX_WORDS
      ? [{ fact: `has a sentence of ${words} words: "${sentence}"`, why: WHY.long }]
      : []
  })
}

/** A sentence ends at its mark, at a blank line, and before a heading or a list item; a colon or dash does not end it. */
export function sentencesOf(text: string): string[] {
  const plain = text.replace(/<[^>]*>/g, ' ')
  const parts = plain.split(/(?<=[.!?…]["”’)]*)\s+|\n\s*\n|\n(?=\s*(?:[-*#>]|\d+\.)\s)/)
  return parts.map((part) => part.replace(/\s+/g, ' ').trim()).filter((part) => part !== '')
}
