import type { Item } from '@weerklank/core/library/item.schema'
import { indexOf, indexVersion } from '@weerklank/core/library/item-index'
import type { LibraryItemId, WorkspaceId } from '@weerklank/core/shared/ids'
import { type Language, languages } from '@weerklank/core/shared/language'
import { asMaintenance } from '../db/maintenance.ts'
import type { World } from '../deps.ts'
import type { Log } from '../http/log.ts'
import { enqueue, type JobHandler } from '../jobs/jobs.ts'
import { allWorkspaces, type WithOwner } from '../owner-work.ts'
import type { Db, Trx } from '../schema.ts'
import { byLetters, putOwn } from './library.index.ts'
import { tagNames } from './tag-names.ts'

/** Making anew what an organisation's own items are found by, when they are taken apart in another way than before. */
export const reindexJobKind = 'library-reindex'

/** So many items are made anew in one transaction: whoever publishes one of them meanwhile hardly waits. */
const batchSize = 50

/** Asked at each start, so that also what an older version of the program wrote meanwhile is made anew. */
export function planReindex(db: Db, world: World): Promise<void> {
  const job = { kind: reindexJobKind, key: `version ${indexVersion}`, payload: {}, runAt: world.now() }
  return enqueue(db, world, job)
}

/** Does it for every workspace; there is nothing to do after the first time. Nothing is out of reach of a search meanwhile. */
export function reindexJob({ withOwner, log }: { withOwner: WithOwner; log: Log }): JobHandler {
  return async () => {
    let made = 0
    for (const workspace of await withOwner(allWorkspaces)) {
      made += await withOwner((owner) => reindexOwn(owner, workspace))
    }
    if (made > 0) log.info({ items: made }, 'Own items of the library were made anew for searching')
    return null
  }
}

/** Gives how many items were made anew. */
export async function reindexOwn(owner: Db, workspace: WorkspaceId): Promise<number> {
  const isStale = await asMaintenance(owner, async (trx) => (await staleIn(trx, workspace, 1)).length > 0)
  if (!isStale) return 0
  // Words first: as long as an item is old, all of this is done again after it was broken off.
  await asMaintenance(owner, (trx) => writeWords(trx, workspace))
  for (let made = 0; ; ) {
    const some = await asMaintenance(owner, (trx) => renewSome(trx, workspace))
    if (some === 0) return made
    made += some
  }
}

function staleIn(trx: Trx, workspace: WorkspaceId, atMost: number) {
  return offered(trx, workspace)
    .where('s.index_version', '<', indexVersion)
    .orderBy('s.item_id')
    .limit(atMost)
    .forUpdate('s')
    .execute()
}

async function renewSome(trx: Trx, workspace: WorkspaceId): Promise<number> {
  const stale = await staleIn(trx, workspace, batchSize)
  for (const { id, item } of stale) await putOwn(trx, { workspace, id, item }, indexOf(item, tagNames))
  return stale.length
}

/** The words of all that is offered, each with its language; they were kept together before. */
async function writeWords(trx: Trx, workspace: WorkspaceId): Promise<void> {
  const all = { nl: new Set<string>(), en: new Set<string>() } satisfies Record<Language, Set<string>>
  let after: LibraryItemId | null = null
  do {
    const some = await offeredAfter(trx, workspace, after)
    for (const { item } of some) {
      const { words } = indexOf(item, tagNames)
      for (const one of languages) for (const word of words[one]) all[one].add(word)
    }
    after = some.at(-1)?.id ?? null
  } while (after !== null)
  await trx.deleteFrom('library_word').where('workspace_id', '=', workspace).execute()
  for (const { letters, nl, en } of byLetters({ nl: [...all.nl], en: [...all.en] })) {
    await trx
      .insertInto('library_word')
      .values({ workspace_id: workspace, letters, words: nl, english: en })
      .execute()
  }
}

/** The next few items that are offered: all of them at once would be much to hold. */
async function offeredAfter(
  trx: Trx,
  workspace: WorkspaceId,
  after: LibraryItemId | null,
): Promise<{ id: LibraryItemId; item: Item }[]> {
  let query = offered(trx, workspace).orderBy('s.item_id').limit(batchSize)
  if (after !== null) query = query.where('s.item_id', '>', after)
  return query.execute()
}

function offered(trx: Trx, workspace: WorkspaceId) {
  return trx
    .selectFrom('library_search as s')
    .innerJoin('library_item as i', (join) =>
      join
        .onRef('i.workspace_id', '=', 's.workspace_id')
        .onRef('i.id', '=', 's.item_id')
        .onRef('i.version', '=', 's.version'),
    )
    .select(['s.item_id as id', 'i.body as item'])
    .where('s.workspace_id', '=', workspace)
}
