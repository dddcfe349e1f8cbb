import './audit.css'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { componentLater } from '../ui/Later.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageState } from '../ui/PageState.tsx'
import { AuditCheck } from './AuditCheck.tsx'
import { AuditExport } from './AuditExport.tsx'
import { AuditFilterForm } from './AuditFilterForm.tsx'
import { AuditNarrowed } from './AuditNarrowed.tsx'
import { auditQuery } from './audit.queries.ts'
import { auditText } from './audit.text.ts'
import { readAuditSearch } from './audit-search.ts'

// With the words of every deed; they come while the lines are asked for.
const LaterTable = componentLater(async () => (await import('./AuditTable.tsx')).AuditTable)

/** Who did what, for the privacy officer. */
export function AuditPage() {
  const text = useText(auditText)
  const search = readAuditSearch(useSearch({ from: '/members/logboek' }))
  const query = useInfiniteQuery(auditQuery(search))
  return (
    <>
      <PageHeader
        title={text.title}
        intro={
          <>
            {text.intro} {text.watched}
          </>
        }
      />
      <AuditCheck lastCheck={query.data?.lastCheck} />
      <AuditFilterForm key={JSON.stringify(search)} search={search} members={query.data?.members ?? []} />
      <AuditNarrowed search={search} />
      <PageState
        query={query}
        isEmpty={({ lines }) => lines.length === 0}
        empty={<EmptyState title={text.emptyTitle} text={text.emptyText} />}
      >
        {({ lines }) => (
          <>
            <Suspense fallback={null}>
              <LaterTable lines={lines} />
            </Suspense>
            <div className="wk-audit-more">
              <p role="status" className="wk-muted">
                {query.isFetchNextPageError ? text.moreFailed : text.count(lines.length)}
              </p>
              {query.hasNextPage && (
                <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {text.more}
                </Button>
              )}
            </div>
            <AuditExport search={search} />
          </>
        )}
      </PageState>
    </>
  )
}
