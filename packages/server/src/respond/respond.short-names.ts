import type { Piece } from './respond.pieces.ts'

/**
 * Short names for what a script declares, by the place of the piece. A name gets the same short name everywhere in an
 * outermost statement, which changes nothing as long as it is declared there or at the outermost level, and is never also
 * a property, a key or a part of a template: all other names stay as they are. Names of the outermost level and
 * the others share no letters; the others begin anew with each statement.
 */
export function shortNames(pieces: readonly Piece[]): Map<number, string> {
  const solid = placed(pieces)
  const fixed = fixedNames(solid)
  const taken = new Set([...solid.map(({ text }) => text), ...fixed])
  const declared = declaredNames(solid)
  const chosen = new Map<string, string>()
  const used = new Map<number, number>()
  for (const { text, statement } of byFrequency(solid)) {
    const home = declared.get(text)?.has(outermost) ? outermost : statement
    const id = `${home} ${text}`
    if (chosen.has(id) || fixed.has(text) || !isBound(text, { declared, solid })) continue
    let short = ''
    let n = used.get(home) ?? 0
    do short = nameOf(n++, home === outermost ? outerLetters : innerLetters)
    while (taken.has(short))
    used.set(home, n)
    chosen.set(id, short)
  }
  const renamed = solid.flatMap(({ kind, text, place, statement }): [number, string][] => {
    const short = chosen.get(`${outermost} ${text}`) ?? chosen.get(`${statement} ${text}`)
    return kind === 'name' && short !== undefined ? [[place, short]] : []
  })
  return new Map(renamed)
}

/** Stands for the level at which files declare what they offer each other. */
const outermost = -1

type Placed = Piece & { place: number; statement: number; depth: number }

/** The pieces that are not white space, with the outermost statement they stand in and how many brackets deep. */
function placed(pieces: readonly Piece[]): Placed[] {
  let statement = 0
  let depth = 0
  return pieces.flatMap((piece, place) => {
    const { kind, text } = piece
    if (kind === 'gap' && depth === 0 && text.includes('\n')) statement++
    if (kind === 'sign' && '([{'.includes(text)) depth++
    if (kind === 'sign' && ')]}'.includes(text)) depth--
    return kind === 'gap' ? [] : [{ ...piece, place, statement, depth }]
  })
}

const innerLetters = 'abcdefghijkl'
const outerLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZmnopqrstuvwxyz$_'

/** A letter, then with a number behind it: never a word of the language. */
function nameOf(n: number, letters: string): string {
  const letter = letters[n % letters.length] ?? ''
  return n < letters.length ? letter : letter + Math.floor(n / letters.length)
}

function byFrequency(solid: readonly Placed[]): Placed[] {
  const names = solid.filter(({ kind }) => kind === 'name')
  const counts = new Map<string, number>()
  for (const { text } of names) counts.set(text, (counts.get(text) ?? 0) + 1)
  return names.sort((a, b) => (counts.get(b.text) ?? 0) - (counts.get(a.text) ?? 0))
}

type Declared = ReadonlyMap<string, ReadonlySet<number>>

/** Whether each use of a name belongs to a declaration of ours, so that it is not a name of the browser's. */
function isBound(
  name: string,
  { declared, solid }: { declared: Declared; solid: readonly Placed[] },
): boolean {
  const homes = declared.get(name)
  if (homes === undefined) return false
  return homes.has(outermost) || solid.every(({ text, statement }) => text !== name || homes.has(statement))
}

/** In which statements names are declared: after `const`, `let` and `function`, in array patterns, as parameters. */
function declaredNames(solid: readonly Placed[]): Declared {
  const names = new Map<string, Set<number>>()
  const add = (piece: Placed | undefined, isOutermost: boolean) => {
    if (piece?.kind !== 'name') return
    const homes = names.get(piece.text) ?? new Set()
    names.set(piece.text, homes.add(isOutermost ? outermost : piece.statement))
  }
  const addList = (from: number, isOutermost: boolean) => {
    for (let i = from; ![')', ']', undefined].includes(solid[i]?.text); i++) add(solid[i], isOutermost)
  }
  solid.forEach(({ text, depth }, i) => {
    if (['const', 'let', 'function'].includes(text)) {
      add(solid[i + 1], depth === 0)
      if (solid[i + 1]?.text === '[') addList(i + 2, depth === 0)
      if (text === 'function') addList(i + 3, false)
    }
    if (text === '=' && solid[i + 1]?.text === '>') {
      const from = solid.findLastIndex((piece, at) => at < i && piece.text === '(')
      addList(from + 1, false)
    }
  })
  return names
}

/** Names that are also used as a property, as a key, in short for `key: key`, or inside a template. */
function fixedNames(solid: readonly Placed[]): Set<string> {
  const names = new Set<string>()
  const open: string[] = []
  solid.forEach(({ kind, text }, i) => {
    const before = solid[i - 1]?.text ?? ''
    const after = solid[i + 1]?.text ?? ''
    if (kind === 'sign' && '([{'.includes(text)) open.push(text)
    if (kind === 'sign' && ')]}'.includes(text)) open.pop()
    if (text.startsWith('`')) for (const [word] of text.matchAll(/[A-Za-z_$][\w$]*/g)) names.add(word)
    const isSpread = before === '.' && solid[i - 2]?.text === '.'
    const isKey = '{,'.includes(before) && open.at(-1) === '{' && [':', ',', '}'].includes(after)
    if (kind === 'name' && ((before === '.' && !isSpread) || isKey)) names.add(text)
  })
  return names
}
