import './quotes.css'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { Analysis } from '@weerklank/core/analysis/analysis.contract'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { PageState } from '../ui/PageState.tsx'
import { AnalysisHead } from './AnalysisHead.tsx'
import { analysisQuery, quotesQuery, type SentFilter } from './analysis.queries.ts'
import type { QuotesSearch } from './coding-search.ts'
import { QuoteFilters } from './QuoteFilters.tsx'
import { QuoteLine } from './QuoteLine.tsx'
import { quotesText } from './quotes.text.ts'

const from = '/members/duiden/$analysis/uitspraken'

/** All quotes of an analysis: by theme, voice, source and time. */
export function QuotesPage() {
  const { analysis } = useParams({ from })
  const query = useQuery(analysisQuery(analysis))
  return (
    <PageState query={query}>
      {(found) => (
        <>
          <AnalysisHead analysis={found} part="quotes" />
          <Quotes analysis={found} />
        </>
      )}
    </PageState>
  )
}

function Quotes({ analysis }: { analysis: Analysis }) {
  const text = useText(quotesText)
  const search = useSearch({ from })
  const navigate = useNavigate()
  const params = { analysis: analysis.id }
  const query = useInfiniteQuery({
    ...quotesQuery(analysis.id, filterOf(search)),
    placeholderData: keepPreviousData,
  })
  const isFiltered = Object.keys(search).length > 0
  const total = query.data?.pages[0]?.total ?? 0
  function handleChange(next: QuotesSearch) {
    void navigate({ to: '/duiden/$analysis/uitspraken', params, search: next, replace: true })
  }
  return (
    <div className="wk-stack wk-stack--wide">
      {(total > 0 || isFiltered) && (
        <QuoteFilters analysis={analysis} search={search} onChange={handleChange} />
      )}
      <PageState
        query={query}
        isEmpty={() => total === 0}
        empty={
          isFiltered ? (
            <p role="status">{text.noMatch}</p>
          ) : (
            <EmptyState
              title={text.noneTitle}
              text={text.noneText}
              action={
                <LinkButton variant="primary" to="/duiden/$analysis" params={params}>
                  {text.toTexts}
                </LinkButton>
              }
            />
          )
        }
      >
        {({ pages }) => (
          <div className="wk-stack">
            <p role="status">
              <strong>{text.total(total)}.</strong> <span className="wk-muted">{text.smallNumber}</span>
            </p>
            <ul className="wk-lines wk-quotes">
              {pages.flatMap(({ quotes }) =>
                quotes.map((quote) => <QuoteLine key={quote.id} analysis={analysis} quote={quote} />),
              )}
            </ul>
            {query.hasNextPage && (
              <div className="wk-actions">
                <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {text.more}
                </Button>
              </div>
            )}
          </div>
        )}
      </PageState>
    </div>
  )
}

function filterOf(search: QuotesSearch): SentFilter {
  const { thema, stem, bron, tekst, van, tot, woorden } = search
  return {
    ...(thema !== undefined && { codes: thema }),
    ...(stem !== undefined && { voices: stem }),
    ...(bron !== undefined && { sources: bron }),
    ...(tekst !== undefined && { documents: tekst }),
    ...(van !== undefined && { from: van }),
    ...(tot !== undefined && { until: tot }),
    ...(woorden !== undefined && { words: woorden }),
  }
}
