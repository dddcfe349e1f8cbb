import { chartColours, voiceColours } from './chart-colours.ts'
import { clampedScale } from './linear-scale.ts'
import { escapeXml, svgElement, svgId, svgNumber } from './svg-text.ts'
import { fitText } from './text-size.ts'

/** One person's answer: where it stands, and how it is written. */
export type MutualValue = { readonly value: number; readonly label: string }

/** One item: what each answered, what each had guessed, and what is said about it. */
export type MutualRow = {
  readonly label: string
  /** In the order of `names`: the mark of her voice and the leaf. Null where it was left empty. */
  readonly first: MutualValue | null
  readonly second: MutualValue | null
  /** What each thought that the OTHER would answer; drawn as open marks of the other's shape. */
  readonly firstGuessed?: number | null
  readonly secondGuessed?: number | null
  /** In words: near, or who is lower and how much. */
  readonly words: string
  readonly isMarked: boolean
}

export type MutualPictureInput = {
  /** Makes the ids in the picture unique on its page. */
  readonly idPrefix: string
  readonly title: string
  readonly description: string
  readonly lang: string
  /** In user units (px on the screen). */
  readonly width: number
  readonly scale: { readonly min: number; readonly max: number }
  readonly names: readonly [string, string]
  /** Of the first of them: its mark and colour are those that her voice has everywhere. `client` when not told. */
  readonly firstVoice?: keyof typeof voiceColours
  readonly rows: readonly MutualRow[]
}

type Plan = {
  width: number
  isNarrow: boolean
  rowHeight: number
  top: number
  line: { from: number; to: number }
  labelWidth: number
  wordsAt: number
}

const narrowBelow = 560

/**
 * Draws two people's answers item by item on one line each: the first the mark of her voice (round for a client, a square
 * for kin, a diamond for a partner), the second a leaf, so that shape tells them apart without colour; a marked difference is a thick bar between them and bold words. What was guessed is an open mark
 * of the same shape as whose answer was guessed. Promises: well-formed XML for any text, the same output for the same input.
 * The picture is one image with name and description; the table that says the same belongs beside it. Throws a RangeError for
 * a scale without length.
 */
export function mutualPicture(input: MutualPictureInput): string {
  const plan = planOf(input)
  const height = mutualHeight(input)
  const titleId = svgId(input.idPrefix, 'title')
  const descriptionId = svgId(input.idPrefix, 'desc')
  return svgElement(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'wk-chart wk-c-mutual',
      role: 'img',
      'aria-labelledby': titleId,
      'aria-describedby': descriptionId,
      lang: input.lang,
      viewBox: `0 0 ${plan.width} ${height}`,
      width: plan.width,
      height,
      'font-family': "system-ui, 'Segoe UI', 'Noto Sans', sans-serif",
      'font-size': 13,
      // Low stands left, also on a page that reads to the left.
      direction: 'ltr',
    },
    svgElement('title', { id: titleId }, escapeXml(input.title)) +
      svgElement('desc', { id: descriptionId }, escapeXml(input.description)) +
      headSvg(input, plan) +
      input.rows.map((row, index) => rowSvg(input, plan, { row, index })).join(''),
  )
}

/** How high the picture of so many rows is at a width, in px. */
export function mutualHeight({ width, rows }: Pick<MutualPictureInput, 'width' | 'rows'>): number {
  const { top, rowHeight } = planOf({ width })
  return top + rows.length * rowHeight + 8
}

function planOf({ width }: Pick<MutualPictureInput, 'width'>): Plan {
  const isNarrow = width < narrowBelow
  if (isNarrow) {
    const line = { from: 52, to: width - 52 }
    return { width, isNarrow, rowHeight: 66, top: 40, line, labelWidth: width - 16, wordsAt: 8 }
  }
  const labelWidth = Math.round(width * 0.3)
  const wordsWidth = Math.round(width * 0.24)
  const line = { from: labelWidth + 52, to: width - wordsWidth - 52 }
  return { width, isNarrow, rowHeight: 42, top: 40, line, labelWidth, wordsAt: width - wordsWidth }
}

