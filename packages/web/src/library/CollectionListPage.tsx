import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useText } from '../language/use-text.ts'
import { Chip } from '../ui/Chip.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageState } from '../ui/PageState.tsx'
import { collectionText } from './collection.text.ts'
import { collectionsQuery } from './library.queries.ts'

/** One's own collections, and those that colleagues share; by name. */
export function CollectionListPage() {
  const text = useText(collectionText)
  const query = useQuery(collectionsQuery)
  const back = (
    <Link to="/kennis" search={{}}>
      {text.back}
    </Link>
  )
  const first = (
    <LinkButton to="/kennis" search={{}}>
      {text.toLibrary}
    </LinkButton>
  )
  return (
    <>
      <PageHeader title={text.title} intro={text.intro} back={back} />
      <PageState
        query={query}
        isEmpty={({ collections }) => collections.length === 0}
        empty={<EmptyState title={text.emptyTitle} text={text.emptyText} action={first} />}
      >
        {({ collections }) => (
          <ul className="wk-lines">
            {collections.map(({ id, title, note, count, isMine, isShared }) => (
              <li key={id}>
                <Link to="/kennis/verzamelingen/$collection" params={{ collection: id }}>
                  {title}
                </Link>
                {note !== '' && <p>{note}</p>}
                <p className="wk-row wk-small wk-muted">
                  <span>{text.count(count)}</span>
                  {isMine && <Chip>{text.mine}</Chip>}
                  {isShared && <Chip tone="primary">{text.shared}</Chip>}
                </p>
              </li>
            ))}
          </ul>
        )}
      </PageState>
    </>
  )
}
