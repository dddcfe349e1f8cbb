/** The collaboration of a story as a network: its sides, who belongs to them, a link for each client, a word for the family. */
import type {
  CircleId,
  CircleSideId,
  FamilyWordId,
  MemberId,
  ParticipantId,
  RelationId,
} from '@weerklank/core/shared/ids'
import { addDays, localDay } from '@weerklank/core/shared/time'
import { asMaintenance } from './access/accounts.ts'
import { newToken } from './http/link-token.ts'
import type { Trx } from './schema.ts'
import type { Running } from './test-running.ts'

type Of = { relation: RelationId; by: MemberId; clients: readonly ParticipantId[] }
type Within = { workspace_id: Running['workspace']; relation_id: RelationId; circle_id: CircleId }

export type BuiltCircle = {
  circle: CircleId
  professionals: CircleSideId
  family: CircleSideId
  /** Of the clients, in their order. */
  tokens: readonly string[]
  word: FamilyWordId
  /** As whom Noor takes part. */
  noor: ParticipantId
}

/** Noor's collaboration as a network that runs for half a year; the clients are the family. */
export async function buildCircle(app: Running, of: Of): Promise<BuiltCircle> {
  const circle = app.world.newId<CircleId>()
  const [professionals, family] = [app.world.newId<CircleSideId>(), app.world.newId<CircleSideId>()]
  const within: Within = { workspace_id: app.workspace, relation_id: of.relation, circle_id: circle }
  return asMaintenance(app.owner, async (trx) => {
    await insertCircle(trx, app, { ...of, circle })
    for (const [position, [id, name]] of [
      [professionals, 'De Linde'] as const,
      [family, 'Het gezin'] as const,
    ].entries())
      await trx
        .insertInto('circle_side')
        .values({ ...within, id, name, is_family: id === family, position })
        .execute()
    const tokens: string[] = []
    for (const client of of.clients) tokens.push(await insertPerson(trx, app, { within, client, family }))
    const noor = await insertNoor(trx, app, { within, by: of.by, side: professionals })
    const word = await insertWord(trx, app, { within, of })
    return { circle, professionals, family, tokens, word, noor }
  })
}

async function insertCircle(trx: Trx, app: Running, of: Of & { circle: CircleId }): Promise<void> {
  const now = app.clock.now()
  const day = (days: number) => localDay(addDays(now, days), 'Europe/Amsterdam')
  await trx
    .insertInto('circle')
    .values({
      ...{ workspace_id: app.workspace, id: of.circle, relation_id: of.relation, kind: 'network' as const },
      ...{ question: 'Wat heeft dit gezin van ons samen nodig?', starts_on: day(0), ends_on: day(180) },
      ...{ midcourse_on: day(90), ended_at: null, end_reason: null, created_by: of.by },
      ...{ created_at: now, changed_at: now, version: 1 },
    })
    .execute()
}

async function insertNoor(
  trx: Trx,
  app: Running,
  { within, by, side }: { within: Within; by: MemberId; side: CircleSideId },
): Promise<ParticipantId> {
  const { id } = await trx
    .selectFrom('participant')
    .select('id')
    .where('relation_id', '=', within.relation_id)
    .where('member_id', '=', by)
    .executeTakeFirstOrThrow()
  const joined = { joined_at: app.clock.now(), seen_at: null, left_at: null }
  await trx
    .insertInto('circle_person')
    .values({ ...within, participant_id: id, side_ids: [side], ...joined })
    .execute()
  return id
}

async function insertPerson(
  trx: Trx,
  app: Running,
  of: { within: Within; client: ParticipantId; family: CircleSideId },
): Promise<string> {
  const now = app.clock.now()
  const { token, hash } = newToken(app.workspace)
  const person = { ...of.within, participant_id: of.client }
  await trx
    .insertInto('circle_person')
    .values({ ...person, side_ids: [of.family], joined_at: now, seen_at: null, left_at: null })
    .execute()
  await trx
    .insertInto('circle_link')
    .values({ ...person, token_hash: hash, created_at: now, expires_at: addDays(now, 60), revoked_at: null })
    .execute()
  return token
}

async function insertWord(
  trx: Trx,
  app: Running,
  { within, of }: { within: Within; of: Of },
): Promise<FamilyWordId> {
  const id = app.world.newId<FamilyWordId>()
  const now = app.clock.now()
  for (const participant of of.clients)
    await trx
      .insertInto('family_word')
      .values({
        ...{ ...within, id: participant === of.clients[0] ? id : app.world.newId<FamilyWordId>() },
        ...{ kind: 'ask' as const, text: 'Wanneer past het u het best?', participant_id: participant },
        ...{ said_by: participant, planned_on: null, said_at: null, answer: '' },
        ...{ created_at: now, changed_at: now, version: 1 },
      })
      .execute()
  return id
}
