import { randomBytes } from 'node:crypto'
import { kioskCode, kioskCodeMinutes, shownKioskCode } from '@weerklank/core/access/kiosk'
import { invitationStatus, linkDays } from '@weerklank/core/feedback/invitation'
import { type LetterState, lettersAtMost, maySendLetter } from '@weerklank/core/feedback/letter'
import { type LinkWay, sharedDeviceMinutes } from '@weerklank/core/feedback/shared-device'
import { type WaysIn, waysInEndpoints } from '@weerklank/core/feedback/ways-in.contract'
import { AppError } from '@weerklank/core/shared/errors'
import type { InvitationId, MailMessageId, RelationId } from '@weerklank/core/shared/ids'
import { addDays, addMilliseconds } from '@weerklank/core/shared/time'
import { type MemberApi, type MemberSession, serveInRelation } from '../access/access.ts'
import { recordDeed } from '../audit/audit.ts'
import { setContext } from '../db/context.ts'
import { hashOfCode, newToken } from '../http/link-token.ts'
import { checkLinkKind, enqueueMail } from '../mail/outbox.ts'
import { peopleOf } from '../relation/relation.ts'
import type { Trx } from '../schema.ts'
import type { FeedbackDeps } from './feedback.deps.ts'
import { enforceAsked } from './feedback.invitations.ts'
import * as repository from './feedback.repository.ts'
import { linkMail } from './ways-in.letter.ts'

/** Ways to a question beside its link, for the members of a relation. */
export function serveWaysIn(to: MemberApi, deps: FeedbackDeps): void {
  serveInRelation(to, waysInEndpoints.waysIn, (session, { params }, trx) =>
    present(trx, session, { deps, ...params }),
  )
  serveInRelation(to, waysInEndpoints.mailLink, async (session, { params, body }, trx) => {
    const { relation, invitation } = params
    const row = await openInvitation(trx, { deps, relation, invitation })
    await enforceAsked(trx, session, { deps, participant: row.participant_id })
    if (!maySendLetter(row.letters)) throw new AppError('conflict')
    await sendLetter(trx, session, { deps, row, email: body.email })
    await recordDeed(trx, deps.world, {
      ...{ session, relation, action: 'invitation.mailed', subject: invitation },
    })
    return present(trx, session, { deps, ...params })
  })
  serveHandOver(to, deps)
  serveKioskCode(to, deps)
}

/** Somebody answers on a device of the house: by a link for a short while that shows nothing of the answer. */
function serveHandOver(to: MemberApi, deps: FeedbackDeps): void {
  serveInRelation(to, waysInEndpoints.handOver, async (session, { params }, trx) => {
    const { relation, invitation } = params
    const row = await openInvitation(trx, { deps, relation, invitation })
    await enforceAsked(trx, session, { deps, participant: row.participant_id })
    const url = await linkOnDevice(trx, { deps, row, way: 'device' })
    const action = 'invitation.handed-over'
    await recordDeed(trx, deps.world, { session, relation, action, subject: invitation })
    return { url }
  })
}

/** A code for a kiosk. One at a time for each question: a new one ends the one before. */
function serveKioskCode(to: MemberApi, deps: FeedbackDeps): void {
  const { world } = deps
  serveInRelation(to, waysInEndpoints.kioskCode, async (session, { params }, trx) => {
    const { relation, invitation } = params
    const row = await openInvitation(trx, { deps, relation, invitation })
    await enforceAsked(trx, session, { deps, participant: row.participant_id })
    const code = newKioskCode()
    const expiresAt = addMilliseconds(world.now(), kioskCodeMinutes * 60_000)
    await trx.deleteFrom('kiosk_code').where('invitation_id', '=', invitation).execute()
    await trx
      .insertInto('kiosk_code')
      .values({
        ...{ workspace_id: session.workspace.id, token_hash: hashOfCode(session.workspace.id, code) },
        ...{ invitation_id: invitation, relation_id: relation, participant_id: row.participant_id },
        ...{ made_by: session.member.id, expires_at: expiresAt },
      })
      .execute()
    await recordDeed(trx, world, { session, relation, action: 'invitation.coded', subject: invitation })
    return { code: shownKioskCode(code), expiresAt }
  })
}

/** Random, with every letter as likely. */
function newKioskCode(): string {
  const code = kioskCode(randomBytes(64))
  return code ?? newKioskCode()
}

