import { type InvitationStatus, invitationStatus } from '@weerklank/core/feedback/invitation'
import type { LinkWay } from '@weerklank/core/feedback/shared-device'
import type {
  FormInvitationId,
  InvitationId,
  MailMessageId,
  ParticipantId,
  RelationId,
  WorkspaceId,
} from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import type { Trx } from '../schema.ts'
import * as checks from './feedback.repository.ts'
import * as forms from './form-invitation.repository.ts'

/** What was asked of somebody, a check or a form, as far as the ways to it go. */
export type AskedRow = {
  workspace_id: WorkspaceId
  relation_id: RelationId
  participant_id: ParticipantId
  expires_at: Instant
  revoked_at: Instant | null
  answered_at: Instant | null
  letters: number
  last_letter: MailMessageId | null
}

type NewLink = {
  hash: string
  expiresAt: Instant
  way?: LinkWay
  byLetter?: boolean
}

/** A check or a form that is asked: the ways to it are the same, and know nothing else of it. */
export type Asking<Id extends string> = {
  kind: 'check' | 'form'
  /** As the record calls it. */
  subject: 'invitation' | 'form-invitation'
  /** Where its links lead: `<path>/<token>`. */
  path: '/f' | '/v'
  find: (trx: Trx, relation: RelationId, id: Id) => Promise<AskedRow | undefined>
  /** Keeps it from others until the transaction ends. */
  hold: (trx: Trx, id: Id) => Promise<unknown>
  setExpiry: (trx: Trx, id: Id, at: Instant) => Promise<unknown>
  addLink: (
    trx: Trx,
    id: Id,
    row: Pick<AskedRow, 'workspace_id' | 'relation_id' | 'participant_id'> & NewLink,
  ) => Promise<unknown>
  noteLetter: (trx: Trx, id: Id, letters: Pick<AskedRow, 'letters' | 'last_letter'>) => Promise<unknown>
  /** Which of both a kiosk's code opens. */
  coded: (id: Id) => { invitation_id: InvitationId | null; form_invitation_id: FormInvitationId | null }
}

export function askedStatus(
  row: Pick<AskedRow, 'expires_at' | 'revoked_at' | 'answered_at'>,
  now: Instant,
): InvitationStatus {
  const facts = { expiresAt: row.expires_at, revokedAt: row.revoked_at, answeredAt: row.answered_at }
  return invitationStatus(facts, now)
}

export const askedCheck: Asking<InvitationId> = {
  ...{ kind: 'check', subject: 'invitation', path: '/f', find: checks.findInvitation },
  hold: (trx, id) => trx.selectFrom('invitation').select('id').where('id', '=', id).forUpdate().execute(),
  setExpiry: checks.setExpiry,
  addLink: (trx, id, { hash, expiresAt, way, byLetter, ...place }) =>
    checks.insertToken(trx, {
      ...{ ...place, invitation_id: id, token_hash: hash, expires_at: expiresAt },
      ...(way === undefined ? {} : { way }),
      ...(byLetter === undefined ? {} : { by_letter: byLetter }),
    }),
  noteLetter: (trx, id, letters) => trx.updateTable('invitation').set(letters).where('id', '=', id).execute(),
  coded: (id) => ({ invitation_id: id, form_invitation_id: null }),
}

export const askedForm: Asking<FormInvitationId> = {
  ...{ kind: 'form', subject: 'form-invitation', path: '/v', find: forms.findFormInvitation },
  hold: (trx, id) =>
    trx.selectFrom('form_invitation').select('id').where('id', '=', id).forUpdate().execute(),
  setExpiry: (trx, id, at) => forms.changeFormInvitation(trx, id, { expires_at: at }),
  addLink: (trx, id, { hash, expiresAt, way, byLetter, ...place }) =>
    forms.insertFormToken(trx, {
      ...{ ...place, form_invitation_id: id, token_hash: hash, expires_at: expiresAt },
      ...(way === undefined ? {} : { way }),
      ...(byLetter === undefined ? {} : { by_letter: byLetter }),
    }),
  noteLetter: (trx, id, letters) =>
    trx.updateTable('form_invitation').set(letters).where('id', '=', id).execute(),
  coded: (id) => ({ invitation_id: null, form_invitation_id: id }),
}
