import { radar } from '@weerklank/core/charts/radar'
import { agreementOverAll, likenessOfItem } from '@weerklank/core/team/round-agreement'
import { type Spread, spreadOf } from '@weerklank/core/team/spread'
import { agreementOf, agreementWords, spreadSentence } from '@weerklank/core/team/spread.words'
import type { RoundDetails, RoundOutcome } from '@weerklank/core/team/team.contract'
import { useLanguage, useText } from '../language/use-text.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Section } from '../ui/Section.tsx'
import { SvgPicture } from '../ui/SvgPicture.tsx'
import { Table } from '../ui/Table.tsx'
import { roundReportText } from './round-report.text.ts'

type Props = { round: RoundDetails; outcome: RoundOutcome }
type Item = RoundOutcome['instrument']['items'][number]
type Row = { nr: string; item: Item; spread: Spread | null }

/** A picture needs as many spokes. */
const spokesAtLeast = 3

/** All questions of everybody together, in a picture and a table side by side, and whether people see it alike. */
export function RoundOverview({ round, outcome }: Props) {
  const text = useText(roundReportText)
  const language = useLanguage()
  const [whole] = outcome.groups
  if (whole?.answered.status !== 'shown' || whole.items.length === 0) return null
  const rows = outcome.instrument.items.map((item, at): Row => {
    const result = whole.items.find((one) => one.item === item.id)?.result
    const spread = result?.status === 'shown' ? spreadOf(result.tally, outcome.instrument.scale) : null
    return { nr: String(at + 1), item, spread }
  })
  const last = round.trend?.points.slice(0, -1).findLast(({ other }) => other === null)
  const before = ({ id }: Item) => last?.items.find(({ item }) => item === id)?.mean ?? null
  const note = last === undefined ? text.radarNote : `${text.radarNote} ${text.radarBefore}`
  return (
    <Section title={text.overview}>
      <div className="wk-round-overview">
        {rows.length >= spokesAtLeast && (
          <SvgPicture
            caption={note}
            svg={radar({
              ...{ idPrefix: `peiling-${round.id}`, lang: language, scale: outcome.instrument.scale },
              title: text.radarTitle,
              description: rows
                .map(
                  ({ nr, item, spread }) =>
                    `${nr} ${item.label[language]}: ${spreadSentence(spread, language)}`,
                )
                .join(' '),
              spokes: rows.map(({ nr, item, spread }) => ({
                label: nr,
                now: spread && { ...spread, middle: spread.mean },
                before: before(item),
              })),
            })}
          />
        )}
        <OverviewTable rows={rows} />
      </div>
      <Reckoned rows={rows} outcome={outcome} />
    </Section>
  )
}

function OverviewTable({ rows }: { rows: readonly Row[] }) {
  const text = useText(roundReportText)
  const language = useLanguage()
  const together = (spread: Spread | null) => {
    const agreement = spread && agreementOf(spread)
    return agreement === null ? text.hidden : agreementWords(agreement, language)
  }
  return (
    <Table
      caption={text.radarTitle}
      rows={rows}
      rowId={({ nr }) => nr}
      columns={[
        { id: 'question', head: text.question, cell: ({ nr, item }) => `${nr}. ${item.label[language]}` },
        { id: 'people', head: text.people, cell: ({ spread }) => spread?.n ?? '–', numeric: true },
        {
          ...{ id: 'range', head: text.range, numeric: true },
          cell: ({ spread }) => (spread === null ? '–' : `${spread.lowest} – ${spread.highest}`),
        },
        { id: 'together', head: text.together, cell: ({ spread }) => together(spread) },
      ]}
    />
  )
}

/** Agreement over all questions, and per question how much the group says; with what to think of such numbers. Folded away. */
function Reckoned({ rows, outcome }: { rows: readonly Row[]; outcome: RoundOutcome }) {
  const text = useText(roundReportText)
  const language = useLanguage()
  return (
    <Disclosure label={text.reckoned}>
      <ul className="wk-round-rules">
        {agreementOverAll(outcome, language).map((line) => (
          <li key={line}>{line}</li>
        ))}
        {rows.map(({ nr, item }) => (
          <li key={nr}>
            {text.likeness(item.label[language])} {likenessOfItem(outcome, item.id, language).join(' ')}
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
