import { drawingPaper, isDrawing } from '@weerklank/core/shared/drawing'
import { useText } from '../language/use-text.ts'
import { checkText } from './check.text.ts'

/** What a young child drew. Nobody makes more of it than that: it is looked at together, and never counted. */
export function CheckDrawing({ path, name }: { path: string; name: string }) {
  const text = useText(checkText)
  if (!isDrawing(path)) return null
  const { width, height } = drawingPaper
  return (
    <figure className="wk-drawing">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={text.drawing}>
        <path d={path} />
      </svg>
      <figcaption className="wk-muted wk-small">{text.drawnBy(name)}</figcaption>
    </figure>
  )
}
