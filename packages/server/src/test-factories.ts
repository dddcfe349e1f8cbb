/** Builds what a test needs through the front door, and what is missing for it. */
import { randomBytes } from 'node:crypto'
import type { Role } from '@weerklank/core/access/access'
import { feedbackEndpoints } from '@weerklank/core/feedback/feedback.contract'
import type { Voice } from '@weerklank/core/relation/relation'
import {
  type Participant,
  type RelationDetails,
  relationEndpoints,
} from '@weerklank/core/relation/relation.contract'
import type {
  ContactId,
  InvitationId,
  ParticipantId,
  RelationId,
  WorkspaceId,
} from '@weerklank/core/shared/ids'
import type { RespondLanguage } from '@weerklank/core/shared/language'
import { addMember, asMaintenance, createAccount, createWorkspace } from './access/accounts.ts'
import { demoDomain } from './access/demo-people.ts'
import { byLink } from './test-link.ts'
import { asMember, type Person } from './test-member.ts'
import { demoLink, type Running } from './test-running.ts'

/** Another workspace, with people of its own. */
export async function buildWorkspace(app: Running, name = 'De Eik'): Promise<WorkspaceId> {
  return asMaintenance(app.owner, (trx) => createWorkspace(trx, app.world, { name, isDemo: true }))
}

type PersonParts = { name?: string; role?: Role; workspace?: WorkspaceId }

/** A member with an account who signed in: by default a professional. */
export async function buildProfessional(app: Running, parts: PersonParts = {}): Promise<Person> {
  const { name = 'Noor', role = 'professional', workspace = app.workspace } = parts
  const email = `${name.toLowerCase().replace(/\W/g, '')}-${randomBytes(6).toString('hex')}${demoDomain}`
  const user = await createAccount(app.signIn, { email, name, password: null })
  const member = await asMaintenance(app.owner, (trx) =>
    addMember(trx, app.world, { workspace, user, name, roles: [role] }),
  )
  return { member, user, name, email, cookie: await signInAs(app, user) }
}

/** Signs in with the demo's one-click link; gives the cookie of the session. */
export async function signInAs(app: Running, user: string): Promise<string> {
  return cookiesOf(await app.hono.request(demoLink(user, app.demoKey)))
}

/** What a browser sends back of the cookies that an answer set. */
export function cookiesOf(response: Response): string {
  const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
  if (cookies.length === 0) throw new Error(`No session: ${response.status}`)
  return cookies.join('; ')
}

type ParticipantParts = {
  name?: string
  voice?: Voice
  detail?: string
  address?: 'u' | 'je'
  language?: RespondLanguage
  member?: Person | null
}

/** A person of a relation as a form says her; a client unless said otherwise. */
export function participantInput(app: Running, parts: ParticipantParts = {}) {
  const {
    name = 'Lina',
    voice = 'client',
    detail = '',
    address = 'je',
    language = 'nl',
    member = null,
  } = parts
  return {
    ...{ id: app.world.newId<ParticipantId>(), name, voice, detail, address, language },
    member: member?.member ?? null,
  }
}

type RelationParts = {
  by?: Person
  title?: string
  participants?: readonly ParticipantParts[]
  checkEveryDays?: number
  singleContact?: boolean
  purpose?: string
}

/** The body with which a relation between people is made. */
export function relationBody(app: Running, parts: Omit<RelationParts, 'by'> = {}) {
  const { title = 'Lina en Noor', participants = [{}], checkEveryDays = 14, purpose = '' } = parts
  const { singleContact = false } = parts
  return {
    id: app.world.newId<RelationId>(),
    ...{
      title,
      purpose,
      checkEveryDays,
      singleContact,
      kind: 'interpersonal' as const,
      context: null,
      situation: null,
    },
    participants: participants.map((one) => participantInput(app, one)),
  }
}

export type BuiltRelation = { by: Person; relation: RelationDetails; id: RelationId; client: Participant }

/** A relation made by a professional, with a client in it. */
export async function buildRelation(app: Running, parts: RelationParts = {}): Promise<BuiltRelation> {
  const by = parts.by ?? (await buildProfessional(app))
  const body = relationBody(app, parts)
  const relation = await asMember(app, by).call(relationEndpoints.createRelation, { body })
  const client = relation.participants.find((one) => one.member === null)
  if (client === undefined) throw new Error('A relation without someone to ask')
  return { by, relation, id: relation.id, client }
}

type InviteParts = {
  in?: BuiltRelation
  participant?: Participant
  contact?: ContactId | null
  id?: InvitationId
}

/** Someone asked how it was: the invitation, and her link. */
export async function buildInvitation(app: Running, parts: InviteParts = {}) {
  const relation = parts.in ?? (await buildRelation(app))
  const { participant = relation.client, contact = null, id = app.world.newId<InvitationId>() } = parts
  const invitation = await asMember(app, relation.by).call(feedbackEndpoints.invite, {
    params: { relation: relation.id },
    body: { id, participant: participant.id, contact },
  })
  return { relation, invitation, link: byLink(app, invitation.url) }
}

/** Fields of an answer in which all items got one value. */
export function answerFields(value: string, open = ''): Record<string, string> {
  return { 'a.heard': value, 'a.what': value, 'a.how': value, 'a.whole': value, open }
}

/** An answered check; every item the same value unless fields are given. */
export async function buildAnswer(
  app: Running,
  parts: InviteParts & { value?: string; fields?: Readonly<Record<string, string>> } = {},
) {
  const asked = await buildInvitation(app, parts)
  const reply = await asked.link.answer(parts.fields ?? answerFields(parts.value ?? '8'))
  if (reply.status !== 200) throw new Error(`The answer was not taken: ${reply.status} ${reply.text}`)
  return asked
}
