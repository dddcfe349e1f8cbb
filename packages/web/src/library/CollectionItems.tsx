import type { ShownCollection } from '@weerklank/core/library/collection.contract'
import type { ListedItem } from '@weerklank/core/library/library.contract'
import { useState } from 'react'
import { useLanguage, useText } from '../language/use-text.ts'
import { TextButton } from '../ui/TextButton.tsx'
import { collectionText } from './collection.text.ts'
import { ItemLine } from './FoundItems.tsx'
import { useCollectionDeeds } from './library.queries.ts'

/** The items of one's own collection; their order is changed by buttons, so that a keyboard can, too. */
export function CollectionItems({ collection }: { collection: ShownCollection }) {
  const text = useText(collectionText)
  const language = useLanguage()
  const { keep } = useCollectionDeeds()
  const [told, setTold] = useState('')
  const { items, id, title, note, isShared, revision } = collection
  const nameOf = (item: ListedItem) => item.title[language] ?? item.title.nl ?? item.title.en ?? ''
  function order(keys: string[], said: string) {
    if (keep.isPending) return
    const body = { title, note, isShared, keys, revision }
    keep.mutate({ params: { collection: id }, body }, { onSuccess: () => setTold(said) })
  }
  function move(from: number, by: -1 | 1) {
    const keys = items.map(({ key }) => key)
    const [key] = keys.splice(from, 1)
    const item = items[from]
    if (key === undefined || item === undefined) return
    keys.splice(from + by, 0, key)
    order(keys, text.moved(nameOf(item), from + by + 1))
  }
  return (
    <>
      <ol className="wk-lines">
        {items.map((item, at) => (
          <li key={item.key} className="wk-library-order">
            <div className="wk-library-item">
              <ItemLine item={item} />
            </div>
            <p className="wk-row wk-no-print">
              {at > 0 && (
                <TextButton aria-label={text.up(nameOf(item))} onClick={() => move(at, -1)}>
                  {text.upShort}
                </TextButton>
              )}
              {at < items.length - 1 && (
                <TextButton aria-label={text.down(nameOf(item))} onClick={() => move(at, 1)}>
                  {text.downShort}
                </TextButton>
              )}
              <TextButton
                aria-label={text.remove(nameOf(item))}
                onClick={() =>
                  order(
                    items.flatMap(({ key }) => (key === item.key ? [] : [key])),
                    '',
                  )
                }
              >
                {text.removeShort}
              </TextButton>
            </p>
          </li>
        ))}
      </ol>
      <p role="status" className="wk-sr-only">
        {told}
      </p>
      <div role="alert">{keep.error !== null && <p className="wk-field__error">{keep.error.message}</p>}</div>
    </>
  )
}
