import './analysis-head.css'
import '../ui/tabs.css'
import { Link } from '@tanstack/react-router'
import { useText } from '../language/use-text.ts'
import { analysisHeadText } from './analysis-head.text.ts'

const tabs = [
  { key: 'texts', to: '/duiden/$analysis' },
  { key: 'quotes', to: '/duiden/$analysis/uitspraken' },
  { key: 'matrix', to: '/duiden/$analysis/themas' },
  { key: 'map', to: '/duiden/$analysis/kaart' },
  { key: 'compare', to: '/duiden/$analysis/vergelijken' },
  { key: 'report', to: '/duiden/$analysis/verslag' },
] as const

/** The parts of one analysis, each a page of its own. */
export function AnalysisTabs({ analysis }: { analysis: string }) {
  const text = useText(analysisHeadText)
  return (
    <nav className="wk-tabs wk-no-print" aria-label={text.parts}>
      <ul>
        {tabs.map(({ key, to }) => (
          <li key={key}>
            <Link to={to} params={{ analysis }} activeOptions={{ exact: true, includeSearch: false }}>
              {text.tab[key]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
