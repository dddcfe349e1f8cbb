import { fixedNumber } from '@weerklank/core/shared/number-words'
import { roundTalkWords } from '@weerklank/core/team/round-talk.words'
import type { RoundDetails, RoundOutcome, RoundTrend as Trend } from '@weerklank/core/team/team.contract'
import { useNow } from '../language/use-now.ts'
import { useDaySeen } from '../language/use-seen.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { Section } from '../ui/Section.tsx'
import { Table } from '../ui/Table.tsx'
import { lastDay } from './round-day.ts'
import { roundReportText } from './round-report.text.ts'

type Props = { round: RoundDetails; outcome: RoundOutcome }
type Point = Trend['points'][number]

/** Earlier rounds of the same team beside this one, of everybody together; and which are not laid beside it, with the reason. */
export function RoundTrend({ round, outcome }: Props) {
  const text = useText(roundReportText)
  const language = useLanguage()
  const seen = useDaySeen(useNow())
  const points = round.trend?.points ?? []
  if (points.length === 0) return null
  const told = points.filter(({ other }) => other === null)
  const apart = points.flatMap(({ round, title, other }) => (other === null ? [] : [{ round, title, other }]))
  const named = (point: Point) => `${point.title}, ${lastDay(point.closedAt, seen, 0)}`
  const meanIn = (point: Point, item: string) => {
    const mean = point.items.find((one) => one.item === item)?.mean
    return mean === undefined ? '–' : fixedNumber(mean, language, 1)
  }
  return (
    <Section title={text.trend} intro={text.trendIntro}>
      {told.length > 1 && (
        <Table
          caption={text.trendTable}
          rows={outcome.instrument.items}
          rowId={({ id }) => id}
          columns={[
            { id: 'question', head: text.question, cell: ({ label }) => label[language] },
            ...told.map((point) => ({
              ...{ id: point.round, head: named(point), numeric: true },
              cell: ({ id }: { id: string }) => meanIn(point, id),
            })),
          ]}
        />
      )}
      {apart.map(({ round, title, other }) => (
        <p key={round} className="wk-small">
          {title}: {roundTalkWords[language].other[other]}
        </p>
      ))}
    </Section>
  )
}