/** A link that works for a short while on a device of the house. */
async function linkOnDevice(
  trx: Trx,
  of: { deps: FeedbackDeps; row: repository.InvitationRow; way: LinkWay },
): Promise<string> {
  const { deps, row, way } = of
  const { token, hash } = newToken(row.workspace_id)
  await repository.insertToken(trx, {
    ...{ workspace_id: row.workspace_id, token_hash: hash, invitation_id: row.id, way },
    ...{ relation_id: row.relation_id, participant_id: row.participant_id },
    expires_at: addMilliseconds(deps.world.now(), sharedDeviceMinutes * 60_000),
  })
  return `${deps.publicUrl}/f/${token}`
}

type Of = { deps: FeedbackDeps; relation: RelationId; invitation: InvitationId }

/** A question that still waits for its answer, kept from others until the transaction ends. */
async function openInvitation(
  trx: Trx,
  { deps, relation, invitation }: Of,
): Promise<repository.InvitationRow> {
  await trx.selectFrom('invitation').select('id').where('id', '=', invitation).forUpdate().execute()
  const row = await repository.findInvitation(trx, relation, invitation)
  if (row === undefined) throw new AppError('not-found')
  const facts = { expiresAt: row.expires_at, revokedAt: row.revoked_at, answeredAt: row.answered_at }
  const status = invitationStatus(facts, deps.world.now())
  if (status !== 'open' && status !== 'expired') throw new AppError('conflict')
  return row
}

/** Makes a link of its own for the letter: of those before only hashes are kept, and they go on working. */
async function sendLetter(
  trx: Trx,
  session: MemberSession,
  of: { deps: FeedbackDeps; row: repository.InvitationRow; email: string },
): Promise<void> {
  const { deps, row, email } = of
  const person = (await peopleOf(trx, [row.relation_id]))
    .get(row.relation_id)
    ?.find(({ id }) => id === row.participant_id)
  if (person === undefined || !person.active) throw new AppError('conflict')
  const expiresAt = addDays(deps.world.now(), linkDays)
  const { token, hash } = newToken(session.workspace.id)
  await repository.setExpiry(trx, row.id, expiresAt)
  await repository.insertToken(trx, {
    ...{ workspace_id: session.workspace.id, token_hash: hash, invitation_id: row.id },
    ...{ relation_id: row.relation_id, participant_id: row.participant_id, expires_at: expiresAt },
    by_letter: true,
  })
  const mail = linkMail({
    ...{ to: email, url: `${deps.publicUrl}/f/${token}`, publicUrl: deps.publicUrl },
    ...{ workspace: session.workspace.name },
    listener: { language: person.language, address: person.address },
  })
  const kind = checkLinkKind
  const letter = await enqueueMail(trx, deps.world, { workspace: session.workspace.id, kind, mail })
  await trx
    .updateTable('invitation')
    .set({ letters: row.letters + 1, last_letter: letter })
    .where('id', '=', row.id)
    .execute()
}

async function present(
  trx: Trx,
  session: MemberSession,
  { deps, relation, invitation }: Of,
): Promise<WaysIn> {
  const row = await repository.findInvitation(trx, relation, invitation)
  if (row === undefined) throw new AppError('not-found')
  const last = row.last_letter === null ? 'none' : await stateOf(trx, session, row.last_letter)
  return {
    canMail: deps.canSendMail === true,
    hasKiosk: await hasKiosk(trx),
    letters: { sent: row.letters, atMost: lettersAtMost, last },
  }
}

async function hasKiosk(trx: Trx): Promise<boolean> {
  const row = await trx
    .selectFrom('kiosk')
    .select('id')
    .where('set_up_at', 'is not', null)
    .where('revoked_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Only the program itself looks into the outbox, and only at how it stands with this letter. */
async function stateOf(trx: Trx, session: MemberSession, letter: MailMessageId): Promise<LetterState> {
  await setContext(trx, { workspace: session.workspace.id, actor: 'system', relations: [] })
  const row = await trx
    .selectFrom('mail_message')
    .select(['sent_at', 'given_up_at'])
    .where('id', '=', letter)
    .executeTakeFirst()
  await setContext(trx, session.context)
  // Taken away by an administrator, or forgotten after a month (send.ts): nobody knows any more.
  if (row === undefined) return 'none'
  if (row.sent_at !== null) return 'sent'
  return row.given_up_at === null ? 'waiting' : 'failed'
}
