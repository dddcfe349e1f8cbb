import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useText } from '../language/use-text.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageState } from '../ui/PageState.tsx'
import { relationListQuery } from './relation-list.queries.ts'
import { relationListText } from './relation-list.text.ts'

export function RelationListPage() {
  const text = useText(relationListText)
  const { zoek: search = '' } = useSearch({ from: '/members/samenwerkingen' })
  const query = useQuery(relationListQuery({ search }))
  return (
    <>
      <PageHeader title={text.list} intro={text.listIntro} />
      <PageState
        query={query}
        isEmpty={({ relations }) => relations.length === 0}
        empty={search === '' ? <NoneYet /> : <NothingFound search={search} />}
      >
        {({ relations, total }) => (
          <>
            {search !== '' && <p role="status">{text.found(total, search)}</p>}
            <ul className="wk-lines">
              {relations.map(({ id, title }) => (
                <li key={id}>{title}</li>
              ))}
            </ul>
          </>
        )}
      </PageState>
    </>
  )
}

function NoneYet() {
  const text = useText(relationListText)
  return <EmptyState title={text.emptyTitle} text={text.emptyText} />
}

function NothingFound({ search }: { search: string }) {
  const text = useText(relationListText)
  return (
    <EmptyState
      title={text.nothingTitle}
      text={text.nothingText(search)}
      action={<LinkButton to="/samenwerkingen">{text.showAll}</LinkButton>}
    />
  )
}
