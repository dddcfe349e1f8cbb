import type { RelationSummary } from '@weerklank/core/feedback/feedback.contract'
import { useEffect, useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { rowId } from './RelationListRow.tsx'
import { relationListText } from './relation-list.text.ts'

type Props = {
  query: {
    hasNextPage: boolean
    isFetchingNextPage: boolean
    isFetchNextPageError: boolean
    fetchNextPage: () => Promise<unknown>
  }
  list: { relations: readonly RelationSummary[]; total: number }
}

const pageSize = 50

/** The next page comes below; the first of it takes the focus, so that reading goes on where it was. */
export function RelationListMore({ query, list }: Props) {
  const text = useText(relationListText)
  const { relations, total } = list
  const handleMore = useFocusOnNew(relations, query.fetchNextPage)
  if (relations.length === total && relations.length <= pageSize) return null
  return (
    <div className="wk-relation-more">
      <p role="status" className="wk-muted">
        {query.isFetchNextPageError ? text.loadFailed : text.shown(relations.length, total)}
      </p>
      {query.hasNextPage && (
        <div className="wk-actions">
          <Button busy={query.isFetchingNextPage} onClick={handleMore}>
            {text.loadMore(Math.min(pageSize, total - relations.length))}
          </Button>
        </div>
      )}
    </div>
  )
}

function useFocusOnNew(relations: readonly RelationSummary[], fetchMore: () => Promise<unknown>) {
  const [shownBefore, setShownBefore] = useState<number | null>(null)
  useEffect(() => {
    if (shownBefore === null || relations.length <= shownBefore) return
    const first = relations[shownBefore]
    if (first !== undefined) document.getElementById(rowId(first.id))?.focus({ preventScroll: true })
    setShownBefore(null)
  }, [relations, shownBefore])
  return () => {
    setShownBefore(relations.length)
    void fetchMore()
  }
}
