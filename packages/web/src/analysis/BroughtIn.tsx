import type { exchangeEndpoints } from '@weerklank/core/analysis/exchange.contract'
import type { ReactNode } from 'react'
import type { Answer } from '../api/client.ts'
import { useText } from '../language/use-text.ts'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Section } from '../ui/Section.tsx'
import { exchangeText } from './exchange.text.ts'

type Result = Extract<Answer<(typeof exchangeEndpoints)['bringProject']>, { read: 'yes' }>

/** What came in, and everything that went otherwise: nothing goes without being said. */
export function BroughtIn({ header, result }: { header: ReactNode; result: Result }) {
  const text = useText(exchangeText)
  return (
    <>
      {header}
      <div role="status">
        <Section title={text.done(result.title)}>
          <p>{text.amounts(result)}</p>
          <p>{result.findings.length === 0 ? text.nothingLost : text.findings}</p>
          {result.findings.length > 0 && (
            <ul>
              {result.findings.map((finding) => (
                <li key={finding}>{finding}</li>
              ))}
            </ul>
          )}
          <div className="wk-actions">
            <LinkButton variant="primary" to="/duiden/$analysis" params={{ analysis: result.analysis }}>
              {text.open}
            </LinkButton>
          </div>
        </Section>
      </div>
    </>
  )
}
