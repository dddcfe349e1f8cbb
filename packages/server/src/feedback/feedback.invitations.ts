import { feedbackEndpoints } from '@weerklank/core/feedback/feedback.contract'
import { invitationStatus, linkDays } from '@weerklank/core/feedback/invitation'
import { AppError } from '@weerklank/core/shared/errors'
import type { InvitationId, RelationId } from '@weerklank/core/shared/ids'
import { addDays } from '@weerklank/core/shared/time'
import { type MemberApi, type MemberSession, serveInRelation } from '../access/access.ts'
import { recordDeed } from '../audit/audit.ts'
import { refuseChecks } from '../consent/consent.ts'
import { newToken } from '../http/link-token.ts'
import { hasContact, peopleOf } from '../relation/relation.ts'
import type { Trx } from '../schema.ts'
import type { FeedbackDeps } from './feedback.deps.ts'
import { presentInvitation } from './feedback.presenter.ts'
import * as repository from './feedback.repository.ts'
import { askedWith } from './fitting-checks.ts'

/** Asking someone how it was: a link (shown as QR too), a new link, a withdrawn one. */
export function serveInvitations(to: MemberApi, deps: FeedbackDeps): void {
  const { world } = deps
  serveInRelation(to, feedbackEndpoints.invite, async (session, { params, body }, trx) => {
    const { relation } = params
    await enforceAsked(trx, session, { deps, participant: body.participant })
    const isNew = await invite(trx, session, { deps, relation, ...body })
    // A repeat makes a new link for the same invitation.
    const action = isNew ? 'invitation.created' : 'invitation.renewed'
    const made = await freshLink(trx, session, { deps, relation, invitation: body.id })
    await recordDeed(trx, world, { session, relation, action, subject: body.id })
    return made
  })
  serveInRelation(to, feedbackEndpoints.newLink, async (session, { params }, trx) => {
    const { relation, invitation } = params
    const row = await find(trx, relation, invitation)
    await enforceAsked(trx, session, { deps, participant: row.participant_id })
    const { status } = presentInvitation(row, world.now())
    if (status === 'answered' || status === 'revoked') throw new AppError('conflict')
    await repository.replaceTokens(trx, invitation, world.now())
    const made = await freshLink(trx, session, { deps, relation, invitation })
    await recordDeed(trx, world, { session, relation, action: 'invitation.renewed', subject: invitation })
    return made
  })
  serveInRelation(to, feedbackEndpoints.revokeInvitation, async (session, { params }, trx) => {
    const { relation, invitation } = params
    const row = await find(trx, relation, invitation)
    if (row.answered_at !== null) throw new AppError('conflict')
    if (row.revoked_at === null) {
      await repository.setRevoked(trx, invitation, world.now())
      await recordDeed(trx, world, { session, relation, action: 'invitation.revoked', subject: invitation })
    }
    return presentInvitation(await find(trx, relation, invitation), world.now())
  })
}

/** Who said that she does not want to be asked is not asked; the help simply goes on. */
export async function enforceAsked(
  trx: Trx,
  { context, workspace: { timeZone } }: MemberSession,
  of: { deps: FeedbackDeps; participant: repository.InvitationRow['participant_id'] },
): Promise<void> {
  const participants = [of.participant]
  const refused = await refuseChecks(trx, { context, timeZone, now: of.deps.world.now(), participants })
  if (refused.size > 0) throw new AppError('checks-refused')
}

type Asked = Parameters<typeof freshLink>[2]

async function invite(
  trx: Trx,
  session: MemberSession,
  wanted: Omit<Asked, 'invitation'> & {
    id: InvitationId
    participant: repository.InvitationRow['participant_id']
    contact: repository.InvitationRow['contact_id']
    instrument?: string | undefined
    ownWords?: string | undefined
  },
): Promise<boolean> {
  const { deps, relation } = wanted
  const people = (await peopleOf(trx, [relation])).get(relation) ?? []
  const person = people.find((one) => one.id === wanted.participant && one.active)
  if (person === undefined) throw new AppError('invalid-input', { fields: { participant: 'unknown' } })
  if (wanted.contact !== null && !(await hasContact(trx, relation, wanted.contact))) {
    throw new AppError('invalid-input', { fields: { contact: 'unknown' } })
  }
  const { instrument, ownWords } = await askedWith(trx, { ...wanted, person })
  const now = deps.world.now()
  const isNew = await repository.insertInvitation(trx, {
    workspace_id: session.workspace.id,
    id: wanted.id,
    relation_id: relation,
    participant_id: person.id,
    contact_id: wanted.contact,
    instrument_id: instrument.id,
    instrument_version: instrument.version,
    own_words: ownWords,
    response_id: deps.world.newId(),
    sent_at: now,
    expires_at: addDays(now, linkDays),
    revoked_at: null,
    created_by: session.member.id,
  })
  // A repeat: the first link may be lost with its answer, so the repeat gets a new one, unless that would serve nobody.
  if (!isNew) await enforceRepeat(trx, { relation, id: wanted.id, participant: person.id, now })
  return isNew
}

async function enforceRepeat(
  trx: Trx,
  asked: { relation: RelationId; id: InvitationId; participant: string; now: string },
): Promise<void> {
  const row = await repository.findInvitation(trx, asked.relation, asked.id)
  if (row === undefined || row.participant_id !== asked.participant) throw new AppError('conflict')
  const facts = { expiresAt: row.expires_at, revokedAt: row.revoked_at, answeredAt: row.answered_at }
  if (invitationStatus(facts, asked.now) !== 'open') throw new AppError('conflict')
}

async function find(trx: Trx, relation: RelationId, id: InvitationId): Promise<repository.InvitationRow> {
  const row = await repository.findInvitation(trx, relation, id)
  if (row === undefined) throw new AppError('not-found')
  return row
}

/** Makes a new link and gives it, once: only its hash is stored. */
async function freshLink(
  trx: Trx,
  session: MemberSession,
  of: { deps: FeedbackDeps; relation: RelationId; invitation: InvitationId },
) {
  const { deps, relation, invitation } = of
  const now = deps.world.now()
  const expiresAt = addDays(now, linkDays)
  const { token, hash } = newToken(session.workspace.id)
  const row = await find(trx, relation, invitation)
  await repository.setExpiry(trx, invitation, expiresAt)
  await repository.insertToken(trx, {
    workspace_id: session.workspace.id,
    token_hash: hash,
    invitation_id: invitation,
    relation_id: relation,
    participant_id: row.participant_id,
    expires_at: expiresAt,
  })
  return { ...presentInvitation({ ...row, expires_at: expiresAt }, now), url: `${deps.publicUrl}/f/${token}` }
}
