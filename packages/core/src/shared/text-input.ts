import { z } from 'zod'

/** Whether every character can be stored and shown: no control characters but tab and line feed, no half surrogates. */
export function readable(value: string): boolean {
  for (const character of value) {
    const code = character.codePointAt(0) ?? 0
    const control = (code < 32 && code !== 9 && code !== 10) || code === 127
    if (control || (code >= 0xd800 && code <= 0xdfff)) return false
  }
  return true
}

/** The text as it is kept: line ends as `\n`, no white space round it. Doing it again changes nothing. */
export function tidy(value: string): string {
  return value.replace(/\r\n?/g, '\n').trim()
}

/** Free text of a person: tidied, at most `max` Unicode code points (PostgreSQL counts so too), readable characters only. */
export function text(max: number) {
  return z.string().overwrite(tidy).max(max).refine(readable, 'unreadable')
}

/** As `text`, and not empty. */
export function requiredText(max: number) {
  return text(max).min(1)
}
