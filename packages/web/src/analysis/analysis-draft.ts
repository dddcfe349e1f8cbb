import { type SourceKind, sourceKinds } from '@weerklank/core/analysis/analysis'
import type { Analysis } from '@weerklank/core/analysis/analysis.contract'

/** What one fills in to begin or change an analysis. */
export type AnalysisDraft = {
  title: string
  question: string
  meetings: readonly string[]
  relations: readonly string[]
  kinds: readonly SourceKind[]
  codebooks: readonly string[]
  members: readonly string[]
}

/** Everything that flows in by itself; what one brings needs no ticking. */
export const emptyAnalysis: AnalysisDraft = {
  title: '',
  question: '',
  meetings: [],
  relations: [],
  kinds: sourceKinds,
  codebooks: [],
  members: [],
}

/** An analysis as it stands, to be changed. */
export function draftOf(analysis: Analysis): AnalysisDraft {
  const { title, question, sources, members } = analysis
  return { ...emptyAnalysis, title, question, ...sources, members: members.map(({ id }) => id) }
}

/** The list with this one in it, or without. */
export function ticked<Item>(list: readonly Item[], item: Item, on: boolean): Item[] {
  const others = list.filter((one) => one !== item)
  return on ? [...others, item] : others
}

/** As a request writes where words come from. */
export function sourcesOf({ meetings, relations, kinds }: AnalysisDraft) {
  return { meetings: [...meetings], relations: [...relations], kinds: [...kinds] }
}

export const analysisFields = { title: 'duiding-titel', question: 'duiding-vraag' } as const
