import type { Analysis } from '@weerklank/core/analysis/analysis.contract'

export type TreeCode = Analysis['codes'][number]

/** A line of the code tree, as it is drawn. */
export type CodeLine = {
  code: TreeCode
  /** 0 at the top. */
  depth: number
  /** By which its marks are known beside the colour; null for a heading: it has codes below it and no quotes of its own. */
  number: number | null
  /** Quotes of itself and of everything below it. */
  total: number
  /** Names from the top down to itself. */
  path: readonly string[]
  isParent: boolean
}

/**
 * The tree from the top down: parents in front of children, siblings by position. Nothing is lost: what hangs under a code that
 * is gone, or in a ring, stands at the top.
 */
export function codeLines(codes: readonly TreeCode[]): CodeLine[] {
  const known = new Set<string>(codes.map(({ id }) => id))
  const below = new Map<string | null, TreeCode[]>()
  for (const code of codes) {
    const parent = code.parent !== null && known.has(code.parent) ? code.parent : null
    below.set(parent, [...(below.get(parent) ?? []), code])
  }
  for (const siblings of below.values()) {
    siblings.sort((one, other) => one.position - other.position || (one.id < other.id ? -1 : 1))
  }
  const lines: CodeLine[] = []
  const seen = new Set<string>()
  let number = 0
  const place = (code: TreeCode, depth: number, above: readonly string[]): number => {
    if (seen.has(code.id)) return 0
    seen.add(code.id)
    const children = below.get(code.id) ?? []
    const isParent = children.length > 0
    const path = [...above, code.name]
    const own = isParent && code.quotes === 0 ? null : ++number
    const line: CodeLine = { code, depth, number: own, total: code.quotes, path, isParent }
    lines.push(line)
    for (const child of children) line.total += place(child, depth + 1, path)
    return line.total
  }
  for (const code of below.get(null) ?? []) place(code, 0, [])
  for (const code of codes) place(code, 0, [])
  return lines
}

/** Everything that hangs under a code, itself included. */
export function withBelow(codes: readonly TreeCode[], code: string): ReadonlySet<string> {
  const found = new Set([code])
  let before = 0
  while (found.size > before) {
    before = found.size
    for (const one of codes) if (one.parent !== null && found.has(one.parent)) found.add(one.id)
  }
  return found
}

/** Where a code can go by one press: up or down among its siblings, under the one above it, or out from under its parent. */
export type CodeMove = { parent: string | null; before: string | null }

/** The moves that are possible, as the server takes them; null where there is none. */
export function movesOf(codes: readonly TreeCode[], code: TreeCode) {
  const siblings = codes
    .filter(({ parent }) => parent === code.parent)
    .sort((one, other) => one.position - other.position || (one.id < other.id ? -1 : 1))
  const at = siblings.findIndex(({ id }) => id === code.id)
  const above = siblings[at - 1]
  const parent = codes.find(({ id }) => id === code.parent)
  const uncles = parent === undefined ? [] : codes.filter((one) => one.parent === parent.parent)
  const sorted = uncles.sort((one, other) => one.position - other.position || (one.id < other.id ? -1 : 1))
  const nextUncle = sorted[sorted.findIndex(({ id }) => id === parent?.id) + 1]
  const move = (to: string | null, before: string | null): CodeMove => ({ parent: to, before })
  return {
    up: above === undefined ? null : move(code.parent, above.id),
    down: siblings[at + 1] === undefined ? null : move(code.parent, siblings[at + 2]?.id ?? null),
    in: above === undefined ? null : move(above.id, null),
    out: parent === undefined ? null : move(parent.parent, nextUncle?.id ?? null),
  }
}
