import { fill } from '@weerklank/core/shared/spoken'
import { drawingPicture } from '../http/drawing.ts'
import { type Html, html } from '../http/html.ts'
import type { ReportDrawing } from '../reports/relation-report.parts.ts'
import { reportWordsFor } from '../reports/relation-report.text.ts'
import { dayOn, type OwnCollaboration } from './own-page.checks.ts'
import type { OwnPage } from './own-page.ts'

/** What she drew in one collaboration, oldest first. */
export function ownDrawings(page: OwnPage, { lines }: Pick<OwnCollaboration, 'lines'>): ReportDrawing[] {
  const words = reportWordsFor(page.listener)
  return lines
    .flatMap(({ checks }) => checks)
    .toSorted((a, b) => Date.parse(a.answeredAt) - Date.parse(b.answeredAt))
    .flatMap(({ drawing, answeredAt }) =>
      drawing === undefined
        ? []
        : [{ path: drawing.path, told: fill(words.drawnOn, { day: dayOn(page, answeredAt) }) }],
    )
}

/** The same on the page that she prints. */
export function ownDrawingsOnPage(page: OwnPage, one: OwnCollaboration): Html | null {
  const drawings = ownDrawings(page, one)
  if (drawings.length === 0) return null
  const pictures = drawings.map(({ path, told }) => html`<p>${told}</p><p>${drawingPicture(path, told)}</p>`)
  return html`<h3>${reportWordsFor(page.listener).drawings}</h3>${pictures}`
}
