import { isDeepStrictEqual } from 'node:util'
import type { AuditAction } from '@weerklank/core/audit/audit'
import type { Item } from '@weerklank/core/library/item.schema'
import { experienceSigns, libraryEndpoints, type ShownItem } from '@weerklank/core/library/library.contract'
import { mayUseLibrary, mayWriteItems, ownItemId, ownItemKey } from '@weerklank/core/library/own-item'
import { AppError } from '@weerklank/core/shared/errors'
import type { LibraryItemId } from '@weerklank/core/shared/ids'
import { scrubNames } from '@weerklank/core/shared/name-scrub'
import { type MemberApi, type MemberSession, serveSelf } from '../access/access.ts'
import { recordOwn } from '../audit/audit.ts'
import type { World } from '../deps.ts'
import { knownNames } from '../relation/relation.ts'
import type { Trx } from '../schema.ts'
import { addUse, experienceOf, removeUse } from './experience.repository.ts'
import { listed } from './item.presenter.ts'
import {
  insertDraft,
  lockVersions,
  newestOwn,
  type OwnItemRow,
  shippedVersions,
  versionsOf,
  withdrawAll,
  writeDraft,
} from './item.repository.ts'
import { offerOwn } from './library.index.ts'

type Deed = { trx: Trx; world: World; session: MemberSession; id: LibraryItemId }

/** Items of the library: to read, to write for the organisation, and to say whether they helped. */
export function serveLibraryItems(to: MemberApi, { world }: { world: World }): void {
  serveSelf(to, libraryEndpoints.readLibraryItem, (session, { params, query }, trx) =>
    present(trx, session, { key: params.key, version: query.version }),
  )
  serveSelf(to, libraryEndpoints.listOwnItems, async ({ member }, _, trx) => ({
    items: (await newestOwn(trx)).map(({ id, status, body }) => ({ ...listed(body, true), id, status })),
    mayWrite: mayWriteItems(member.roles).allowed,
  }))
  serveSelf(to, libraryEndpoints.keepItem, async (session, { params, body }, trx) => {
    await keepItem({ trx, world, session, id: params.item }, body)
    return present(trx, session, { key: ownItemKey(params.item) })
  })
  serveSelf(to, libraryEndpoints.publishItem, async (session, { params, body }, trx) => {
    await publish({ trx, world, session, id: params.item }, body.revision)
    return present(trx, session, { key: ownItemKey(params.item) })
  })
  serveSelf(to, libraryEndpoints.withdrawItem, async (session, { params, body }, trx) => {
    await withdraw({ trx, world, session, id: params.item }, body.revision)
    return present(trx, session, { key: ownItemKey(params.item) })
  })
  serveUses(to, world)
}

/** Uses stand in no record: it would keep what the tables do not, who used what and when. */
function serveUses(to: MemberApi, world: World): void {
  serveSelf(to, libraryEndpoints.sayHelped, async (session, { params, body }, trx) => {
    if (!mayUseLibrary(session.member.roles).allowed) throw new AppError('not-allowed')
    const { key } = params
    await present(trx, session, { key })
    const by = { workspace: session.workspace.id, by: session.member.id, at: world.now() }
    // All of the organisation read them: the names of everybody known here are taken out before they are stored.
    const words = body.words === '' ? '' : scrubNames(body.words, await knownNames(trx, session.context))
    await addUse(trx, { ...by, ...body, words: words.slice(0, experienceSigns), key })
    return experienceOf(trx, key)
  })
  serveSelf(to, libraryEndpoints.takeBackUse, async (_, { params }, trx) => {
    const { key } = params
    if (!(await removeUse(trx, { key, id: params.use }))) throw new AppError('not-found')
    return experienceOf(trx, key)
  })
}

