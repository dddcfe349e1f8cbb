import type { CellMark } from '@weerklank/core/analysis/matrix'

const shapes: Record<CellMark, string> = {
  confirms: 'M2 7l3.5 3.5l7-8',
  adds: 'M1.5 7h11M7 1.5v11',
  contradicts: 'M1.5 5h11M1.5 9h11M4.5 12.5l5-11',
  silent: 'M2.5 7a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0',
}

/** The sign of a mark; its words stand in the name of what it belongs to. */
export function MatrixSign({ mark }: { mark: CellMark }) {
  return (
    <svg className="wk-matrix__sign" viewBox="0 0 14 14" aria-hidden="true">
      <path d={shapes[mark]} fill="none" stroke="currentColor" strokeWidth="2" />
    </svg>
  )
}
