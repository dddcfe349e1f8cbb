import { chartColours, darkChartColours } from './chart-colours.ts'

type Tone = keyof typeof chartColours

// The page's own tokens; a page that lacks one gets the chart's literal colour.
const tokens: Readonly<Record<Tone, string>> = {
  paper: '--wk-paper',
  grid: '--wk-line',
  muted: '--wk-muted',
  primary: '--wk-primary',
  cool: '--wk-cool',
  warm: '--wk-warm',
  warmInk: '--wk-warm-ink',
  kept: '--wk-kept',
}

const tones = Object.keys(tokens).filter((tone): tone is Tone => tone in chartColours)

function toneVariables(colours: Readonly<Record<Tone, string>>): string {
  return tones.map((tone) => `--wk-c-${tone}: var(${tokens[tone]}, ${colours[tone]});`).join(' ')
}

// Fills are ink, not background: they come out of a printer even where a page makes its own tints white.
const printVariables = tones.map((tone) => `--wk-c-${tone}: ${chartColours[tone]};`).join(' ')

const systemColours: Readonly<Record<Tone, string>> = {
  paper: 'Canvas',
  grid: 'CanvasText',
  muted: 'CanvasText',
  primary: 'CanvasText',
  cool: 'Canvas',
  warm: 'Canvas',
  warmInk: 'CanvasText',
  kept: 'CanvasText',
}
const systemVariables = tones.map((tone) => `--wk-c-${tone}: ${systemColours[tone]};`).join(' ')

/**
 * The style sheet of all charts, for a page to include once. It turns the literal colours of the pictures into the page's
 * tokens `--wk-…`, and handles dark mode, forced colours, hover and keyboard position (`.wk-c-active` on a point).
 */
export const chartCss = `
.wk-chart { ${toneVariables(chartColours)} font-family: inherit; }
@media screen and (prefers-color-scheme: dark) { .wk-chart { ${toneVariables(darkChartColours)} } }
@media print { .wk-chart { ${printVariables} } }
@media (forced-colors: active) { .wk-chart { ${systemVariables} forced-color-adjust: none; } }
.wk-c-run { display: block; max-width: 100%; height: auto; overflow: visible; }
.wk-c-mutual { display: block; max-width: 100%; height: auto; }
.wk-c-ink { fill: currentColor; }
.wk-c-leaf { fill: var(--wk-c-kept); stroke: var(--wk-c-paper); }
.wk-c-leaf-open { fill: var(--wk-c-paper); stroke: var(--wk-c-kept); }
.wk-c-cool { fill: var(--wk-c-cool); }
.wk-c-warm { fill: var(--wk-c-warm); }
.wk-c-grid { stroke: var(--wk-c-grid); }
.wk-c-level { stroke: var(--wk-c-muted); }
.wk-c-tick, .wk-c-date, .wk-c-missed-label, .wk-c-empty, .wk-c-level-label, .wk-c-panel-name { fill: var(--wk-c-muted); }
.wk-c-tick, .wk-c-date, .wk-c-last { font-variant-numeric: tabular-nums; }
.wk-c-cut { stroke: var(--wk-c-warmInk); }
.wk-c-cut-label { fill: var(--wk-c-warmInk); }
.wk-c-line { stroke: var(--wk-c-primary); }
.wk-c-full { fill: var(--wk-c-primary); }
.wk-c-open { fill: var(--wk-c-paper); stroke: var(--wk-c-primary); }
.wk-c-cross { stroke: var(--wk-c-muted); }
.wk-c-last { fill: var(--wk-c-primary); }
.wk-c-of-kin { --wk-c-primary: var(--wk-kin, #a94e00); }
.wk-c-of-partner { --wk-c-primary: var(--wk-partner, #7b3280); }
.wk-c-note-line { stroke: var(--wk-c-kept); }
.wk-c-note-dot, .wk-c-note-label { fill: var(--wk-c-kept); }
.wk-c-note-open { fill: var(--wk-c-paper); stroke: var(--wk-c-kept); }
.wk-c-on-cool { stroke: var(--wk-c-cool); }
.wk-c-on-warm { stroke: var(--wk-c-warm); }
.wk-c-spark-band { fill: var(--wk-c-warmInk); }
.wk-c-map, .wk-c-matrix { display: block; max-width: 100%; height: auto; color: inherit; }
.wk-c-map-ring { fill: var(--wk-c-cool); stroke: var(--wk-c-muted); }
.wk-c-map-context, .wk-c-map-rim, .wk-c-map-none, .wk-c-map-plate { fill: var(--wk-c-paper); stroke: var(--wk-c-muted); }
.wk-c-map-hub { fill: var(--wk-c-paper); }
.wk-c-map-dusk { fill: var(--wk-c-muted); }
.wk-c-map-shade { stroke: var(--wk-c-muted); }
.wk-c-map-other { fill: var(--wk-c-muted); stroke: var(--wk-c-paper); }
.wk-c-map-sign { fill: var(--wk-c-warmInk); stroke: var(--wk-c-paper); }
.wk-c-map-open { fill: var(--wk-c-paper); stroke: var(--wk-c-warmInk); }
.wk-c-map-label { fill: currentColor; stroke: var(--wk-c-paper); }
.wk-c-cell { fill: var(--wk-c-primary); stroke: var(--wk-c-muted); }
.wk-c-cell-none { fill: var(--wk-c-paper); stroke: var(--wk-c-grid); }
.wk-c-on-full { fill: var(--wk-c-paper); }
.wk-c-on-full-line { stroke: var(--wk-c-paper); }
.wk-c-point { outline: none; }
.wk-c-point:hover .wk-c-quiet, .wk-c-active .wk-c-quiet { opacity: 1; }
.wk-c-point:hover .wk-c-full, .wk-c-point:hover .wk-c-open { stroke: var(--wk-c-primary); stroke-width: 4; }
.wk-c-point:hover .wk-c-cross { stroke-width: 3; }
.wk-c-active .wk-c-hit { rx: 11px; ry: 11px; stroke: var(--wk-c-primary); stroke-width: 2; }
@media (forced-colors: active) {
  .wk-c-grid { stroke-opacity: 0.35; }
  .wk-c-active .wk-c-hit { stroke: Highlight; }
  .wk-c-spark-band { fill: none; stroke: CanvasText; }
  .wk-c-cell { fill: Canvas; fill-opacity: 1; }
  .wk-c-on-full { fill: CanvasText; }
  .wk-c-on-full-line { stroke: CanvasText; }
}
`
