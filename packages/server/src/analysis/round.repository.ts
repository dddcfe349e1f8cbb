import type { SettledPlace } from '@weerklank/core/analysis/deed.basics'
import type { CodingRoundId } from '@weerklank/core/analysis/pictures.contract'
import type {
  AnalysisId,
  CodeId,
  DocumentId,
  MemberId,
  PassageId,
  WorkspaceId,
} from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import { type Selectable, sql } from 'kysely'
import { type Context, setContext } from '../db/context.ts'
import { anyOf } from '../db/dialect.ts'
import type { Trx } from '../schema.ts'
import type { AnalysisDecisionTable, AnalysisRoundTable, Coded } from './pictures.table.ts'

export type RoundRow = Selectable<AnalysisRoundTable>
export type DecisionRow = Selectable<AnalysisDecisionTable>

/** The rounds of an analysis, the last in front. */
export function listRounds(trx: Trx, analysis: AnalysisId): Promise<RoundRow[]> {
  return trx
    .selectFrom('analysis_round')
    .selectAll()
    .where('analysis_id', '=', analysis)
    .orderBy('started_at', 'desc')
    .orderBy('id')
    .execute()
}

/** One round, held for the rest of the transaction. */
export function lockRound(
  trx: Trx,
  { analysis, round }: { analysis: AnalysisId; round: CodingRoundId },
): Promise<RoundRow | undefined> {
  return trx
    .selectFrom('analysis_round')
    .selectAll()
    .where('analysis_id', '=', analysis)
    .where('id', '=', round)
    .forUpdate()
    .executeTakeFirst()
}

/** Who works on the analysis now. */
export async function workingOn(trx: Trx, analysis: AnalysisId): Promise<MemberId[]> {
  const row = await trx
    .selectFrom('analysis')
    .select('member_ids')
    .where('id', '=', analysis)
    .executeTakeFirstOrThrow()
  return row.member_ids
}

/** Who works on the analysis, its documents, and which are in a round now; held for the rest of the transaction. */
export async function lockAround(trx: Trx, analysis: AnalysisId) {
  const row = await trx
    .selectFrom('analysis')
    .select(['member_ids', 'sealed_documents'])
    .where('id', '=', analysis)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const documents = await trx
    .selectFrom('analysis_document')
    .select('id')
    .where('analysis_id', '=', analysis)
    .execute()
  return {
    members: row.member_ids,
    sealed: row.sealed_documents,
    documents: documents.map(({ id }) => id),
  }
}

