import './library.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import type { ShownCollection } from '@weerklank/core/library/collection.contract'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageState } from '../ui/PageState.tsx'
import { CollectionDetails } from './CollectionDetails.tsx'
import { CollectionItems } from './CollectionItems.tsx'
import { CollectionLinks } from './CollectionLinks.tsx'
import { collectionText } from './collection.text.ts'
import { ItemLine } from './FoundItems.tsx'
import { collectionQuery, useCollectionDeeds } from './library.queries.ts'
import { TakeAlong } from './TakeAlong.tsx'

/** One collection: its items in their order, as files, and by a link. */
export function CollectionPage() {
  const text = useText(collectionText)
  const { collection } = useParams({ from: '/members/kennis/verzamelingen/$collection' })
  const query = useQuery(collectionQuery(collection))
  const back = <Link to="/kennis/verzamelingen">{text.backToAll}</Link>
  const title = query.data?.title ?? text.loading
  return (
    <>
      <PageHeader title={title} intro={query.data?.note} back={back} />
      <PageState query={query}>{(shown) => <OneCollection key={shown.id} collection={shown} />}</PageState>
    </>
  )
}

function OneCollection({ collection }: { collection: ShownCollection }) {
  const text = useText(collectionText)
  const { items, isMine, id } = collection
  return (
    <div className="wk-stack wk-stack--wide">
      {items.length === 0 && <p>{text.noItems}</p>}
      {isMine ? (
        <CollectionItems collection={collection} />
      ) : (
        <ol className="wk-lines">
          {items.map((item) => (
            <li key={item.key} className="wk-library-item">
              <ItemLine item={item} />
            </li>
          ))}
        </ol>
      )}
      {items.length > 0 && <TakeAlong of={{ collection: id }} count={items.length} />}
      {isMine && (
        <>
          <CollectionLinks collection={collection} />
          <CollectionDetails key={collection.revision} collection={collection} />
          <RemoveCollection collection={id} />
        </>
      )}
    </div>
  )
}

function RemoveCollection({ collection }: { collection: string }) {
  const text = useText(collectionText)
  const navigate = useNavigate()
  const { remove } = useCollectionDeeds()
  async function handleRemove() {
    if (remove.isPending) return
    try {
      await remove.mutateAsync(collection)
      await navigate({ to: '/kennis/verzamelingen' })
    } catch {
      // Said below the button.
    }
  }
  return (
    <div className="wk-no-print">
      <Disclosure label={text.deleteIt}>
        <div className="wk-stack">
          <p>{text.deleteSure}</p>
          <p>
            <Button variant="destructive" busy={remove.isPending} onClick={() => void handleRemove()}>
              {text.deleteIt}
            </Button>
          </p>
          <div role="alert">
            {remove.error !== null && <p className="wk-field__error">{remove.error.message}</p>}
          </div>
        </div>
      </Disclosure>
    </div>
  )
}
