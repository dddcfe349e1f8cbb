import { randomBytes } from 'node:crypto'
import { kioskCode, kioskCodeMinutes, shownKioskCode } from '@weerklank/core/access/kiosk'
import { mayReadForms } from '@weerklank/core/feedback/form.access'
import { linkDays } from '@weerklank/core/feedback/invitation'
import { type LetterState, lettersAtMost, maySendLetter } from '@weerklank/core/feedback/letter'
import { sharedDeviceMinutes } from '@weerklank/core/feedback/shared-device'
import { formWaysInEndpoints, type WaysIn, waysInEndpoints } from '@weerklank/core/feedback/ways-in.contract'
import { AppError } from '@weerklank/core/shared/errors'
import type { MailMessageId, RelationId } from '@weerklank/core/shared/ids'
import { addDays, addMilliseconds } from '@weerklank/core/shared/time'
import { type MemberApi, type MemberSession, serveInRelation } from '../access/access.ts'
import { recordDeed } from '../audit/audit.ts'
import { setContext } from '../db/context.ts'
import { hashOfCode, newToken } from '../http/link-token.ts'
import { checkLinkKind, enqueueMail } from '../mail/outbox.ts'
import { peopleOf } from '../relation/relation.ts'
import type { Trx } from '../schema.ts'
import { type AskedRow, type Asking, askedCheck, askedForm, askedStatus } from './asking.ts'
import type { FeedbackDeps } from './feedback.deps.ts'
import { enforceAsked } from './feedback.invitations.ts'
import { linkMail } from './ways-in.letter.ts'

/** Ways to what was asked beside its link, for the members of a relation: the same for a check and for a form. */
export function serveWaysIn(to: MemberApi, deps: FeedbackDeps): void {
  const checks = waysTo(deps, askedCheck)
  serveInRelation(to, waysInEndpoints.waysIn, (session, { params }, trx) =>
    checks.present(trx, session, params),
  )
  serveInRelation(to, waysInEndpoints.mailLink, (session, { params, body }, trx) =>
    checks.mail(trx, session, { ...params, ...body }),
  )
  serveInRelation(to, waysInEndpoints.handOver, (session, { params }, trx) =>
    checks.handOver(trx, session, params),
  )
  serveInRelation(to, waysInEndpoints.kioskCode, (session, { params }, trx) =>
    checks.code(trx, session, params),
  )
  const forms = waysTo(deps, askedForm)
  serveInRelation(to, formWaysInEndpoints.formWaysIn, (session, { params }, trx) =>
    forms.present(trx, session, params),
  )
  serveInRelation(to, formWaysInEndpoints.mailFormLink, (session, { params, body }, trx) =>
    forms.mail(trx, session, { ...params, ...body }),
  )
  serveInRelation(to, formWaysInEndpoints.handOverForm, (session, { params }, trx) =>
    forms.handOver(trx, session, params),
  )
  serveInRelation(to, formWaysInEndpoints.formKioskCode, (session, { params }, trx) =>
    forms.code(trx, session, params),
  )
}

type Of<Id> = { relation: RelationId; invitation: Id }
type WaysOf<Id extends string> = { deps: FeedbackDeps; asking: Asking<Id> }

/** The ways to a check, or those to a form. */
function waysTo<Id extends string>(deps: FeedbackDeps, asking: Asking<Id>) {
  const ways = { deps, asking }
  const note = (
    trx: Trx,
    session: MemberSession,
    of: Of<Id> & { deed: 'mailed' | 'handed-over' | 'coded' },
  ) =>
    recordDeed(trx, deps.world, {
      ...{ session, relation: of.relation, subject: of.invitation },
      action: `${asking.subject}.${of.deed}`,
    })
  return {
    present: (trx: Trx, session: MemberSession, of: Of<Id>) => present(trx, session, { ...ways, ...of }),
    mail: async (trx: Trx, session: MemberSession, of: Of<Id> & { email: string }) => {
      const row = await openQuestion(trx, session, { ...ways, ...of })
      if (!maySendLetter(row.letters)) throw new AppError('conflict')
      await sendLetter(trx, session, { ...ways, ...of, row })
      await note(trx, session, { ...of, deed: 'mailed' })
      return present(trx, session, { ...ways, ...of })
    },
    /** Somebody answers on a device of the house: by a link for a short while that shows nothing of the answer. */
    handOver: async (trx: Trx, session: MemberSession, of: Of<Id>) => {
      const row = await openQuestion(trx, session, { ...ways, ...of })
      const { token, hash } = newToken(row.workspace_id)
      const expiresAt = addMilliseconds(deps.world.now(), sharedDeviceMinutes * 60_000)
      await asking.addLink(trx, of.invitation, { ...placeOf(row), hash, expiresAt, way: 'device' })
      await note(trx, session, { ...of, deed: 'handed-over' })
      return { url: `${deps.publicUrl}${asking.path}/${token}` }
    },
    /** A code for a kiosk. One at a time for each question: a new one ends the one before. */
    code: async (trx: Trx, session: MemberSession, of: Of<Id>) => {
      const row = await openQuestion(trx, session, { ...ways, ...of })
      const made = await newCode(trx, session, { ...ways, ...of, row })
      await note(trx, session, { ...of, deed: 'coded' })
      return made
    },
  }
}

