import type { PdfPen } from './pdf.pen.ts'
import { readSvg, type SvgNode } from './svg.read.ts'

type Place = { readonly x: number; readonly y: number; readonly scale: number }

/** What an element hands on to those in it. */
type Look = { readonly fill: string; readonly stroke: string; readonly size: number; readonly bold: boolean }

/**
 * Draws a picture with lines and letters, not with dots: `svg`, `g`, `rect`, `line`, `path`, `circle`, `ellipse`, `text`, each
 * moved or turned; a fill by a pattern of `defs` is hatched from corner to corner. Throws for any other element or change of place, so that nothing is lost unseen.
 */
export function drawSvg(pen: PdfPen, svg: string, place: Place): void {
  const { doc } = pen
  doc.save()
  doc.translate(place.x, place.y).scale(place.scale)
  node(pen, readSvg(svg), { fill: '#000000', stroke: 'none', size: 13, bold: false })
  doc.restore()
}

const silent = new Set(['title', 'desc', 'defs'])

function node(pen: PdfPen, one: SvgNode, inherited: Look): void {
  const { attributes: has, name } = one
  if (silent.has(name) || has.opacity === '0') return
  const look: Look = {
    fill: has.fill ?? inherited.fill,
    stroke: has.stroke ?? inherited.stroke,
    size: number(has['font-size']) ?? inherited.size,
    bold: has['font-weight'] === undefined ? inherited.bold : Number(has['font-weight']) >= 600,
  }
  const outline = shapes[name]
  pen.doc.save()
  if (has.transform !== undefined) move(pen, has.transform)
  if (name === 'svg' || name === 'g') for (const child of one.children) node(pen, child, look)
  else if (name === 'text') words(pen, one, look)
  else if (outline !== undefined) paint(pen, one, { look, outline })
  else throw new Error(`No way to draw ${name}`)
  pen.doc.restore()
}

function move({ doc }: PdfPen, transform: string): void {
  const [, how, values = ''] = /^(translate|rotate)\(([-\d. ,]+)\)$/.exec(transform) ?? []
  const [first = Number.NaN, x = 0, y = 0] = values.split(/[ ,]+/).map(Number)
  if (how === 'translate') doc.translate(first, x)
  else if (how === 'rotate') doc.rotate(first, { origin: [x, y] })
  else throw new Error(`No way to ${transform}`)
}

type Outline = (doc: PdfPen['doc'], of: (name: string) => number, has: SvgNode['attributes']) => void

const shapes: Readonly<Record<string, Outline>> = {
  rect: (doc, of) =>
    of('rx') > 0
      ? doc.roundedRect(of('x'), of('y'), of('width'), of('height'), of('rx'))
      : doc.rect(of('x'), of('y'), of('width'), of('height')),
  line: (doc, of) => doc.moveTo(of('x1'), of('y1')).lineTo(of('x2'), of('y2')),
  circle: (doc, of) => doc.circle(of('cx'), of('cy'), of('r')),
  ellipse: (doc, of) => doc.ellipse(of('cx'), of('cy'), of('rx'), of('ry')),
  path: (doc, _of, has) => doc.path(has.d ?? ''),
}

function paint(
  { doc }: PdfPen,
  { name, attributes: has }: SvgNode,
  of: { look: Look; outline: Outline },
): void {
  const { look, outline } = of
  const isHatched = look.fill.startsWith('url(')
  const isFilled = look.fill !== 'none' && name !== 'line' && !isHatched
  const isDrawn = look.stroke !== 'none'
  if (isHatched) hatch(doc, () => outline(doc, (key) => number(has[key]) ?? 0, has))
  if (!isFilled && !isDrawn) return
  doc.lineWidth(number(has['stroke-width']) ?? 1)
  doc.lineCap(has['stroke-linecap'] === 'round' ? 'round' : 'butt')
  doc.lineJoin(has['stroke-linejoin'] === 'round' ? 'round' : 'miter')
  const dashes = (has['stroke-dasharray'] ?? '').split(/[ ,]+/).flatMap((part) => number(part) ?? [])
  const [on, off] = dashes
  // pdfkit takes a row of dashes where its types know one.
  if (on !== undefined && off !== undefined) doc.addContent(`[${dashes.join(' ')}] 0 d`)
  outline(doc, (key) => number(has[key]) ?? 0, has)
  doc.fillOpacity(number(has['fill-opacity']) ?? 1)
  doc.strokeOpacity(number(has['stroke-opacity']) ?? 1)
  if (isFilled && isDrawn) doc.fillAndStroke(look.fill, look.stroke)
  else if (isFilled) doc.fill(look.fill)
  else doc.stroke(look.stroke)
}

/** Px: wider than any picture, so that the lines reach over all of it. */
const hatched = { side: 2000, step: 8, colour: '#8a94a3' } as const

function hatch(doc: PdfPen['doc'], outline: () => void): void {
  doc.save()
  outline()
  doc.clip()
  doc.lineWidth(1)
  for (let at = -hatched.side; at < hatched.side; at += hatched.step)
    doc.moveTo(at, hatched.side).lineTo(at + hatched.side, 0)
  doc.stroke(hatched.colour)
  doc.restore()
}

/** A rim behind words hides the lines of the grid; here it is a patch in its colour. */
function words(pen: PdfPen, one: SvgNode, look: Look): void {
  const { attributes: has, text } = one
  const letters = { size: look.size, bold: look.bold, colour: look.fill }
  const [line] = pen.set(text, { look: letters, width: Number.POSITIVE_INFINITY, direction: 'ltr' })
  if (line === undefined) return
  const anchor = has['text-anchor'] ?? 'start'
  const x = (number(has.x) ?? 0) - (anchor === 'end' ? line.width : anchor === 'middle' ? line.width / 2 : 0)
  const y = number(has.y) ?? 0
  if (look.stroke !== 'none') {
    const rim = (number(has['stroke-width']) ?? 0) / 2
    pen.doc.save()
    pen.doc.rect(x - rim, y - look.size * 0.8 - rim, line.width + 2 * rim, look.size + 2 * rim)
    pen.doc.fill(look.stroke)
    pen.doc.restore()
  }
  pen.write(line, { x, baseline: y, look: letters })
}

function number(text: string | undefined): number | undefined {
  if (text === undefined || text.trim() === '') return undefined
  const value = Number(text)
  return Number.isFinite(value) ? value : undefined
}
