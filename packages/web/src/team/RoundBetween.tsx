import { fixedNumber } from '@weerklank/core/shared/number-words'
import { roundWords } from '@weerklank/core/team/round.words'
import { askedGroups, betweenCells, gapsOf } from '@weerklank/core/team/round-between'
import { gapSentence } from '@weerklank/core/team/round-talk.words'
import { spreadOf } from '@weerklank/core/team/spread'
import { spreadSentence } from '@weerklank/core/team/spread.words'
import type { RoundOutcome } from '@weerklank/core/team/team.contract'
import { useLanguage, useText } from '../language/use-text.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Section } from '../ui/Section.tsx'
import { Table } from '../ui/Table.tsx'
import { roundReportText } from './round-report.text.ts'

type Props = { outcome: RoundOutcome }

/** What each group says about each other one: as a table, side by side in words, and per question. In the order of the alphabet. */
export function RoundBetween({ outcome }: Props) {
  const text = useText(roundReportText)
  const language = useLanguage()
  const groups = askedGroups(outcome)
  const cells = betweenCells(outcome)
  const gaps = gapsOf(outcome)
  const told = (from: string, about: string) => {
    const cell = cells.find((one) => one.from === from && one.about === about)
    if (cell === undefined) return <span className="wk-muted">{text.own}</span>
    if (cell.mean !== null) return fixedNumber(cell.mean, language, 1)
    return <span className="wk-muted">{roundWords[language].viewHidden[cell.hidden]}</span>
  }
  return (
    <Section title={text.between} intro={text.betweenIntro}>
      <Table
        caption={text.betweenTable}
        rows={groups}
        rowId={({ id }) => id}
        columns={[
          { id: 'from', head: text.sayer, cell: ({ name }) => name },
          ...groups.map((about) => ({
            ...{ id: about.id, head: about.name },
            cell: ({ id }: (typeof groups)[number]) => told(id, about.id),
          })),
        ]}
      />
      <h3>{text.gaps}</h3>
      {gaps.length === 0 ? (
        <p>{text.noGaps}</p>
      ) : (
        <ul className="wk-round-rules">
          {gaps.map((gap) => (
            <li key={`${gap.first} ${gap.second}`}>{gapSentence(gap, { outcome, language })}</li>
          ))}
        </ul>
      )}
      <PerQuestion outcome={outcome} />
    </Section>
  )
}

function PerQuestion({ outcome }: Props) {
  const text = useText(roundReportText)
  const language = useLanguage()
  const { scale, items } = outcome.instrument
  const nameOf = (id: string) => outcome.groups.find((group) => group.id === id)?.name ?? ''
  const rows = outcome.views.flatMap(({ from, about, items: told }) =>
    told.flatMap(({ item, result }) =>
      result.status === 'hidden'
        ? []
        : [{ from, about, item, spread: spreadOf(result.tally, scale), id: `${from} ${about} ${item}` }],
    ),
  )
  return (
    <Disclosure label={text.perQuestion}>
      <Table
        caption={text.perQuestion}
        rows={rows}
        rowId={({ id }) => id}
        columns={[
          {
            ...{ id: 'pair', head: text.sayer },
            cell: ({ from, about }) => text.swapOf(nameOf(from), nameOf(about)),
          },
          {
            ...{ id: 'question', head: text.question },
            cell: ({ item }) => items.find(({ id }) => id === item)?.label[language] ?? item,
          },
          { id: 'people', head: text.people, cell: ({ spread }) => spread?.n ?? '–', numeric: true },
          { id: 'spread', head: text.range, cell: ({ spread }) => spreadSentence(spread, language) },
        ]}
      />
    </Disclosure>
  )
}
