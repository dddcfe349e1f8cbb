import { chartColours } from './chart-colours.ts'
import type { NetworkMapInput } from './network-map-input.ts'
import { type NetworkPlan, networkPlan, type PlacedPerson } from './network-map-layout.ts'
import { tieSvg, voiceMarkSvg } from './network-map-marks.ts'
import { escapeXml, svgElement, svgId } from './svg-text.ts'

/**
 * Draws who works with whom: people round an oval, those of one side beside each other, a line with a point for each tie. Its
 * width says how often, how it is broken how useful; between two moments how it is broken and a sign say what became of it.
 * Nothing is larger for who is named more. Promises: well-formed XML for any text, the same output for the same input, no name
 * over another. One image with name and description; the list beside it says the same.
 */
export function networkMap(input: NetworkMapInput): { svg: string; width: number; height: number } {
  const plan = networkPlan(input)
  const { width, height } = plan
  const titleId = svgId(input.idPrefix, 'title')
  const descriptionId = svgId(input.idPrefix, 'desc')
  const svg = svgElement(
    'svg',
    {
      ...{ xmlns: 'http://www.w3.org/2000/svg', class: 'wk-chart wk-c-map', role: 'img' },
      ...{ 'aria-labelledby': titleId, 'aria-describedby': descriptionId, lang: input.lang },
      ...{ viewBox: `0 0 ${width} ${height}`, width, height, color: '#1b2430', direction: 'ltr' },
      ...{ 'font-family': "system-ui, 'Segoe UI', 'Noto Sans', sans-serif", 'font-size': 14 },
    },
    svgElement('title', { id: titleId }, escapeXml(input.title)) +
      svgElement('desc', { id: descriptionId }, escapeXml(input.description)) +
      tiesSvg(input, plan) +
      plan.people.map((placed) => personSvg(placed, isQuiet(placed, input))).join(''),
  )
  return { svg, width, height }
}

/** From more lines than this on they are drawn lighter, so that names and marks stay in front. */
const manyTies = 80

function tiesSvg({ ties, focus }: NetworkMapInput, { people, centre }: NetworkPlan): string {
  const places = new Map(people.map((placed) => [placed.person.key, placed]))
  const drawn = ties.flatMap((tie) => {
    const [from, to] = [places.get(tie.from), places.get(tie.to)]
    const isOther = focus !== null && tie.from !== focus && tie.to !== focus
    return from === undefined || to === undefined ? [] : [{ tie, from, to, isOther }]
  })
  const plain = focus === null && drawn.length > manyTies ? 'light' : 'whole'
  // Those that stand out last, so that nothing lies over them.
  return drawn
    .toSorted((a, b) => Number(b.isOther) - Number(a.isOther))
    .map(({ tie, from, to, isOther }) => tieSvg(tie, { from, to, centre }, isOther ? 'quiet' : plain))
    .join('')
}

/** Whoever has nothing to do with the one who is looked at steps back. */
function isQuiet({ person: { key } }: PlacedPerson, { ties, focus }: NetworkMapInput): boolean {
  if (focus === null || key === focus) return false
  return !ties.some(({ from, to }) => (from === focus && to === key) || (to === focus && from === key))
}

/** Steps back and can still be read: 4.5 to 1 on paper and on the ground of a page. */
const quietName = '0.65'

function personSvg(placed: PlacedPerson, isBack: boolean): string {
  const { person, x, y, label, numbers, anchor, labelX, numbersX } = placed
  const text = { y: y + 4, 'text-anchor': anchor === 'start' ? undefined : anchor }
  return svgElement(
    'g',
    { 'data-key': person.key, opacity: isBack ? quietName : undefined },
    voiceMarkSvg(person.voice, { x, y }) +
      svgElement(
        'text',
        { ...text, class: 'wk-c-ink', x: labelX, fill: 'currentColor' },
        escapeXml(label.text),
      ) +
      svgElement(
        'text',
        {
          ...text,
          class: 'wk-c-tick',
          x: numbersX,
          fill: chartColours.muted,
          'font-size': numbers.style.size,
        },
        escapeXml(numbers.text),
      ),
  )
}
