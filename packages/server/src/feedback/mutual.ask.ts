import { type Instrument, instrumentKey } from '@weerklank/core/feedback/instrument'
import { linkDays } from '@weerklank/core/feedback/invitation'
import { type MutualInstrument, mirrorOf, mutualState, mutualTermDays } from '@weerklank/core/feedback/mutual'
import { mutualEndpoints } from '@weerklank/core/feedback/mutual.contract'
import type { Participant } from '@weerklank/core/relation/relation.contract'
import { AppError } from '@weerklank/core/shared/errors'
import type {
  ContactId,
  InvitationId,
  MutualPictureId,
  ParticipantId,
  RelationId,
  ResponseId,
} from '@weerklank/core/shared/ids'
import { addDays } from '@weerklank/core/shared/time'
import { type MemberApi, type MemberSession, serveInRelation } from '../access/access.ts'
import { recordDeed } from '../audit/audit.ts'
import { refuseChecks } from '../consent/consent.ts'
import { newToken } from '../http/link-token.ts'
import { enqueue } from '../jobs/jobs.ts'
import { hasContact, peopleOf } from '../relation/relation.ts'
import type { Trx } from '../schema.ts'
import type { FeedbackDeps } from './feedback.deps.ts'
import { insertInvitation, insertToken, replaceTokens, setExpiry } from './feedback.repository.ts'
import { newestInstrument } from './instruments.ts'
import { mutualTermKind } from './mutual.job.ts'
import { loadPicture } from './mutual.presenter.ts'
import { factsOf, findPicture, insertPicture, type PictureRow, picturesOf } from './mutual.repository.ts'

type Wanted = {
  relation: RelationId
  id: MutualPictureId
  client: ParticipantId
  professional: ParticipantId
  contact: ContactId | null
  instrument?: MutualInstrument | undefined
}

/** Asking two people the same about one contact. */
export function serveAskingMutual(to: MemberApi, deps: FeedbackDeps): void {
  const { world } = deps
  serveInRelation(to, mutualEndpoints.ask, async (session, { params, body }, trx) => {
    const wanted = { ...params, ...body }
    await enforceWanted(trx, session, { deps, wanted })
    const known = await findPicture(trx, body.id)
    if (known !== undefined) enforceRepeat(known, { deps, wanted })
    const picture = known ?? (await askPicture(trx, session, { deps, wanted }))
    const url = await freshLink(trx, session, { deps, picture })
    await recordDeed(trx, world, {
      session,
      relation: params.relation,
      action: 'mutual.asked',
      subject: picture.id,
    })
    const me = (await peopleOf(trx, [params.relation]))
      .get(params.relation)
      ?.find((one) => one.member === session.member.id && one.active)?.id
    const presented = await loadPicture(trx, deps, {
      ...{ relation: params.relation, picture: picture.id },
      ...{ me, mayWrite: true, now: world.now() },
    })
    if (presented === undefined) throw new AppError('not-found')
    return { picture: presented, url }
  })
}

/** The first link may be lost with its answer, so a repeat gets a new one; of a picture that somebody answered it is no repeat. */
function enforceRepeat(known: PictureRow, { deps, wanted }: { deps: FeedbackDeps; wanted: Wanted }): void {
  const isSame =
    known.relation_id === wanted.relation &&
    known.participant_id === wanted.client &&
    known.professional_id === wanted.professional &&
    known.mirror_id === pairIn(deps, wanted).mirror.id
  if (!isSame || known.client_at !== null) throw new AppError('conflict')
}

async function enforceWanted(
  trx: Trx,
  session: MemberSession,
  { deps, wanted }: { deps: FeedbackDeps; wanted: Wanted },
): Promise<void> {
  const { relation, client, professional, contact } = wanted
  const people = (await peopleOf(trx, [relation])).get(relation) ?? []
  const at = (id: ParticipantId): Participant | undefined => people.find((one) => one.id === id && one.active)
  if (at(client)?.member !== null) throw new AppError('invalid-input', { fields: { client: 'unknown' } })
  if (typeof at(professional)?.member !== 'string') {
    throw new AppError('invalid-input', { fields: { professional: 'unknown' } })
  }
  if (contact !== null && !(await hasContact(trx, relation, contact))) {
    throw new AppError('invalid-input', { fields: { contact: 'unknown' } })
  }
  const { context, workspace } = session
  const of = { context, timeZone: workspace.timeZone, now: deps.world.now(), participants: [client] }
  if ((await refuseChecks(trx, of)).size > 0) throw new AppError('checks-refused')
}

