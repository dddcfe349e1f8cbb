import type {
  CircleId,
  MeetingId,
  NetworkWaveId,
  ParticipantId,
  PersonId,
  RelationId,
} from '@weerklank/core/shared/ids'
import type { Day, Instant } from '@weerklank/core/shared/time'
import type { Insertable, Selectable } from 'kysely'
import { anyOf } from '../db/dialect.ts'
import type { Schema, Trx } from '../schema.ts'

export type WaveRow = Selectable<Schema['network_wave']>

/** Since when each belongs to a team or network. */
export async function joinedAt(trx: Trx, circle: CircleId): Promise<Map<ParticipantId, Instant>> {
  const rows = await trx
    .selectFrom('circle_person')
    .select(['participant_id', 'joined_at'])
    .where('circle_id', '=', circle)
    .execute()
  return new Map(rows.map((row) => [row.participant_id, row.joined_at]))
}

/**
 * Who of these agreed to stand on the map, and since when; asks for a context that reaches them. Read to store something that
 * rests on it, it is held until the transaction ends.
 */
export async function agreedSince(
  trx: Trx,
  persons: readonly PersonId[],
  { toStore }: { toStore: boolean },
): Promise<Map<PersonId, Instant>> {
  const query = trx
    .selectFrom('consent_grant')
    .select(['person_id', 'since'])
    .where('purpose', '=', 'network-map')
    .where('in_force', '=', true)
    .where('person_id', '=', anyOf(persons))
    .orderBy('person_id')
  const rows = await (toStore ? query.forKeyShare() : query).execute()
  return new Map(rows.map((row) => [row.person_id, row.since]))
}

/** The moments of a team or network, newest first. */
export async function wavesOf(trx: Trx, circle: CircleId): Promise<WaveRow[]> {
  return trx
    .selectFrom('network_wave')
    .selectAll()
    .where('circle_id', '=', circle)
    .orderBy('opened_on', 'desc')
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute()
}

export async function findWave(
  trx: Trx,
  of: { relation: RelationId; wave: NetworkWaveId },
): Promise<WaveRow | undefined> {
  return waveQuery(trx, of).executeTakeFirst()
}

/** The same, held until the transaction ends: who fills in at the same time comes after. */
export async function lockWave(
  trx: Trx,
  of: { relation: RelationId; wave: NetworkWaveId },
): Promise<WaveRow | undefined> {
  return waveQuery(trx, of).forUpdate().executeTakeFirst()
}

const waveQuery = (trx: Trx, of: { relation: RelationId; wave: NetworkWaveId }) =>
  trx.selectFrom('network_wave').selectAll().where('id', '=', of.wave).where('relation_id', '=', of.relation)

/** Adds a moment; false when the identifier is taken. */
export async function insertWave(trx: Trx, row: Insertable<Schema['network_wave']>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('network_wave')
    .values(row)
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export async function deleteWave(trx: Trx, wave: NetworkWaveId): Promise<void> {
  await trx.deleteFrom('network_wave').where('id', '=', wave).execute()
}

export async function moveTalk(
  trx: Trx,
  wave: NetworkWaveId,
  { talkOn, meeting }: { talkOn: Day; meeting: MeetingId | null },
): Promise<void> {
  const talk = { talk_on: talkOn, meeting_id: meeting }
  await trx.updateTable('network_wave').set(talk).where('id', '=', wave).execute()
}

export async function shutWave(trx: Trx, wave: NetworkWaveId, at: Instant): Promise<void> {
  await trx.updateTable('network_wave').set({ closed_at: at }).where('id', '=', wave).execute()
}

/** Who filled in, as far as their consent stands. */
export async function answeredIn(trx: Trx, wave: NetworkWaveId): Promise<Set<ParticipantId>> {
  const rows = await trx
    .selectFrom('network_answer')
    .select('participant_id')
    .where('wave_id', '=', wave)
    .where('in_use', '=', true)
    .execute()
  return new Set(rows.map((row) => row.participant_id))
}

/** What was told at a moment: of others only where the context reads results, that is of one that is shut. */
export async function tiesIn(trx: Trx, wave: NetworkWaveId) {
  const rows = await trx
    .selectFrom('network_tie')
    .select(['from_participant', 'to_participant', 'often', 'useful'])
    .where('wave_id', '=', wave)
    .where('from_in_use', '=', true)
    .where('to_in_use', '=', true)
    .execute()
  return rows.map((row) => ({
    ...{ from: row.from_participant, to: row.to_participant },
    ...{ often: row.often, useful: row.useful },
  }))
}

/** Keeps what one person tells in the place of what she told before. */
export async function replaceTies(
  trx: Trx,
  answer: Insertable<Schema['network_answer']>,
  ties: readonly Insertable<Schema['network_tie']>[],
): Promise<void> {
  await trx
    .insertInto('network_answer')
    .values(answer)
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'wave_id', 'participant_id'])
        .doUpdateSet(({ ref }) => ({ answered_at: ref('excluded.answered_at') })),
    )
    .execute()
  await trx
    .deleteFrom('network_tie')
    .where('wave_id', '=', answer.wave_id)
    .where('from_participant', '=', answer.participant_id)
    .execute()
  if (ties.length > 0)
    await trx
      .insertInto('network_tie')
      .values([...ties])
      .execute()
}

/** Takes back what one person told at a moment: her ties go with it. False when there was nothing. */
export async function deleteAnswer(
  trx: Trx,
  of: { wave: NetworkWaveId; participant: ParticipantId },
): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('network_answer')
    .where('wave_id', '=', of.wave)
    .where('participant_id', '=', of.participant)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
