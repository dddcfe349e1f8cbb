import type { Role } from '@weerklank/core/access/access'
import { type ColleagueRole, mayBecome } from '@weerklank/core/access/members'
import { type Colleague, membersEndpoints } from '@weerklank/core/access/members.contract'
import type { AuditAction } from '@weerklank/core/audit/audit'
import { AppError } from '@weerklank/core/shared/errors'
import type { MemberId, RelationId, WorkspaceId } from '@weerklank/core/shared/ids'
import { type Instant, millis } from '@weerklank/core/shared/time'
import { recordOwn } from '../audit/audit.ts'
import { setContext } from '../db/context.ts'
import { newLimiter } from '../http/limit.ts'
import type { Trx } from '../schema.ts'
import { type MemberApi, type MemberSession, serveRole } from './access.ts'
import { addMember } from './accounts.ts'
import { accountFor, type InviteDeps, letKnow } from './members.account.ts'
import { endPlace, returnPlace } from './members.place.ts'
import { allMembers, lockMembers, type MemberRow } from './members.repository.ts'

export type MembersDeps = InviteDeps & {
  /** Takes a member out of every collaboration; the relation room does that. */
  leaveAll: (
    trx: Trx,
    of: { workspace: WorkspaceId; member: MemberId; now: Instant },
  ) => Promise<{ left: RelationId[]; alone: number }>
}

const role = 'administrator'
const invitations = { max: 60, windowMs: 3_600_000 }

/** The people of a workspace, for its administrator: their places, never their work. */
export function serveMembers(to: MemberApi, deps: MembersDeps): void {
  const limit = newLimiter(invitations, () => millis(to.now()))
  serveRole(to, membersEndpoints.colleagues, {
    role,
    handle: async (session, _input, trx) => {
      await recordOwn(trx, deps.world, { session, action: 'members.read' })
      return { ...present(await allMembers(trx), session), canMail: deps.canSend }
    },
  })
  serveRole(to, membersEndpoints.inviteColleague, {
    role,
    handle: async (session, { body }, trx) => {
      limit(session.member.id)
      return invite(trx, { session, deps }, body)
    },
  })
  serveRole(to, membersEndpoints.changeColleague, {
    role,
    handle: async (session, { params, body }, trx) =>
      change(trx, { session, deps }, { id: params.member, ...body }),
  })
  serveRole(to, membersEndpoints.endColleague, {
    role,
    handle: (session, { params }, trx) => end(trx, { session, deps }, params.member),
  })
  serveRole(to, membersEndpoints.inviteColleagueAgain, {
    role,
    handle: async (session, { params }, trx) => {
      limit(session.member.id)
      const { row } = await one(trx, params.member)
      if (row.signed_in || row.ended_at !== null) throw new AppError('conflict')
      await note(trx, { session, deps }, { action: 'member.invited', id: row.id })
      return letKnow(trx, deps, whom(session, row))
    },
  })
}

type At = { session: MemberSession; deps: MembersDeps }

const whom = (session: MemberSession, row: Pick<MemberRow, 'user_id' | 'email' | 'name'>) => ({
  workspace: session.workspace,
  by: session.member.name,
  account: { id: row.user_id, email: row.email },
  name: row.name,
})

async function note(trx: Trx, at: At, of: { action: AuditAction; id: MemberId }): Promise<void> {
  const subject = { kind: 'member', id: of.id }
  await recordOwn(trx, at.deps.world, { session: at.session, action: of.action, subject })
}

async function one(trx: Trx, id: MemberId): Promise<{ row: MemberRow; others: MemberRow[] }> {
  const all = await lockMembers(trx)
  const row = all.find((member) => member.id === id)
  if (row === undefined) throw new AppError('not-found')
  return { row, others: all.filter((member) => member.id !== id) }
}

const held = (row: MemberRow) => ({ roles: row.roles, ended: row.ended_at !== null })

