import { type QdaFindings, QdaRefused } from './qda.finding.ts'
import { type Guid, guidFrom, type QdaStamp, type QdaText } from './qda.ts'
import { readXml, type XmlElement, XmlError, type XmlLimits } from './qda.xml.ts'

/** What reading one file keeps beside it. */
export type Reading = {
  readonly findings: QdaFindings
  /** A GUID for each identifier that is none, as it stands in the file. */
  readonly odd: Map<string, Guid>
  /** The GUIDs that were given to something. */
  readonly taken: Set<Guid>
  next: number
}

/** Nothing was read yet. */
export function beginReading(findings: QdaFindings): Reading {
  return { findings, odd: new Map(), taken: new Set(), next: 0 }
}

const limits: XmlLimits = { depth: 200, elements: 2_000_000 }

/** The root of a file of the standard. Throws `QdaRefused`. */
export function rootOf(
  xml: string,
  name: string,
  { findings, space }: { findings: QdaFindings; space: string },
) {
  const root = readRoot(xml)
  if (root.name !== name) throw new QdaRefused('other-root')
  if (root.space !== space) findings.note('space-odd', root.space)
  return root
}

function readRoot(xml: string): XmlElement {
  try {
    return readXml(xml, limits)
  } catch (error) {
    if (error instanceof XmlError) throw new QdaRefused(error.fault, { cause: error })
    throw error
  }
}

/** The children with a name, in their order. */
export function all(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? []
}

/** The first child with a name. */
export function one(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name)
}

/** The words of the first child with a name; null without one. */
export function words(element: XmlElement, name: string): string | null {
  return one(element, name)?.text ?? null
}

/** An attribute; null without one. */
export function attribute(element: XmlElement, name: string): string | null {
  return element.attributes.get(name) ?? null
}

/** Says which children are not known here. */
export function expect(reading: Reading, element: XmlElement, names: readonly string[]): void {
  for (const { name } of element.children) {
    if (!names.includes(name)) reading.findings.note('unknown-element', `${element.name}/${name}`)
  }
}

/** The GUID that a thing has; one that is none or was given before is replaced. */
export function guidOf(reading: Reading, element: XmlElement): Guid {
  const guid = refOf(reading, attribute(element, 'guid') ?? '')
  if (guid !== null && !reading.taken.has(guid)) {
    reading.taken.add(guid)
    return guid
  }
  if (guid !== null) reading.findings.note('guid-twice', guid)
  return fresh(reading)
}

/** The GUID that is pointed at; null when nothing is written. */
export function refOf(reading: Reading, written: string): Guid | null {
  if (written.trim() === '') return null
  const guid = guidFrom(written)
  if (guid !== null) return guid
  const known = reading.odd.get(written)
  if (known !== undefined) return known
  reading.findings.note('guid-odd', written)
  const made = madeUp(reading)
  reading.odd.set(written, made)
  return made
}

/** A GUID for something that has none. */
export function fresh(reading: Reading): Guid {
  let guid = madeUp(reading)
  while (reading.taken.has(guid)) guid = madeUp(reading)
  reading.taken.add(guid)
  return guid
}

function madeUp(reading: Reading): Guid {
  reading.next += 1
  return `00000000-0000-4000-8000-${reading.next.toString(16).toUpperCase().padStart(12, '0')}`
}

/** What the children with a name point at. */
export function targets(reading: Reading, element: XmlElement, name: string): Guid[] {
  return all(element, name).flatMap((child) => {
    const written = attribute(child, 'targetGUID') ?? attribute(child, 'guid') ?? ''
    return refOf(reading, written) ?? []
  })
}

/** By whom and when, from two attributes. */
export function stampOf(
  reading: Reading,
  element: XmlElement,
  [who, when]: readonly [string, string],
): QdaStamp {
  const by = refOf(reading, attribute(element, who) ?? '')
  return { by, at: momentOf(reading, attribute(element, when)) }
}

const moment = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?)(Z|[+-]\d\d:\d\d)?$/

/** A moment of XML Schema; one without a zone is taken as UTC, so that it is the same everywhere. */
function momentOf(reading: Reading, written: string | null): string | null {
  if (written === null || written.trim() === '') return null
  const [, time, zone = 'Z'] = moment.exec(written.trim()) ?? []
  const at = time === undefined ? Number.NaN : Date.parse(time.replace(/(\.\d{3})\d+$/, '$1') + zone)
  if (Number.isNaN(at)) {
    reading.findings.note('date-odd', written)
    return null
  }
  return new Date(at).toISOString()
}

/** `#rgb` and `#rrggbb` as the latter, in small letters. */
export function colourOf(reading: Reading, element: XmlElement): string | null {
  const written = attribute(element, 'color')
  if (written === null || written.trim() === '') return null
  const colour = written.trim().toLowerCase()
  if (/^#[0-9a-f]{6}$/.test(colour)) return colour
  if (/^#[0-9a-f]{3}$/.test(colour)) return colour.replace(/[0-9a-f]/g, '$&$&')
  reading.findings.note('colour-odd', written)
  return null
}

/** Where the words of a source or note are. */
export function textOf(reading: Reading, element: XmlElement): QdaText {
  const here = words(element, 'PlainTextContent')
  const path = attribute(element, 'plainTextPath')
  const richPath = attribute(element, 'richTextPath')
  const name = attribute(element, 'name') ?? ''
  if (here !== null && path !== null) reading.findings.note('text-twice', name)
  if (richPath !== null && (here !== null || path !== null)) reading.findings.note('rich-text', name)
  if (here !== null) return { kind: 'here', text: here }
  return path === null ? { kind: 'none', richPath } : { kind: 'file', path }
}
