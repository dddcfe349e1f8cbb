import { AppError } from '@weerklank/core/shared/errors'
import type { RoundGroupId } from '@weerklank/core/shared/ids'
import { scrubNames } from '@weerklank/core/shared/name-scrub'
import type { TicketAnswer } from '@weerklank/core/team/ticket-form'
import { type Context, inContext, setContext } from '../db/context.ts'
import { readToken } from '../http/link-token.ts'
import { knownNames } from '../relation/relation.ts'
import type { Db, Trx } from '../schema.ts'
import type { TeamDeps } from './team.deps.ts'
import { findRound, type RoundRow } from './team.repository.ts'
import { isOver } from './team.rounds.ts'
import * as repository from './ticket.repository.ts'

/** A ticket in hand, in a transaction that reaches its round and nothing else. */
export type OpenTicket = {
  context: Context
  ticket: repository.TicketRow
  round: RoundRow
  names: Awaited<ReturnType<typeof repository.namesOnPage>>
  /** The groups it asks about. */
  others: Awaited<ReturnType<typeof repository.othersOf>>
}

/**
 * Opens a ticket; throws `link-unknown` for one that is none and for one whose round is over: which of the two is nobody's
 * business. Nothing is written down of who opened what and when.
 */
export async function withTicket<Result>(
  of: { db: Db; deps: TeamDeps; token: string },
  work: (trx: Trx, open: OpenTicket) => Promise<Result>,
): Promise<Result> {
  const read = readToken(of.token)
  if (read === null) throw new AppError('link-unknown')
  const link: Context = { workspace: read.workspace, actor: 'link', relations: [], token: read.hash }
  return inContext(of.db, link, async (trx) => {
    const ticket = await repository.findTicket(trx, read.hash)
    if (ticket === undefined) throw new AppError('link-unknown')
    const context = { ...link, rounds: [ticket.round_id] }
    await setContext(trx, context)
    const round = await findRound(trx, ticket.round_id)
    if (round === undefined || isOver(round, of.deps.world)) throw new AppError('link-unknown')
    const { round_id, group_id: group } = ticket
    const others = await repository.othersOf(trx, { round: round_id, group, form: round.form })
    await setContext(trx, { workspace: read.workspace, actor: 'system', relations: [] })
    const names = await repository.namesOnPage(trx, round.member_ids)
    await setContext(trx, context)
    return work(trx, { context, ticket, round, names, others })
  })
}

/**
 * Counts an answer, once per ticket: whatever is posted with a used one changes nothing and is told in the same words.
 * Throws `link-unknown` when the round was closed meanwhile, and nothing is counted.
 */
export async function count(
  trx: Trx,
  open: Pick<OpenTicket, 'context' | 'ticket'>,
  answer: TicketAnswer,
): Promise<void> {
  const { ticket, context } = open
  if (!(await repository.useTicket(trx, ticket.token_hash))) {
    if ((await repository.findTicket(trx, ticket.token_hash)) === undefined)
      throw new AppError('link-unknown')
    return
  }
  const place = { workspace_id: ticket.workspace_id, round_id: ticket.round_id, group_id: ticket.group_id }
  await repository.countPerson(trx, ticket.group_id)
  await repository.countAnswers(
    trx,
    answer.values.map(({ item, value }) => ({ ...place, item_id: item, value })),
  )
  await repository.countViews(
    trx,
    answer.views.map(({ about, item, value }) => ({
      ...{ ...place, about_id: about as RoundGroupId, item_id: item, value },
    })),
  )
  if (answer.words === null) return
  const names = await knownNames(trx, context)
  await repository.addWords(trx, { ...place, item_id: 'open', texts: [scrubNames(answer.words, names)] })
}