/** Keeps a new round; false when there is one with its identifier. */
export async function insertRound(
  trx: Trx,
  row: Omit<RoundRow, 'ready_ids' | 'opened_at' | 'opened_by' | 'coded'>,
): Promise<boolean> {
  const result = await trx
    .insertInto('analysis_round')
    .values(row)
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function setReady(trx: Trx, round: CodingRoundId, ready: MemberId[]): Promise<void> {
  await trx.updateTable('analysis_round').set({ ready_ids: ready }).where('id', '=', round).execute()
}

export async function setOpened(
  trx: Trx,
  round: CodingRoundId,
  opened: { by: MemberId; at: Instant; coded: readonly Coded[] },
): Promise<void> {
  await trx
    .updateTable('analysis_round')
    .set({ opened_at: opened.at, opened_by: opened.by, coded: JSON.stringify(opened.coded) })
    .where('id', '=', round)
    .execute()
}

type Seal = { analysis: AnalysisId; documents: readonly DocumentId[]; context: Context }

/**
 * Closes or opens what everybody did in some documents: codings, memos on them, and the deeds they came from. Also what was coded
 * before the round began is closed, so that nobody looks at it while she codes. The one place that sees sealed work of others.
 */
export async function setSealed(
  trx: Trx,
  { analysis, documents, context }: Seal,
  isSealed: boolean,
): Promise<void> {
  const inThese = sql`analysis_id = ${analysis} and document_id = ${anyOf(documents)}`
  const array = sql`${`{${documents.join(',')}}`}::uuid[]`
  await setContext(trx, { ...context, purpose: 'reveal' })
  await sql`update analysis_coding set sealed = ${isSealed} where ${inThese} and sealed <> ${isSealed}`.execute(
    trx,
  )
  await sql`update analysis_memo set sealed = ${isSealed} where analysis_id = ${analysis} and sealed <> ${isSealed}
    and (document_id = ${anyOf(documents)} or passage_id in
      (select id from analysis_passage where ${inThese}))`.execute(trx)
  await sealHistory(trx, { analysis, documents }, isSealed)
  await sql`update analysis set sealed_documents = ${
    isSealed
      ? sql`sealed_documents || ${array}`
      : sql`array(select one from unnest(sealed_documents) as one where one <> all (${array}))`
  } where id = ${analysis}`.execute(trx)
  await setContext(trx, context)
}

/** Undoing puts rows back as they were written down, so what is written down is opened with them. */
async function sealHistory(
  trx: Trx,
  { analysis, documents }: Omit<Seal, 'context'>,
  isSealed: boolean,
): Promise<void> {
  const said = sql`jsonb_build_object('sealed', ${isSealed}::boolean)`
  await sql`update analysis_deed_part set sealed = ${isSealed}, before = before || ${said}, after = after || ${said}
    where analysis_id = ${analysis} and document_id = ${anyOf(documents)} and row_kind <> 'code'`.execute(trx)
  const hasSealed = sql`exists (select 1 from analysis_deed_part p where p.workspace_id = d.workspace_id
    and p.deed_id = d.id and p.sealed)`
  await sql`update analysis_deed d set sealed = ${isSealed} where analysis_id = ${analysis} and sealed <> ${isSealed}
    and ${isSealed ? hasSealed : sql`not ${hasSealed}`}`.execute(trx)
}

/** What was decided about a place in an open round; undefined where nothing was. */
export async function decidedPlace(
  trx: Trx,
  analysis: AnalysisId,
  of: { round: string; passage: PassageId; start: number },
): Promise<SettledPlace | undefined> {
  const round = await lockRound(trx, { analysis, round: of.round as CodingRoundId })
  if (round === undefined || round.opened_at === null) return undefined
  const decision = (await decisionsOf(trx, round.id)).find(
    (one) => one.passage_id === of.passage && one.start_at === of.start,
  )
  if (decision === undefined) return undefined
  const { passage_id: passage, start_at: start, end_at: end, code_ids: codes } = decision
  return { passage, start, end, codes, coders: round.coder_ids }
}

/** The words of the documents of a round, in order, with where they stand. */
export function passagesOf(trx: Trx, documents: readonly DocumentId[]) {
  return trx
    .selectFrom('analysis_passage as p')
    .innerJoin('analysis_document as d', (join) =>
      join.onRef('d.workspace_id', '=', 'p.workspace_id').onRef('d.id', '=', 'p.document_id'),
    )
    .select(['p.id', 'p.document_id', 'p.person_id', 'p.speaker', 'p.body', 'd.title'])
    .where('p.document_id', '=', anyOf(documents))
    .orderBy('d.position')
    .orderBy('d.id')
    .orderBy('p.ordinal')
    .execute()
}

/** The words of one passage of them; undefined where it is in none, or may not be read. */
export async function wordsOf(
  trx: Trx,
  { documents, passage }: { documents: readonly DocumentId[]; passage: PassageId },
): Promise<string | undefined> {
  const row = await trx
    .selectFrom('analysis_passage')
    .select('body')
    .where('document_id', '=', anyOf(documents))
    .where('id', '=', passage)
    .executeTakeFirst()
  return row?.body
}

/** What the coders coded in them, as it is now. */
export function codingsOf(
  trx: Trx,
  documents: readonly DocumentId[],
  coders: readonly MemberId[],
): Promise<Coded[]> {
  return trx
    .selectFrom('analysis_coding')
    .select(['coder_id', 'passage_id', 'start_at', 'end_at', 'code_id', 'weight'])
    .where('document_id', '=', anyOf(documents))
    .where('coder_id', '=', anyOf(coders))
    .execute()
}

export function decisionsOf(trx: Trx, round: CodingRoundId): Promise<DecisionRow[]> {
  return trx.selectFrom('analysis_decision').selectAll().where('round_id', '=', round).execute()
}

type NewDecision = {
  workspace: WorkspaceId
  analysis: AnalysisId
  round: CodingRoundId
  passage: PassageId
  start: number
  end: number
  codes: CodeId[]
  reason: string
  by: MemberId
  at: Instant
}

export async function keepDecision(trx: Trx, decision: NewDecision): Promise<void> {
  const { codes: code_ids, reason, by: by_id, at, end: end_at } = decision
  const said = { code_ids, reason, by_id, at, end_at }
  await trx
    .insertInto('analysis_decision')
    .values({
      ...{ workspace_id: decision.workspace, analysis_id: decision.analysis, round_id: decision.round },
      ...{ passage_id: decision.passage, start_at: decision.start, ...said },
    })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'round_id', 'passage_id', 'start_at']).doUpdateSet(said),
    )
    .execute()
}

/** True when there was one to take back. */
export async function dropDecision(
  trx: Trx,
  { round, passage, start }: { round: CodingRoundId; passage: PassageId; start: number },
): Promise<boolean> {
  const result = await trx
    .deleteFrom('analysis_decision')
    .where('round_id', '=', round)
    .where('passage_id', '=', passage)
    .where('start_at', '=', start)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}
