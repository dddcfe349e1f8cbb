import type { MeetingRole } from '@weerklank/core/dialogue/dialogue'
import { collectsWords } from '@weerklank/core/dialogue/format'
import type { MeetingStatus } from '@weerklank/core/dialogue/meeting'
import { shadowQuestionOf } from '@weerklank/core/dialogue/programme'
import { type Voice, voiceFamily } from '@weerklank/core/relation/relation'
import { AppError } from '@weerklank/core/shared/errors'
import type { MeetingId, MemberId, ParticipantId, PlaceId, RelationId } from '@weerklank/core/shared/ids'
import { type AddressForm, type RespondLanguage, screenLanguage } from '@weerklank/core/shared/language'
import type { Instant } from '@weerklank/core/shared/time'
import { sql } from 'kysely'
import type { MemberSession } from '../access/access.ts'
import { type Context, setContext } from '../db/context.ts'
import { anyOf } from '../db/dialect.ts'
import type { Trx } from '../schema.ts'
import { formatToHold } from './formats.ts'
import { beginLive } from './live.ts'
import type { MeetingDeps } from './meeting.deps.ts'
import { planMeeting } from './meeting.plan.ts'
import { findMeetings, placesOf } from './meeting.repository.ts'

/** What a team or network asks of meetings: which there are, the words on their walls, and to begin one now. */

export type TableOf = { id: MeetingId; title: string; at: Instant; status: MeetingStatus }

/** The tables of a collaboration at which the member has a place, the latest first; the context stays as it is. */
export async function tablesOf(trx: Trx, relation: RelationId): Promise<TableOf[]> {
  const rows = await trx
    .selectFrom('meeting')
    .select(['id', 'title', 'planned_at', 'status'])
    .where('relation_id', '=', relation)
    .orderBy('planned_at', 'desc')
    .orderBy('id')
    .limit(100)
    .execute()
  return rows.map(({ planned_at: at, ...row }) => ({ ...row, at }))
}

/** The tables of collaborations since a moment, planned or held, in their order, at which the member has a place; the context stays as it is. */
export async function tablesSince(
  trx: Trx,
  since: Instant,
): Promise<readonly { relation_id: RelationId | null; planned_at: Instant; status: MeetingStatus }[]> {
  return trx
    .selectFrom('meeting')
    .select(['relation_id', 'planned_at', 'status'])
    .where('relation_id', 'is not', null)
    .where('planned_at', '>=', since)
    .where('status', '<>', 'cancelled')
    .orderBy('planned_at')
    .execute()
}

/** Title and moment of some tables of a collaboration, for whoever may know that they were held; the context is as it was. */
export async function tablesNamed(
  trx: Trx,
  context: Context,
  ids: readonly MeetingId[],
): Promise<ReadonlyMap<MeetingId, TableOf>> {
  if (ids.length === 0) return new Map()
  await setContext(trx, { ...context, meetings: ids })
  const rows = await findMeetings(trx, ids)
  await setContext(trx, context)
  return new Map(rows.map(({ id, title, planned_at: at, status }) => [id, { id, title, at, status }]))
}

/**
 * The cards that lie open on the walls of steps that collect words, of tables of a collaboration at which the member has a
 * place, the oldest first; without who wrote them. The context is as it was afterwards.
 */
export async function wordCards(trx: Trx, context: Context, relation: RelationId) {
  const tables = await tablesOf(trx, relation)
  const ids = tables.map(({ id }) => id)
  if (ids.length === 0) return []
  const held = await findMeetings(trx, ids)
  const steps = held.flatMap(({ id, format }) =>
    format.steps.filter((step) => collectsWords(format, step)).map(({ key }) => `${id}/${key}`),
  )
  await setContext(trx, { ...context, meetings: ids })
  const rows = await trx
    .selectFrom('meeting_text')
    .select(['id', 'body'])
    .where('meeting_id', '=', anyOf(ids))
    .where('kind', '=', 'card')
    .where('revealed_at', 'is not', null)
    .where(sql<boolean>`meeting_id::text || '/' || step_key = any (${steps}::text[])`)
    .orderBy('at')
    .orderBy('id')
    .execute()
  await setContext(trx, context)
  return rows.map(({ id, body: text }) => ({ id, text }))
}

/** Who comes to a table that begins now. */
export type Coming = {
  participant: ParticipantId
  member: MemberId | null
  name: string
  voice: Voice
  address: AddressForm
  language: RespondLanguage
}

export type Beginning = {
  id: MeetingId
  relation: RelationId
  /** Key of a shipped format. */
  format: string
  people: readonly Coming[]
}

/**
 * Plans a meeting with these people, whoever asks it leading; the same once more changes nothing. `not-allowed` for whoever is
 * not of the house. The context reaches the meeting afterwards.
 */
export async function planTable(
  trx: Trx,
  session: MemberSession,
  { deps, ...of }: Beginning & { deps: MeetingDeps; at: Instant; place: string },
): Promise<void> {
  const { id, relation, at: plannedAt, place } = of
  const format = await formatToHold(trx, deps.formats, of.format)
  if (format === undefined) throw new AppError('invalid-input', { fields: { format: 'unknown' } })
  const language = screenLanguage(session.member.language)
  const plan = {
    ...{ id, relation, format: format.key, title: format.name[language], purpose: format.purpose[language] },
    ...{ plannedAt, place, videoUrl: '', themes: [], questions: [], warmUp: null },
    shadowQuestion: shadowQuestionOf(format)[language],
    places: of.people.map((one) => ({
      ...{ ...one, id: deps.world.newId<PlaceId>(), role: roleOf(one, session.member.id), bornOn: null },
    })),
  }
  await planMeeting(trx, session, { deps, body: plan })
}

/**
 * Plans a meeting for this moment with these people, whoever asks it leading, and begins it; the same once more changes
 * nothing. The context is as it was afterwards. `not-allowed` for whoever is not of the house.
 */
export async function beginNow(
  trx: Trx,
  session: MemberSession,
  of: Beginning & { deps: MeetingDeps },
): Promise<void> {
  const { id, deps } = of
  await planTable(trx, session, { ...of, at: deps.world.now(), place: '' })
  const context: Context = { ...session.context, meetings: [id] }
  await setContext(trx, context)
  const own = (await placesOf(trx, [id])).find(({ member_id }) => member_id === session.member.id)
  if (own === undefined) throw new AppError('conflict')
  const { roles } = session.member
  const asked = { workspace: session.workspace.id, meeting: id, context, place: own.id, roles }
  const { isTold } = await beginLive(trx, deps.world, asked)
  if (isTold) session.changedMeetings.add(id)
  await setContext(trx, session.context)
}

function roleOf({ member, voice }: Coming, leads: MemberId): MeetingRole {
  if (member === leads) return 'facilitator'
  const family = voiceFamily(voice)
  return family === 'client' || family === 'kin' ? 'client' : 'participant'
}
