import { chartColours } from './chart-colours.ts'
import { measured, type PlacedText, textBox } from './placed-text.ts'
import type { RunChartInput } from './run-chart-input.ts'
import type { RunChartLabels } from './run-chart-labels.ts'
import { bodyText, type RunChartPlan } from './run-chart-layout.ts'
import { escapeXml, type SvgAttributes, svgElement } from './svg-text.ts'

/** All texts of the picture. */
export function textsSvg(input: RunChartInput, plan: RunChartPlan, labels: RunChartLabels): string {
  const { muted, kept, warmInk, primary } = chartColours
  const texts = (placed: readonly PlacedText[], look: SvgAttributes) =>
    placed.map((text) => textSvg(text, { ...look, ...haloOf(text, plan, look.class) })).join('')
  return (
    texts(tickTexts(plan), { class: 'wk-c-tick', fill: muted }) +
    texts(labels.dates, { class: 'wk-c-date', fill: muted }) +
    texts(labels.missed, { class: 'wk-c-missed-label', fill: muted }) +
    texts(input.points.length === 0 ? [emptyText(input, plan)] : [], { class: 'wk-c-empty', fill: muted }) +
    texts(labels.cutoff, { class: 'wk-c-cut-label', fill: warmInk }) +
    texts(labels.levels, { class: 'wk-c-level-label', fill: muted }) +
    texts(
      labels.notes.flatMap((note) => note.texts),
      { class: 'wk-c-note-label', fill: kept },
    ) +
    texts(labels.lastValue ? [labels.lastValue] : [], { class: 'wk-c-last', fill: primary })
  )
}

function textSvg({ text, x, y, anchor, style }: PlacedText, look: SvgAttributes): string {
  const attributes = {
    x,
    y,
    'text-anchor': anchor === 'start' ? undefined : anchor,
    'font-size': style.size === bodyText.size ? undefined : style.size,
    'font-weight': style.bold ? '600' : undefined,
    ...look,
  }
  return svgElement('text', attributes, escapeXml(text))
}

function tickTexts({ ticks, plot }: RunChartPlan): PlacedText[] {
  return ticks.map(({ y, label }) => ({
    ...measured(label, bodyText),
    x: plot.left - 10,
    y: y + 4.5,
    anchor: 'end',
  }))
}

const emptyWords = { nl: 'Nog geen antwoorden', en: 'No answers yet' } as const

function emptyText({ lang }: RunChartInput, { plot, cutoffY }: RunChartPlan): PlacedText {
  const bandTop = cutoffY !== null && plot.bottom - cutoffY > 60 ? cutoffY : plot.top
  return {
    ...measured(emptyWords[lang], bodyText),
    x: (plot.left + plot.right) / 2,
    y: (bandTop + plot.bottom) / 2 + 8,
    anchor: 'middle',
  }
}

// A rim in the colour of the band hides grid lines behind a text. Beside the plot it would show as a stain.
function haloOf(
  text: PlacedText,
  { plot, cutoffY }: RunChartPlan,
  name: SvgAttributes[string],
): SvgAttributes {
  const box = textBox(text)
  const isInPlot =
    box.left > plot.left && box.right < plot.right && box.top > plot.top && box.bottom < plot.bottom
  if (!isInPlot) return {}
  const tone = cutoffY !== null && text.y > cutoffY ? 'warm' : 'cool'
  return {
    class: `${name} wk-c-on-${tone}`,
    stroke: chartColours[tone],
    'stroke-width': 4,
    'stroke-linejoin': 'round',
    'paint-order': 'stroke',
  }
}
