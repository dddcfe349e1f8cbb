import type { RunChartSeries } from '@weerklank/core/charts/run-chart-input'
import { type RunChartRow, runChartRows } from '@weerklank/core/charts/run-chart-rows'
import { type DaySeen, shortDay } from '@weerklank/core/shared/day-words'
import { useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Table } from '../ui/Table.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { checkText } from './check.text.ts'

type Props = { series: RunChartSeries; title: string; seen: DaySeen }

const firstShown = 60

/** All that the picture shows, newest first; of a long story the rest comes when asked for. */
export function CheckTable({ series, title, seen }: Props) {
  const text = useText(checkText)
  const [all, setAll] = useState(false)
  const rows = runChartRows(series)
    .map((row, index) => ({ ...row, id: `${index}` }))
    .reverse()
  const shown = all ? rows : rows.slice(0, firstShown)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever scrolls by keyboard must be able to reach what scrolls
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields, and a section would be a landmark once more
    <div className="wk-check-table" role="group" aria-label={title} tabIndex={0}>
      <Table
        caption={title}
        columns={[
          { id: 'day', head: text.day, cell: (row: RunChartRow) => shortDay(row.at, seen) },
          { id: 'value', head: text.value, cell: (row) => row.valueLabel, numeric: true },
          { id: 'remark', head: text.remark, cell: (row) => row.remark },
        ]}
        rows={shown}
        rowId={(row) => row.id}
      />
      {shown.length < rows.length && (
        <TextButton onClick={() => setAll(true)}>{text.allRows(rows.length)}</TextButton>
      )}
    </div>
  )
}
