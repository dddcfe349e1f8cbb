import { readItems } from '@weerklank/core/library/exchange'
import { libraryEndpoints } from '@weerklank/core/library/library.contract'
import { ownItemKey } from '@weerklank/core/library/own-item'
import { AppError } from '@weerklank/core/shared/errors'
import type { LibraryItemId } from '@weerklank/core/shared/ids'
import { type MemberApi, serveSelf } from '../access/access.ts'
import type { World } from '../deps.ts'
import { enforceWrite, keepItem } from './item.routes.ts'

/** Items of a file become drafts of the organisation: somebody looks at each before it is offered. */
export function serveLibraryImport(to: MemberApi, { world }: { world: World }): void {
  serveSelf(to, libraryEndpoints.importItems, async (session, { body }, trx) => {
    enforceWrite(session)
    const read = readItems(body.file)
    if (!read.ok) throw new AppError('invalid-input', { fields: { file: 'no-library-file' } })
    const taken = []
    for (const { at, item } of read.items) {
      const id = idOf(body.id, at)
      await keepItem({ trx, world, session, id }, { item, from: item.key, revision: 0 })
      taken.push({ at, key: ownItemKey(id), title: item.title })
    }
    return { taken, refused: [...read.problems] }
  })
}

/** The same file sent once more, as after an answer that got lost, makes the same items. */
function idOf(file: string, at: number): LibraryItemId {
  return `${file.slice(0, -3)}${at.toString(16).padStart(3, '0')}` as LibraryItemId
}
