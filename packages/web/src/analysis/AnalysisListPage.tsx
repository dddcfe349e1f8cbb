import './analysis-list.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { AnalysisLine } from '@weerklank/core/analysis/analysis.contract'
import { dayAlone } from '../language/moment-words.ts'
import { useNow } from '../language/use-now.ts'
import { useDaySeen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageState } from '../ui/PageState.tsx'
import { analysisListQuery } from './analysis.queries.ts'
import { analysisListText } from './analysis-list.text.ts'

/** The analyses that one works on. */
export function AnalysisListPage() {
  const text = useText(analysisListText)
  const query = useQuery(analysisListQuery)
  const isEmpty = query.data?.analyses.length === 0
  const make = (
    <LinkButton variant="primary" icon="plus" to="/duiden/nieuw">
      {text.make}
    </LinkButton>
  )
  const bring = (
    <LinkButton variant="quiet" to="/duiden/inlezen">
      {text.bring}
    </LinkButton>
  )
  const actions = (
    <>
      {bring}
      {make}
    </>
  )
  return (
    <>
      <PageHeader title={text.title} intro={text.intro} actions={isEmpty ? undefined : actions} />
      <PageState
        query={query}
        isEmpty={({ analyses }) => analyses.length === 0}
        empty={<EmptyState title={text.emptyTitle} text={text.emptyText} action={actions} />}
      >
        {({ analyses }) => (
          <ul className="wk-lines wk-analyses">
            {analyses.map((one) => (
              <Line key={one.id} analysis={one} />
            ))}
          </ul>
        )}
      </PageState>
    </>
  )
}

function Line({ analysis }: { analysis: AnalysisLine }) {
  const text = useText(analysisListText)
  const seen = useDaySeen(useNow())
  const { id, title, question, documents, quotes, changedAt } = analysis
  return (
    <li>
      <Link to="/duiden/$analysis" params={{ analysis: id }}>
        {title}
      </Link>
      {question !== '' && <p>{question}</p>}
      <p className="wk-muted wk-small">
        {text.documents(documents)} · {text.quotes(quotes)} · {text.changed(dayAlone(changedAt, seen))}
      </p>
    </li>
  )
}
