import './library.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useText } from '../language/use-text.ts'
import { Chip } from '../ui/Chip.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageState } from '../ui/PageState.tsx'
import { BringItems } from './BringItems.tsx'
import { ItemLine } from './FoundItems.tsx'
import { ownItemsQuery } from './library.queries.ts'
import { ownItemsText } from './own-items.text.ts'

/** The organisation's own items in every state, and reading a file of them in. */
export function OwnItemsPage() {
  const text = useText(ownItemsText)
  const query = useQuery(ownItemsQuery)
  const write = (
    <LinkButton variant="primary" icon="plus" to="/kennis/nieuw" search={{}}>
      {text.write}
    </LinkButton>
  )
  const back = (
    <Link to="/kennis" search={{}}>
      {text.back}
    </Link>
  )
  const any = query.data !== undefined && query.data.items.length > 0
  return (
    <>
      <PageHeader title={text.title} intro={text.intro} back={back} actions={any ? write : undefined} />
      <div className="wk-stack wk-stack--wide">
        <PageState
          query={query}
          isEmpty={({ items }) => items.length === 0}
          empty={<EmptyState title={text.emptyTitle} text={text.emptyText} action={write} />}
        >
          {({ items }) => (
            <ul className="wk-lines">
              {items.map((item) => (
                <li key={item.key} className="wk-library-item">
                  <ItemLine item={item} />
                  <p>
                    <Chip tone={item.status === 'published' ? 'kept' : 'plain'}>
                      {text.status[item.status]}
                    </Chip>
                  </p>
                </li>
              ))}
            </ul>
          )}
        </PageState>
        {query.data?.mayWrite === true && <BringItems />}
      </div>
    </>
  )
}
