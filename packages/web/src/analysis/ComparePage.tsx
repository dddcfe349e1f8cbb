import './compare.css'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { Analysis } from '@weerklank/core/analysis/analysis.contract'
import { useText } from '../language/use-text.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { PageState } from '../ui/PageState.tsx'
import { AnalysisHead } from './AnalysisHead.tsx'
import { analysisQuery } from './analysis.queries.ts'
import { CompareRound } from './CompareRound.tsx'
import { CompareStart } from './CompareStart.tsx'
import { compareText } from './compare.text.ts'
import { roundsQuery } from './pictures.queries.ts'

/** Coding the same texts without seeing each other, then laying it side by side and talking about what differs. */
export function ComparePage() {
  const { analysis } = useParams({ from: '/members/duiden/$analysis/vergelijken' })
  const query = useQuery(analysisQuery(analysis))
  return (
    <PageState query={query}>
      {(found) => (
        <>
          <AnalysisHead analysis={found} part="compare" />
          <Rounds analysis={found} />
        </>
      )}
    </PageState>
  )
}

function Rounds({ analysis }: { analysis: Analysis }) {
  const text = useText(compareText)
  const query = useQuery(roundsQuery(analysis.id))
  return (
    <div className="wk-stack wk-stack--wide">
      <p>{text.intro}</p>
      {analysis.members.length < 2 ? (
        <div className="wk-stack">
          <p>{text.alone}</p>
          <p>
            <LinkButton to="/duiden/$analysis/instellen" params={{ analysis: analysis.id }}>
              {text.invite}
            </LinkButton>
          </p>
        </div>
      ) : (
        <Disclosure label={text.start} className="wk-no-print">
          <CompareStart analysis={analysis} />
        </Disclosure>
      )}
      <PageState query={query}>
        {({ rounds }) => (
          <>
            {rounds.map((round) => (
              <CompareRound key={round.id} analysis={analysis} round={round} />
            ))}
          </>
        )}
      </PageState>
    </div>
  )
}
