/** The library of the organisation of a story: an own item that can be found, whether it helped, and a collection with a link. */
import { itemFactory } from '@weerklank/core/library/item.factory'
import { ownItemKey } from '@weerklank/core/library/own-item'
import type { CollectionId, LibraryItemId, MemberId } from '@weerklank/core/shared/ids'
import { addDays } from '@weerklank/core/shared/time'
import { asMaintenance } from './access/accounts.ts'
import { newToken } from './http/link-token.ts'
import { offerOwn } from './library/library.index.ts'
import type { Trx } from './schema.ts'
import type { Running } from './test-running.ts'

export type BuiltLibrary = {
  item: LibraryItemId
  use: string
  collection: CollectionId
  link: string
  token: string
}

type Ids = { item: LibraryItemId; collection: CollectionId; use: string; link: string }
type Of = { by: MemberId }

export async function buildLibrary(app: Running, of: Of): Promise<BuiltLibrary> {
  const ids: Ids = {
    ...{ item: app.world.newId<LibraryItemId>(), collection: app.world.newId<CollectionId>() },
    ...{ use: app.world.newId(), link: app.world.newId() },
  }
  const token = await asMaintenance(app.owner, async (trx) => {
    await insertItem(trx, app, { ...of, ...ids })
    await insertUse(trx, app, { ...of, ...ids })
    return insertCollection(trx, app, { ...of, ...ids })
  })
  return { ...ids, token }
}

async function insertItem(trx: Trx, app: Running, { item, by }: Of & Ids): Promise<void> {
  const at = app.clock.now()
  const body = itemFactory({ key: ownItemKey(item), title: { nl: 'Samen naar buiten' } })
  await trx
    .insertInto('library_item')
    .values({
      ...{ workspace_id: app.workspace, id: item, version: 1, from_key: null, status: 'published' },
      ...{ body: JSON.stringify(body), revision: 2, created_by: by },
      ...{ created_at: at, changed_at: at, published_at: at },
    })
    .execute()
  await offerOwn(trx, { workspace: app.workspace, id: item, item: body })
}

async function insertUse(trx: Trx, app: Running, { item, use, by }: Of & Ids): Promise<void> {
  const of = { workspace_id: app.workspace, id: use, item_key: ownItemKey(item) }
  await trx
    .insertInto('library_use')
    .values({ ...of, member_id: by, used_at: app.clock.now() })
    .execute()
  await trx
    .insertInto('library_experience')
    .values({ ...of, helped: true, words: 'Lopen praat makkelijker.' })
    .execute()
}

async function insertCollection(trx: Trx, app: Running, of: Of & Ids): Promise<string> {
  const at = app.clock.now()
  const { token, hash } = newToken(app.workspace)
  const by = { workspace_id: app.workspace, made_by: of.by, created_at: at }
  await trx
    .insertInto('collection')
    .values({
      ...{ ...by, id: of.collection, title: 'Voor het eerste gesprek', note: '' },
      ...{ item_keys: [ownItemKey(of.item)], is_shared: true, changed_at: at, revision: 1 },
    })
    .execute()
  await trx
    .insertInto('collection_link')
    .values({
      ...{ ...by, token_hash: hash, id: of.link, collection_id: of.collection },
      ...{ level: 'professional', language: 'nl', expires_at: addDays(at, 30), revoked_at: null },
    })
    .execute()
  return token
}
