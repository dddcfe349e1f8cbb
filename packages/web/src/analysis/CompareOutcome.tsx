import '../ui/table.css'
import { useQuery } from '@tanstack/react-query'
import {
  agreementSource,
  agreementWarningWords,
  agreementWord,
} from '@weerklank/core/analysis/agreement.words'
import type { Analysis } from '@weerklank/core/analysis/analysis.contract'
import type { CodingRound } from '@weerklank/core/analysis/pictures.contract'
import { fixedNumber } from '@weerklank/core/shared/number-words'
import { useState } from 'react'
import { useLanguage, useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { PageState } from '../ui/PageState.tsx'
import { CompareDifference } from './CompareDifference.tsx'
import { compareText } from './compare.text.ts'
import { comparisonQuery } from './pictures.queries.ts'

type Props = { analysis: Analysis; round: CodingRound }
type Report = Parameters<typeof Agreement>[0]['report']

/** How far the coders agree, raw first, and each place where they differ. */
export function CompareOutcome({ analysis, round }: Props) {
  const text = useText(compareText)
  const [after, setAfter] = useState(0)
  const query = useQuery(comparisonQuery(analysis.id, round.id, after))
  return (
    <PageState query={query}>
      {({ report, differences, total, decided, next }) => (
        <div className="wk-stack">
          <Agreement report={report} nameOf={(code) => nameOf(analysis, code)} />
          <h3>{text.differences}</h3>
          <p role="status">{total === 0 ? text.noDifferences : text.decided(decided, total)}</p>
          <ol className="wk-lines wk-differences" start={after + 1}>
            {differences.map((difference) => (
              <CompareDifference
                key={`${difference.passage} ${difference.start}`}
                {...{ analysis, round, difference }}
              />
            ))}
          </ol>
          <div className="wk-actions wk-no-print">
            {after > 0 && <Button onClick={() => setAfter(0)}>{text.first}</Button>}
            {next !== null && <Button onClick={() => setAfter(next)}>{text.more}</Button>}
          </div>
        </div>
      )}
    </PageState>
  )
}

function nameOf({ codes }: Analysis, code: string): string {
  return codes.find(({ id }) => id === code)?.name ?? '–'
}

type Coefficient = number | null
type AgreementProps = {
  report: {
    raw: { same: number; of: number }
    rawCoded: { same: number; of: number }
    cohen: Coefficient
    fleiss: Coefficient
    alpha: Coefficient
    codes: readonly {
      code: string
      together: number
      someone: number
      alpha: Coefficient
      weights: { ordinal: Coefficient; interval: Coefficient } | null
    }[]
    warnings: readonly Parameters<typeof agreementWarningWords>[0][]
  }
  nameOf: (code: string) => string
}

function Agreement({ report, nameOf }: AgreementProps) {
  const text = useText(compareText)
  const language = useLanguage()
  const { raw, rawCoded, cohen, fleiss, alpha, warnings } = report
  const measures = [
    [text.cohen, cohen],
    [text.fleiss, fleiss],
    [text.alpha, alpha],
  ] as const
  const shown = measures.filter(([, value]) => value !== null)
  return (
    <>
      <p>
        <strong>{text.same(raw.same, raw.of)}</strong> {text.sameCoded(rawCoded.same, rawCoded.of)}
      </p>
      {warnings.map((warning) => (
        <p key={warning} className="wk-compare-warning">
          {agreementWarningWords(warning, language)}
        </p>
      ))}
      <Disclosure label={text.measures}>
        {shown.length === 0 ? (
          <p>{text.noneMeasured}</p>
        ) : (
          <ul>
            {shown.map(([name, value]) => (
              <li key={name}>
                {name}: {measured(value)}
              </li>
            ))}
          </ul>
        )}
        <CodeTable codes={report.codes} nameOf={nameOf} measured={measured} />
        <p className="wk-muted wk-small">{agreementSource[language]}</p>
      </Disclosure>
    </>
  )
  function measured(value: Coefficient): string {
    return value === null
      ? text.none
      : `${fixedNumber(value, language, 2)} (${agreementWord(value, language)})`
  }
}

type TableProps = {
  codes: Report['codes']
  nameOf: (code: string) => string
  measured: (value: Coefficient) => string
}

function CodeTable({ codes, nameOf, measured }: TableProps) {
  const text = useText(compareText)
  if (codes.length === 0) return null
  return (
    <table className="wk-table">
      <thead>
        <tr>
          <th scope="col">{text.theme}</th>
          <th scope="col">{text.together}</th>
          <th scope="col">{text.someone}</th>
          <th scope="col">{text.alpha}</th>
        </tr>
      </thead>
      <tbody>
        {codes.map(({ code, together, someone, alpha, weights }) => (
          <tr key={code}>
            <th scope="row">{nameOf(code)}</th>
            <td data-label={text.together}>{together}</td>
            <td data-label={text.someone}>{someone}</td>
            <td data-label={text.alpha}>
              {measured(alpha)}
              {weights !== null && (
                <span className="wk-muted wk-small">
                  {' '}
                  {text.ordinal}: {measured(weights.ordinal)}. {text.interval}: {measured(weights.interval)}.
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
