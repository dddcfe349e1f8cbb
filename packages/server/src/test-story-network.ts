/** Three moments of a map of who works with whom: one that is shut, one at which a colleague filled in, one that is empty. */
import type {
  CircleId,
  CircleSideId,
  ConsentEventId,
  MemberId,
  NetworkWaveId,
  ParticipantId,
  PersonId,
  RelationId,
} from '@weerklank/core/shared/ids'
import { addDays, localDay } from '@weerklank/core/shared/time'
import { asMaintenance } from './access/accounts.ts'
import type { Trx } from './schema.ts'
import type { Running } from './test-running.ts'

type Of = {
  relation: RelationId
  by: MemberId
  clients: readonly ParticipantId[]
  circle: CircleId
  professionals: CircleSideId
}

export type BuiltNetwork = { shut: NetworkWaveId; open: NetworkWaveId; empty: NetworkWaveId }

type Place = { participant: ParticipantId; person: PersonId }

/** Everybody agreed; the clients and their professional named each other. */
export async function buildNetwork(app: Running, of: Of): Promise<BuiltNetwork> {
  return asMaintenance(app.owner, async (trx) => {
    const people = await peopleOf(trx, of)
    const colleague = people.find(({ participant }) => !of.clients.includes(participant))
    if (colleague === undefined) throw new Error('Who began it takes part')
    const within = { workspace_id: app.workspace, relation_id: of.relation, circle_id: of.circle }
    await trx
      .insertInto('circle_person')
      .values({
        ...{ ...within, participant_id: colleague.participant, side_ids: [of.professionals] },
        ...{ joined_at: app.clock.now(), seen_at: null, left_at: null },
      })
      // Where the network has her already she keeps her place.
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    for (const { person } of people) await agree(trx, app, person)
    const shut = await insertWave(trx, app, { ...of, title: 'Aan het begin', isShut: true })
    const open = await insertWave(trx, app, { ...of, title: 'Halverwege', isShut: false })
    const empty = await insertWave(trx, app, { ...of, title: 'Nog een keer', isShut: false })
    await tell(trx, app, { within: { ...within, wave_id: shut }, people, from: people })
    await tell(trx, app, { within: { ...within, wave_id: open }, people, from: [colleague] })
    return { shut, open, empty }
  })
}

async function peopleOf(trx: Trx, of: Of): Promise<Place[]> {
  const rows = await trx
    .selectFrom('participant')
    .select(['id', 'person_id', 'member_id'])
    .where('relation_id', '=', of.relation)
    .execute()
  return rows
    .filter((row) => row.member_id === of.by || of.clients.includes(row.id))
    .map((row) => ({ participant: row.id, person: row.person_id }))
}

async function agree(trx: Trx, app: Running, person: PersonId): Promise<void> {
  const row = { workspace_id: app.workspace, person_id: person, purpose: 'network-map' }
  const event = app.world.newId<ConsentEventId>()
  const at = app.clock.now()
  await trx
    .insertInto('consent_event')
    .values({
      ...{ ...row, id: event, decision: 'given', at, recorded_by: 'person', text_version: 1 },
      ...{
        reading_level: 'parent',
        language: 'nl',
        decided_by: person,
        decided_as: 'self',
        method: 'own-page',
      },
    })
    .execute()
  await trx
    .insertInto('consent_grant')
    .values({ ...row, event_id: event, since: at, held_at: null })
    .execute()
}

async function insertWave(
  trx: Trx,
  app: Running,
  of: Of & { title: string; isShut: boolean },
): Promise<NetworkWaveId> {
  const id = app.world.newId<NetworkWaveId>()
  const now = app.clock.now()
  const day = (days: number) => localDay(addDays(now, days), 'Europe/Amsterdam')
  await trx
    .insertInto('network_wave')
    .values({
      ...{ workspace_id: app.workspace, relation_id: of.relation, circle_id: of.circle, id, title: of.title },
      ...{ opened_on: day(0), closes_on: day(14), closed_at: of.isShut ? now : null },
      ...{ talk_on: day(16), meeting_id: null },
      ...{ created_by: of.by, created_at: now },
    })
    .execute()
  return id
}

type Telling = {
  within: {
    workspace_id: Running['workspace']
    relation_id: RelationId
    circle_id: CircleId
    wave_id: NetworkWaveId
  }
  people: readonly Place[]
  from: readonly Place[]
}

async function tell(trx: Trx, app: Running, { within, people, from }: Telling): Promise<void> {
  for (const one of from) {
    await trx
      .insertInto('network_answer')
      .values({
        ...{ ...within, participant_id: one.participant, person_id: one.person },
        answered_at: app.clock.now(),
      })
      .execute()
    for (const other of people.filter(({ participant }) => participant !== one.participant)) {
      await trx
        .insertInto('network_tie')
        .values({
          ...{ ...within, from_participant: one.participant, from_person: one.person },
          ...{ to_participant: other.participant, to_person: other.person },
          ...{ often: 'weekly', useful: 'yes' },
        })
        .execute()
    }
  }
}
