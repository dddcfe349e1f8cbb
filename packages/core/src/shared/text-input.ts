import { z } from 'zod'

/** Whether every character can be stored and shown: no control characters but tab and line feed, no half surrogates. */
function readable(value: string): boolean {
  for (const character of value) {
    const code = character.codePointAt(0) ?? 0
    const control = (code < 32 && code !== 9 && code !== 10) || code === 127
    if (control || (code >= 0xd800 && code <= 0xdfff)) return false
  }
  return true
}

/** Free text of a person: trimmed, line ends as `\n`, at most `max` UTF-16 units, readable characters only. */
export function text(max: number) {
  return z
    .string()
    .overwrite((value) => value.replace(/\r\n?/g, '\n').trim())
    .max(max)
    .refine(readable, 'unreadable')
}

/** As `text`, and not empty. */
export function requiredText(max: number) {
  return text(max).min(1)
}
