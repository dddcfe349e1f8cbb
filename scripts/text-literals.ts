/** The texts that stand in a source file: strings, templates and what is written between JSX tags. */
import { type ESTree, Visitor } from 'vite'
import { lineAt, type Source } from './sources.ts'

export type Text = { file: string; line: number; start: number; text: string }

/** What stands for a value that is filled in later; it counts as one word. */
const FILLED_IN = 'X'

/** Texts for people and strings for machines alike: only comments, keys, types and import paths are left out. */
export function textsIn(source: Source): Text[] {
  const found: Text[] = []
  const taken = new Set<number>()
  const add = (start: number, text: string) =>
    found.push({ file: source.path, line: lineAt(source, start), start, text })
  const addRead = (node: ESTree.Expression) => {
    const text = taken.has(node.start) ? undefined : read(node, taken)
    if (text !== undefined) add(node.start, text)
  }
  const visitor = new Visitor({
    ImportDeclaration: (node) => void taken.add(node.source.start),
    TSLiteralType: (node) => void taken.add(node.literal.start),
    Property: (node) => void (node.key.start !== node.value.start && taken.add(node.key.start)),
    BinaryExpression: addRead,
    TemplateLiteral: addRead,
    Literal: addRead,
    JSXText: (node) => void add(node.start, node.value),
  })
  visitor.visit(source.parsed.program)
  return found
}

/** One text out of a literal, a template or a sum of them; its parts are marked, so that they are not read twice. */
function read(node: ESTree.Expression | ESTree.PrivateIdentifier, taken: Set<number>): string | undefined {
  if (node.type === 'Literal' && typeof node.value === 'string') {
    taken.add(node.start)
    return node.value
  }
  if (node.type === 'TemplateLiteral') {
    taken.add(node.start)
    return node.quasis.map((quasi) => quasi.value.cooked ?? '').join(FILLED_IN)
  }
  if (node.type !== 'BinaryExpression' || node.operator !== '+') return undefined
  const left = read(node.left, taken)
  const right = read(node.right, taken)
  taken.add(node.start)
  return left === undefined && right === undefined ? undefined : `${left ?? FILLED_IN}${right ?? FILLED_IN}`
}

/** The Dutch half of a dictionary: the texts inside every property or constant called `nl`. */
export function dutchTextsIn(source: Source): Text[] {
  const ranges: { start: number; end: number }[] = []
  const visitor = new Visitor({
    Property({ key, value }) {
      if (key.type === 'Identifier' && key.name === 'nl') ranges.push(value)
    },
    VariableDeclarator({ id, init }) {
      if (id.type === 'Identifier' && id.name === 'nl' && init !== null) ranges.push(init)
    },
  })
  visitor.visit(source.parsed.program)
  return textsIn(source).filter(({ start }) =>
    ranges.some((range) => start >= range.start && start < range.end),
  )
}
