import type { Item } from '@weerklank/core/library/item.schema'
import { ownItemId } from '@weerklank/core/library/own-item'
import type { LibraryItemId, MemberId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import { type Selectable, sql } from 'kysely'
import type { Trx } from '../schema.ts'
import type { LibraryItemTable } from './library.table.ts'

export type OwnItemRow = Selectable<LibraryItemTable>

/** All versions of one own item, the newest first. */
export function versionsOf(trx: Trx, id: LibraryItemId): Promise<OwnItemRow[]> {
  return trx.selectFrom('library_item').selectAll().where('id', '=', id).orderBy('version', 'desc').execute()
}

/** The same for the rest of the transaction: nobody else adds a version meanwhile. */
export function lockVersions(trx: Trx, workspace: WorkspaceId, id: LibraryItemId): Promise<OwnItemRow[]> {
  return trx
    .selectFrom('library_item')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .orderBy('version', 'desc')
    .forUpdate()
    .execute()
}

/** The newest version of each own item, whatever its state. */
export async function newestOwn(trx: Trx): Promise<OwnItemRow[]> {
  const { rows } = await sql<OwnItemRow>`
    select distinct on (id) * from library_item order by id, version desc`.execute(trx)
  return rows
}

/** Versions of a shipped item, the newest first. */
export async function shippedVersions(trx: Trx, key: string): Promise<{ version: number; body: Item }[]> {
  return trx
    .selectFrom('library_shipped')
    .select(['version', 'body'])
    .where('item_key', '=', key)
    .orderBy('version', 'desc')
    .execute()
}

export type NewVersion = {
  workspace: WorkspaceId
  id: LibraryItemId
  item: Item
  from: string | null
  revision: number
  by: MemberId
  at: Instant
}

/** Adds a draft as the version that it says; false when that version is there already. */
export async function insertDraft(trx: Trx, of: NewVersion): Promise<boolean> {
  const added = await trx
    .insertInto('library_item')
    .values({
      ...{ workspace_id: of.workspace, id: of.id, version: of.item.version, from_key: of.from },
      ...{ status: 'draft', body: JSON.stringify(of.item), revision: of.revision },
      ...{ created_by: of.by, created_at: of.at, changed_at: of.at, published_at: null },
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id', 'version']).doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

/** Writes over a draft; words that were published stay as they are. */
export async function writeDraft(
  trx: Trx,
  row: OwnItemRow,
  to: { item: Item; at: Instant; isPublished?: true },
): Promise<void> {
  await trx
    .updateTable('library_item')
    .set({
      ...{ body: JSON.stringify(to.item), revision: row.revision + 1, changed_at: to.at },
      ...(to.isPublished && { status: 'published' as const, published_at: to.at }),
    })
    .where('id', '=', row.id)
    .where('version', '=', row.version)
    .where('status', '=', 'draft')
    .execute()
}

/** No version is found any more; `newest` counts the change. */
export async function withdrawAll(trx: Trx, newest: OwnItemRow, at: Instant): Promise<void> {
  await trx
    .updateTable('library_item')
    .set({ status: 'withdrawn', revision: newest.revision + 1, changed_at: at })
    .where('id', '=', newest.id)
    .execute()
  await trx.deleteFrom('library_search').where('item_id', '=', newest.id).execute()
}

/**
 * The items of these keys that can be read, in their order: shipped ones in their newest version, own ones in the newest that was
 * published, for colleagues also when it was withdrawn since. A key of nothing is passed over.
 */
export async function itemsByKey(
  trx: Trx,
  keys: readonly string[],
  reader: 'colleague' | 'outside' = 'colleague',
): Promise<Item[]> {
  if (keys.length === 0) return []
  // Whoever takes something out of the library may have seen somebody's name in it: it leaves the house no more.
  const isOffered = reader === 'outside' ? sql`status = 'published'` : sql`published_at is not null`
  const ids = keys.flatMap((key) => ownItemId(key) ?? [])
  const { rows } = await sql<{ body: Item }>`
    select distinct on (item_key) body, item_key, version from library_shipped where item_key = any (${[...keys]}::text[])
    order by item_key, version desc`.execute(trx)
  const own = await sql<{ body: Item }>`
    select distinct on (id) body from library_item where id = any (${ids}::uuid[]) and ${isOffered}
    order by id, version desc`.execute(trx)
  const byKey = new Map([...rows, ...own.rows].map(({ body }) => [body.key, body]))
  return keys.flatMap((key) => byKey.get(key) ?? [])
}
