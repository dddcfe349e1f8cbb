/** A file of another program becomes a new analysis. */
import type { Corpus } from '@weerklank/core/analysis/qda.corpus'
import { QdaRefused } from '@weerklank/core/analysis/qda.finding'
import { corpusOf } from '@weerklank/core/analysis/qda.inward'
import { findingText } from '@weerklank/core/analysis/qda.words'
import type { Language } from '@weerklank/core/shared/language'
import type { Trx } from '../schema.ts'
import { insertAnalysis } from './analysis.repository.ts'
import type { Bringing } from './exchange.keep.ts'
import { readQda } from './qdpx.read.ts'

export type Incoming = { corpus: Corpus; findings: string[] }

/** Reads a file whole before anything is kept. Throws `QdaRefused`, also for one with nothing in it to work with. */
export function readIncoming(bytes: Uint8Array, of: { newId: () => string; language: Language }): Incoming {
  const { project, findings } = readQda(bytes)
  const corpus = corpusOf(project, { ...of, findings })
  if (corpus.documents.length === 0 && corpus.codes.length === 0) throw new QdaRefused('no-texts')
  return { corpus, findings: findings.list().map((one) => findingText(one, of.language)) }
}

/** What stands over a project that brought no name. */
const unnamed = { nl: 'Ingelezen project', en: 'Project brought in' } as const

/** Makes the analysis; false when the identifier is taken. What is in it is written afterwards, in its reach. */
export async function beginTaken(
  trx: Trx,
  bringing: Bringing,
  of: { corpus: Corpus; title: string; language: Language },
): Promise<{ isNew: boolean; title: string }> {
  const { workspace, member, analysis, at } = bringing
  const title = of.title || of.corpus.title || unnamed[of.language]
  const isNew = await insertAnalysis(trx, {
    ...{ workspace_id: workspace, id: analysis, title, question: of.corpus.question },
    sources: JSON.stringify({ meetings: [], relations: [], kinds: [] }),
    ...{ member_ids: [member], created_by: member, created_at: at, changed_at: at, version: 1 },
  })
  return { isNew, title }
}

/** How much came in, for whoever brought it. */
export function amountsOf(corpus: Corpus): {
  documents: number
  codes: number
  quotes: number
  memos: number
} {
  const { documents, codes, codings, memos } = corpus
  return { documents: documents.length, codes: codes.length, quotes: codings.length, memos: memos.length }
}