function headSvg({ names, scale, firstVoice = 'client' }: MutualPictureInput, plan: Plan): string {
  const { from, to } = plan.line
  const y = 18
  const room = (to - from) / 2 - 24
  const style = { size: 13, bold: true }
  return [
    firstMark(firstVoice, { x: from - 32, y: y - 4, isOpen: false }),
    text({ x: from - 20, y }, fitText(names[0], room, style), { tone: firstVoice, bold: true }),
    secondMark(to + 32, y - 4, false),
    text({ x: to + 20, y }, fitText(names[1], room, style), { tone: 'kept', bold: true, anchor: 'end' }),
    text({ x: from, y: plan.top }, String(scale.min), { tone: 'muted', anchor: 'middle', size: 11 }),
    text({ x: to, y: plan.top }, String(scale.max), { tone: 'muted', anchor: 'middle', size: 11 }),
  ].join('')
}

type Placed = { row: MutualRow; index: number }

function rowSvg(input: MutualPictureInput, plan: Plan, { row, index }: Placed): string {
  const top = plan.top + 6 + index * plan.rowHeight
  const y = top + (plan.isNarrow ? 48 : plan.rowHeight / 2)
  const { from, to } = plan.line
  const x = clampedScale([input.scale.min, input.scale.max], [from, to])
  const { firstVoice = 'client' } = input
  const style = { size: 13, bold: row.isMarked }
  const labelWidth = plan.isNarrow ? plan.labelWidth * 0.58 : plan.labelWidth - 12
  const label = fitText(row.label, labelWidth, style)
  const words = fitText(row.words, plan.isNarrow ? plan.width * 0.4 : plan.width - plan.wordsAt - 8, style)
  const said = { tone: row.isMarked ? ('warmInk' as const) : ('muted' as const), bold: row.isMarked }
  return svgElement(
    'g',
    { 'data-index': index },
    (row.isMarked
      ? svgElement('rect', {
          ...{ class: 'wk-c-warm', x: 0, y: top, width: plan.width, height: plan.rowHeight - 4 },
          ...{ rx: 6, fill: chartColours.warm },
        })
      : '') +
      text({ x: 8, y: plan.isNarrow ? top + 20 : y + 4 }, label, { bold: row.isMarked }) +
      (plan.isNarrow
        ? text({ x: plan.width - 8, y: top + 20 }, words, { ...said, anchor: 'end' })
        : text({ x: plan.wordsAt, y: y + 4 }, words, said)) +
      text({ x: from - 16, y: y + 4 }, row.first?.label ?? '–', {
        tone: firstVoice,
        bold: true,
        anchor: 'end',
      }) +
      text({ x: to + 16, y: y + 4 }, row.second?.label ?? '–', { tone: 'kept', bold: true }) +
      lineSvg({ from, to, y }) +
      barSvg(row, x, y) +
      marksSvg(row, { x, y, firstVoice }),
  )
}

function lineSvg({ from, to, y }: { from: number; to: number; y: number }): string {
  const tick = (x: number) => `M${x} ${y - 5}v10`
  return svgElement('path', {
    ...{ class: 'wk-c-grid', d: `M${from} ${y}H${to}${tick(from)}${tick((from + to) / 2)}${tick(to)}` },
    ...{ fill: 'none', stroke: chartColours.grid, 'stroke-width': 1.5 },
  })
}

function barSvg({ first, second, isMarked }: MutualRow, x: (value: number) => number, y: number): string {
  if (!isMarked || first === null || second === null) return ''
  const [low, high] = [first.value, second.value].map(x).sort((a, b) => a - b)
  return svgElement('path', {
    ...{ class: 'wk-c-cut', d: `M${low} ${y}H${high}`, stroke: chartColours.warmInk, 'stroke-width': 5 },
  })
}

type Marking = { x: (value: number) => number; y: number; firstVoice: FirstVoice }

