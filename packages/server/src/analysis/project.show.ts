import type { Analysis, AnalysisLine } from '@weerklank/core/analysis/analysis.contract'
import { inOrder } from '@weerklank/core/analysis/codebook'
import { AppError } from '@weerklank/core/shared/errors'
import type { AnalysisId, MemberId } from '@weerklank/core/shared/ids'
import type { MemberSession } from '../access/access.ts'
import { setContext } from '../db/context.ts'
import type { Trx } from '../schema.ts'
import {
  type AnalysisRow,
  colleagues,
  countsOf,
  documentsOf,
  findAnalysis,
  listAnalyses,
  memosOf,
  quotesPerCode,
} from './analysis.repository.ts'
import { mayTurn } from './deed.repository.ts'
import { codesOf } from './workbook.repository.ts'
import { asMemo } from './workbook.rows.ts'

/** One analysis as it opens: everything but the words. Its row must be in reach. */
export async function showAnalysis(
  trx: Trx,
  of: { analysis: AnalysisId; member: MemberId },
): Promise<Analysis> {
  const row = await findAnalysis(trx, of.analysis)
  if (row === undefined) throw new AppError('not-found')
  // One statement on its way behind the other, over one connection.
  const [members, documents, codes, quotes, memos, turn] = await Promise.all([
    colleagues(trx, row.member_ids),
    documentsOf(trx, row.id),
    codesOf(trx, row.id),
    quotesPerCode(trx, row.id),
    memosOf(trx, row.id),
    mayTurn(trx, of),
  ])
  return {
    ...{ id: row.id, title: row.title, question: row.question, version: row.version },
    ...{ createdAt: row.created_at, changedAt: row.changed_at, sealedDocuments: row.sealed_documents },
    sources: {
      meetings: [...row.sources.meetings],
      relations: [...row.sources.relations],
      kinds: [...row.sources.kinds],
    },
    members: members.map(({ id, name }) => ({ id, name })),
    documents,
    codes: inOrder(codes).map((code) => ({ ...code, quotes: quotes.get(code.id) ?? 0 })),
    memos: memos.map(asMemo),
    ...turn,
  }
}

/** Opens an analysis for the rest of the transaction: of which the member knows already that she works on it. */
export async function reach(trx: Trx, session: MemberSession, analysis: AnalysisId): Promise<void> {
  await setContext(trx, { ...session.context, analyses: [analysis] })
}

/** The analyses on which a member works; nothing of what is in them but numbers. */
export async function showList(trx: Trx, session: MemberSession): Promise<AnalysisLine[]> {
  const rows = await listAnalyses(trx, session.member.id)
  await setContext(trx, { ...session.context, analyses: rows.map(({ id }) => id) })
  const counts = await countsOf(
    trx,
    rows.map(({ id }) => id),
  )
  await setContext(trx, session.context)
  return rows.map((row) => lineOf(row, counts.get(row.id)))
}

function lineOf(row: AnalysisRow, counts = { documents: 0, quotes: 0 }): AnalysisLine {
  const { id, title, question } = row
  return { id, title, question, ...counts, createdAt: row.created_at, changedAt: row.changed_at }
}
