import type { Language } from '../shared/language.ts'
import type { CorpusMemo } from './qda.corpus.ts'
import type { QdaFindings } from './qda.finding.ts'
import type { QdaSettled } from './qda.texts.ts'
import type { Guid, QdaCoding, QdaSelection } from './qda.ts'

/** What bringing a project in needs of the world. Memos about what has no place are in this language. */
export type Inward = { newId: () => string; language: Language; findings: QdaFindings }

/** While a project comes in: what each GUID became, and what is said of it. */
export type Coming = Inward & {
  project: QdaSettled
  codes: ReadonlyMap<Guid, string>
  /** Names of codes and sources. */
  names: ReadonlyMap<Guid, string>
  notes: ReadonlyMap<Guid, QdaSettled['notes'][number]>
  memos: MemoTaker
  /** Weights stand in notes of ours. */
  weights: ReadonlyMap<Guid, number>
}

type Source = QdaSettled['sources'][number]

/** A memo as it is put: cut in pieces when it is longer than one may be. */
export type Said = { title: string; body: string; author?: Guid | null; at?: string | null }

/** Gathers the memos of a project that comes in, each cut to what one memo holds. */
export type MemoTaker = {
  put: (on: CorpusMemo['on'], said: Said) => void
  /** Notes on a source, and what of it has no place here. */
  ofSource: (coming: Coming, of: { source: Source; id: string; isSpeaker: ReadonlySet<Guid> }) => void
  /** Notes on a coding; with the first of a selection also those on the selection. */
  ofCoding: (coming: Coming, of: { coding: QdaCoding; selection: QdaSelection | null; id: string }) => void
  /** A code on no words at all. */
  emptySelection: (coming: Coming, of: { selection: QdaSelection; source: Source; id: string }) => void
  all: () => CorpusMemo[]
}

/** At most so many code points. */
export function cut(text: string, most: number): string {
  return text.length <= most ? text : [...text].slice(0, most).join('')
}
