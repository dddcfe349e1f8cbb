import { chartColours } from '../charts/chart-colours.ts'
import { escapeXml, svgElement, svgId } from '../charts/svg-text.ts'

export type RoundPictureInput = {
  readonly tally: readonly { readonly value: number; readonly count: number }[]
  readonly scale: { readonly min: number; readonly max: number }
  /** Names the picture within its page. */
  readonly id: string
  readonly title: string
  /** The same in words, for who does not see it. */
  readonly description: string
}

const column = 28
const dot = { radius: 5, step: 13 }
/** With more people in one column, dots would be counted by nobody: a bar with its number says it. */
const dotsAtMost = 8
const barRoom = 96
const axis = 24

/** How many people chose each answer: a dot for each, or bars with their number when there are many. One colour: no answer is wrong. */
export function roundPicture(input: RoundPictureInput): string {
  const { scale, tally } = input
  const width = (scale.max - scale.min + 1) * column
  const most = Math.max(1, ...tally.map(({ count }) => count))
  const isDotted = most <= dotsAtMost
  const room = isDotted ? most * dot.step + 4 : barRoom + 18
  const x = (value: number) => (value - scale.min + 0.5) * column
  const marks = tally.map(({ value, count }) =>
    isDotted ? dots(x(value), count, room) : bar(x(value), { count, most, room }),
  )
  return svgElement(
    'svg',
    {
      ...{ xmlns: 'http://www.w3.org/2000/svg', class: 'wk-chart wk-c-run', role: 'img', direction: 'ltr' },
      ...{ viewBox: `0 0 ${width} ${room + axis}`, width, height: room + axis },
      'aria-labelledby': `${svgId(input.id, 'title')} ${svgId(input.id, 'desc')}`,
    },
    svgElement('title', { id: svgId(input.id, 'title') }, escapeXml(input.title)) +
      svgElement('desc', { id: svgId(input.id, 'desc') }, escapeXml(input.description)) +
      marks.join('') +
      axisSvg({ width, room, scale, x }),
  )
}

function dots(x: number, count: number, room: number): string {
  return Array.from({ length: count }, (_, at) =>
    svgElement('circle', {
      ...{ class: 'wk-c-full', fill: chartColours.primary, r: dot.radius },
      ...{ cx: x, cy: room - dot.radius - 3 - at * dot.step },
    }),
  ).join('')
}

function bar(x: number, of: { count: number; most: number; room: number }): string {
  const height = Math.max(2, (of.count / of.most) * barRoom)
  const top = of.room - height
  return (
    svgElement('rect', {
      ...{ class: 'wk-c-full', fill: chartColours.primary, rx: 2 },
      ...{ x: x - 9, y: top, width: 18, height },
    }) +
    svgElement(
      'text',
      {
        class: 'wk-c-tick',
        x,
        y: top - 4,
        'text-anchor': 'middle',
        'font-size': 12,
        fill: chartColours.muted,
      },
      String(of.count),
    )
  )
}

function axisSvg(of: {
  width: number
  room: number
  scale: RoundPictureInput['scale']
  x: (value: number) => number
}): string {
  const { width, room, scale, x } = of
  const numbers = Array.from({ length: scale.max - scale.min + 1 }, (_, at) => scale.min + at)
  return (
    svgElement('path', { class: 'wk-c-grid', d: `M0,${room}H${width}`, stroke: chartColours.grid }) +
    numbers
      .map((value) =>
        svgElement(
          'text',
          {
            ...{ class: 'wk-c-tick', x: x(value), y: room + 17, 'text-anchor': 'middle' },
            ...{ 'font-size': 12, fill: chartColours.muted },
          },
          String(value),
        ),
      )
      .join('')
  )
}
