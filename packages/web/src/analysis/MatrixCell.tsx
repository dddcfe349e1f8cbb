import './quotes.css'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { Analysis } from '@weerklank/core/analysis/analysis.contract'
import { type CellMark, cellMarks, type Matrix, type MatrixKind } from '@weerklank/core/analysis/matrix'
import type { CodeId } from '@weerklank/core/shared/ids'
import { useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { notify } from '../ui/notices.ts'
import { PageState } from '../ui/PageState.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { quotesQuery, type SentFilter } from './analysis.queries.ts'
import { matrixText } from './matrix.text.ts'
import { cellFilter } from './matrix-view.ts'
import { useMark } from './pictures.queries.ts'
import { QuoteLine } from './QuoteLine.tsx'
import { SilenceQuestion } from './SilenceQuestion.tsx'

/** Which cell one looks into. */
export type OpenCell = { code: string; column: string }

type Props = {
  analysis: Analysis
  matrix: Matrix
  rows: 'each' | 'top'
  kind: MatrixKind
  open: OpenCell
  onClose: () => void
}

/** The quotes of a cell over the matrix: one key in, Escape back to where one was. */
export function MatrixCell({ analysis, matrix, rows, kind, open, onClose }: Props) {
  const text = useText(matrixText)
  const mark = useMark(analysis.id)
  const row = matrix.rows.find(({ theme }) => theme.id === open.code)
  const column = matrix.columns.find(({ key }) => key === open.column)
  const cell = row?.cells.find((one) => one.column === open.column)
  // What was just chosen stands, also while it is on its way.
  const [chosen, setChosen] = useState(cell?.mark ?? null)
  if (row === undefined || column === undefined || cell === undefined) return null
  const kept = cell.mark
  function say(value: CellMark | null) {
    const body = { code: open.code as CodeId, kind, column: open.column }
    setChosen(value)
    mark.mutate(
      { ...body, mark: value },
      {
        onError: () => setChosen(kept),
        onSuccess: ({ before }) =>
          notify({
            text: value === null ? text.unmarked : text.marked(text.marks[value]),
            undo: () => {
              setChosen(before)
              mark.mutate({ ...body, mark: before })
            },
          }),
      },
    )
  }
  return (
    <Dialog open title={`${row.theme.name} · ${column.name}`} onClose={onClose}>
      <div className="wk-stack">
        <RadioGroup<CellMark | 'none'>
          id="vak-teken"
          label={text.mark}
          value={chosen ?? 'none'}
          options={[
            ...cellMarks.map((value) => ({ value, label: text.marks[value] })),
            { value: 'none', label: text.noMark },
          ]}
          onChange={(value) => say(value === 'none' ? null : value)}
        />
        {mark.isError && <p role="alert">{text.markFailed}</p>}
        {cell.quotes === 0 ? (
          <p>{text.noQuotes}</p>
        ) : (
          <CellQuotes analysis={analysis} filter={cellFilter({ kind, ...open }, rows)} />
        )}
        {cell.quotes === 0 && kind === 'voice' && (
          <SilenceQuestion voice={column.name} theme={row.theme.name} onDone={onClose} />
        )}
      </div>
    </Dialog>
  )
}

/** Quotes that meet a filter, each leading to its place in the text. */
export function CellQuotes({ analysis, filter }: { analysis: Analysis; filter: SentFilter }) {
  const text = useText(matrixText)
  const query = useInfiniteQuery(quotesQuery(analysis.id, filter))
  return (
    <PageState query={query}>
      {({ pages }) => (
        <>
          <ul className="wk-lines wk-quotes">
            {pages.flatMap(({ quotes }) =>
              quotes.map((quote) => <QuoteLine key={quote.id} analysis={analysis} quote={quote} />),
            )}
          </ul>
          {query.hasNextPage && (
            <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {text.more}
            </Button>
          )}
        </>
      )}
    </PageState>
  )
}