async function invite(
  trx: Trx,
  at: At,
  input: { email: string; name: string; roles: readonly ColleagueRole[] },
) {
  const { session, deps } = at
  const account = await accountFor(trx, deps.world, input)
  const known = (await lockMembers(trx)).find((member) => member.user_id === account.id)
  // Who is here already keeps her roles: they are changed in her own line, where they can be seen.
  if (known !== undefined && known.ended_at === null) {
    throw new AppError('invalid-input', { fields: { email: 'known' } })
  }
  const place = { workspace: session.workspace.id, user: account.id }
  const id = known?.id ?? (await addMember(trx, deps.world, { ...place, ...input }))
  if (known !== undefined) {
    await rename(trx, id, input)
    await returnPlace(trx, { ...place, member: id })
  }
  await note(trx, at, { action: 'member.invited', id })
  const invited = await letKnow(trx, deps, { ...whom(session, { ...input, user_id: account.id }) })
  return { colleague: await presentOne(trx, session, id), invited }
}

async function rename(trx: Trx, id: MemberId, of: { name: string; roles: readonly Role[] }): Promise<void> {
  await trx
    .updateTable('member')
    .set({ name: of.name, roles: [...of.roles], organisation: '' })
    .where('id', '=', id)
    .execute()
}

async function change(
  trx: Trx,
  at: At,
  to: { id: MemberId; name: string; roles: readonly ColleagueRole[] },
): Promise<Colleague> {
  const { row, others } = await one(trx, to.id)
  if (row.ended_at !== null) throw new AppError('conflict')
  const decision = mayBecome(held(row), to.roles, others.map(held))
  if (!decision.allowed) throw new AppError('conflict', { fields: { roles: decision.reason } })
  await rename(trx, to.id, to)
  await note(trx, at, { action: 'member.changed', id: to.id })
  return presentOne(trx, at.session, to.id)
}

async function end(trx: Trx, at: At, id: MemberId): Promise<{ colleague: Colleague; leftAlone: number }> {
  const { session, deps } = at
  const { row, others } = await one(trx, id)
  if (row.ended_at !== null) return { colleague: await presentOne(trx, session, id), leftAlone: 0 }
  const decision = mayBecome(held(row), null, others.map(held))
  if (!decision.allowed) throw new AppError('conflict', { fields: { member: decision.reason } })
  const now = deps.world.now()
  const { left, alone } = await deps.leaveAll(trx, { workspace: session.workspace.id, member: id, now })
  await setContext(trx, session.context)
  await endPlace(trx, { workspace: session.workspace.id, member: id, user: row.user_id, now })
  await note(trx, at, { action: 'member.ended', id })
  // Open screens of her collaborations show that she is no longer there; her own hear nothing any more.
  for (const relation of left) session.changed.add(relation)
  return { colleague: presentRow({ ...row, ended_at: now }, { session, others }), leftAlone: alone }
}

async function presentOne(trx: Trx, session: MemberSession, id: MemberId): Promise<Colleague> {
  const all = await allMembers(trx)
  const row = all.find((member) => member.id === id)
  if (row === undefined) throw new AppError('not-found')
  return presentRow(row, { session, others: all.filter((member) => member.id !== id) })
}

function present(all: readonly MemberRow[], session: MemberSession) {
  const shown = all.map((row) =>
    presentRow(row, { session, others: all.filter((member) => member.id !== row.id) }),
  )
  const isGuest = (one: Colleague) => one.roles.includes('guest')
  return { colleagues: shown.filter((one) => !isGuest(one)), guests: shown.filter(isGuest) }
}

function presentRow(row: MemberRow, of: { session: MemberSession; others: readonly MemberRow[] }): Colleague {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    roles: row.roles,
    organisation: row.organisation,
    endedAt: row.ended_at,
    signedIn: row.signed_in,
    isSelf: row.id === of.session.member.id,
    lastAdministrator: !mayBecome(held(row), null, of.others.map(held)).allowed,
  }
}
