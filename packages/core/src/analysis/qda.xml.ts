/**
 * XML as far as an exchange of analysis needs it: elements, attributes, words, comments, CDATA. A document type is refused,
 * so that nothing in a file can be expanded or fetched. Stricter than most: what is not well-formed is no XML here.
 */
export type XmlElement = {
  /** Without prefix. */
  readonly name: string
  /** The namespace; empty when none. */
  readonly space: string
  /** By name without prefix; declarations of namespaces left out. */
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  /** The words directly in it, as they stand. */
  readonly text: string
}

export type XmlFault = 'not-xml' | 'document-type' | 'too-deep' | 'too-many-elements'

/** Why a text is not read, and at which UTF-16 place. */
export class XmlError extends Error {
  readonly fault: XmlFault
  constructor(fault: XmlFault, at: number) {
    super(`${fault} at ${at}`)
    this.fault = fault
  }
}

export type XmlLimits = { readonly depth: number; readonly elements: number }

type Open = {
  written: string
  name: string
  space: string
  attributes: Map<string, string>
  children: XmlElement[]
  text: string
  /** What each prefix means here. */
  spaces: ReadonlyMap<string, string>
}

type Reading = { xml: string; at: number; open: Open[]; root: XmlElement | null; count: number }

/** The root of an XML text. Throws `XmlError`. */
export function readXml(text: string, limits: XmlLimits): XmlElement {
  // Line ends are one before anything else is looked at (XML 1.0, 2.11).
  const xml = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  if (unfit.test(xml)) throw new XmlError('not-xml', xml.search(unfit))
  const reading: Reading = { xml, at: 0, open: [], root: null, count: 0 }
  while (reading.at < xml.length) step(reading, limits)
  if (reading.root === null || reading.open.length > 0) throw new XmlError('not-xml', xml.length)
  return reading.root
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: what XML 1.0 cannot hold
const unfit = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/u

function step(reading: Reading, limits: XmlLimits): void {
  const { xml, at } = reading
  if (xml[at] !== '<') takeText(reading)
  else if (xml.startsWith('<!--', at)) skip(reading, '-->')
  else if (xml.startsWith('<?', at)) skip(reading, '?>')
  else if (xml.startsWith('<![CDATA[', at)) takeCdata(reading)
  else if (xml.startsWith('<!', at)) throw new XmlError('document-type', at)
  else if (xml[at + 1] === '/') close(reading)
  else begin(reading, limits)
}

function skip(reading: Reading, sign: string): void {
  const end = reading.xml.indexOf(sign, reading.at + 2)
  if (end < 0) throw new XmlError('not-xml', reading.at)
  reading.at = end + sign.length
}

function takeText(reading: Reading): void {
  const { xml, at, open } = reading
  const next = xml.indexOf('<', at)
  const end = next < 0 ? xml.length : next
  const words = xml.slice(at, end)
  const parent = open.at(-1)
  if (parent === undefined) {
    if (/\S/.test(words)) throw new XmlError('not-xml', at)
  } else {
    if (words.includes(']]>')) throw new XmlError('not-xml', at)
    parent.text += plain(words, at)
  }
  reading.at = end
}

function takeCdata(reading: Reading): void {
  const parent = reading.open.at(-1)
  const end = reading.xml.indexOf(']]>', reading.at)
  if (parent === undefined || end < 0) throw new XmlError('not-xml', reading.at)
  parent.text += reading.xml.slice(reading.at + 9, end)
  reading.at = end + 3
}

const nameSigns = '[\\p{L}_][\\p{L}\\p{N}\\p{M}._·-]*'
const beginSigns = new RegExp(`<((?:${nameSigns}:)?${nameSigns})`, 'uy')
const attributeSigns = new RegExp(
  `\\s+((?:${nameSigns}:)?${nameSigns})\\s*=\\s*(?:"([^"<]*)"|'([^'<]*)')`,
  'uy',
)
const endSigns = /\s*(\/?)>/y

function begin(reading: Reading, limits: XmlLimits): void {
  const { xml, open, at } = reading
  const written = take(beginSigns, reading)?.[1]
  if (written === undefined || (reading.root !== null && open.length === 0)) throw new XmlError('not-xml', at)
  reading.count += 1
  if (open.length >= limits.depth) throw new XmlError('too-deep', at)
  if (reading.count > limits.elements) throw new XmlError('too-many-elements', at)
  const all = new Map<string, string>()
  for (let found = take(attributeSigns, reading); found; found = take(attributeSigns, reading)) {
    const name = found[1] ?? ''
    if (all.has(name)) throw new XmlError('not-xml', at)
    // A line end or tab that stands in an attribute as itself counts as a space (XML 1.0, 3.3.3).
    all.set(name, plain((found[2] ?? found[3] ?? '').replace(/[\t\n]/g, ' '), at))
  }
  const end = take(endSigns, reading)
  if (end === null) throw new XmlError('not-xml', reading.at)
  const element = opened(written, { all, parent: open.at(-1)?.spaces, at })
  open.at(-1)?.children.push(element)
  if (open.length === 0) reading.root = element
  if (end[1] === '') open.push(element)
  if (reading.at > xml.length) throw new XmlError('not-xml', at)
}

type Within = { all: ReadonlyMap<string, string>; parent: Open['spaces'] | undefined; at: number }

function opened(written: string, { all, parent = known, at }: Within): Open {
  const declared = [...all].filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'))
  const spaces =
    declared.length === 0
      ? parent
      : new Map([...parent, ...declared.map(([name, uri]) => [name.slice(6), uri] as const)])
  const { prefix, local } = parts(written)
  const space = spaces.get(prefix)
  if (space === undefined) throw new XmlError('not-xml', at)
  const attributes = new Map<string, string>()
  for (const [name, value] of all) {
    const own = parts(name)
    if (own.prefix === 'xmlns' || name === 'xmlns') continue
    if (own.prefix !== '' && !spaces.has(own.prefix)) throw new XmlError('not-xml', at)
    // One of another namespace (`xsi:schemaLocation`) is no attribute of ours.
    if (own.prefix === '') attributes.set(own.local, value)
  }
  return { written, name: local, space, attributes, children: [], text: '', spaces }
}

const known: ReadonlyMap<string, string> = new Map([
  ['', ''],
  ['xml', 'http://www.w3.org/XML/1998/namespace'],
])

function parts(written: string): { prefix: string; local: string } {
  const colon = written.indexOf(':')
  return colon < 0
    ? { prefix: '', local: written }
    : { prefix: written.slice(0, colon), local: written.slice(colon + 1) }
}

function close(reading: Reading): void {
  const { xml, at, open } = reading
  const end = xml.indexOf('>', at)
  const element = open.pop()
  if (end < 0 || element === undefined || xml.slice(at + 2, end).trimEnd() !== element.written)
    throw new XmlError('not-xml', at)
  reading.at = end + 1
}

function take(signs: RegExp, reading: Reading): RegExpExecArray | null {
  signs.lastIndex = reading.at
  const found = signs.exec(reading.xml)
  if (found !== null) reading.at = signs.lastIndex
  return found
}

const entities: ReadonlyMap<string, string> = new Map([
  ...[['&amp;', '&'] as const, ['&lt;', '<'] as const, ['&gt;', '>'] as const],
  ...[['&quot;', '"'] as const, ['&apos;', "'"] as const],
])

/** The signs that references stand for: the five that XML knows, and numbers. There are no others without a document type. */
function plain(words: string, at: number): string {
  if (!words.includes('&')) return words
  return words.replace(/&(#\d{1,7};|#x[\da-fA-F]{1,6};|\w+;)?/g, (reference) => {
    const known = entities.get(reference)
    if (known !== undefined) return known
    const [, hex, digits = ''] = /^&#(x?)(.+);$/.exec(reference) ?? []
    const code = Number.parseInt(digits, hex === 'x' ? 16 : 10)
    if (!(code > 0 && code <= 0x10ffff)) throw new XmlError('not-xml', at)
    const sign = String.fromCodePoint(code)
    if (sign !== '\r' && unfit.test(sign)) throw new XmlError('not-xml', at)
    return sign
  })
}