/** Keeps what was written: as the first version, in the draft, or as the next version after one that was published. */
export async function keepItem(
  deed: Deed,
  sent: { item: Item; from: string | null; revision: number },
): Promise<void> {
  const { trx, world, session, id } = deed
  enforceWrite(session)
  const [newest] = await lockVersions(trx, session.workspace.id, id)
  const version = newest === undefined ? 1 : newest.status === 'draft' ? newest.version : newest.version + 1
  const item = { ...sent.item, key: ownItemKey(id), version }
  if (item.provenance === 'own-words') item.provenance = 'organisation'
  if (newest !== undefined && isSame(newest, item, sent.revision)) return
  if ((newest?.revision ?? 0) !== sent.revision) throw new AppError('conflict')
  const at = world.now()
  if (newest?.status === 'draft') await writeDraft(trx, newest, { item, at })
  else {
    const by = { workspace: session.workspace.id, by: session.member.id, at }
    const from = newest === undefined ? sent.from : newest.from_key
    const revision = sent.revision + 1
    if (!(await insertDraft(trx, { ...by, id, from, item, revision }))) throw new AppError('conflict')
  }
  await note(deed, 'library.item-kept')
}

/** The same once more, as after an answer that got lost. */
function isSame(newest: OwnItemRow, item: Item, revision: number): boolean {
  const plain = (one: Item) => JSON.parse(JSON.stringify({ ...one, version: 0 }))
  return newest.revision === revision + 1 && isDeepStrictEqual(plain(newest.body), plain(item))
}

async function publish(deed: Deed, revision: number): Promise<void> {
  const newest = await lockSeen(deed, revision, 'published')
  if (newest === 'done') return
  if (newest.status !== 'draft') throw new AppError('conflict')
  const { trx, world, session, id } = deed
  await writeDraft(trx, newest, { item: newest.body, at: world.now(), isPublished: true })
  await offerOwn(trx, { workspace: session.workspace.id, id, item: newest.body })
  await note(deed, 'library.item-published')
}

async function withdraw(deed: Deed, revision: number): Promise<void> {
  const newest = await lockSeen(deed, revision, 'withdrawn')
  if (newest === 'done') return
  await withdrawAll(deed.trx, newest, deed.world.now())
  await note(deed, 'library.item-withdrawn')
}

/** The newest version, locked, as she saw it; `done` where the same was asked before and its answer got lost. */
async function lockSeen(
  { trx, session, id }: Deed,
  revision: number,
  becomes: 'published' | 'withdrawn',
): Promise<OwnItemRow | 'done'> {
  enforceWrite(session)
  const [newest] = await lockVersions(trx, session.workspace.id, id)
  if (newest === undefined) throw new AppError('not-found')
  if (newest.revision === revision + 1 && newest.status === becomes) return 'done'
  if (newest.revision !== revision) throw new AppError('conflict')
  return newest
}

/** Refuses who may not write for the organisation. */
export function enforceWrite({ member }: MemberSession): void {
  if (!mayWriteItems(member.roles).allowed) throw new AppError('not-allowed')
}

function note({ trx, world, session, id }: Deed, action: AuditAction): Promise<void> {
  return recordOwn(trx, world, { session, action, subject: { kind: 'library', id } })
}

type Wanted = { key: string; version?: number | undefined }

async function present(trx: Trx, session: MemberSession, wanted: Wanted): Promise<ShownItem> {
  const mayWrite = mayWriteItems(session.member.roles).allowed
  const id = ownItemId(wanted.key) as LibraryItemId | undefined
  const rows = id === undefined ? [] : await versionsOf(trx, id)
  const versions = id === undefined ? await shippedVersions(trx, wanted.key) : readable(rows, mayWrite)
  const one =
    wanted.version === undefined ? versions[0] : versions.find(({ version }) => version === wanted.version)
  if (one === undefined) throw new AppError('not-found')
  const row = rows.find(({ version }) => version === one.version)
  return {
    item: one.body,
    own:
      row === undefined
        ? null
        : { id: row.id, status: row.status, from: row.from_key, revision: rows[0]?.revision ?? row.revision },
    versions: versions.map(({ version }) => version),
    experience: await experienceOf(trx, wanted.key),
    mayWrite,
  }
}

/** What was never published is read by who writes. */
function readable(rows: readonly OwnItemRow[], mayWrite: boolean): OwnItemRow[] {
  return rows.filter(({ published_at }) => mayWrite || published_at !== null)
}
