import type { AuditAction } from '@weerklank/core/audit/audit'
import { invitationStatus, linkDays } from '@weerklank/core/feedback/invitation'
import type {
  ContactId,
  InvitationId,
  MemberId,
  RelationId,
  ResponseId,
  WorkspaceId,
} from '@weerklank/core/shared/ids'
import { addDays } from '@weerklank/core/shared/time'
import { sql } from 'kysely'
import { demoDomain } from '../access/demo-people.ts'
import { record } from '../audit/audit.ts'
import { inContext, setContext } from '../db/context.ts'
import type { World } from '../deps.ts'
import {
  type InvitationRow,
  insertInvitation,
  insertToken,
  invitationsOf,
  setExpiry,
} from '../feedback/feedback.repository.ts'
import type { Content } from '../feedback/instruments.ts'
import { openRelations } from '../feedback/overview.repository.ts'
import { newToken } from '../http/link-token.ts'
import {
  contactsOf,
  findRelation,
  type ParticipantRow,
  participantsOf,
} from '../relation/relation.repository.ts'
import type { Db, Trx } from '../schema.ts'
import { demoId, isMadeFor } from './identifiers.ts'
import { personKey } from './story-people.ts'

type LinkDeps = {
  db: Db
  world: World
  content: Content
  /** The address under which respondents reach the server, without a slash at the end. */
  publicUrl: string
}

/** For whom the start makes a link to try, Lina first: a youth, an older man, someone who reads English, a foster mother. */
const respondents = [
  personKey('lina-en-samira', 'lina'),
  personKey('meneer-de-wit', 'wit'),
  personKey('grace', 'grace'),
  personKey('pleeggezin-rond-daan', 'anneke'),
]

/** So many links of one invitation stay valid: one that a browser still has open survives a restart, and they do not pile up. */
const linksKept = 5

/**
 * A working check link for some people of the demo; none where there is no demo. Each start makes new links for the same
 * open invitation, and a new invitation only when the one before was answered or withdrawn.
 */
export async function freshCheckLinks(of: LinkDeps): Promise<string[]> {
  const members = await demoMemberships(of.db)
  const links: string[] = []
  for (const [workspace, ids] of members) {
    const context = { workspace, actor: 'system', relations: [] } as const
    links.push(...(await inContext(of.db, context, (trx) => linksIn(trx, of, { workspace, ids }))))
  }
  return links
}

async function demoMemberships(db: Db): Promise<Map<WorkspaceId, MemberId[]>> {
  const rows = await db
    .selectFrom('auth.membership')
    .innerJoin('auth.user', 'auth.user.id', 'auth.membership.user_id')
    .select(['workspace_id', 'member_id'])
    .where('email', 'like', `%${demoDomain}`)
    .execute()
  const byWorkspace = Map.groupBy(rows, (row) => row.workspace_id)
  return new Map([...byWorkspace].map(([workspace, own]) => [workspace, own.map((row) => row.member_id)]))
}

async function linksIn(
  trx: Trx,
  of: LinkDeps,
  { workspace, ids }: { workspace: WorkspaceId; ids: readonly MemberId[] },
): Promise<string[]> {
  const place = await trx.selectFrom('workspace').select('is_demo').executeTakeFirst()
  if (place?.is_demo !== true) return []
  const going = new Set<RelationId>()
  for (const member of ids) {
    await setContext(trx, { workspace, actor: { member }, relations: [] })
    for (const relation of await openRelations(trx)) going.add(relation)
  }
  const relations = [...going]
  await setContext(trx, { workspace, actor: 'system', relations })
  const people = (await participantsOf(trx, relations)).filter((row) => row.left_at === null)
  const links: string[] = []
  for (const key of respondents) {
    const person = people.find((row) => isMadeFor(row.id, key))
    if (person !== undefined) links.push(await linkFor(trx, of, { person, key }))
  }
  return links
}

type Wanted = { person: ParticipantRow; key: string }

async function linkFor(trx: Trx, of: LinkDeps, wanted: Wanted): Promise<string> {
  const { person, key } = wanted
  const { world } = of
  const all = await invitationsOf(trx, [person.relation_id])
  const own = all.filter((row) => row.participant_id === person.id)
  const { usable, next } = startInvitation(own, key, world.now())
  const invitation = usable?.id ?? (await inviteAtStart(trx, of, { ...wanted, own, key: next }))
  const expiresAt = addDays(world.now(), linkDays)
  const { token, hash } = newToken(person.workspace_id)
  await setExpiry(trx, invitation, expiresAt)
  await insertToken(trx, {
    workspace_id: person.workspace_id,
    token_hash: hash,
    invitation_id: invitation,
    relation_id: person.relation_id,
    participant_id: person.id,
    expires_at: expiresAt,
  })
  await forgetOldest(trx, invitation)
  const action: AuditAction = usable === undefined ? 'invitation.created' : 'invitation.renewed'
  const { workspace_id: workspace, relation_id: relation } = person
  const subject = { kind: 'invitation', id: invitation }
  await record(trx, world, { workspace, actor: 'system', action, subject, relation })
  return `${of.publicUrl}/f/${token}`
}

/** The invitation that an earlier start made and that still waits for its answer, else the key of a new one. */
function startInvitation(
  own: readonly InvitationRow[],
  key: string,
  now: string,
): { usable: InvitationRow | undefined; next: string } {
  for (let number = 0; ; number++) {
    const next = `start ${number} ${key}`
    const row = own.find((one) => isMadeFor(one.id, next))
    if (row === undefined) return { usable: undefined, next }
    const facts = { expiresAt: row.expires_at, revokedAt: row.revoked_at, answeredAt: row.answered_at }
    const status = invitationStatus(facts, now)
    if (status !== 'answered' && status !== 'revoked') return { usable: row, next }
  }
}

async function inviteAtStart(
  trx: Trx,
  { world, content }: LinkDeps,
  of: { person: ParticipantRow; own: readonly InvitationRow[]; key: string },
): Promise<InvitationId> {
  const { person, own, key } = of
  const relation = await findRelation(trx, person.relation_id)
  if (relation === undefined) throw new Error('A participant without a relation')
  const id = demoId<InvitationId>(world.now(), key)
  await insertInvitation(trx, {
    workspace_id: person.workspace_id,
    id,
    relation_id: person.relation_id,
    participant_id: person.id,
    contact_id: await contactToAskAbout(trx, { person, own, now: world.now() }),
    instrument_id: content.contactCheck.id,
    instrument_version: content.contactCheck.version,
    response_id: world.newId<ResponseId>(),
    sent_at: world.now(),
    expires_at: addDays(world.now(), linkDays),
    revoked_at: null,
    created_by: relation.created_by,
  })
  return id
}

/** The last contact, when it is over and she was not asked about it yet. */
async function contactToAskAbout(
  trx: Trx,
  of: { person: ParticipantRow; own: readonly InvitationRow[]; now: string },
): Promise<ContactId | null> {
  const contacts = await contactsOf(trx, [of.person.relation_id])
  const last = contacts.find((row) => row.at <= of.now)
  const isAsked = of.own.some((row) => row.contact_id === last?.id)
  return last === undefined || isAsked ? null : last.id
}

async function forgetOldest(trx: Trx, invitation: InvitationId): Promise<void> {
  await sql`
    delete from invitation_token where invitation_id = ${invitation} and token_hash not in (
      select token_hash from invitation_token where invitation_id = ${invitation}
      order by expires_at desc limit ${linksKept})
  `.execute(trx)
}