const placeOf = ({ workspace_id, relation_id, participant_id }: AskedRow) => ({
  ...{ workspace_id, relation_id, participant_id },
})

async function newCode<Id extends string>(
  trx: Trx,
  session: MemberSession,
  of: WaysOf<Id> & Of<Id> & { row: AskedRow },
): Promise<{ code: string; expiresAt: string }> {
  const { row, asking, invitation } = of
  const code = newKioskCode()
  const expiresAt = addMilliseconds(of.deps.world.now(), kioskCodeMinutes * 60_000)
  const opens = asking.coded(invitation)
  await trx
    .deleteFrom('kiosk_code')
    .where((one) =>
      opens.invitation_id === null
        ? one('form_invitation_id', '=', opens.form_invitation_id)
        : one('invitation_id', '=', opens.invitation_id),
    )
    .execute()
  await trx
    .insertInto('kiosk_code')
    .values({
      ...{ ...placeOf(row), ...opens, token_hash: hashOfCode(session.workspace.id, code) },
      ...{ made_by: session.member.id, expires_at: expiresAt },
    })
    .execute()
  return { code: shownKioskCode(code), expiresAt }
}

/** Random, with every letter as likely. */
function newKioskCode(): string {
  const code = kioskCode(randomBytes(64))
  return code ?? newKioskCode()
}

/** What still waits for its answer, kept from others until the transaction ends; of somebody who lets herself be asked. */
async function openQuestion<Id extends string>(
  trx: Trx,
  session: MemberSession,
  { deps, asking, relation, invitation }: WaysOf<Id> & Of<Id>,
): Promise<AskedRow> {
  // A guest asks nothing of the house.
  if (asking.kind === 'form' && !mayReadForms(session.member.roles).allowed) throw new AppError('not-allowed')
  await asking.hold(trx, invitation)
  const row = await asking.find(trx, relation, invitation)
  if (row === undefined) throw new AppError('not-found')
  const status = askedStatus(row, deps.world.now())
  if (status !== 'open' && status !== 'expired') throw new AppError('conflict')
  await enforceAsked(trx, session, { deps, participant: row.participant_id })
  return row
}

/** Makes a link of its own for the letter: of those before only hashes are kept, and they go on working. */
async function sendLetter<Id extends string>(
  trx: Trx,
  session: MemberSession,
  of: WaysOf<Id> & Of<Id> & { row: AskedRow; email: string },
): Promise<void> {
  const { deps, asking, invitation, row, email } = of
  const person = (await peopleOf(trx, [row.relation_id]))
    .get(row.relation_id)
    ?.find(({ id }) => id === row.participant_id)
  if (person === undefined || !person.active) throw new AppError('conflict')
  const expiresAt = addDays(deps.world.now(), linkDays)
  const { token, hash } = newToken(session.workspace.id)
  await asking.setExpiry(trx, invitation, expiresAt)
  await asking.addLink(trx, invitation, { ...placeOf(row), hash, expiresAt, byLetter: true })
  const mail = linkMail({
    ...{ to: email, url: `${deps.publicUrl}${asking.path}/${token}`, publicUrl: deps.publicUrl },
    ...{ workspace: session.workspace.name, asks: asking.kind },
    listener: { language: person.language, address: person.address },
  })
  const kind = checkLinkKind
  const letter = await enqueueMail(trx, deps.world, { workspace: session.workspace.id, kind, mail })
  await asking.noteLetter(trx, invitation, { letters: row.letters + 1, last_letter: letter })
}

async function present<Id extends string>(
  trx: Trx,
  session: MemberSession,
  { deps, asking, relation, invitation }: WaysOf<Id> & Of<Id>,
): Promise<WaysIn> {
  const row = await asking.find(trx, relation, invitation)
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
