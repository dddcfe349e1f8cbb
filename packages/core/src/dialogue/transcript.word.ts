/** Why the text of a Word file could not be read. */
export type WordTextProblem = 'not-word' | 'entities'

const token =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([A-Za-z_][\w.:-]*)((?:"[^"]*"|'[^']*'|[^>"'])*?)(\/?)>|([^<]+)/gu
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/**
 * The paragraphs of `word/document.xml` as text, one string each, in their order. Words that somebody took out while changes
 * were tracked stay out. A document type is refused: entities are never resolved, and nothing outside the text is opened.
 */
export function wordText(
  xml: string,
): { ok: true; paragraphs: string[] } | { ok: false; problem: WordTextProblem } {
  if (/<!DOCTYPE|<!ENTITY/i.test(xml)) return { ok: false, problem: 'entities' }
  // A tab of a run has no attributes; one of the look of a paragraph has.
  const to: Reading = { paragraphs: [], open: 0, isText: false, isRoot: false, ends: true }
  let end = 0
  for (const match of xml.replace(/^\uFEFF/, '').matchAll(token)) {
    if (match.index !== end) return { ok: false, problem: 'not-word' }
    end = match.index + match[0].length
    take(to, match)
  }
  const whole = end === xml.replace(/^\uFEFF/, '').length && to.isRoot && to.open === 0
  return whole
    ? { ok: true, paragraphs: to.paragraphs.map((one) => one.trimEnd()) }
    : { ok: false, problem: 'not-word' }
}

/** `ends`: the paragraph before is done, the next words begin a new one. */
type Reading = { paragraphs: string[]; open: number; isText: boolean; isRoot: boolean; ends: boolean }

function take(
  to: Reading,
  [, data, closing, name, attributes = '', selfClosing, words]: RegExpMatchArray,
): void {
  if (data !== undefined || words !== undefined) {
    if (to.isText) say(to, data ?? decoded(words ?? ''))
    return
  }
  if (name === undefined) return
  const isClosing = closing === '/'
  const isEmpty = selfClosing === '/'
  if (!isEmpty) to.open += isClosing ? -1 : 1
  const local = name.slice(name.indexOf(':') + 1)
  if (local === 'document' && !isClosing) to.isRoot = true
  if (local === 't') to.isText = !isClosing && !isEmpty
  else if (isClosing) to.ends = to.ends || local === 'p'
  else if (local === 'tab' && attributes.trim() === '') say(to, '\t')
  else if (local === 'br' || local === 'cr') say(to, '\n')
  else if (local === 'noBreakHyphen') say(to, '-')
}

function say(to: Reading, words: string): void {
  if (to.ends) to.paragraphs.push('')
  to.ends = false
  to.paragraphs[to.paragraphs.length - 1] += words
}

function decoded(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]+);/gi, (all, named: string) => {
    if (!named.startsWith('#')) return entities[named] ?? all
    const code = Number(named.replace(/^#x/i, '0x').replace('#', ''))
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all
  })
}
