import { drawingPaper } from '@weerklank/core/shared/drawing'
import { type Html, html } from './html.ts'

/** A drawing that was made, as a picture; `label` is the one word that can be said of it. */
export function drawingPicture(path: string, label: string): Html {
  const { width, height } = drawingPaper
  return html`<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}" stroke-linecap="round" stroke-linejoin="round"><path d="${path}"/></svg>`
}
