import { chartColours } from './chart-colours.ts'
import type { MapTie, NetworkMapInput } from './network-map-input.ts'
import { tieSignSvg, tieStroke, voiceMarkSvg } from './network-map-marks.ts'
import { keySize, type LegendEntry } from './run-chart-legend.ts'
import { escapeXml, svgElement } from './svg-text.ts'

const middle = { x: keySize.width / 2, y: keySize.height / 2 }

/** What the signs in the picture mean: the sides by their numbers, and of voices and lines those that stand in it. */
export function networkMapSigns({ people, sides, ties, words }: NetworkMapInput): LegendEntry[] {
  const entry = (id: string, text: string, drawn: string): LegendEntry => ({ id, text, sign: keySvg(drawn) })
  const families = (['client', 'kin', 'professional', 'partner'] as const).filter((voice) =>
    people.some((person) => person.voice === voice),
  )
  return [
    ...sides.map((name, index) => entry(`side-${index}`, name, numberSvg(index + 1))),
    ...families.map((voice) => entry(voice, words.voices[voice], voiceMarkSvg(voice, middle, 6))),
    ...lineSigns({ ties, words }).map(({ id, text, line }) => entry(id, text, line)),
  ]
}

function lineSigns({ ties, words }: Pick<NetworkMapInput, 'ties' | 'words'>) {
  const isCompared = ties.some(({ change }) => change !== null)
  if (isCompared) {
    return (['new', 'gone', 'changed', 'same'] as const)
      .filter((change) => ties.some((tie) => tie.change === change))
      .map((change) => {
        const line = lineSvg({ often: 'monthly', useful: 'untold', change }) + tieSignSvg(change, middle)
        return { id: change, text: words.change[change], line }
      })
  }
  const oftens = (['seldom', 'monthly', 'fortnightly', 'weekly'] as const)
    .filter((often) => ties.some((tie) => tie.often === often))
    .map((often) => ({
      ...{ id: often, text: words.often[often] },
      line: lineSvg({ often, useful: 'yes', change: null }),
    }))
  const usefuls = (['yes', 'bit', 'not', 'untold'] as const)
    .filter((useful) => ties.some((tie) => tie.useful === useful))
    .map((useful) => ({
      ...{ id: useful, text: words.useful[useful] },
      line: lineSvg({ often: 'fortnightly', useful, change: null }),
    }))
  return [...oftens, ...usefuls]
}

function lineSvg(tie: Omit<MapTie, 'from' | 'to'>): string {
  const { width, dash } = tieStroke(tie)
  return svgElement('path', {
    ...{ class: 'wk-c-tie', d: `M1 ${middle.y}H${keySize.width - 1}`, fill: 'none', stroke: 'currentColor' },
    ...{ 'stroke-width': width, 'stroke-dasharray': dash },
  })
}

function numberSvg(number: number): string {
  return svgElement(
    'text',
    {
      ...{ class: 'wk-c-tick', x: middle.x, y: middle.y + 4, 'text-anchor': 'middle', 'font-size': 11 },
      fill: chartColours.muted,
    },
    escapeXml(String(number)),
  )
}

function keySvg(children: string): string {
  const { width, height } = keySize
  const size = { width, height, viewBox: `0 0 ${width} ${height}` }
  return svgElement(
    'svg',
    {
      ...{ xmlns: 'http://www.w3.org/2000/svg', class: 'wk-chart wk-c-map', 'aria-hidden': 'true', ...size },
      color: '#1b2430',
    },
    children,
  )
}
