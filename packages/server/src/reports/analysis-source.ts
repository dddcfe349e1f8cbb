/** All that a table or report of an analysis is made of, read in one transaction. */
import { voiceKey } from '@weerklank/core/analysis/analysis'
import { type MarkedCell, type Matrix, matrixOf } from '@weerklank/core/analysis/matrix'
import { type SynergyModel, synergyEvidence } from '@weerklank/core/analysis/synergy'
import type { AnalysisId } from '@weerklank/core/shared/ids'
import type { Language } from '@weerklank/core/shared/language'
import type { Instant } from '@weerklank/core/shared/time'
import { type Outgoing, readOutgoing } from '../analysis/exchange.read.ts'
import { findMap, findModel } from '../analysis/map.repository.ts'
import { listMarks } from '../analysis/matrix.repository.ts'
import { loadSynergyModel } from '../analysis/synergy-model.ts'
import type { Context } from '../db/context.ts'
import type { Trx } from '../schema.ts'
import { type Approved, approvedQuotes } from './analysis-approved.ts'
import { voiceColumnName } from './analysis-words.ts'

export type MapSource = { model: SynergyModel; evidence: ReturnType<typeof synergyEvidence> }

export type AnalysisSource = {
  outgoing: Outgoing
  approved: Approved
  /** Themes by voices; names in the language of the file. Of what is open: a blind round is not counted. */
  matrix: Matrix
  /** Null while nothing is placed on it. */
  map: MapSource | null
  frame: AnalysisFrame
}

export type AnalysisFrame = { workspace: string; timeZone: string; language: Language; made: Instant }

type Wish = {
  analysis: AnalysisId
  frame: AnalysisFrame
  /** Of the member who asks; null on the command line, which reaches everything. */
  context: Context | null
}

/** Undefined when there is no such analysis in reach. */
export async function readAnalysis(
  trx: Trx,
  { analysis, frame, context }: Wish,
): Promise<AnalysisSource | undefined> {
  const outgoing = await readOutgoing(trx, analysis)
  if (outgoing === undefined) return undefined
  const counts = countsOf(outgoing)
  const marks = await listMarks(trx, analysis, 'voice')
  const keys = [...new Set(outgoing.documents.flatMap(({ voices }) => voices.map(voiceKey)))].sort()
  const laid = matrixOf({
    themes: outgoing.corpus.codes,
    columns: keys.map((key) => ({ key, name: key })),
    counts: counts.map(({ code, voice: column, quotes }) => ({ code, column, quotes })),
    marks: marks.map(({ code_id: code, column_key: column, mark }): MarkedCell => ({ code, column, mark })),
    rows: 'each',
  })
  const columns = laid.columns.map((one) => ({ ...one, name: voiceColumnName(one.key, frame.language) }))
  const map = await mapSource(trx, { analysis, outgoing, counts })
  const approved = await approvedQuotes(trx, { id: analysis, outgoing, context })
  return { outgoing, approved, matrix: { ...laid, columns }, map, frame }
}

type Count = { code: string; voice: string; quotes: number }

function countsOf({ corpus }: Outgoing): Count[] {
  const voiceOf = new Map(
    corpus.documents.flatMap(({ passages }) => passages.map((one) => [one.id, voiceKey(one)] as const)),
  )
  const counts = new Map<string, Count>()
  for (const { code, passage } of corpus.codings) {
    const voice = voiceOf.get(passage) ?? 'unknown'
    const there = counts.get(`${code} ${voice}`) ?? { code, voice, quotes: 0 }
    counts.set(`${code} ${voice}`, { ...there, quotes: there.quotes + 1 })
  }
  return [...counts.values()]
}

type Of = { analysis: AnalysisId; outgoing: Outgoing; counts: readonly Count[] }

async function mapSource(trx: Trx, { analysis, outgoing, counts }: Of): Promise<MapSource | null> {
  const placed = await findMap(trx, analysis)
  if (placed === undefined || (placed.placings.length === 0 && placed.expectations.length === 0)) return null
  const own = placed.model_version === 0 ? undefined : await findModel(trx, placed.model_version)
  const model = own ?? loadSynergyModel()
  const { placings, expectations } = placed
  const evidence = synergyEvidence(model, { placings, expectations, themes: outgoing.corpus.codes, counts })
  return { model, evidence }
}
