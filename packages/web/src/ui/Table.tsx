import './table.css'
import type { ReactNode } from 'react'
import { classes } from './classes.ts'

export type Column<Row> = {
  id: string
  head: string
  cell: (row: Row) => ReactNode
  numeric?: boolean
}

type Props<Row> = {
  /** What the table tells; read aloud, and seen when `captionVisible`. */
  caption: string
  captionVisible?: boolean
  /** The first one names the row. */
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowId: (row: Row) => string
}

/** Becomes a list below 640 px: each row a block, each cell with its heading. */
export function Table<Row>({ caption, captionVisible = false, columns, rows, rowId }: Props<Row>) {
  return (
    <table className="wk-table">
      <caption className={classes(!captionVisible && 'wk-sr-only')}>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ id, head, numeric }) => (
            <th key={id} scope="col" className={classes(numeric && 'wk-table__number')}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowId(row)}>
            {columns.map((column, index) => (
              <TableCell key={column.id} column={column} row={row} names={index === 0} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type CellProps<Row> = { column: Column<Row>; row: Row; names: boolean }

function TableCell<Row>({ column, row, names }: CellProps<Row>) {
  const className = classes(column.numeric && 'wk-table__number')
  if (names) {
    return (
      <th scope="row" className={className}>
        {column.cell(row)}
      </th>
    )
  }
  return (
    <td className={className} data-head={column.head}>
      {column.cell(row)}
    </td>
  )
}
