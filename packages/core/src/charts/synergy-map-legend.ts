import { chartColours } from './chart-colours.ts'
import { keySize, type LegendEntry } from './run-chart-legend.ts'
import { svgElement } from './svg-text.ts'
import type { SynergyMapInput } from './synergy-map-input.ts'
import { changeSvg, othersSvg, outcomeSvg, quarterSvg } from './synergy-map-marks.ts'

const phrases = {
  nl: {
    others: 'stem zonder eigen kwart',
    none: 'niemand noemde dit',
    outcomes: {
      'as-expected': 'zoals verwacht',
      'not-found': 'verwacht, niet gehoord',
      unexpected: 'gehoord, niet verwacht',
    },
    changes: { new: 'nieuw', more: 'meer dan eerst', less: 'minder dan eerst', gone: 'niet meer genoemd' },
  },
  en: {
    others: 'voice without a quarter',
    none: 'nobody named this',
    outcomes: {
      'as-expected': 'as expected',
      'not-found': 'expected, not heard',
      unexpected: 'heard, not expected',
    },
    changes: { new: 'new', more: 'more than before', less: 'less than before', gone: 'no longer named' },
  },
} as const

const middle = { x: keySize.width / 2, y: keySize.height / 2 }

/** What the signs on the map mean: the quarters always, of the others only those that stand in it. */
export function mapSigns({ lang, voices, elements }: SynergyMapInput): LegendEntry[] {
  const say = phrases[lang]
  const has = (test: (element: SynergyMapInput['elements'][number]) => boolean) => elements.some(test)
  const entry = (id: string, text: string, drawn: string): LegendEntry => ({ id, text, sign: keySvg(drawn) })
  const outcomes = (['as-expected', 'not-found', 'unexpected'] as const)
    .filter((outcome) => has((element) => element.outcome === outcome))
    .map((outcome) => entry(outcome, say.outcomes[outcome], outcomeSvg(outcome, { ...middle, r: 6 })))
  const changes = (['new', 'more', 'less', 'gone'] as const)
    .filter((change) => has((element) => element.change === change))
    .map((change) => entry(change, say.changes[change], changeSvg(change, { ...middle, r: 6 })))
  const isNone = (element: SynergyMapInput['elements'][number]) =>
    element.others === 0 && element.quarters.every((quotes) => quotes === 0)
  return [
    ...voices.map((voice, at) => entry(`voice-${at}`, voice, ring() + quarterSvg({ ...middle, r: 7 }, at))),
    ...(has(({ others }) => others > 0) ? [entry('others', say.others, othersSvg({ ...middle, r: 4 }))] : []),
    ...(has(isNone) ? [entry('none', say.none, ring('3 2'))] : []),
    ...outcomes,
    ...changes,
  ]
}

function ring(dashes?: string): string {
  return svgElement('circle', {
    ...{ class: 'wk-c-map-rim', cx: middle.x, cy: middle.y, r: 7.5, fill: chartColours.paper },
    ...{ stroke: chartColours.muted, 'stroke-width': 1, 'stroke-dasharray': dashes },
  })
}

function keySvg(children: string): string {
  const { width, height } = keySize
  const size = { width, height, viewBox: `0 0 ${width} ${height}` }
  return svgElement(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', class: 'wk-chart', 'aria-hidden': 'true', ...size },
    children,
  )
}
