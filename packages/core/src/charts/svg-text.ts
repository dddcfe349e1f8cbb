/** Attribute values of an SVG element; an attribute that is `undefined` is left out. */
export type SvgAttributes = Readonly<Record<string, string | number | undefined>>

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\t': '\t',
  '\n': '\n',
  '\r': ' ',
}

// Cc: control characters, Cs: half a surrogate pair. XML 1.0 §2.2 allows neither (save tab and line ends),
// not even escaped, and one of them would make the whole picture unreadable.
const unsafe = /[&<>"'\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu

/** Makes any text safe inside an element or a quoted attribute; what XML cannot hold becomes U+FFFD. */
export function escapeXml(text: string): string {
  return text.replace(unsafe, (character) => entities[character] ?? '\uFFFD')
}

/** A length in user units as SVG writes it, rounded to a tenth: finer than an eye or a printer sees. */
export function svgNumber(value: number): string {
  return String(Math.round(value * 10) / 10)
}

/** One element as text. Attribute values are escaped here; `children` must already be SVG text. */
export function svgElement(name: string, attributes: SvgAttributes, children = ''): string {
  let start = `<${name}`
  for (const key in attributes) {
    const value = attributes[key]
    if (value === undefined) continue
    start += ` ${key}="${typeof value === 'number' ? svgNumber(value) : escapeXml(value)}"`
  }
  return children === '' ? `${start}/>` : `${start}>${children}</${name}>`
}

/** An id that is valid in XML and CSS and starts with a letter, made from a prefix and a fixed ending. */
export function svgId(prefix: string, ending: string): string {
  const clean = prefix.replace(/[^A-Za-z0-9_-]/g, '-')
  return `${/^[A-Za-z]/.test(clean) ? clean : `c-${clean}`}-${ending}`
}