function marksSvg(row: MutualRow, { x, y, firstVoice }: Marking): string {
  const { first, second, firstGuessed = null, secondGuessed = null } = row
  // The same place: one a little above, the other a little below, so that neither hides the other.
  const meets = first !== null && second !== null && Math.abs(x(first.value) - x(second.value)) < 12
  const apart = meets ? 5 : 0
  return (
    (secondGuessed === null ? '' : firstMark(firstVoice, { x: x(secondGuessed), y, isOpen: true })) +
    (firstGuessed === null ? '' : secondMark(x(firstGuessed), y, true)) +
    (second === null ? '' : secondMark(x(second.value), y + apart, false)) +
    (first === null ? '' : firstMark(firstVoice, { x: x(first.value), y: y - apart, isOpen: false }))
  )
}

type FirstVoice = keyof typeof voiceColours

// A client has the colour that pictures have of themselves.
const ofVoice = { client: '', kin: ' wk-c-of-kin', partner: ' wk-c-of-partner' } as const

function firstMark(voice: FirstVoice, { x, y, isOpen }: { x: number; y: number; isOpen: boolean }): string {
  const { paper } = chartColours
  const colour = voiceColours[voice]
  const mark = { class: `${isOpen ? 'wk-c-open' : 'wk-c-full'}${ofVoice[voice]}` }
  const paint = {
    fill: isOpen ? paper : colour,
    stroke: isOpen ? colour : paper,
    ...{ 'stroke-width': isOpen ? 2 : 1, 'stroke-dasharray': isOpen ? '3 2' : undefined },
  }
  if (voice === 'client') return svgElement('circle', { ...mark, cx: x, cy: y, r: 7, ...paint })
  const box = { x: x - 6, y: y - 6, width: 12, height: 12, rx: voice === 'kin' ? 2 : 1 }
  const turned = voice === 'partner' ? `rotate(45 ${svgNumber(x)} ${svgNumber(y)})` : undefined
  return svgElement('rect', { ...mark, ...box, ...paint, transform: turned })
}

/** A leaf: round at two corners, sharp at the others. */
function secondMark(x: number, y: number, isOpen: boolean): string {
  const { paper, kept } = chartColours
  const r = 7
  const leaf = `M${x - r} ${y - r}H${x}A${r} ${r} 0 0 1 ${x + r} ${y}V${y + r}H${x}A${r} ${r} 0 0 1 ${x - r} ${y}Z`
  return svgElement('path', {
    ...{ class: isOpen ? 'wk-c-leaf-open' : 'wk-c-leaf', d: leaf },
    fill: isOpen ? paper : kept,
    stroke: isOpen ? kept : paper,
    ...{ 'stroke-width': isOpen ? 2 : 1, 'stroke-dasharray': isOpen ? '3 2' : undefined },
  })
}

type TextLook = {
  tone?: FirstVoice | 'kept' | 'muted' | 'warmInk'
  bold?: boolean
  anchor?: 'start' | 'middle' | 'end'
  size?: number
}

const tones = {
  ...voiceColours,
  kept: chartColours.kept,
  muted: chartColours.muted,
  warmInk: chartColours.warmInk,
}

const toneClass = {
  client: 'wk-c-last',
  kin: `wk-c-last${ofVoice.kin}`,
  partner: `wk-c-last${ofVoice.partner}`,
  kept: 'wk-c-note-label',
  muted: 'wk-c-tick',
  warmInk: 'wk-c-cut-label',
}

function text(at: { x: number; y: number }, words: string, look: TextLook): string {
  const { tone, bold = false, anchor = 'start', size } = look
  return svgElement(
    'text',
    {
      ...at,
      class: tone === undefined ? 'wk-c-ink' : toneClass[tone],
      fill: tone === undefined ? 'currentColor' : tones[tone],
      'text-anchor': anchor === 'start' ? undefined : anchor,
      'font-weight': bold ? 700 : undefined,
      'font-size': size,
    },
    escapeXml(words),
  )
}
