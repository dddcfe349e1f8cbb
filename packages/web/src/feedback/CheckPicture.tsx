import './check-picture.css'
import type { RunChartSeries } from '@weerklank/core/charts/run-chart-input'
import { runChartLegend } from '@weerklank/core/charts/run-chart-legend'
import { checksOf } from '@weerklank/core/feedback/check-answer'
import { withFacts } from '@weerklank/core/feedback/check-facts'
import { itemLines } from '@weerklank/core/feedback/check-items'
import { limitsInWords, startInWords } from '@weerklank/core/feedback/check-lines'
import type { RelationFeedback } from '@weerklank/core/feedback/feedback.contract'
import type { Participant } from '@weerklank/core/relation/relation.contract'
import { fullDay } from '@weerklank/core/shared/day-words'
import { say } from '@weerklank/core/shared/spoken'
import { useMemo, useState } from 'react'
import type { Seen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { TextButton } from '../ui/TextButton.tsx'
import { CheckChart } from './CheckChart.tsx'
import { CheckItems } from './CheckItems.tsx'
import { CheckKeep } from './CheckKeep.tsx'
import { CheckLegend } from './CheckLegend.tsx'
import { checkPictureText } from './check-picture.text.ts'
import { lineFile } from './check-whole-file.ts'

type Props = {
  series: RunChartSeries
  title: string
  /** What the picture shows, in words. */
  sentence: string
  walkLabel: string
  feedback: RelationFeedback
  person: Participant
  seen: Seen
  /** Whether the picture may be kept or printed: not by whoever only looks along. */
  mayKeep: boolean
}

/** The pictures of one person's checks: the whole line with its own start, or a small line per question. */
export function CheckPicture({ series, feedback, person, seen, mayKeep, ...chart }: Props) {
  const text = useText(checkPictureText)
  const [view, setView] = useState<'whole' | 'items'>('whole')
  const [withLimits, setWithLimits] = useState(false)
  const items = useMemo(
    () =>
      itemLines({
        instruments: feedback.instruments,
        checks: checksOf(feedback, { participant: person.id, timeZone: seen.timeZone }),
        seen,
      }),
    [feedback, person.id, seen],
  )
  const drawn = useMemo(() => {
    return items === null
      ? null
      : withFacts(series, { instrument: items.instrument, withLimits, words: text })
  }, [series, items, withLimits, text])
  const { title, sentence } = chart
  if (items === null || drawn === null) return <CheckChart {...chart} series={series} />
  const { language } = seen
  const start = startInWords(drawn.facts, language)
  const limits = withLimits ? limitsInWords(drawn.facts, language) : []
  const below = [
    say(items.instrument.caution, { language, address: 'je' }),
    text.made(`${fullDay(seen.now, seen)} ${seen.today.slice(0, 4)}`),
  ]
  const [caution = '', made = ''] = below
  const file = `weerklank-${seen.today}`
  return (
    <div className="wk-check-picture">
      <Choice view={view} onChoose={setView} />
      {view === 'items' ? (
        <CheckItems {...{ items, language, made, caution, file, mayKeep }} name={person.name} />
      ) : (
        <>
          <CheckChart {...chart} series={drawn.series} />
          <CheckLegend entries={runChartLegend(drawn.series)} />
          {start !== null && <p>{start}</p>}
          <div role="status">{limits.length > 0 && <p className="wk-limits">{limits.join(' ')}</p>}</div>
          <div className="wk-check-picture__deeds wk-no-print">
            <TextButton aria-expanded={withLimits} onClick={() => setWithLimits(!withLimits)}>
              {withLimits ? text.hideLimits : text.showLimits}
            </TextButton>
            {mayKeep && (
              <CheckKeep
                draw={() => {
                  const said = [...(start === null ? [] : [start]), ...limits, ...below]
                  return lineFile({ series: drawn.series, title, sentence, below: said })
                }}
                name={file}
              />
            )}
          </div>
        </>
      )}
    </div>
  )
}

type ChoiceProps = { view: 'whole' | 'items'; onChoose: (view: 'whole' | 'items') => void }

/** Which picture is shown. */
function Choice({ view, onChoose }: ChoiceProps) {
  const text = useText(checkPictureText)
  return (
    <fieldset className="wk-whose wk-no-print">
      <legend className="wk-sr-only">{text.view}</legend>
      {(['whole', 'items'] as const).map((one) => (
        <button key={one} type="button" aria-pressed={one === view} onClick={() => onChoose(one)}>
          {text[one]}
        </button>
      ))}
    </fieldset>
  )
}
