import './page-state.css'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useText } from '../language/use-text.ts'
import { ErrorNotice } from './ErrorNotice.tsx'
import { Skeleton } from './Skeleton.tsx'
import { uiText } from './ui.text.ts'

type Props<Data> = {
  /** Of `useQuery`, or of a list that is fetched page by page. */
  query: Pick<UseQueryResult<Data, Error>, 'data' | 'error' | 'isFetching'> & {
    refetch: () => Promise<unknown>
  }
  /** Grey shapes as large as what comes; three lines when not given. */
  loading?: ReactNode
  /** What to show instead of the data when there is nothing in it yet: `isEmpty` decides. */
  empty?: ReactNode
  isEmpty?: (data: Data) => boolean
  children: (data: Data) => ReactNode
}

/** The four states of everything that is fetched. Old data stay on the screen when fetching anew fails. */
export function PageState<Data>({ query, loading, empty, isEmpty, children }: Props<Data>) {
  const text = useText(uiText)
  const { data, error, isFetching } = query
  if (data !== undefined) {
    return (
      <>
        {error !== null && (
          <p className="wk-stale" role="status">
            {text.stale}
          </p>
        )}
        {isEmpty?.(data) ? empty : children(data)}
      </>
    )
  }
  if (error !== null) {
    return <ErrorNotice error={error} onRetry={() => void query.refetch()} busy={isFetching} />
  }
  return (
    <div className="wk-loading" aria-busy="true">
      <p className="wk-sr-only" role="status">
        {text.loading}
      </p>
      {loading ?? <Skeleton lines={3} />}
    </div>
  )
}
