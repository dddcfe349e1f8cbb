import { drawingPaper } from '@weerklank/core/shared/drawing'

/** A drawing that was made, as a picture that stands by itself: dark lines on white with a rim, as on paper. */
export function drawingSvg(path: string): string {
  const { width, height } = drawingPaper
  const rim = `<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" fill="#ffffff" stroke="#cbd2ce"/>`
  const line = `<path d="${path}" fill="none" stroke="#1b2430" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${rim}${line}</svg>`
}
