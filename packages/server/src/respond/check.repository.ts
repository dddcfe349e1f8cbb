import type { EchoAnswer } from '@weerklank/core/feedback/agreement'
import type { Answers } from '@weerklank/core/feedback/instrument'
import type { AgreementId, ContactId, InvitationId, ResponseId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import { type Selectable, sql } from 'kysely'
import type { InvitationTokenTable } from '../feedback/feedback.table.ts'
import type { Trx } from '../schema.ts'

export type TokenRow = Selectable<InvitationTokenTable>

/** The link that a token belongs to, whoever asks: the context holds the token's hash and nothing else. */
export async function findToken(trx: Trx, hash: string): Promise<TokenRow | undefined> {
  return trx.selectFrom('invitation_token').selectAll().where('token_hash', '=', hash).executeTakeFirst()
}

/** How many links were made for an invitation. */
export async function countTokens(trx: Trx, invitation: InvitationId): Promise<number> {
  const row = await trx
    .selectFrom('invitation_token')
    .select(sql<string>`count(*)`.as('count'))
    .where('invitation_id', '=', invitation)
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

export type CheckRow = {
  id: InvitationId
  response_id: ResponseId
  contact_id: ContactId | null
  instrument_id: string
  instrument_version: number
  sent_at: Instant
  revoked_at: Instant | null
  contact_at: Instant | null
  workspace_name: string
  time_zone: string
  answered_at: Instant | null
  answers: Answers | null
  open_text: string | null
}

/** What an invitation asks, of which contact, in which workspace, and what was answered. */
export async function findCheck(trx: Trx, invitation: InvitationId): Promise<CheckRow | undefined> {
  return trx
    .selectFrom('invitation')
    .innerJoin('workspace', 'workspace.workspace_id', 'invitation.workspace_id')
    .leftJoin('contact', (join) =>
      join
        .onRef('contact.workspace_id', '=', 'invitation.workspace_id')
        .onRef('contact.id', '=', 'invitation.contact_id'),
    )
    .leftJoin('response', (join) =>
      join
        .onRef('response.workspace_id', '=', 'invitation.workspace_id')
        .onRef('response.id', '=', 'invitation.response_id'),
    )
    .select([
      'invitation.id',
      'invitation.response_id',
      'invitation.contact_id',
      'invitation.instrument_id',
      'invitation.instrument_version',
      'invitation.sent_at',
      'invitation.revoked_at',
      'contact.at as contact_at',
      'workspace.name as workspace_name',
      'workspace.time_zone',
      'response.answered_at',
      'response.answers',
      'response.open_text',
    ])
    .where('invitation.id', '=', invitation)
    .executeTakeFirst()
}

/** What was said about earlier agreements with one response. */
export async function echoesOf(
  trx: Trx,
  response: ResponseId,
): Promise<{ id: AgreementId; text: string; answer: EchoAnswer }[]> {
  return trx
    .selectFrom('agreement_echo')
    .innerJoin('agreement', (join) =>
      join
        .onRef('agreement.workspace_id', '=', 'agreement_echo.workspace_id')
        .onRef('agreement.id', '=', 'agreement_echo.agreement_id'),
    )
    .select(['agreement.id', 'agreement.body as text', 'agreement_echo.answer'])
    .where('agreement_echo.response_id', '=', response)
    .orderBy('agreement.made_at', 'desc')
    .execute()
}
