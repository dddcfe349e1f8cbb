import { withBelow } from '@weerklank/core/analysis/codebook'
import type { Code, Workbook } from '@weerklank/core/analysis/coding'
import type { PassageFacts } from '@weerklank/core/analysis/deed.basics'
import type { AnalysisChange } from '@weerklank/core/analysis/deed.contract'
import type { Patch, RowChange } from '@weerklank/core/analysis/patch'
import type { AnalysisId, CodeId, CodingId, DocumentId, MemoId, PassageId } from '@weerklank/core/shared/ids'
import { sql } from 'kysely'
import { anyOf } from '../db/dialect.ts'
import type { Trx } from '../schema.ts'
import { asCode, asCoding, asMemo, codeRowOf, codingRowOf, type In, memoRowOf } from './workbook.rows.ts'

/** All codes of an analysis. */
export async function codesOf(trx: Trx, analysis: AnalysisId): Promise<Code[]> {
  const rows = await trx
    .selectFrom('analysis_code')
    .selectAll()
    .where('analysis_id', '=', analysis)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(asCode)
}

type Named = {
  codings: readonly CodingId[]
  codes: readonly CodeId[]
  memos: readonly MemoId[]
  passages?: readonly PassageId[]
}

/** What a change can touch: every code, these codings and those of these codes, and the memos on any of them. */
export async function bookFor(trx: Trx, analysis: AnalysisId, change: AnalysisChange): Promise<Workbook> {
  const codes = await codesOf(trx, analysis)
  return bookOf(trx, analysis, { codes, named: namedIn(change, codes) })
}

/** The rows that a patch speaks of, and what uses the codes that would go. */
export async function bookForPatch(trx: Trx, analysis: AnalysisId, patch: Patch): Promise<Workbook> {
  const ids = (kind: RowChange['row']) => patch.filter(({ row }) => row === kind).map(({ id }) => id)
  const going = patch.filter(({ row, after }) => row === 'code' && after === null).map(({ id }) => id)
  const named = {
    codings: ids('coding') as CodingId[],
    memos: ids('memo') as MemoId[],
    codes: going as CodeId[],
  }
  return bookOf(trx, analysis, { codes: await codesOf(trx, analysis), named })
}

async function bookOf(
  trx: Trx,
  analysis: AnalysisId,
  { codes, named }: { codes: readonly Code[]; named: Named },
): Promise<Workbook> {
  const codings = await trx
    .selectFrom('analysis_coding')
    .selectAll()
    .where('analysis_id', '=', analysis)
    .where(({ eb, or }) =>
      or([
        eb('id', '=', anyOf(named.codings)),
        eb('code_id', '=', anyOf(named.codes)),
        eb('passage_id', '=', anyOf(named.passages ?? [])),
      ]),
    )
    .execute()
  const onCodings = codings.map(({ id }) => id)
  const memos = await trx
    .selectFrom('analysis_memo')
    .selectAll()
    .where('analysis_id', '=', analysis)
    .where(({ eb, or }) =>
      or([
        eb('id', '=', anyOf(named.memos)),
        eb('coding_id', '=', anyOf([...onCodings, ...named.codings])),
        eb('code_id', '=', anyOf(named.codes)),
      ]),
    )
    .execute()
  return { codes, codings: codings.map(asCoding), memos: memos.map(asMemo) }
}

function namedIn(change: AnalysisChange, codes: readonly Code[]): Named {
  const none = { codings: [], codes: [], memos: [] }
  switch (change.kind) {
    case 'remove-code': {
      const gone = change.children === 'remove' ? [...withBelow(codes, change.code)] : [change.code]
      return { ...none, codes: change.to === null ? gone : [...gone, change.to] }
    }
    case 'merge-codes':
      return { ...none, codes: [...change.from, change.into] }
    case 'split-code':
      return { ...none, codings: change.parts.flatMap(({ codings }) => codings) }
    case 'add-codings':
      return { ...none, codings: change.codings.map(({ id }) => id) }
    case 'change-coding':
      return { ...none, codings: [change.coding] }
    case 'remove-codings':
      return { ...none, codings: change.codings }
    case 'take-decision':
      return { ...none, codings: change.ids, passages: [change.passage] }
    case 'add-memo':
      return { ...none, memos: [change.id], codings: change.on.kind === 'coding' ? [change.on.coding] : [] }
    case 'change-memo':
    case 'remove-memo':
      return { ...none, memos: [change.memo] }
    default:
      return none
  }
}

