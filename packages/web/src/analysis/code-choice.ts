import type { CodeLine } from './code-tree.ts'

/** What can be chosen with what was typed: codes, and at the end a new one of that name. */
export type CodeOption = { kind: 'code'; line: CodeLine } | { kind: 'new'; name: string }

/** As people compare words: without capitals and accents. */
function plain(words: string): string {
  return words.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('nl').trim()
}

/**
 * The codes whose name (or the name of one above it) holds every typed word, those that begin with it in front; a new one unless
 * a code has exactly that name. A number alone finds the code with that number.
 */
export function codeOptions(lines: readonly CodeLine[], typed: string): CodeOption[] {
  const words = plain(typed)
    .split(/\s+/)
    .filter((word) => word !== '')
  const asNumber = /^\d+$/.test(typed.trim()) ? Number(typed) : null
  const ranked = lines.flatMap((line) => {
    const name = plain(line.code.name)
    if (asNumber !== null && line.number === asNumber) return [{ line, rank: 0 }]
    const whole = plain(line.path.join(' '))
    if (!words.every((word) => whole.includes(word))) return []
    const rank =
      words.length === 0 || name.startsWith(words[0] ?? '') ? 1 : name.includes(words[0] ?? '') ? 2 : 3
    return [{ line, rank }]
  })
  const found = ranked
    .sort((one, other) => one.rank - other.rank)
    .map(({ line }): CodeOption => ({ kind: 'code', line }))
  const name = typed.trim()
  const exists = lines.some(({ code }) => plain(code.name) === plain(name))
  return name === '' || exists || asNumber !== null ? found : [...found, { kind: 'new', name }]
}
