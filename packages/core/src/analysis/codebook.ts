import type { CodeId } from '../shared/ids.ts'
import type { Code } from './coding.ts'

/** The order in which codes are shown and read: a parent in front of its children, siblings by position, ties by id. */
export function inOrder<One extends Pick<Code, 'id' | 'parent' | 'position'>>(codes: readonly One[]): One[] {
  const ids = new Set(codes.map(({ id }) => id))
  const hangs = ({ parent }: One) => parent === null || ids.has(parent)
  const under = byParent(codes.map((code) => (hangs(code) ? code : { ...code, parent: null })))
  const ordered: One[] = []
  const take = (parent: CodeId | null) => {
    for (const code of (under.get(parent) ?? []).toSorted(bySibling)) {
      ordered.push(code)
      take(code.id)
    }
  }
  take(null)
  return ordered
}

function byParent<One extends Pick<Code, 'parent'>>(codes: readonly One[]): Map<CodeId | null, One[]> {
  const under = new Map<CodeId | null, One[]>()
  for (const code of codes) {
    const siblings = under.get(code.parent)
    if (siblings === undefined) under.set(code.parent, [code])
    else siblings.push(code)
  }
  return under
}

/** Order among siblings. */
export function bySibling(a: Pick<Code, 'id' | 'position'>, b: Pick<Code, 'id' | 'position'>): number {
  return a.position - b.position || (a.id < b.id ? -1 : 1)
}

/** A code and everything that hangs under it. */
export function withBelow(codes: readonly Pick<Code, 'id' | 'parent'>[], root: CodeId): Set<CodeId> {
  const found = new Set<CodeId>([root])
  const under = byParent(codes)
  const todo = [root]
  for (let id = todo.pop(); id !== undefined; id = todo.pop()) {
    for (const child of under.get(id) ?? []) {
      if (!found.has(child.id)) todo.push(child.id)
      found.add(child.id)
    }
  }
  return found
}

/** Whether a code may hang under another: never under itself or under what hangs under it. */
export function mayHang(codes: readonly Code[], id: CodeId, parent: CodeId | null): boolean {
  return parent === null || !withBelow(codes, id).has(parent)
}

/** Where a code comes among the children of `parent`: in front of `before`, or behind the last. */
export function positionFor(
  codes: readonly Code[],
  of: { parent: CodeId | null; before: CodeId | null; moved?: CodeId },
): number {
  const siblings = codes
    .filter(({ id, parent }) => parent === of.parent && id !== of.moved)
    .toSorted(bySibling)
  const at = siblings.findIndex(({ id }) => id === of.before)
  const [previous, next] =
    at === -1 ? [siblings.at(-1), undefined] : [at === 0 ? undefined : siblings[at - 1], siblings[at]]
  if (next === undefined) return previous === undefined ? 1 : previous.position + 1
  return previous === undefined ? next.position - 1 : (previous.position + next.position) / 2
}

/** Whether every parent is there and no code hangs under itself. */
export function isTree(codes: readonly Pick<Code, 'id' | 'parent'>[]): boolean {
  const parents = new Map(codes.map(({ id, parent }) => [id, parent]))
  return codes.every(({ id }) => {
    let steps = 0
    for (let up = parents.get(id); up !== null; up = parents.get(up)) {
      // A parent that is not there, or a way up that is longer than there are codes: a circle.
      if (up === undefined || steps++ > codes.length) return false
    }
    return true
  })
}

/** Under which codes these end up when some codes go: the nearest that stays, or the top. */
export function staysAbove(codes: readonly Code[], start: CodeId | null, gone: ReadonlySet<CodeId>) {
  const parents = new Map(codes.map(({ id, parent }) => [id, parent]))
  let up = start
  while (up !== null && gone.has(up)) up = parents.get(up) ?? null
  return up
}
