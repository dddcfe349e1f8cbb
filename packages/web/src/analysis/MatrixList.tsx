import type { Matrix } from '@weerklank/core/analysis/matrix'
import { useText } from '../language/use-text.ts'
import type { OpenCell } from './MatrixCell.tsx'
import { MatrixSign } from './MatrixSign.tsx'
import { matrixText } from './matrix.text.ts'

type Props = { matrix: Matrix; onOpen: (cell: OpenCell) => void }

/** The same for a narrow screen: each theme with who said how much, also who said nothing. */
export function MatrixList({ matrix, onOpen }: Props) {
  const text = useText(matrixText)
  return (
    <ul className="wk-lines wk-matrix-list">
      {matrix.rows.map(({ theme, cells, quotes }) => (
        <li key={theme.id}>
          <h3>
            {theme.name} <span className="wk-muted">({quotes})</span>
          </h3>
          <ul>
            {cells.map((cell, at) => {
              const name = matrix.columns[at]?.name ?? ''
              return (
                <li key={cell.column}>
                  <button
                    type="button"
                    className="wk-matrix-list__cell"
                    aria-label={text.cell(theme.name, name, cell.quotes)}
                    onClick={() => onOpen({ code: theme.id, column: cell.column })}
                  >
                    <span>{name}</span>
                    <strong>{cell.quotes === 0 ? '–' : cell.quotes}</strong>
                    {cell.mark !== null && <MatrixSign mark={cell.mark} />}
                  </button>
                </li>
              )
            })}
          </ul>
        </li>
      ))}
    </ul>
  )
}
