import './library.css'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { addressOfFilter, filterOfAddress, type LibraryFilter } from '@weerklank/core/library/filter'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageState } from '../ui/PageState.tsx'
import { FoundItems } from './FoundItems.tsx'
import { LibraryFilters } from './LibraryFilters.tsx'
import { LibrarySearch } from './LibrarySearch.tsx'
import { libraryQuery } from './library.queries.ts'
import { libraryText } from './library.text.ts'
import { TakeAlong } from './TakeAlong.tsx'

/** Everything that is at hand: what ships, and what the organisation added. What is looked for stands in the address. */
export function LibraryPage() {
  const text = useText(libraryText)
  const filter = filterOfAddress(useSearch({ from: '/members/kennis' }))
  const navigate = useNavigate()
  const query = useInfiniteQuery(libraryQuery(filter))
  const [first] = query.data?.pages ?? []
  const look = (next: LibraryFilter) => void navigate({ to: '/kennis', search: addressOfFilter(next) })
  return (
    <>
      <PageHeader
        title={text.title}
        intro={text.intro}
        actions={<Ways mayWrite={first?.mayWrite === true} />}
      />
      <div className="wk-stack">
        <LibrarySearch
          key={filter.text}
          text={filter.text}
          onSearch={(said) => look({ ...filter, text: said })}
        />
        <LibraryFilters filter={filter} onChange={look} />
        <div role="status">
          {first !== undefined && <p className="wk-muted">{text.found(first.total)}</p>}
          {first?.isPartial && <p>{text.partial}</p>}
          {first?.meant.map(({ typed, words }) => (
            <p key={typed}>{text.meant(typed, named(words))}</p>
          ))}
          {first?.also.map(({ typed, words }) => (
            <p key={typed} className="wk-muted">
              {text.also(typed, named(words))}
            </p>
          ))}
        </div>
        <PageState
          query={query}
          isEmpty={({ pages }) => pages[0]?.total === 0}
          empty={<EmptyState title={text.nothing} text={text.nothingText} />}
        >
          {({ pages }) => <FoundItems items={pages.flatMap(({ items }) => items)} />}
        </PageState>
        {query.hasNextPage && (
          <p className="wk-no-print">
            <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {text.more}
            </Button>
          </p>
        )}
        {first !== undefined && first.total > 0 && <TakeAlong of={{ filter }} count={first.total} />}
      </div>
    </>
  )
}

const named = (words: readonly string[]) => words.map((word) => `‘${word}’`).join(', ')

function Ways({ mayWrite }: { mayWrite: boolean }) {
  const text = useText(libraryText)
  return (
    <>
      <LinkButton variant="quiet" to="/kennis/wat-werkt">
        {text.works}
      </LinkButton>
      <LinkButton variant="quiet" to="/kennis/verzamelingen">
        {text.collections}
      </LinkButton>
      {mayWrite && (
        <>
          <LinkButton variant="quiet" to="/kennis/praktijk">
            {text.practice}
          </LinkButton>
          <LinkButton variant="quiet" to="/kennis/eigen">
            {text.own}
          </LinkButton>
          <LinkButton variant="primary" icon="plus" to="/kennis/nieuw">
            {text.write}
          </LinkButton>
        </>
      )}
    </>
  )
}
