import type { CircleId, ParticipantId, RelationId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import type { Insertable, Selectable, Updateable } from 'kysely'
import { anyOf } from '../db/dialect.ts'
import type { Trx } from '../schema.ts'
import type { CircleLinkTable, CirclePersonTable, CircleSideTable, CircleTable } from './circle.table.ts'

export type CircleRow = Selectable<CircleTable>
export type SideRow = Selectable<CircleSideTable>
export type CircleLinkRow = Selectable<CircleLinkTable>

export async function findCircle(trx: Trx, relation: RelationId): Promise<CircleRow | undefined> {
  return trx.selectFrom('circle').selectAll().where('relation_id', '=', relation).executeTakeFirst()
}

/**
 * Holds the circle of a collaboration until the transaction ends: who asks, leaves and rounds off wait for each other. Who came
 * by a link changes only what is hers, and holds nothing: she gets it as it is.
 */
export async function lockCircle(trx: Trx, relation: RelationId): Promise<CircleRow | undefined> {
  const held = await trx
    .selectFrom('circle')
    .selectAll()
    .where('relation_id', '=', relation)
    .forUpdate()
    .executeTakeFirst()
  return held ?? findCircle(trx, relation)
}

export async function circlesOf(trx: Trx, relations: readonly RelationId[]): Promise<CircleRow[]> {
  if (relations.length === 0) return []
  return trx.selectFrom('circle').selectAll().where('relation_id', '=', anyOf(relations)).execute()
}

/** Gives whether it is new: the collaboration may have one already. */
export async function insertCircle(trx: Trx, row: Insertable<CircleTable>): Promise<boolean> {
  const made = await trx
    .insertInto('circle')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

export async function updateCircle(
  trx: Trx,
  row: Pick<CircleRow, 'id' | 'version'>,
  change: Updateable<CircleTable>,
): Promise<boolean> {
  const done = await trx
    .updateTable('circle')
    .set({ ...change, version: row.version + 1 })
    .where('id', '=', row.id)
    .where('version', '=', row.version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export async function sidesOf(trx: Trx, circles: readonly CircleId[]): Promise<SideRow[]> {
  if (circles.length === 0) return []
  return trx
    .selectFrom('circle_side')
    .selectAll()
    .where('circle_id', '=', anyOf(circles))
    .orderBy('position')
    .orderBy('id')
    .execute()
}

export async function insertSides(trx: Trx, rows: readonly Insertable<CircleSideTable>[]): Promise<void> {
  if (rows.length === 0) return
  await trx
    .insertInto('circle_side')
    .values([...rows])
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'id']).doUpdateSet(({ ref }) => ({
        ...{ name: ref('excluded.name'), is_family: ref('excluded.is_family') },
        position: ref('excluded.position'),
      })),
    )
    .execute()
}

export async function removeSides(trx: Trx, ids: readonly SideRow['id'][]): Promise<void> {
  if (ids.length > 0) await trx.deleteFrom('circle_side').where('id', '=', anyOf(ids)).execute()
}

/** Who belongs to some circles, in the order of the alphabet; whoever left the collaboration left its circle too. */
export async function peopleOf(trx: Trx, circles: readonly CircleId[]) {
  if (circles.length === 0) return []
  const rows = await trx
    .selectFrom('circle_person')
    .innerJoin('participant', (join) =>
      join
        .onRef('participant.id', '=', 'circle_person.participant_id')
        .onRef('participant.workspace_id', '=', 'circle_person.workspace_id'),
    )
    .select([
      ...(['participant_id', 'circle_id', 'side_ids', 'seen_at'] as const),
      ...(['circle_person.left_at as out_at', 'participant.left_at as gone_at'] as const),
      ...(['name', 'voice', 'detail', 'address', 'language', 'member_id', 'person_id'] as const),
    ])
    .where('circle_id', '=', anyOf(circles))
    .orderBy('name')
    .orderBy('participant_id')
    .execute()
  return rows.map(({ out_at, gone_at, ...row }) => ({ ...row, left_at: out_at ?? gone_at }))
}
export type PersonRow = Awaited<ReturnType<typeof peopleOf>>[number]

export async function insertPeople(trx: Trx, rows: readonly Insertable<CirclePersonTable>[]): Promise<void> {
  if (rows.length === 0) return
  await trx
    .insertInto('circle_person')
    .values([...rows])
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'circle_id', 'participant_id'])
        .doUpdateSet(({ ref }) => ({ side_ids: ref('excluded.side_ids'), left_at: null })),
    )
    .execute()
}

export async function updatePerson(
  trx: Trx,
  which: { circle: CircleId; participant: ParticipantId },
  change: Updateable<CirclePersonTable>,
): Promise<void> {
  await trx
    .updateTable('circle_person')
    .set(change)
    .where('circle_id', '=', which.circle)
    .where('participant_id', '=', which.participant)
    .execute()
}

export async function findLink(trx: Trx, hash: string): Promise<CircleLinkRow | undefined> {
  return trx.selectFrom('circle_link').selectAll().where('token_hash', '=', hash).executeTakeFirst()
}

export async function insertLink(trx: Trx, row: Insertable<CircleLinkTable>): Promise<void> {
  await trx.insertInto('circle_link').values(row).execute()
}

/** Until when links lead to the pages of a circle, by participant; whoever has none is not in it. */
export async function openLinks(
  trx: Trx,
  circle: CircleId,
  now: Instant,
): Promise<ReadonlyMap<ParticipantId, Instant>> {
  const rows = await trx
    .selectFrom('circle_link')
    .select(['participant_id', 'expires_at'])
    .where('circle_id', '=', circle)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('expires_at')
    .execute()
  return new Map(rows.map((row) => [row.participant_id, row.expires_at]))
}

/** Ends the links of somebody that still open her pages. */
export async function revokeLinks(
  trx: Trx,
  which: { circle: CircleId; participant: ParticipantId },
  at: Instant,
): Promise<void> {
  await trx
    .updateTable('circle_link')
    .set({ revoked_at: at })
    .where('circle_id', '=', which.circle)
    .where('participant_id', '=', which.participant)
    .where('revoked_at', 'is', null)
    .execute()
}
