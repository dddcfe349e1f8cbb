import type { Matrix, MatrixCell, MatrixRow } from '@weerklank/core/analysis/matrix'
import { cellShade } from '@weerklank/core/charts/theme-matrix-input'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { useText } from '../language/use-text.ts'
import { classes } from '../ui/classes.ts'
import type { OpenCell } from './MatrixCell.tsx'
import { MatrixList } from './MatrixList.tsx'
import { MatrixSign } from './MatrixSign.tsx'
import { matrixText } from './matrix.text.ts'

type Props = { matrix: Matrix; onOpen: (cell: OpenCell) => void }

/** The matrix as a grid for keyboard and pointer; on a narrow screen as a list of themes. */
export function MatrixGrid({ matrix, onOpen }: Props) {
  const text = useText(matrixText)
  const hint = useId()
  const table = useRef<HTMLTableElement>(null)
  const [at, setAt] = useState({ row: 0, column: 0 })
  const most = Math.max(...matrix.rows.flatMap(({ cells }) => cells.map(({ quotes }) => quotes)), 0)
  function handleKey(event: KeyboardEvent) {
    const next = stepped(at, event.key, matrix)
    if (next === null) return
    event.preventDefault()
    setAt(next)
    table.current?.querySelector<HTMLElement>(`[data-at="${next.row} ${next.column}"]`)?.focus()
  }
  return (
    <>
      <div className="wk-matrix-scroll">
        <table ref={table} className="wk-matrix" aria-label={text.grid} aria-describedby={hint}>
          <thead>
            <tr>
              <th scope="col">{text.theme}</th>
              {matrix.columns.map(({ key, name, quotes, isSilent }) => (
                <th key={key} scope="col">
                  {name}
                  <span className="wk-matrix__n">{isSilent ? text.saidNothing : `n = ${quotes}`}</span>
                </th>
              ))}
              <th scope="col">{text.together}</th>
            </tr>
          </thead>
          <tbody onKeyDown={handleKey}>
            {matrix.rows.map((row, rowAt) => (
              <tr key={row.theme.id}>
                <th scope="row">{row.theme.name}</th>
                {row.cells.map((cell, column) => (
                  <Cell
                    key={cell.column}
                    {...{ row, cell, most, column, rowAt, matrix }}
                    isHere={at.row === rowAt && at.column === column}
                    onFocus={() => setAt({ row: rowAt, column })}
                    onOpen={() => onOpen({ code: row.theme.id, column: cell.column })}
                  />
                ))}
                <td className="wk-matrix__sum">{row.quotes}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{text.together}</th>
              {matrix.columns.map(({ key, quotes }) => (
                <td key={key} className="wk-matrix__sum">
                  {quotes}
                </td>
              ))}
              <td className="wk-matrix__sum">{matrix.quotes}</td>
            </tr>
          </tfoot>
        </table>
      </div>
      <MatrixList matrix={matrix} onOpen={onOpen} />
      <p id={hint} className="wk-matrix-hint wk-muted wk-small wk-no-print">
        {text.gridHint}
      </p>
    </>
  )
}

type CellProps = {
  matrix: Matrix
  row: MatrixRow
  cell: MatrixCell
  rowAt: number
  column: number
  most: number
  isHere: boolean
  onFocus: () => void
  onOpen: () => void
}

function Cell({ matrix, row, cell, rowAt, column, most, isHere, onFocus, onOpen }: CellProps) {
  const text = useText(matrixText)
  const of = matrix.columns[column]
  const shade = cellShade(cell.quotes, most)
  const said = text.cell(row.theme.name, of?.name ?? '', cell.quotes)
  return (
    <td className={classes(of?.isSilent === true && 'wk-matrix__silent')}>
      <button
        type="button"
        className={classes('wk-matrix__cell', shade !== null && `wk-matrix__cell--${Math.round(shade * 10)}`)}
        data-at={`${rowAt} ${column}`}
        tabIndex={isHere ? 0 : -1}
        aria-label={cell.mark === null ? said : `${said}, ${text.marks[cell.mark]}`}
        onFocus={onFocus}
        onClick={onOpen}
      >
        <span>{cell.quotes === 0 ? '' : cell.quotes}</span>
        {cell.mark !== null && <MatrixSign mark={cell.mark} />}
      </button>
    </td>
  )
}

type At = { row: number; column: number }

/** Where a key leads; null for a key that is not ours. */
function stepped({ row, column }: At, key: string, { rows, columns }: Matrix): At | null {
  const last = { row: rows.length - 1, column: columns.length - 1 }
  switch (key) {
    case 'ArrowRight':
      return { row, column: Math.min(column + 1, last.column) }
    case 'ArrowLeft':
      return { row, column: Math.max(column - 1, 0) }
    case 'ArrowDown':
      return { row: Math.min(row + 1, last.row), column }
    case 'ArrowUp':
      return { row: Math.max(row - 1, 0), column }
    case 'Home':
      return { row, column: 0 }
    case 'End':
      return { row, column: last.column }
    default:
      return null
  }
}
