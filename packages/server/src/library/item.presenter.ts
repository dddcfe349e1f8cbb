import { readingLevels } from '@weerklank/core/library/item'
import type { Item } from '@weerklank/core/library/item.schema'
import type { ListedItem } from '@weerklank/core/library/library.contract'

/** What a list says of an item. */
export function listed(item: Item, isOwn: boolean): ListedItem {
  const { key, version, kind, title, summary, minutes = null, groupSize = null, grade, provenance } = item
  return {
    ...{ key, version, kind, title, summary, minutes, people: groupSize, grade, provenance },
    levels: readingLevels.filter((level) => item.levels[level] !== undefined),
    own: isOwn,
  }
}
