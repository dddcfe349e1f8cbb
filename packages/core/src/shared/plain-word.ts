const plain = /^[a-z0-9]*$/

/** A word as it is compared: without capitals, accents, and all that is no letter or digit. */
export function plainWord(text: string): string {
  // Most words are plain already, and a search compares thousands.
  if (plain.test(text)) return text
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}
