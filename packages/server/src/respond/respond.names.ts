import { fill } from '@weerklank/core/shared/spoken'
import type { Words } from './respond.text.ts'

/** `Noor`, `Noor en Bram`, `Noor, Bram en Samira`; without names: the words for someone who helps. */
export function allNames(names: readonly string[], words: Words): string {
  const last = names.at(-1)
  if (last === undefined) return words.helper
  const first = names.slice(0, -1)
  return first.length === 0 ? last : `${first.join(', ')} ${words.and} ${last}`
}

/** As `allNames`, but short enough for a button: from four names on `Noor en 3 anderen`. */
export function shortNames(names: readonly string[], words: Words): string {
  const [first] = names
  if (first === undefined || names.length < 4) return allNames(names, words)
  return allNames([first, fill(words.others, { count: String(names.length - 1) })], words)
}
