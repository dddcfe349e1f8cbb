/** An analysis as it goes out: with what is open, of whom consents. */
import type { Corpus, CorpusMemo, CorpusPassage } from '@weerklank/core/analysis/qda.corpus'
import type { AnalysisId } from '@weerklank/core/shared/ids'
import type { Trx } from '../schema.ts'
import type { DocumentRow } from './analysis.repository.ts'
import { asCode, asMemo } from './workbook.rows.ts'

/** What goes out, and whose words are in it. */
export type Outgoing = { corpus: Corpus; documents: readonly DocumentRow[]; persons: readonly string[] }

/**
 * The whole of an analysis but what a blind round keeps closed. Words that may not be used now are not in it, nor what hangs
 * on them.
 */
export async function readOutgoing(trx: Trx, id: AnalysisId): Promise<Outgoing | undefined> {
  const analysis = await trx.selectFrom('analysis').selectAll().where('id', '=', id).executeTakeFirst()
  if (analysis === undefined) return undefined
  const documents = await trx
    .selectFrom('analysis_document')
    .selectAll()
    .where('analysis_id', '=', id)
    .orderBy('position')
    .orderBy('at')
    .orderBy('id')
    .execute()
  const { byDocument, persons } = await passagesOf(trx, id)
  const isThere = new Set([...byDocument.values()].flatMap((all) => all.map((one) => one.id)))
  const codings = (await codingsOf(trx, id)).filter(({ passage }) => isThere.has(passage))
  const corpus = {
    ...{ title: analysis.title, question: analysis.question, codes: await codesOf(trx, id) },
    documents: documents.map(({ id: document, title, source, at }) => ({
      ...{ id: document, title, source, at, passages: byDocument.get(document) ?? [] },
    })),
    codings,
    memos: await memosOf(trx, { analysis: id, codings: new Set(codings.map((one) => one.id)) }),
  }
  return { corpus, documents, persons }
}

async function passagesOf(trx: Trx, analysis: AnalysisId) {
  const rows = await trx
    .selectFrom('analysis_passage')
    .select(['id', 'document_id', 'person_id', 'speaker', 'voice', 'role', 'body'])
    .where('analysis_id', '=', analysis)
    .where('in_use', '=', true)
    .orderBy('document_id')
    .orderBy('ordinal')
    .orderBy('id')
    .execute()
  const byDocument = new Map<string, CorpusPassage[]>()
  for (const { document_id: document, person_id: _, ...passage } of rows) {
    const there = byDocument.get(document)
    if (there === undefined) byDocument.set(document, [passage])
    else there.push(passage)
  }
  return { byDocument, persons: [...new Set(rows.flatMap((row) => row.person_id ?? []))] }
}

async function codingsOf(trx: Trx, analysis: AnalysisId) {
  const rows = await trx
    .selectFrom('analysis_coding')
    .select(['id', 'passage_id', 'start_at', 'end_at', 'code_id', 'coder_id', 'at', 'weight'])
    .where('analysis_id', '=', analysis)
    .where('sealed', '=', false)
    .orderBy('document_id')
    .orderBy('passage_id')
    .orderBy('start_at')
    .orderBy('end_at')
    .orderBy('id')
    .execute()
  return rows.map(
    ({ passage_id: passage, start_at: start, end_at: end, code_id: code, coder_id: coder, ...rest }) => ({
      ...{ ...rest, passage, start, end, code, coder },
    }),
  )
}

/** Parents in front of children, siblings in their order. */
async function codesOf(trx: Trx, analysis: AnalysisId) {
  const rows = await trx
    .selectFrom('analysis_code')
    .selectAll()
    .where('analysis_id', '=', analysis)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const codes = rows.map(asCode)
  const under = (parent: string | null): typeof codes =>
    codes.filter((code) => code.parent === parent).flatMap((code) => [code, ...under(code.id)])
  return under(null).map(({ position: _, ...code }) => code)
}

async function memosOf(
  trx: Trx,
  of: { analysis: AnalysisId; codings: ReadonlySet<string> },
): Promise<CorpusMemo[]> {
  const rows = await trx
    .selectFrom('analysis_memo')
    .selectAll()
    .where('analysis_id', '=', of.analysis)
    .where('sealed', '=', false)
    // What somebody keeps to herself does not travel, also not with herself.
    .where('is_private', '=', false)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map(asMemo).flatMap(({ id, on, author, title, body, at }) => {
    const target = targetOf(on)
    return target.kind === 'coding' && !of.codings.has(target.id)
      ? []
      : [{ id, on: target, author, title, body, at }]
  })
}

function targetOf(on: ReturnType<typeof asMemo>['on']): CorpusMemo['on'] {
  if (on.kind === 'document') return { kind: 'document', id: on.document }
  if (on.kind === 'code') return { kind: 'code', id: on.code }
  return on.kind === 'coding' ? { kind: 'coding', id: on.coding } : { kind: 'analysis' }
}
