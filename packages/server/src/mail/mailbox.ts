/** Text for a header: one line, nothing that hides or turns what is read. */
export function headerText(text: string): string {
  return text
    .replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/ +/g, ' ')
    .trim()
    .slice(0, 200)
}

// Narrower than the standard: no quotes, comments, routes or lists, so that one text is one person.
const address = /^[^\s\p{C}@<>(),;:"\\[\]]{1,64}@[^\s\p{C}@<>(),;:"\\[\]]{1,253}$/u

/** Whether a text is the address of one mailbox. */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && address.test(text)
}
