import { agreementsToAsk } from '@weerklank/core/feedback/agreement'
import type { Instrument } from '@weerklank/core/feedback/instrument'
import { type InvitationStatus, invitationStatus } from '@weerklank/core/feedback/invitation'
import type { CheckForm } from '@weerklank/core/feedback/submission'
import type { Participant } from '@weerklank/core/relation/relation.contract'
import { AppError } from '@weerklank/core/shared/errors'
import type { WorkspaceId } from '@weerklank/core/shared/ids'
import { type Context, inContext, setContext } from '../db/context.ts'
import type { FeedbackDeps } from '../feedback/feedback.deps.ts'
import { type AgreementRow, agreementsOf } from '../feedback/feedback.repository.ts'
import { readToken } from '../http/link-token.ts'
import { peopleOf } from '../relation/relation.ts'
import type { Db, Trx } from '../schema.ts'
import {
  type CheckRow,
  type EarlierAnswer,
  findCheck,
  findHistory,
  findToken,
  type TokenRow,
} from './check.repository.ts'
import { inAllLanguages } from './respond.checks.ts'

/** A respondent's link, opened: the transaction's context is narrowed to what is hers. */
export type OpenLink = {
  workspace: WorkspaceId
  context: Context
  token: TokenRow
  check: CheckRow
  status: InvitationStatus
}

/**
 * Opens a link in a transaction of its own; throws `link-unknown` for a token that is none, and for one that a newer one came
 * in the place of, unless it is only to be asked less.
 */
export async function withLink<Result>(
  of: { db: Db; deps: FeedbackDeps; token: string; isForLess?: boolean },
  work: (trx: Trx, link: OpenLink) => Promise<Result>,
): Promise<Result> {
  const read = readToken(of.token)
  if (read === null) throw new AppError('link-unknown')
  const start: Context = { workspace: read.workspace, actor: 'link', relations: [], token: read.hash }
  return inContext(of.db, start, async (trx) => {
    const token = await findToken(trx, read.hash)
    if (token === undefined || (token.replaced_at !== null && of.isForLess !== true))
      throw new AppError('link-unknown')
    const context: Context = {
      workspace: read.workspace,
      actor: { participant: token.participant_id },
      relations: [token.relation_id],
    }
    await setContext(trx, context)
    const check = await findCheck(trx, token.invitation_id)
    if (check === undefined) throw new AppError('link-unknown')
    const facts = { expiresAt: token.expires_at, revokedAt: check.revoked_at, answeredAt: check.answered_at }
    const status = invitationStatus(facts, of.deps.world.now())
    return work(trx, { workspace: read.workspace, context, token, check, status })
  })
}

/** What is asked: the instrument in its version, and the earlier agreements of this person that are asked back. */
export async function formOf(trx: Trx, link: OpenLink, deps: FeedbackDeps): Promise<CheckForm> {
  const agreements = await agreementsOf(trx, [link.token.relation_id])
  const own = agreements.filter((row) => row.participants.includes(link.token.participant_id))
  return { responseId: link.check.response_id, instrument: instrumentOf(link, deps), agreements: asked(own) }
}

/**
 * What an answer is read against and compared with. It may speak of all her agreements: one that waited on a phone may be
 * about an agreement that has ended since.
 */
export async function formToRead(
  trx: Trx,
  link: OpenLink,
  deps: FeedbackDeps,
): Promise<{ form: CheckForm; earlier: readonly EarlierAnswer[] }> {
  const { agreements, earlier } = await findHistory(trx, {
    relation: link.token.relation_id,
    participant: link.token.participant_id,
    instrument: link.check.instrument_id,
  })
  return {
    form: { responseId: link.check.response_id, instrument: instrumentOf(link, deps), agreements },
    earlier,
  }
}

function instrumentOf({ check }: OpenLink, deps: FeedbackDeps): Instrument {
  const instrument = deps.content.instruments.get(`${check.instrument_id}@${check.instrument_version}`)
  if (instrument === undefined) throw new Error('An invitation points at an instrument that is not published')
  return inAllLanguages(instrument)
}

function asked(rows: readonly AgreementRow[]): CheckForm['agreements'] {
  const facts = rows.map((row) => ({
    id: row.id,
    text: row.body,
    madeAt: row.made_at,
    askBack: row.ask_back,
    endedAt: row.ended_at,
    echoes: row.echoes,
  }))
  return agreementsToAsk(facts).map(({ id, text }) => ({ id, text }))
}

/** Whose link it is, who reads the answer, and who of the others does not. */
export async function audienceOf(
  trx: Trx,
  link: { token: Pick<OpenLink['token'], 'relation_id' | 'participant_id'> },
): Promise<{ person: Participant; seenBy: string[]; unseenBy: string[] }> {
  const people = (await peopleOf(trx, [link.token.relation_id])).get(link.token.relation_id) ?? []
  const person = people.find((one) => one.id === link.token.participant_id)
  if (person === undefined) throw new AppError('link-unknown')
  const others = people.filter((one) => one.active && one.id !== person.id)
  return {
    person,
    seenBy: others.filter((one) => one.member !== null).map((one) => one.name),
    unseenBy: others.filter((one) => one.member === null).map((one) => one.name),
  }
}
