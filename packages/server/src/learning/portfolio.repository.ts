import type { LearnerId, PortfolioPieceId, PortfolioShareId, TrajectoryId } from '@weerklank/core/shared/ids'
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import { anyOf } from '../db/dialect.ts'
import type { Trx } from '../schema.ts'
import type { PeerFeedbackTable, PortfolioPieceTable, PortfolioShareTable } from './portfolio.table.ts'

export type PieceRow = Selectable<PortfolioPieceTable>
export type ShareRow = Selectable<PortfolioShareTable>
export type FeedbackRow = Selectable<PeerFeedbackTable>

/** The pieces that are in reach of a learner's own page, the newest day first. */
export function piecesOf(trx: Trx, learner: LearnerId): Promise<PieceRow[]> {
  return trx
    .selectFrom('portfolio_piece')
    .selectAll()
    .where('learner_id', '=', learner)
    .orderBy('day', 'desc')
    .orderBy('at', 'desc')
    .orderBy('id')
    .execute()
}

/** False when it is in the portfolio already: the same piece of evidence, or a form that was sent twice. */
export async function insertPiece(trx: Trx, row: Insertable<PortfolioPieceTable>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('portfolio_piece')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

type OfPiece = { learner: LearnerId; id: PortfolioPieceId }

/** False when it is not hers, or gone. */
export async function changePiece(
  trx: Trx,
  of: OfPiece & { change: Pick<Updateable<PortfolioPieceTable>, 'title' | 'body' | 'changed_at'> },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('portfolio_piece')
    .set(of.change)
    .where('learner_id', '=', of.learner)
    .where('id', '=', of.id)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

export async function removePiece(trx: Trx, { learner, id }: OfPiece): Promise<void> {
  await trx.deleteFrom('portfolio_piece').where('learner_id', '=', learner).where('id', '=', id).execute()
}

/** Shows pieces to whoever holds a link. */
export async function openPieces(
  trx: Trx,
  of: { learner: LearnerId; pieces: readonly PortfolioPieceId[]; hash: string },
): Promise<number> {
  const { numUpdatedRows } = await trx
    .updateTable('portfolio_piece')
    .set({ opened_to: sql`array_append(opened_to, ${of.hash})` })
    .where('learner_id', '=', of.learner)
    .where('id', '=', anyOf(of.pieces))
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

/** Shuts them again. */
export async function shutPieces(trx: Trx, of: { learner: LearnerId; hash: string }): Promise<void> {
  await trx
    .updateTable('portfolio_piece')
    .set({ opened_to: sql`array_remove(opened_to, ${of.hash})` })
    .where('learner_id', '=', of.learner)
    .where(sql<boolean>`${of.hash} = any (opened_to)`)
    .execute()
}

/** What a link shows, as whoever came by it. */
export function piecesShown(trx: Trx, hash: string): Promise<PieceRow[]> {
  return trx
    .selectFrom('portfolio_piece')
    .selectAll()
    .where(sql<boolean>`${hash} = any (opened_to)`)
    .orderBy('day', 'desc')
    .orderBy('at', 'desc')
    .orderBy('id')
    .execute()
}

/** The links that a learner made, the newest first. */
export function sharesOf(trx: Trx, learner: LearnerId): Promise<ShareRow[]> {
  return trx
    .selectFrom('portfolio_share')
    .selectAll()
    .where('learner_id', '=', learner)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .execute()
}

export function findShare(trx: Trx, hash: string): Promise<ShareRow | undefined> {
  return trx.selectFrom('portfolio_share').selectAll().where('token_hash', '=', hash).executeTakeFirst()
}

/** Held to the end of the transaction, so that two answers come one after the other. */
export function lockShare(trx: Trx, id: PortfolioShareId): Promise<ShareRow | undefined> {
  return trx.selectFrom('portfolio_share').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** False when it is there already: a form that was sent twice. */
export async function insertShare(trx: Trx, row: Insertable<PortfolioShareTable>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('portfolio_share')
    .values(row)
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export async function updateShare(
  trx: Trx,
  id: PortfolioShareId,
  change: Pick<Updateable<PortfolioShareTable>, 'revoked_at' | 'seen_at' | 'answered_at'>,
): Promise<void> {
  await trx.updateTable('portfolio_share').set(change).where('id', '=', id).execute()
}

/** A link with all that was said by it. */
export async function removeShare(trx: Trx, of: { learner: LearnerId; id: PortfolioShareId }): Promise<void> {
  await trx
    .deleteFrom('portfolio_share')
    .where('learner_id', '=', of.learner)
    .where('id', '=', of.id)
    .execute()
}

export async function insertFeedback(trx: Trx, row: Insertable<PeerFeedbackTable>): Promise<void> {
  await trx.insertInto('peer_feedback').values(row).execute()
}

/** Both halves of what was asked by a link, as far as they are in reach. */
export function halvesOf(trx: Trx, share: PortfolioShareId): Promise<FeedbackRow[]> {
  return trx.selectFrom('peer_feedback').selectAll().where('share_id', '=', share).orderBy('side').execute()
}

/** Both halves of all that was asked by a learner. */
export function feedbackOf(trx: Trx, learner: LearnerId): Promise<FeedbackRow[]> {
  return trx
    .selectFrom('peer_feedback')
    .selectAll()
    .where('learner_id', '=', learner)
    .orderBy('at')
    .orderBy('share_id')
    .orderBy('side')
    .execute()
}

/** What others let a learner read along with: not her own. */
export function feedbackFor(trx: Trx, learner: LearnerId): Promise<FeedbackRow[]> {
  return trx
    .selectFrom('peer_feedback')
    .selectAll()
    .where('learner_id', '<>', learner)
    .where(sql<boolean>`${learner} = any (reader_ids)`)
    .orderBy('at', 'desc')
    .orderBy('share_id')
    .orderBy('side')
    .execute()
}

/** Opens the half of who asked, in the context of the program (see the policies). */
export async function openHalf(trx: Trx, share: PortfolioShareId): Promise<void> {
  await trx
    .updateTable('peer_feedback')
    .set({ is_open: true })
    .where('share_id', '=', share)
    .where('side', '=', 'asker')
    .execute()
}

/** What somebody wrote, taken back by whoever wrote it. */
export async function takeBackAnswer(trx: Trx, share: PortfolioShareId): Promise<void> {
  await trx.deleteFrom('peer_feedback').where('share_id', '=', share).where('side', '=', 'giver').execute()
}

/** The events at which a learner was, with the hours that count, the oldest first. */
export function attendedBy(trx: Trx, learner: LearnerId) {
  return trx
    .selectFrom('event_attendance as a')
    .innerJoin('trajectory_event as e', (join) =>
      join.onRef('e.workspace_id', '=', 'a.workspace_id').onRef('e.id', '=', 'a.event_id'),
    )
    .select(['e.id', 'e.title', 'e.at', 'a.hours'])
    .where('a.learner_id', '=', learner)
    .where('a.attended', '=', true)
    .orderBy('e.at')
    .orderBy('e.id')
    .execute()
}

/** What learners of a trajectory let those who lead it read, with the name of who asked; the newest first. */
export function feedbackForLeads(trx: Trx, trajectory: TrajectoryId) {
  return trx
    .selectFrom('peer_feedback as f')
    .innerJoin('learner_name as n', (join) =>
      join.onRef('n.workspace_id', '=', 'f.workspace_id').onRef('n.learner_id', '=', 'f.learner_id'),
    )
    .select(['f.share_id', 'f.side', 'f.person_id', 'f.from_name', 'f.at', 'f.answers', 'n.name as about'])
    .where('f.trajectory_id', '=', trajectory)
    .where('f.readers', '=', 'lead')
    .orderBy('f.at', 'desc')
    .orderBy('f.share_id')
    .execute()
}
