import type { RunChartInput } from './run-chart-input.ts'
import { placeLabels, type RunChartLabels } from './run-chart-labels.ts'
import { planRunChart, type RunChartPlan } from './run-chart-layout.ts'
import { backgroundSvg, levelsSvg, lineSvg, notesSvg, pointsSvg } from './run-chart-marks.ts'
import type { NoteLabel } from './run-chart-notes.ts'
import { textsSvg } from './run-chart-texts.ts'
import { escapeXml, svgElement, svgId } from './svg-text.ts'

/**
 * Draws the score per contact as SVG text. Promises: well-formed XML for any text, no text over another text, no words
 * over a dot (what finds no room is left out), the same output for the same input. Points are no part of the
 * accessibility tree (`role="img"`): title and description say what the picture shows, and `runChartRows` gives the
 * table that belongs beside it. Throws a RangeError for a scale without length or steps.
 */
export function runChart(input: RunChartInput): string {
  const { plan, labels } = layOut(input)
  const titleId = svgId(input.idPrefix, 'title')
  const descriptionId = svgId(input.idPrefix, 'desc')
  return svgElement(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: `wk-chart wk-c-run${plan.isCompact ? ' wk-c-compact' : ''}`,
      role: 'img',
      'aria-labelledby': titleId,
      'aria-describedby': descriptionId,
      lang: input.lang,
      viewBox: `0 0 ${plan.width} ${plan.height}`,
      width: plan.width,
      height: plan.height,
      'font-family': "system-ui, 'Segoe UI', 'Noto Sans', sans-serif",
      'font-size': 13,
      // Time runs to the right, also on a page that reads to the left.
      direction: 'ltr',
    },
    svgElement('title', { id: titleId }, escapeXml(input.title)) +
      svgElement('desc', { id: descriptionId }, escapeXml(input.description)) +
      backgroundSvg(plan) +
      levelsSvg(plan) +
      notesSvg(labels.notes) +
      lineSvg(plan) +
      textsSvg(input, plan, labels) +
      pointsSvg(plan),
  )
}

// Lines above the plot are reserved only when recent notes find no quiet place inside.
function layOut(input: RunChartInput): { plan: RunChartPlan; labels: RunChartLabels } {
  let best = layOutWith(input, 0)
  for (let lanes = 1; lanes <= 3 && best.unrest > 0; lanes++) {
    const roomier = layOutWith(input, lanes)
    if (roomier.unrest < best.unrest) best = roomier
  }
  return best
}

function layOutWith(input: RunChartInput, lanes: number) {
  const plan = planRunChart(input, lanes)
  const labels = placeLabels(input, plan)
  const unrest = labels.notes
    .toReversed()
    .slice(0, 6)
    .reduce((sum, note, age) => sum + unrestOf(note) * (age < 3 ? 2 : 1), 0)
  return { plan, labels, unrest }
}

// A note without words weighs more than one whose words stand in the way of another line.
function unrestOf({ isCalm, texts }: NoteLabel): number {
  if (texts.length === 0) return 3
  return isCalm ? 0 : 1
}
