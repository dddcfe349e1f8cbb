import './relation-list.css'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { maySupervise } from '@weerklank/core/feedback/supervision'
import { type ReactNode, useDeferredValue } from 'react'
import { useMe } from '../access/access.ts'
import { useNow } from '../language/use-now.ts'
import { useDaySeen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { LinkButton } from '../ui/LinkButton.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageState } from '../ui/PageState.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { RelationListEmpty } from './RelationListEmpty.tsx'
import { RelationListFilter } from './RelationListFilter.tsx'
import { RelationListGroups } from './RelationListGroups.tsx'
import { RelationListMore } from './RelationListMore.tsx'
import { relationListQuery } from './relation-list.queries.ts'
import { relationListText } from './relation-list.text.ts'

/** Everyone one works with; whoever asks for attention first. */
export function RelationListPage() {
  const text = useText(relationListText)
  const { zoek: search = '', gesloten } = useSearch({ from: '/members/samenwerkingen' })
  const closed = gesloten === 'ja'
  const mayBeAsked = maySupervise(useMe().member.roles).allowed
  const seen = useDaySeen(useNow())
  const query = useInfiniteQuery(relationListQuery({ search, closed: closed ? 'yes' : 'no' }))
  return (
    <>
      <PageHeader
        title={text.list}
        intro={closed ? text.closedIntro : text.listIntro}
        actions={
          <>
            <LinkButton variant="quiet" to="/mijn-samenwerkingen">
              {text.caseload}
            </LinkButton>
            {mayBeAsked && (
              <LinkButton variant="quiet" to="/meekijken">
                {text.supervision}
              </LinkButton>
            )}
            <LinkButton variant="quiet" to="/samenwerkingen/meenemen">
              {text.takeAlong}
            </LinkButton>
            <LinkButton variant="quiet" to="/samenwerkingen/inlezen">
              {text.fromFile}
            </LinkButton>
            <LinkButton variant="primary" icon="plus" to="/samenwerkingen/nieuw">
              {text.newRelation}
            </LinkButton>
          </>
        }
      >
        <RelationListFilter search={search} found={query.data?.total} />
      </PageHeader>
      <PageState
        query={query}
        loading={<Loading />}
        isEmpty={({ relations }) => relations.length === 0}
        empty={<RelationListEmpty search={search} closed={closed} />}
      >
        {(list) => (
          <Deferred key={`${gesloten} ${search}`} list={list}>
            {(shown) => (
              <>
                <RelationListGroups list={shown} closed={closed} seen={seen} />
                <RelationListMore query={query} list={shown} />
              </>
            )}
          </Deferred>
        )}
      </PageState>
    </>
  )
}

/** Fifty new rows are drawn in small steps between which the page still answers: a slow phone would stall on them. */
function Deferred<List>({ list, children }: { list: List; children: (shown: List) => ReactNode }) {
  return children(useDeferredValue(list))
}

function Loading() {
  const rows = [1, 2, 3, 4, 5, 6]
  return (
    <ul className="wk-lines">
      {rows.map((row) => (
        <li key={row}>
          <Skeleton lines={2} />
        </li>
      ))}
    </ul>
  )
}
