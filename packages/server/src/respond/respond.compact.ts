import { piecesOf } from './respond.pieces.ts'
import { shortNames } from './respond.short-names.ts'

/**
 * Makes our own script and style small enough to travel inside the page, the same way every time: without comments and
 * white space that mean nothing, and with short names for what the script itself declares. It stops at everything it
 * cannot be sure of, so it is for source of our own house: formatted by Biome, no regular expressions, no nested templates.
 */
export function compactScript(source: string): string {
  const pieces = piecesOf(source)
  const names = shortNames(pieces)
  let result = ''
  let gap = ''
  for (const [i, { kind, text }] of pieces.entries()) {
    if (kind === 'gap') gap = gap === '\n' || text.includes('\n') ? '\n' : ' '
    else {
      const piece = names.get(i) ?? inDoubleQuotes(text)
      result += between(result, gap, piece) + piece
      gap = ''
    }
  }
  return withoutFinery(result)
}

/** What is for readers of the source only: commas before a closing bracket, brackets round one value or parameter, `const`. */
function withoutFinery(script: string): string {
  return script
    .replace(/,(?=[)\]}])/g, '')
    .replace(/(?<=[=(,?:[>])\(\(([^()]*\([^()]*\))\)\)/g, '($1)')
    .replace(/(?<=[=(,?:[>])\(((?:[\w$.]|(?<=[\w$])\([^()]*\))+)\)(?!=>)/g, '$1')
    .replace(/(?<![\w$])\((\w+)\)=>/g, '$1=>')
    .replace(/(?<=[\n{(;]|^)const(?=[ [{])/g, 'let')
    .replace(/(?<=(?:[\n{]|^)let [^\n{}]*)\nlet (?=\w+=[^\n{}]*\n)/g, ',')
}

/** The quotes of the page around it: what looks the same is sent once. */
function inDoubleQuotes(text: string): string {
  return /^'[^"\\]*'$/.test(text) ? `"${text.slice(1, -1)}"` : text
}

/** The white space that has to stay between what was written and the next piece. */
function between(written: string, gap: string, next: string): string {
  if (gap === '' || written === '') return ''
  const last = written.at(-1) ?? ''
  // `a + +b` must not become `a++b`.
  if ('+-'.includes(last) && last === next) return ' '
  const isWord = (text: string) => /^[\w$]/.test(text)
  if (gap === ' ') return isWord(last) && isWord(next) ? ' ' : ''
  // A line end is where a statement may end (there are no semicolons), unless one of these says that it goes on.
  return '{([,;:?=&|*<>!.'.includes(last) || '}),.?:=&|*;'.includes(next) ? '' : '\n'
}
