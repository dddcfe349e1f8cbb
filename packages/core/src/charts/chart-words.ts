/** A sentence begins with a capital; the rest of the text stays as it is. */
export function asSentenceStart(text: string): string {
  const [first = ''] = text
  return first.toUpperCase() + text.slice(first.length)
}
