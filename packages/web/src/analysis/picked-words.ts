import type { Passage } from '@weerklank/core/analysis/analysis.contract'
import { sliceSpan } from '@weerklank/core/analysis/code-points'
import type { Desk } from './coding-desk.ts'

/** The chosen words, of several speakers after each other. */
export function wordsOf(passages: readonly Passage[], picked: Desk['picked']): string {
  return picked
    .map((span) => sliceSpan(passages.find(({ id }) => id === span.passage)?.body ?? '', span))
    .join(' … ')
}
