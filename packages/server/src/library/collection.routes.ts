import { isDeepStrictEqual } from 'node:util'
import type { AuditAction } from '@weerklank/core/audit/audit'
import { cardOf } from '@weerklank/core/library/card'
import {
  type CollectionLine,
  collectionEndpoints,
  type ShownCollection,
} from '@weerklank/core/library/collection.contract'
import { mayUseLibrary, ownItemId } from '@weerklank/core/library/own-item'
import { AppError } from '@weerklank/core/shared/errors'
import type { CollectionId } from '@weerklank/core/shared/ids'
import { addDays } from '@weerklank/core/shared/time'
import { type MemberApi, type MemberSession, serveSelf } from '../access/access.ts'
import { recordOwn } from '../audit/audit.ts'
import type { World } from '../deps.ts'
import { newToken } from '../http/link-token.ts'
import type { Trx } from '../schema.ts'
import {
  type CollectionLinkRow,
  type CollectionRow,
  changeCollection,
  deleteCollection,
  findCollection,
  insertCollection,
  insertLink,
  linksOf,
  listCollections,
  lockOwnCollection,
  revokeLink,
} from './collection.repository.ts'
import { listed } from './item.presenter.ts'
import { itemsByKey } from './item.repository.ts'

type Deps = { world: World; publicUrl: string }
type Deed = { trx: Trx; world: World; session: MemberSession; id: CollectionId }

/** Collections of items: one's own, or shared in the organisation, and as a page for whoever gets the link. */
export function serveCollections(to: MemberApi, deps: Deps): void {
  const { world } = deps
  serveSelf(to, collectionEndpoints.listCollections, async ({ member }, _, trx) => ({
    collections: (await listCollections(trx)).map((row) => lineOf(row, member.id)),
    mayKeep: mayUseLibrary(member.roles).allowed,
  }))
  serveSelf(to, collectionEndpoints.readCollection, (session, { params }, trx) =>
    present(trx, session, params.collection),
  )
  serveSelf(to, collectionEndpoints.keepCollection, async (session, { params, body }, trx) => {
    await keep({ trx, world, session, id: params.collection }, body)
    return present(trx, session, params.collection)
  })
  serveSelf(to, collectionEndpoints.removeCollection, async (session, { params }, trx) => {
    const deed = { trx, world, session, id: params.collection }
    await lockOwn(deed)
    await deleteCollection(trx, params.collection)
    await note(deed, 'library.collection-removed')
    return { done: true } as const
  })
  serveSharing(to, deps)
}

function serveSharing(to: MemberApi, { world, publicUrl }: Deps): void {
  serveSelf(to, collectionEndpoints.shareCollection, async (session, { params, body }, trx) => {
    const deed = { trx, world, session, id: params.collection }
    const row = await lockOwn(deed)
    const now = world.now()
    const { token, hash } = newToken(session.workspace.id)
    const isNew = await insertLink(trx, {
      ...{
        workspace_id: session.workspace.id,
        token_hash: hash,
        id: body.id,
        collection_id: params.collection,
      },
      ...{ level: body.level, language: body.language, made_by: session.member.id },
      ...{ created_at: now, expires_at: addDays(now, body.days), revoked_at: null },
    })
    // Where the first one leads is known to nobody any more.
    if (!isNew) throw new AppError('conflict')
    await note(deed, 'library.collection-linked')
    const items = await itemsByKey(trx, row.item_keys, 'outside')
    return {
      url: `${publicUrl}/b/${token}`,
      collection: await present(trx, session, params.collection),
      leftOut: row.item_keys.length - items.filter((item) => cardOf(item, body) !== null).length,
    }
  })
  serveSelf(to, collectionEndpoints.revokeCollectionLink, async (session, { params }, trx) => {
    const deed = { trx, world, session, id: params.collection }
    await lockOwn(deed)
    const isHers = await revokeLink(trx, { ...params, at: world.now() })
    if (!isHers) throw new AppError('not-found')
    await note(deed, 'library.collection-unlinked')
    return present(trx, session, params.collection)
  })
}

type Sent = { title: string; note: string; isShared: boolean; keys: string[]; revision: number }

async function keep(deed: Deed, { keys, revision, isShared, ...words }: Sent): Promise<void> {
  const { trx, world, session, id } = deed
  if (!mayUseLibrary(session.member.roles).allowed) throw new AppError('not-allowed')
  const row = await lockOwnCollection(trx, { id, by: session.member.id })
  const to = { ...words, is_shared: isShared, item_keys: keys }
  if (row !== undefined && row.revision === revision + 1 && isSame(row, to)) return
  if ((row?.revision ?? 0) !== revision) throw new AppError('conflict')
  const added = keys.filter((key) => row?.item_keys.includes(key) !== true)
  const known = await itemsByKey(trx, added)
  if (known.length !== added.length) throw new AppError('not-found')
  const at = world.now()
  const change = { ...to, changed_at: at, revision: revision + 1 }
  if (row !== undefined) await changeCollection(trx, id, change)
  else {
    const by = { workspace_id: session.workspace.id, id, made_by: session.member.id, created_at: at }
    if (!(await insertCollection(trx, { ...by, ...change }))) throw new AppError('conflict')
  }
  await note(deed, 'library.collection-kept')
}

type Told = Pick<CollectionRow, 'title' | 'note' | 'is_shared' | 'item_keys'>

function isSame({ title, note: told, is_shared, item_keys }: Told, to: Told): boolean {
  return isDeepStrictEqual({ title, note: told, is_shared, item_keys }, to)
}

async function lockOwn({ trx, session, id }: Deed): Promise<CollectionRow> {
  const row = await lockOwnCollection(trx, { id, by: session.member.id })
  if (row === undefined) throw new AppError('not-found')
  return row
}

function note({ trx, world, session, id }: Deed, action: AuditAction): Promise<void> {
  return recordOwn(trx, world, { session, action, subject: { kind: 'library', id } })
}

function lineOf(row: CollectionRow, by: string): CollectionLine {
  return {
    ...{ id: row.id, title: row.title, note: row.note, count: row.item_keys.length },
    ...{ isShared: row.is_shared, isMine: row.made_by === by, changedAt: row.changed_at },
  }
}

async function present(trx: Trx, { member }: MemberSession, id: CollectionId): Promise<ShownCollection> {
  const row = await findCollection(trx, id)
  if (row === undefined) throw new AppError('not-found')
  const items = await itemsByKey(trx, row.item_keys)
  return {
    ...lineOf(row, member.id),
    revision: row.revision,
    items: items.map((item) => listed(item, ownItemId(item.key) !== undefined)),
    links: (await linksOf(trx, id)).map(presentLink),
  }
}

function presentLink({ id, level, language, created_at, expires_at, revoked_at }: CollectionLinkRow) {
  return { id, level, language, createdAt: created_at, expiresAt: expires_at, revokedAt: revoked_at }
}
