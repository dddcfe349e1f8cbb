import type { Code, Coding, Memo, Workbook } from './coding.ts'

/** One row as it was and as it is after a change; null where there is none. */
type Row<Kind extends string, Of> = { row: Kind; id: string; before: Of | null; after: Of | null }
export type RowChange = Row<'code', Code> | Row<'coding', Coding> | Row<'memo', Memo>

/** What a change comes to: rows, each at most once. */
export type Patch = readonly RowChange[]

/** The patch that takes another back. */
export function inverse(patch: Patch): Patch {
  return patch
    .map((change): RowChange => ({ ...change, before: change.after, after: change.before }) as RowChange)
    .toReversed()
}

export type Patched = {
  book: Workbook
  /** The rows that were changed, as they are now. */
  done: Patch
  /** Rows left as they are: somebody changed them since, or others hang on them. */
  kept: number
}

type Fields = Readonly<Record<string, unknown>>

/**
 * Carries out a patch as far as it still fits: of each row only the fields that the patch changes, and only where they are as
 * it expects. So undoing never takes away what somebody else did since. A row that is gone (consent was withdrawn) stays gone.
 * Nothing is left hanging in the air: a code in use, or under which others hang, stays.
 */
export function applyPatch(book: Workbook, patch: Patch): Patched {
  const rows = new Map<string, Code | Coding | Memo>()
  for (const one of [...book.codes, ...book.codings, ...book.memos]) rows.set(one.id, one)
  const fitting = patch.flatMap((change): RowChange[] => {
    const fits = fitted(rows.get(change.id) ?? null, change)
    return fits === null ? [] : [fits]
  })
  const done = withoutDangling(book, fitting)
  return { book: carriedOut(book, done), done, kept: patch.length - done.length }
}

/** The change as it comes out on the row as it is now; null when it does not fit any more. */
function fitted(now: Code | Coding | Memo | null, change: RowChange): RowChange | null {
  const { before, after } = change
  if (before === null) return now === null ? change : null
  if (now === null) return null
  const [was, is] = [before as Fields, now as Fields]
  if (after === null) return Object.keys(was).every((field) => same(was[field], is[field])) ? change : null
  const changed = Object.entries(after as Fields).filter(([field, value]) => !same(was[field], value))
  if (!changed.every(([field]) => same(was[field], is[field]))) return null
  return { ...change, before: now, after: { ...now, ...Object.fromEntries(changed) } } as RowChange
}

function same(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b))
}

/** Drops, until nothing changes, what would leave a row without the code, parent or coding it refers to. */
function withoutDangling(book: Workbook, patch: Patch): Patch {
  for (let left = patch; ; ) {
    const after = carriedOut(book, left)
    const codes = new Map(after.codes.map(({ id, parent }) => [id, parent]))
    const codings = new Set<string>(after.codings.map(({ id }) => id))
    const missing = new Set<string>()
    const needs = (id: string, on: string | null, there: { has: (id: never) => boolean }) => {
      if (on !== null && !there.has(on as never)) for (const one of [id, on]) missing.add(one)
    }
    for (const { id, parent } of after.codes) needs(id, parent, codes)
    for (const { id, code } of after.codings) needs(id, code, codes)
    for (const { id, on } of after.memos) {
      if (on.kind === 'code') needs(id, on.code, codes)
      if (on.kind === 'coding') needs(id, on.coding, codings)
    }
    for (const id of inCircle(codes)) missing.add(id)
    const next = left.filter(({ id }) => !missing.has(id))
    if (next.length === left.length) return left
    left = next
  }
}

function inCircle(parents: ReadonlyMap<string, string | null>): string[] {
  return [...parents.keys()].filter((id) => {
    let up = parents.get(id) ?? null
    for (let steps = 0; up !== null && steps <= parents.size; steps++) {
      if (up === id) return true
      up = parents.get(up) ?? null
    }
    return false
  })
}

function carriedOut(book: Workbook, patch: Patch): Workbook {
  return {
    codes: replaced(book.codes, patch, 'code'),
    codings: replaced(book.codings, patch, 'coding'),
    memos: replaced(book.memos, patch, 'memo'),
  }
}

function replaced<Of extends { id: string }>(
  rows: readonly Of[],
  patch: Patch,
  kind: RowChange['row'],
): Of[] {
  const changes = patch.filter(({ row }) => row === kind)
  if (changes.length === 0) return [...rows]
  const next = new Map<string, Of>(rows.map((one) => [one.id, one]))
  for (const { id, after } of changes) {
    if (after === null) next.delete(id)
    else next.set(id, after as unknown as Of)
  }
  return [...next.values()]
}
