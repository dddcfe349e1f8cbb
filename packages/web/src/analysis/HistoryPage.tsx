import './quotes.css'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { Analysis } from '@weerklank/core/analysis/analysis.contract'
import type { PastDeed } from '@weerklank/core/analysis/deed.contract'
import { useMe } from '../access/access.ts'
import { momentWords } from '../language/moment-words.ts'
import { useNow } from '../language/use-now.ts'
import { useDaySeen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageState } from '../ui/PageState.tsx'
import { analysisQuery, historyQuery } from './analysis.queries.ts'
import { historyText } from './history.text.ts'
import { useActs } from './use-acts.ts'

/** Who changed what in an analysis, and when. */
export function HistoryPage() {
  const text = useText(historyText)
  const { analysis } = useParams({ from: '/members/duiden/$analysis/geschiedenis' })
  const found = useQuery(analysisQuery(analysis))
  const query = useInfiniteQuery(historyQuery(analysis))
  const acts = useActs(analysis)
  return (
    <>
      <PageHeader
        title={text.title}
        intro={text.intro}
        back={
          <Link to="/duiden/$analysis" params={{ analysis }}>
            {text.back}
          </Link>
        }
        actions={
          found.data !== undefined && (
            <>
              {found.data.canUndo && (
                <Button icon="return" onClick={() => void acts.undo()}>
                  {text.undo}
                </Button>
              )}
              {found.data.canRedo && <Button onClick={() => void acts.redo()}>{text.redo}</Button>}
            </>
          )
        }
      />
      <PageState
        query={query}
        isEmpty={({ pages }) => pages[0]?.deeds.length === 0}
        empty={<EmptyState title={text.emptyTitle} text={text.emptyText} />}
      >
        {({ pages }) => (
          <ol className="wk-lines">
            {pages.flatMap(({ deeds }) =>
              deeds.map((deed) => <Deed key={deed.id} deed={deed} members={found.data?.members ?? []} />),
            )}
          </ol>
        )}
      </PageState>
      {query.hasNextPage && (
        <div className="wk-actions">
          <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {text.more}
          </Button>
        </div>
      )}
    </>
  )
}

function Deed({ deed, members }: { deed: PastDeed; members: Analysis['members'] }) {
  const text = useText(historyText)
  const me = useMe().member.id
  const seen = useDaySeen(useNow())
  const { by, at, kind, about, rows, undoneAt } = deed
  const who = by === me ? text.me : (members.find(({ id }) => id === by)?.name ?? text.somebody)
  return (
    <li>
      <p>
        <strong>{who}</strong> {text.kind[kind](about, rows)}{' '}
        {undoneAt !== null && <Chip>{text.undone}</Chip>}
      </p>
      <p className="wk-muted wk-small">{momentWords(at, seen)}</p>
    </li>
  )
}
