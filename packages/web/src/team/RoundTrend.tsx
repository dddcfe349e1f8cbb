import { fixedNumber } from '@weerklank/core/shared/number-words'
import { roundTalkWords } from '@weerklank/core/team/round-talk.words'
import type { RoundDetails, RoundOutcome, RoundTrend as Trend } from '@weerklank/core/team/team.contract'
import { useNow } from '../language/use-now.ts'
import { useDaySeen } from '../language/use-seen.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Section } from '../ui/Section.tsx'
import { Table } from '../ui/Table.tsx'
import { lastDay } from './round-day.ts'
import { roundReportText } from './round-report.text.ts'

type Props = { round: RoundDetails; outcome: RoundOutcome }
type Point = Trend['points'][number]

type Means = readonly { item: string; mean: number }[]

/** Earlier rounds of the same team beside this one, together, per group and between groups; and which are not laid beside it, with the reason. */
export function RoundTrend({ round, outcome }: Props) {
  const text = useText(roundReportText)
  const language = useLanguage()
  const points = round.trend?.points ?? []
  if (points.length === 0) return null
  const told = points.filter(({ other }) => other === null)
  const apart = points.flatMap(({ round, title, other }) => (other === null ? [] : [{ round, title, other }]))
  // By name: each round has groups of its own.
  const names = outcome.groups.map(({ name }) => name)
  const groups = names.filter((name) => told.some((point) => meansOf(point, name).length > 0))
  return (
    <Section title={text.trend} intro={text.trendIntro}>
      {told.length > 1 && told.some(({ items }) => items.length > 0) && (
        <MeansTable caption={text.trendTable} outcome={outcome} points={told} of={({ items }) => items} />
      )}
      {told.length > 1 && groups.length > 0 && (
        <Disclosure label={text.trendGroups}>
          {groups.map((name) => (
            <MeansTable
              key={name}
              caption={name}
              captionVisible
              outcome={outcome}
              points={told}
              of={(point) => meansOf(point, name)}
            />
          ))}
        </Disclosure>
      )}
      {told.length > 1 && <Pairs points={told} />}
      {apart.map(({ round, title, other }) => (
        <p key={round} className="wk-small">
          {title}: {roundTalkWords[language].other[other]}
        </p>
      ))}
    </Section>
  )
}

const meansOf = ({ groups }: Point, name: string): Means =>
  groups.find((one) => one.name === name)?.items ?? []

/** One column for each time, the oldest first. */
function useTimes(points: readonly Point[]) {
  const language = useLanguage()
  const seen = useDaySeen(useNow())
  const told = (mean: number | undefined) => (mean === undefined ? '–' : fixedNumber(mean, language, 1))
  return <Row,>(meanIn: (point: Point, row: Row) => number | undefined) =>
    points.map((point) => ({
      ...{ id: point.round, head: `${point.title}, ${lastDay(point.closedAt, seen, 0)}`, numeric: true },
      cell: (row: Row) => told(meanIn(point, row)),
    }))
}

type MeansProps = {
  caption: string
  captionVisible?: boolean
  outcome: RoundOutcome
  points: readonly Point[]
  of: (point: Point) => Means
}

function MeansTable({ caption, captionVisible = false, outcome, points, of }: MeansProps) {
  const text = useText(roundReportText)
  const language = useLanguage()
  const times = useTimes(points)
  type Item = RoundOutcome['instrument']['items'][number]
  return (
    <Table<Item>
      caption={caption}
      captionVisible={captionVisible}
      rows={outcome.instrument.items}
      rowId={({ id }) => id}
      columns={[
        { id: 'question', head: text.question, cell: ({ label }) => label[language] },
        ...times<Item>((point, { id }) => of(point).find(({ item }) => item === id)?.mean),
      ]}
    />
  )
}

type Pair = Point['pairs'][number]

/** Between groups, of the pairs that were told at least once; in the order in which the groups are told everywhere. */
function Pairs({ points }: { points: readonly Point[] }) {
  const text = useText(roundReportText)
  const times = useTimes(points)
  const isSame = (one: Pair, { from, about }: Pair) => one.from === from && one.about === about
  const all = points.flatMap(({ pairs }) => pairs)
  const rows = all.filter((pair, at) => all.findIndex((one) => isSame(one, pair)) === at)
  if (rows.length === 0) return null
  return (
    <Table<Pair>
      caption={text.trendPairs}
      captionVisible
      rows={rows}
      rowId={({ from, about }) => `${from} ${about}`}
      columns={[
        { id: 'pair', head: text.sayer, cell: ({ from, about }) => text.swapOf(from, about) },
        ...times<Pair>(({ pairs }, row) => pairs.find((one) => isSame(one, row))?.mean),
      ]}
    />
  )
}
