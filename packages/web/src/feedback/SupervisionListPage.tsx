import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useDates } from '../access/access.ts'
import { ApiError } from '../api/api-error.ts'
import { useText } from '../language/use-text.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageState } from '../ui/PageState.tsx'
import { sharedWithMeQuery } from './supervision.queries.ts'
import { supervisionText } from './supervision.text.ts'

/** What colleagues share with a supervisor, each with its question. */
export function SupervisionListPage() {
  const text = useText(supervisionText)
  const dates = useDates()
  const query = useQuery(sharedWithMeQuery)
  if (query.error instanceof ApiError && query.error.code === 'not-allowed') return <NotForYou />
  return (
    <>
      <PageHeader title={text.list} intro={text.listIntro} />
      <PageState
        query={query}
        isEmpty={({ shares }) => shares.length === 0}
        empty={<EmptyState title={text.listEmptyTitle} text={text.listEmptyText} />}
      >
        {({ shares }) => (
          <ul className="wk-lines">
            {shares.map(({ id, title, from, question, endsAt }) => (
              <li key={id}>
                <h2 className="wk-line-title">
                  <Link to="/meekijken/$share" params={{ share: id }}>
                    {title}
                  </Link>
                </h2>
                <p>“{question}”</p>
                <p className="wk-muted wk-small">
                  {text.asked(from)} · {text.ends(dates.dayMonth(endsAt))}
                </p>
              </li>
            ))}
          </ul>
        )}
      </PageState>
    </>
  )
}

/** Who typed the address, and is nobody's supervisor. */
function NotForYou() {
  const text = useText(supervisionText)
  return (
    <>
      <PageHeader title={text.list} intro={text.notForYou} />
      <div className="wk-actions">
        <LinkButton variant="primary" to="/">
          {text.home}
        </LinkButton>
      </div>
    </>
  )
}
