import type { Json } from '@weerklank/core/feedback/fhir.json'
import type { ResponseStatus } from '@weerklank/core/feedback/fhir.response'
import type { FormAnswers } from '@weerklank/core/feedback/form.answers'
import type { FormScores } from '@weerklank/core/feedback/form.score'
import { AppError } from '@weerklank/core/shared/errors'
import type { FormResponseId, ParticipantId, RelationId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import type { MemberSession } from '../access/access.ts'
import { recordDeed, recordOver, recordOwn } from '../audit/audit.ts'
import { setContext } from '../db/context.ts'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'
import {
  findResponse,
  type ResponseSearch,
  type StoredForm,
  type StoredResponse,
  searchResponses,
} from './form.repository.ts'

type Deed = { trx: Trx; world: World; session: MemberSession }

/** In whose voice something was answered. */
export type Whose = { relation: RelationId; participant: ParticipantId }

export type NewResponse = {
  form: Pick<StoredForm, 'id' | 'version'>
  whose: Whose | null
  status: ResponseStatus
  language: string | null
  answers: FormAnswers
  source: Json | null
  scores: FormScores | null
  answeredAt: Instant
}

/** More collaborations than one person has; further ones are not looked through at once. */
const relationsAtMost = 2_000

/** Brings the collaborations of a member in reach, as a colleague who takes part in each; gives which. */
export async function reachOwnRelations({ trx, session }: Deed): Promise<RelationId[]> {
  const rows = await trx
    .selectFrom('relation')
    .innerJoin('participant', (join) =>
      join
        .onRef('participant.workspace_id', '=', 'relation.workspace_id')
        .onRef('participant.relation_id', '=', 'relation.id'),
    )
    .select('relation.id')
    .where('participant.member_id', '=', session.member.id)
    .where('participant.left_at', 'is', null)
    .orderBy('relation.started_at', 'desc')
    .limit(relationsAtMost)
    .execute()
  const relations = rows.map((row) => row.id)
  await setContext(trx, { ...session.context, relations })
  return relations
}

/** The participant with this identifier in a collaboration of the member; undefined when there is none in reach. */
export async function participantNamed(trx: Trx, id: ParticipantId): Promise<Whose | undefined> {
  const row = await trx
    .selectFrom('participant')
    .select(['id', 'relation_id'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { relation: row.relation_id, participant: row.id }
}

/** What is being built here still changes, and an answer keeps the words it was given to. */
async function refuseDraft(trx: Trx, form: NewResponse['form']): Promise<void> {
  const draft = await trx
    .selectFrom('form_version')
    .select('version')
    .where('form_id', '=', form.id)
    .where('version', '=', form.version)
    .where('status', '=', 'draft')
    .where('source', 'is', null)
    .executeTakeFirst()
  if (draft !== undefined) throw new AppError('conflict')
}

/** Stores what was answered, as it came in. Without a voice it belongs to whoever brought it, and nobody else reads it. */
export async function keepResponse({ trx, world, session }: Deed, of: NewResponse): Promise<FormResponseId> {
  if (session.member.roles.includes('guest')) throw new AppError('not-allowed')
  const id = world.newId<FormResponseId>()
  const { form, whose, status, language } = of
  await refuseDraft(trx, form)
  await trx
    .insertInto('form_response')
    .values({
      ...{
        workspace_id: session.workspace.id,
        id,
        form_id: form.id,
        version: form.version,
        status,
        language,
      },
      ...{ relation_id: whose?.relation ?? null, participant_id: whose?.participant ?? null },
      created_by: session.member.id,
      answers: JSON.stringify(of.answers),
      source: of.source === null ? null : JSON.stringify(of.source),
      scores: of.scores === null ? null : JSON.stringify(of.scores),
      ...{ answered_at: of.answeredAt, stored_at: world.now() },
    })
    .execute()
  const action = 'form-response.stored'
  if (whose === null) await recordOwn(trx, world, { session, action, subject: { kind: 'form-response', id } })
  else await recordDeed(trx, world, { session, action, relation: whose.relation, subject: id })
  return id
}

/** Answers that a member may read: of her collaborations, and those she brought in herself. Written down for each. */
export async function listResponses(deed: Deed, search: ResponseSearch) {
  const { trx, world, session } = deed
  await reachOwnRelations(deed)
  const found = await searchResponses(trx, search)
  const relations = found.responses.flatMap((one) => one.relation_id ?? [])
  await recordOver(trx, world, { session, action: 'form-response.read', relations })
  return found
}

/** One answer; `not-found` when it is not there, or not hers to read. */
export async function readResponse(deed: Deed, id: FormResponseId): Promise<StoredResponse> {
  const { trx, world, session } = deed
  await reachOwnRelations(deed)
  const row = await findResponse(trx, id)
  if (row === undefined) throw new AppError('not-found')
  const action = 'form-response.read'
  const relation = row.relation_id
  if (relation === null)
    await recordOwn(trx, world, { session, action, subject: { kind: 'form-response', id } })
  else await recordDeed(trx, world, { session, action, relation, subject: id })
  return row
}
