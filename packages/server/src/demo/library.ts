import type { AuditAction } from '@weerklank/core/audit/audit'
import { itemShape } from '@weerklank/core/library/item.schema'
import { ownItemKey } from '@weerklank/core/library/own-item'
import type { CollectionId, LibraryItemId } from '@weerklank/core/shared/ids'
import { addMilliseconds, type Instant } from '@weerklank/core/shared/time'
import { openSession } from '../access/access.ts'
import { recordOwn } from '../audit/audit.ts'
import { setContext } from '../db/context.ts'
import type { World } from '../deps.ts'
import { insertCollection } from '../library/collection.repository.ts'
import { addUse } from '../library/experience.repository.ts'
import { insertDraft, lockVersions, writeDraft } from '../library/item.repository.ts'
import { offerOwn } from '../library/library.index.ts'
import type { Trx } from '../schema.ts'
import { type Calendar, calendarFrom, type When } from './calendar.ts'
import { demoId } from './identifiers.ts'
import { type DemoItem, demoCollections, demoUses, ownItems } from './library.words.ts'
import type { MemberKey } from './people.ts'
import type { Place } from './stage.ts'

type Of = { trx: Trx; place: Place; at: Calendar }

/** Cards that De Linde wrote, whether they helped, and collections of them. */
export async function tellLibrary(trx: Trx, { place, now }: { place: Place; now: Instant }): Promise<void> {
  const of = { trx, place, at: calendarFrom(now, place.timeZone) }
  for (const one of ownItems) await writeItem(of, one)
  const keyOf = (card: string) => {
    const own = ownItems.find(({ key }) => key === card)
    return own === undefined ? card : ownItemKey(idOf(of, own))
  }
  const { workspace } = place
  for (const { by, when, card, helped, words } of demoUses) {
    const id = demoId<string>(of.at(when), `use ${card} ${by}`)
    // In no line of the record: it would keep who used what.
    await as(of, { by, when, done: null }, (at) =>
      addUse(trx, { workspace, by: place.members[by], key: keyOf(card), id, helped, words, at }),
    )
  }
  for (const { key, by, when, title, note, isShared, cards } of demoCollections) {
    const id = demoId<CollectionId>(of.at(when), `collection ${key}`)
    await as(of, { by, when, done: ['library.collection-kept', id] }, (at) =>
      insertCollection(trx, {
        ...{ workspace_id: workspace, id, made_by: place.members[by], created_at: at, changed_at: at },
        ...{ title, note, is_shared: isShared, item_keys: cards.map(keyOf), revision: 1 },
      }),
    )
  }
}

const idOf = ({ at }: Of, { key, written }: DemoItem) => demoId<LibraryItemId>(at(written), `item ${key}`)

async function writeItem(of: Of, one: DemoItem): Promise<void> {
  const { trx, place } = of
  const { workspace, members } = place
  const { by, from, written, published } = one
  const id = idOf(of, one)
  const item = { ...itemShape.parse(one.item), key: ownItemKey(id) }
  await as(of, { by, when: written, done: ['library.item-kept', id] }, (at) =>
    insertDraft(trx, { workspace, id, item, from, revision: 1, by: members[by], at }),
  )
  if (published === null) return
  await as(of, { by, when: published, done: ['library.item-published', id] }, async (at) => {
    const [draft] = await lockVersions(trx, workspace, id)
    if (draft !== undefined) await writeDraft(trx, draft, { item, at, isPublished: true })
    await offerOwn(trx, { workspace, id, item })
  })
}

type Act = { by: MemberKey; when: When; done: readonly [action: AuditAction, id: string] | null }

/** Does it as a colleague, at its moment, with its line in the record where it has one. */
async function as({ trx, place, at }: Of, act: Act, doIt: (at: Instant) => Promise<unknown>): Promise<void> {
  const now = at(act.when)
  const membership = { workspace: place.workspace, member: place.members[act.by], now }
  const session = await openSession(trx, membership, 'self')
  await setContext(trx, session.context)
  await doIt(now)
  if (act.done === null) return
  const [action, id] = act.done
  const world: World = {
    now: () => addMilliseconds(now, 1),
    newId: <Id extends string>() => demoId<Id>(now, `${action} ${id}`),
  }
  await recordOwn(trx, world, { session, action, subject: { kind: 'library', id } })
}
