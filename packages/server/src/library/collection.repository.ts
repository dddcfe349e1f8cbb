import type { CollectionId, MemberId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import type { Insertable, Selectable } from 'kysely'
import type { Trx } from '../schema.ts'
import type { CollectionLinkTable, CollectionTable } from './library.table.ts'

export type CollectionRow = Selectable<CollectionTable>
export type CollectionLinkRow = Selectable<CollectionLinkTable>

/** Her own collections and those that colleagues share, by name. */
export function listCollections(trx: Trx): Promise<CollectionRow[]> {
  return trx.selectFrom('collection').selectAll().orderBy('title').orderBy('id').execute()
}

export function findCollection(trx: Trx, id: CollectionId): Promise<CollectionRow | undefined> {
  return trx.selectFrom('collection').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Her own collection, for the rest of the transaction. */
export function lockOwnCollection(
  trx: Trx,
  of: { id: CollectionId; by: MemberId },
): Promise<CollectionRow | undefined> {
  return trx
    .selectFrom('collection')
    .selectAll()
    .where('id', '=', of.id)
    .where('made_by', '=', of.by)
    .forUpdate()
    .executeTakeFirst()
}

/** False where that id is taken. */
export async function insertCollection(trx: Trx, row: Insertable<CollectionTable>): Promise<boolean> {
  const added = await trx
    .insertInto('collection')
    .values(row)
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

type Change = Pick<CollectionRow, 'title' | 'note' | 'is_shared' | 'item_keys' | 'changed_at' | 'revision'>

export async function changeCollection(trx: Trx, id: CollectionId, to: Change): Promise<void> {
  await trx.updateTable('collection').set(to).where('id', '=', id).execute()
}

export async function deleteCollection(trx: Trx, id: CollectionId): Promise<void> {
  await trx.deleteFrom('collection').where('id', '=', id).execute()
}

/** The links that she made to a collection, the newest first. */
export function linksOf(trx: Trx, id: CollectionId): Promise<CollectionLinkRow[]> {
  return trx
    .selectFrom('collection_link')
    .selectAll()
    .where('collection_id', '=', id)
    .orderBy('created_at', 'desc')
    .execute()
}

export async function insertLink(trx: Trx, row: Insertable<CollectionLinkTable>): Promise<boolean> {
  const added = await trx
    .insertInto('collection_link')
    .values(row)
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

/** False where she made no such link. */
export async function revokeLink(
  trx: Trx,
  of: { collection: CollectionId; link: string; at: Instant },
): Promise<boolean> {
  const gone = await trx
    .updateTable('collection_link')
    .set((eb) => ({ revoked_at: eb.fn.coalesce('revoked_at', eb.val(of.at)) }))
    .where('collection_id', '=', of.collection)
    .where('id', '=', of.link)
    .executeTakeFirst()
  return gone.numUpdatedRows === 1n
}

/** The link that a token opens, whatever became of it. */
export function linkByToken(trx: Trx, hash: string): Promise<CollectionLinkRow | undefined> {
  return trx.selectFrom('collection_link').selectAll().where('token_hash', '=', hash).executeTakeFirst()
}