/** One picture of two people at a time: a second one beside it would tell of the first. */
async function enforceNoneShut(trx: Trx, wanted: Wanted, now: string): Promise<void> {
  const rows = await picturesOf(trx, [wanted.relation])
  const isShut = rows.some(
    (row) =>
      row.participant_id === wanted.client &&
      row.professional_id === wanted.professional &&
      !['open', 'closed'].includes(mutualState(factsOf(row), now)),
  )
  if (isShut) throw new AppError('conflict')
}

/** Makes the invitation of the client's half and the picture it belongs to; who may ask what is decided before. */
export async function askPicture(
  trx: Trx,
  session: MemberSession,
  { deps, wanted }: { deps: FeedbackDeps; wanted: Wanted },
): Promise<PictureRow> {
  const { world } = deps
  const now = world.now()
  await enforceNoneShut(trx, wanted, now)
  const { instrument, mirror } = pairIn(deps, wanted)
  const ids = { invitation: world.newId<InvitationId>(), response: world.newId<ResponseId>() }
  const place = { workspace_id: session.workspace.id, relation_id: wanted.relation }
  const about = { participant_id: wanted.client, contact_id: wanted.contact, created_by: session.member.id }
  await insertInvitation(trx, {
    ...place,
    ...about,
    id: ids.invitation,
    instrument_id: instrument.id,
    instrument_version: instrument.version,
    response_id: ids.response,
    sent_at: now,
    expires_at: addDays(now, linkDays),
    revoked_at: null,
  })
  const row: PictureRow = {
    ...place,
    ...about,
    id: wanted.id,
    professional_id: wanted.professional,
    invitation_id: ids.invitation,
    response_id: ids.response,
    mirror_id: mirror.id,
    mirror_version: mirror.version,
    asked_at: now,
    ends_at: addDays(now, mutualTermDays),
    ...{ client_at: null, professional_at: null, declined_at: null, opened_at: null, opened_by: null },
  }
  await insertPicture(trx, row)
  const payload = { workspace: row.workspace_id, relation: row.relation_id, picture: row.id }
  await enqueue(trx, world, { kind: mutualTermKind, key: row.id, payload, runAt: row.ends_at })
  return row
}

/** The wanted check in its newest version, and what mirrors it. */
function pairIn(
  { content }: FeedbackDeps,
  { instrument: id = 'collaboration-check' }: Wanted,
): { instrument: Instrument; mirror: Instrument } {
  const instrument = newestInstrument(content, id)
  if (instrument === undefined) throw new Error(`content/instruments holds no ${id}`)
  const mirror = mirrorOf(instrument, content.instruments.values())
  if (mirror === null) throw new Error(`${instrumentKey(instrument)} has no mirror`)
  return { instrument, mirror }
}

/** Makes a new link and gives it, once: only its hash is stored. */
async function freshLink(
  trx: Trx,
  session: MemberSession,
  { deps, picture }: { deps: FeedbackDeps; picture: PictureRow },
): Promise<string> {
  const expiresAt = addDays(deps.world.now(), linkDays)
  const { token, hash } = newToken(session.workspace.id)
  await replaceTokens(trx, picture.invitation_id, deps.world.now())
  await setExpiry(trx, picture.invitation_id, expiresAt)
  await insertToken(trx, {
    workspace_id: session.workspace.id,
    token_hash: hash,
    invitation_id: picture.invitation_id,
    relation_id: picture.relation_id,
    participant_id: picture.participant_id,
    expires_at: expiresAt,
  })
  return `${deps.publicUrl}/f/${token}`
}
