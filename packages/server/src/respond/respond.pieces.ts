export type Piece = { kind: 'gap' | 'name' | 'text' | 'sign'; text: string }

const pattern =
  /(?<gap>\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)|(?<text>'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`[^`\\]*`|\d[\w.]*)|(?<name>[A-Za-z_$][\w$]*)|(?<sign>[^\w$\s'"`])/g

/** Takes a script apart into white space with comments, names, texts with numbers, and signs; throws where it is not sure. */
export function piecesOf(source: string): Piece[] {
  const pieces: Piece[] = []
  for (const { groups = {} } of source.matchAll(pattern)) {
    const [kind, text] = Object.entries(groups).find(([, found]) => found !== undefined) ?? []
    if (text !== undefined) pieces.push({ kind: kind as Piece['kind'], text })
  }
  if (pieces.map(({ text }) => text).join('') !== source) throw new Error('The script cannot be read')
  const solid = pieces.filter(({ kind }) => kind !== 'gap')
  const isDivided = (piece: Piece | undefined) => piece !== undefined && /[\w$)\]]$/.test(piece.text)
  if (solid.some(({ text }, i) => text === '/' && !isDivided(solid[i - 1]))) {
    throw new Error('A regular expression cannot be made compact')
  }
  if (solid.some(({ text }) => /^`.*\$\{[^}]*`$/s.test(text))) {
    throw new Error('A template inside a template cannot be made compact')
  }
  return pieces
}
