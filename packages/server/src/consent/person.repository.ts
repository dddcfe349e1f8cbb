import type { Authority } from '@weerklank/core/consent/person'
import type { MemberId, ParticipantId, PersonId, RelationId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { AddressForm, RespondLanguage } from '@weerklank/core/shared/language'
import type { Day, Instant } from '@weerklank/core/shared/time'
import type { Insertable, Selectable } from 'kysely'
import { anyOf } from '../db/dialect.ts'
import type { Schema, Trx } from '../schema.ts'

/** Someone as she takes part in one collaboration. */
export type PlaceRow = {
  id: ParticipantId
  relation_id: RelationId
  person_id: PersonId
  name: string
  language: RespondLanguage
  address: AddressForm
  /** The member she is, if she is one. */
  member_id: MemberId | null
}

const placeColumns = ['id', 'relation_id', 'person_id', 'member_id', 'name', 'language', 'address'] as const

/** Who takes part in a collaboration now. */
export async function placesIn(trx: Trx, relation: RelationId): Promise<PlaceRow[]> {
  return trx
    .selectFrom('participant')
    .select(placeColumns)
    .where('relation_id', '=', relation)
    .where('left_at', 'is', null)
    .orderBy('joined_at')
    .orderBy('id')
    .execute()
}

/** Where some persons take part or took part: what they answered there stays theirs. */
export async function placesOf(trx: Trx, persons: readonly PersonId[]): Promise<PlaceRow[]> {
  return trx
    .selectFrom('participant')
    .select(placeColumns)
    .where('person_id', '=', anyOf(persons))
    .orderBy('joined_at')
    .orderBy('id')
    .execute()
}

/** Some participants of the collaborations in reach. */
export async function placesById(trx: Trx, ids: readonly ParticipantId[]): Promise<PlaceRow[]> {
  return trx.selectFrom('participant').select(placeColumns).where('id', '=', anyOf(ids)).execute()
}

/** Keeps when someone was born; null for a grown-up. */
export async function setBornOn(trx: Trx, person: PersonId, bornOn: Day | null): Promise<void> {
  await trx.updateTable('person').set({ born_on: bornOn }).where('id', '=', person).execute()
}

/** Adds a person; false when the identifier is somebody's already. */
export async function insertPerson(trx: Trx, row: Insertable<Schema['person']>): Promise<boolean> {
  const result = await trx
    .insertInto('person')
    .values(row)
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

type ParentLine = { parent_id: PersonId; authority: Authority }

/** Makes this list the parents and guardians of a child. */
export async function replaceParents(
  trx: Trx,
  of: { workspace: WorkspaceId; child: PersonId; at: Instant },
  parents: readonly ParentLine[],
): Promise<void> {
  const kept = parents.map((parent) => parent.parent_id)
  await trx
    .deleteFrom('person_parent')
    .where('child_id', '=', of.child)
    .where(({ not, eb }) => not(eb('parent_id', '=', anyOf(kept))))
    .execute()
  if (parents.length === 0) return
  await trx
    .insertInto('person_parent')
    .values(
      parents.map((parent) => ({
        ...parent,
        workspace_id: of.workspace,
        child_id: of.child,
        created_at: of.at,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'child_id', 'parent_id'])
        .doUpdateSet(({ ref }) => ({ authority: ref('excluded.authority') })),
    )
    .execute()
}

/** Keeps the secret of a link, hashed. */
export async function insertLink(trx: Trx, row: Insertable<Schema['person_link']>): Promise<void> {
  await trx.insertInto('person_link').values(row).execute()
}

/** Ends every link of a person, or every one but this. */
export async function endLinks(
  trx: Trx,
  of: { person: PersonId; at: Instant; but?: string },
): Promise<number> {
  const { numUpdatedRows } = await trx
    .updateTable('person_link')
    .set({ revoked_at: of.at })
    .where('person_id', '=', of.person)
    .where('revoked_at', 'is', null)
    .where('token_hash', '!=', of.but ?? '')
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Until when some persons have a link that works. */
export async function linksOf(
  trx: Trx,
  persons: readonly PersonId[],
  now: Instant,
): Promise<Map<PersonId, Instant>> {
  const rows = await trx
    .selectFrom('person_link')
    .select(({ fn }) => ['person_id', fn.max('expires_at').as('until')])
    .where('person_id', '=', anyOf(persons))
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .groupBy('person_id')
    .execute()
  return new Map(rows.map((row) => [row.person_id, row.until]))
}

/** The link that a token belongs to, whoever asks: the context holds the token's hash and nothing else. */
export async function findLink(
  trx: Trx,
  hash: string,
): Promise<Selectable<Schema['person_link']> | undefined> {
  return trx.selectFrom('person_link').selectAll().where('token_hash', '=', hash).executeTakeFirst()
}