/** Where the passages stand that a change selects in, and how long they are. */
export async function passageFacts(
  trx: Trx,
  analysis: AnalysisId,
  ids: readonly PassageId[],
): Promise<Map<PassageId, PassageFacts>> {
  if (ids.length === 0) return new Map()
  const rows = await trx
    .selectFrom('analysis_passage')
    .select(['id', 'document_id', sql<number>`char_length(body)`.as('length')])
    .where('analysis_id', '=', analysis)
    .where('id', '=', anyOf([...new Set(ids)]))
    .execute()
  return new Map(rows.map(({ id, document_id: document, length }) => [id, { document, length }]))
}

export async function documentIds(trx: Trx, analysis: AnalysisId): Promise<Set<DocumentId>> {
  const rows = await trx
    .selectFrom('analysis_document')
    .select('id')
    .where('analysis_id', '=', analysis)
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** Writes the rows of a patch, so that none ever refers to one that is not there. */
export async function writePatch(trx: Trx, patch: Patch, within: In): Promise<void> {
  const of = <Kind extends RowChange['row']>(kind: Kind) =>
    patch.filter((change): change is Extract<RowChange, { row: Kind }> => change.row === kind)
  const [codes, codings, memos] = [of('code'), of('coding'), of('memo')]
  const rows = {
    code: codes.flatMap(({ before, after }) => (after ? [{ before, row: codeRowOf(after, within) }] : [])),
    coding: codings.flatMap(({ before, after }) =>
      after ? [{ before, row: codingRowOf(after, within) }] : [],
    ),
    memo: memos.flatMap(({ before, after }) => (after ? [{ before, row: memoRowOf(after, within) }] : [])),
  }
  for (const [kind, written] of Object.entries(rows)) {
    const isNew = ({ before }: { before: unknown }) => before === null
    await insertRows(
      trx,
      kind as RowChange['row'],
      written.filter(isNew).map(({ row }) => row),
    )
    await updateRows(
      trx,
      kind as RowChange['row'],
      written.filter((one) => !isNew(one)).map(({ row }) => row),
    )
  }
  for (const [kind, gone] of [
    ['memo', memos],
    ['coding', codings],
    ['code', codes],
  ] as const) {
    const ids = gone.flatMap(({ id, after }) => (after === null ? [id] : []))
    if (ids.length > 0) await sql`delete from ${tables[kind]} where id = ${anyOf(ids)}`.execute(trx)
  }
}

const tables = {
  code: sql.table('analysis_code'),
  coding: sql.table('analysis_coding'),
  memo: sql.table('analysis_memo'),
}

/** As one array in one parameter: there may be thousands of rows. */
async function insertRows(trx: Trx, kind: RowChange['row'], rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return
  await sql`insert into ${tables[kind]}
    select * from jsonb_populate_recordset(null::${tables[kind]}, ${JSON.stringify(rows)}::jsonb)`.execute(
    trx,
  )
}

const changing = {
  code: ['parent_id', 'name', 'definition', 'include', 'exclude', 'example', 'colour', 'position'],
  coding: ['start_at', 'end_at', 'code_id', 'weight'],
  memo: ['document_id', 'code_id', 'coding_id', 'passage_id', 'title', 'body', 'is_private'],
} as const

async function updateRows(trx: Trx, kind: RowChange['row'], rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return
  const set = sql.join(changing[kind].map((column) => sql`${sql.ref(column)} = x.${sql.ref(column)}`))
  await sql`update ${tables[kind]} as t set ${set}
    from jsonb_populate_recordset(null::${tables[kind]}, ${JSON.stringify(rows)}::jsonb) x
    where t.workspace_id = x.workspace_id and t.id = x.id`.execute(trx)
}
