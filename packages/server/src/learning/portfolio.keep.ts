import type { FeedbackAsk } from '@weerklank/core/learning/peer-feedback'
import { type PieceInput, sharedUntil } from '@weerklank/core/learning/portfolio'
import { AppError } from '@weerklank/core/shared/errors'
import type { LearnerId, PortfolioPieceId, PortfolioShareId } from '@weerklank/core/shared/ids'
import { newToken } from '../http/link-token.ts'
import type { Trx } from '../schema.ts'
import type { OwnLearner } from './own/own.section.ts'
import type { Evidence } from './portfolio.evidence.ts'
import * as repository from './portfolio.repository.ts'

/** Whose row it is. */
const hersOf = ({ workspace, trajectory, learner }: OwnLearner) => ({
  ...{ workspace_id: workspace.id, trajectory_id: trajectory.id },
  ...{ learner_id: learner.id, person_id: learner.person_id },
})

/**
 * Lays a piece in a learner's portfolio. What it rests on is hers: only what she may lay in it now is taken, with the title and
 * day that it has here. Throws `not-found` for anything else; twice the same is once.
 */
export async function keepPiece(
  trx: Trx,
  of: { page: OwnLearner; id: PortfolioPieceId; piece: PieceInput; evidence: readonly Evidence[] },
): Promise<void> {
  const { page, id, piece, evidence } = of
  const rests = evidence.find(({ kind, source }) => kind === piece.kind && source === piece.source)
  if (piece.kind !== 'own' && rests === undefined) throw new AppError('not-found')
  await repository.insertPiece(trx, {
    ...{ ...hersOf(page), id, kind: piece.kind, source_id: piece.source, day: rests?.day ?? piece.day },
    ...{ title: piece.title, body: piece.body, at: page.now, changed_at: page.now },
  })
}

/** Her buddies at this moment. */
export async function buddiesNow(trx: Trx, page: OwnLearner): Promise<LearnerId[]> {
  const pairs = await trx
    .selectFrom('buddy_pair')
    .select('learner_ids')
    .where('trajectory_id', '=', page.trajectory.id)
    .where('formed_on', 'is not', null)
    .where('ended_on', 'is', null)
    .execute()
  const hers = pairs.filter(({ learner_ids }) => learner_ids.includes(page.learner.id))
  return [...new Set(hers.flatMap(({ learner_ids }) => learner_ids))].filter((id) => id !== page.learner.id)
}

/**
 * Makes a link to pieces, with or without questions. Gives its secret, once; null when this link was made already. What is
 * said of who reads the answer is fixed here. Throws `not-found` for a piece that is not hers, `invalid-input` when her buddy
 * is to read along and she has none.
 */
export async function sharePieces(
  trx: Trx,
  of: { page: OwnLearner; id: PortfolioShareId; ask: FeedbackAsk },
): Promise<string | null> {
  const { page, id, ask } = of
  const { now, name } = page
  const { token, hash } = newToken(page.workspace.id)
  const readers = ask.readers === 'buddy' ? await buddiesNow(trx, page) : []
  if (ask.readers === 'buddy' && readers.length === 0) throw new AppError('invalid-input')
  const promised = { readers: ask.readers, reader_ids: readers, token_hash: hash }
  const isNew = await repository.insertShare(trx, {
    ...{ ...hersOf(page), ...promised, id, to_name: ask.to, from_name: name, is_both: ask.both },
    ...{ questions: JSON.stringify(ask.questions), made_at: now, expires_at: sharedUntil(now, ask.days) },
    ...{ revoked_at: null, seen_at: null, answered_at: null },
  })
  if (!isNew) return null
  const pieces = ask.pieces as PortfolioPieceId[]
  const opened = await repository.openPieces(trx, { learner: page.learner.id, pieces, hash })
  if (opened !== new Set(pieces).size) throw new AppError('not-found')
  if (ask.both) {
    const answers = ask.questions.map((question, at) => ({ question, answer: ask.own[at] ?? '' }))
    await repository.insertFeedback(trx, {
      ...{ ...hersOf(page), ...promised, share_id: id, side: 'asker', from_name: name },
      ...{ answers: JSON.stringify(answers), is_open: false, at: now },
    })
  }
  return token
}

/** Takes a link back: from then on it shows nothing. What was written by it stays hers. */
export async function endShare(
  trx: Trx,
  of: { page: OwnLearner; share: repository.ShareRow },
): Promise<void> {
  const { page, share } = of
  await repository.shutPieces(trx, { learner: page.learner.id, hash: share.token_hash })
  if (share.revoked_at === null) await repository.updateShare(trx, share.id, { revoked_at: page.now })
}
