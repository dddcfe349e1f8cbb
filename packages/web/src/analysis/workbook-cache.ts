import type { InfiniteData } from '@tanstack/react-query'
import type { Analysis, analysisEndpoints } from '@weerklank/core/analysis/analysis.contract'
import type { DeedDone } from '@weerklank/core/analysis/deed.contract'
import type { Answer } from '../api/client.ts'

export type PassagePage = Answer<typeof analysisEndpoints.passages>
export type DocumentPages = InfiniteData<PassagePage>
export type Coding = PassagePage['codings'][number]

/** What changes for who looks at a document: codings that are there now, and those that are not. */
export type CodingPatch = { codings: readonly Coding[]; gone: readonly string[] }

/** The pages with the codings as they stand now; a page in which nothing changed stays the same object. */
export function pagesWith(pages: DocumentPages, { codings, gone }: CodingPatch): DocumentPages {
  const away = new Set<string>([...gone, ...codings.map(({ id }) => id)])
  let changed = false
  const next = pages.pages.map((page) => {
    const here = new Set<string>(page.passages.map(({ id }) => id))
    const added = codings.filter(({ passage }) => here.has(passage))
    const kept = page.codings.filter(({ id }) => !away.has(id))
    if (added.length === 0 && kept.length === page.codings.length) return page
    changed = true
    return { ...page, codings: [...kept, ...added] }
  })
  return changed ? { ...pages, pages: next } : pages
}

/** The analysis with what a deed did to its codes and memos. How many quotes each code has is asked anew. */
export function analysisWith(analysis: Analysis, done: DeedDone): Analysis {
  const quotes = new Map(analysis.codes.map(({ id, quotes: count }) => [id, count]))
  const fresh = done.codes.map((code) => ({ ...code, quotes: quotes.get(code.id) ?? 0 }))
  return {
    ...analysis,
    codes: replaced(analysis.codes, fresh, done.gone.codes),
    memos: replaced(analysis.memos, done.memos, done.gone.memos),
    canUndo: done.canUndo,
    canRedo: done.canRedo,
  }
}

function replaced<Row extends { id: string }>(
  rows: readonly Row[],
  fresh: readonly Row[],
  gone: readonly string[],
): Row[] {
  const away = new Set<string>(gone)
  const byId = new Map(fresh.map((row) => [row.id, row]))
  const known = new Set(rows.map(({ id }) => id))
  const kept = rows.filter(({ id }) => !away.has(id)).map((row) => byId.get(row.id) ?? row)
  return [...kept, ...fresh.filter(({ id }) => !known.has(id))]
}

/** The analysis with so many quotes more or fewer per code, until the server says how many there are. */
export function withQuotes(analysis: Analysis, more: ReadonlyMap<string, number>): Analysis {
  if (more.size === 0) return analysis
  const codes = analysis.codes.map((code) => {
    const extra = more.get(code.id)
    return extra === undefined ? code : { ...code, quotes: Math.max(0, code.quotes + extra) }
  })
  return { ...analysis, codes }
}

/** How many quotes each code gains or loses when the first codings become the second. */
export function quoteChanges(
  before: readonly Pick<Coding, 'code'>[],
  after: readonly Pick<Coding, 'code'>[],
): Map<string, number> {
  const changes = new Map<string, number>()
  const count = (code: string, by: number) => changes.set(code, (changes.get(code) ?? 0) + by)
  for (const { code } of before) count(code, -1)
  for (const { code } of after) count(code, 1)
  return changes
}
