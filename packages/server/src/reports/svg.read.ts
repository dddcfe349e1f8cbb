/** An element of a picture, as far as pictures of `core/charts` go. */
export type SvgNode = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly SvgNode[]
  /** The words in it, without those of its children. */
  readonly text: string
}

const markup = /<(\/?)([A-Za-z][\w-]*)((?:\s+[A-Za-z][\w:-]*="[^"]*")*)\s*(\/?)>|([^<]+)/g
const attribute = /\s([A-Za-z][\w:-]*)="([^"]*)"/g
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

/** Reads SVG text that we wrote ourselves (`escapeXml` knows five entities). Throws for anything else. */
export function readSvg(svg: string): SvgNode {
  const root: Open = { name: '', attributes: {}, children: [], text: '' }
  const open: Open[] = [root]
  let end = 0
  for (const match of svg.matchAll(markup)) {
    if (match.index !== end) throw new Error(`No SVG of ours at ${svg.slice(end, end + 40)}`)
    end = match.index + match[0].length
    take(open, match)
  }
  const [first] = root.children
  if (end !== svg.length || open.length !== 1 || first === undefined) throw new Error('No whole picture')
  return first
}

type Open = { name: string; attributes: Record<string, string>; children: Open[]; text: string }

function take(open: Open[], [, closing, name, attributes, selfClosing, words]: RegExpMatchArray): void {
  const parent = open.at(-1)
  if (parent === undefined) throw new Error('Something after the picture')
  if (words !== undefined) parent.text += plain(words)
  else if (closing === '/') {
    if (parent.name !== name) throw new Error(`${parent.name} was left open`)
    open.pop()
  } else {
    const own = [...(attributes ?? '').matchAll(attribute)].map(([, key = '', value = '']) => [
      key,
      plain(value),
    ])
    const node: Open = { name: name ?? '', attributes: Object.fromEntries(own), children: [], text: '' }
    parent.children.push(node)
    if (selfClosing === '') open.push(node)
  }
}

function plain(text: string): string {
  return text.replace(/&([a-z]+|#39);/g, (all, name: string) => entities[name] ?? all)
}
