/** The text with a capital first letter, whatever alphabet it is in; all that follows stays as it is. */
export function sentenceStart(text: string): string {
  // By code point: half a letter has no capital.
  const [first = ''] = text
  return first.toUpperCase() + text.slice(first.length)
}
