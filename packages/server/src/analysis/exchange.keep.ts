/** A project of another program as a new analysis. */
import { voiceKey } from '@weerklank/core/analysis/analysis'
import { fold } from '@weerklank/core/analysis/fold'
import type { Corpus } from '@weerklank/core/analysis/qda.corpus'
import type { AnalysisId, MemberId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import { type RawBuilder, sql } from 'kysely'
import type { Trx } from '../schema.ts'

/** Whose analysis it becomes: she is the one who works on it, and all that was coded stands in her name. */
export type Bringing = { workspace: WorkspaceId; member: MemberId; analysis: AnalysisId; at: Instant }

/**
 * Writes what a file brought under a new analysis that is there already, in its reach. Words belong to nobody who is known
 * here: whoever brings them says why they may be.
 */
export async function keepCorpus(trx: Trx, bringing: Bringing, corpus: Corpus): Promise<void> {
  const { workspace, member, analysis, at } = bringing
  const base = { workspace_id: workspace, analysis_id: analysis }
  const documentOf = new Map<string, string>()
  for (const { id, passages } of corpus.documents)
    for (const passage of passages) documentOf.set(passage.id, id)
  await many(trx, sql`analysis_document`, documentRows(corpus, { ...base, brought_by: member, at }))
  await many(trx, sql`analysis_passage`, passageRows(corpus, base))
  // A row is in the table before one that hangs under it: parents stand in front.
  await many(
    trx,
    sql`analysis_code`,
    corpus.codes.map(({ parent, ...code }, position) => ({ ...base, ...code, parent_id: parent, position })),
  )
  const passageOf = new Map(corpus.codings.map(({ id, passage }) => [id, passage]))
  await many(
    trx,
    sql`analysis_coding`,
    corpus.codings.map((coding) => ({
      ...{ ...base, id: coding.id, document_id: documentOf.get(coding.passage), passage_id: coding.passage },
      ...{ start_at: coding.start, end_at: coding.end, code_id: coding.code, coder_id: member },
      ...{ at: coding.at ?? at, sealed: false, weight: coding.weight },
    })),
  )
  await many(
    trx,
    sql`analysis_memo`,
    corpus.memos.map(({ id, on, title, body, at: written }) => ({
      ...{ ...base, id, author_id: member, title, body, at: written ?? at },
      // As they lay in the project: for everybody who works on it.
      ...{ sealed: false, is_private: false },
      document_id: on.kind === 'document' ? on.id : null,
      code_id: on.kind === 'code' ? on.id : null,
      coding_id: on.kind === 'coding' ? on.id : null,
      passage_id: on.kind === 'coding' ? passageOf.get(on.id) : null,
    })),
  )
}

type Base = { workspace_id: WorkspaceId; analysis_id: AnalysisId }

function documentRows(corpus: Corpus, base: Base & { brought_by: MemberId; at: Instant }): object[] {
  return corpus.documents.map(({ id, title, source, at, passages }, position) => {
    const spoken = new Map(passages.map(({ voice, role }) => [`${voice} ${role}`, { voice, role }]))
    return {
      ...{ ...base, id, title, source, at: at ?? base.at, position, source_ref: '', size: passages.length },
      voices: [...spoken.values()],
    }
  })
}

function passageRows(corpus: Corpus, base: Base): object[] {
  return corpus.documents.flatMap(({ id: document, passages }) =>
    passages.map((passage, ordinal) => ({
      ...{ ...base, ...passage, document_id: document, ordinal, source_ref: '', person_id: null },
      ...{ purpose: 'analysis', in_use: true, voice_key: voiceKey(passage), folded: fold(passage.body) },
    })),
  )
}

/** So many rows in one statement: a few megabytes. */
const atOnce = 2000

async function many(trx: Trx, table: RawBuilder<unknown>, rows: readonly object[]): Promise<void> {
  for (let from = 0; from < rows.length; from += atOnce) {
    const part = JSON.stringify(rows.slice(from, from + atOnce))
    await sql`insert into ${table} select * from jsonb_populate_recordset(null::${table}, ${part}::jsonb)`.execute(
      trx,
    )
  }
}
