import { Link } from '@tanstack/react-router'
import type { Analysis } from '@weerklank/core/analysis/analysis.contract'
import type { ReactNode } from 'react'
import { useText } from '../language/use-text.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { AnalysisTabs } from './AnalysisTabs.tsx'
import { analysisHeadText } from './analysis-head.text.ts'

type Props = {
  analysis: Pick<Analysis, 'id' | 'title' | 'question'>
  /** The main action of this part, once. */
  actions?: ReactNode
  /** Which part, for the name of the document; left out on the first. */
  part?: keyof (typeof analysisHeadText)['nl']['tab']
}

/** Begins every page of one analysis: its title and question, and the way to its other parts. */
export function AnalysisHead({ analysis, actions, part }: Props) {
  const text = useText(analysisHeadText)
  const { id, title, question } = analysis
  return (
    <div className="wk-analysis-head">
      <PageHeader
        title={title}
        documentTitle={part === undefined ? title : `${text.tab[part]} · ${title}`}
        intro={question === '' ? text.noQuestion : question}
        back={<Link to="/duiden">{text.back}</Link>}
        actions={actions}
      />
      <AnalysisTabs analysis={id} />
    </div>
  )
}
