/** Reads a page back, for tests: strict enough that a slip in escaping or nesting shows. */
export type Tag = { name: string; closing: boolean; attributes: Record<string, string>; textBefore: string }

const attribute = /\s+([a-z][a-zA-Z-]*)(?:=(?:"([^"<>]*)"|([^\s"'<>=`]+)))?/gy

/** The tags in their order; throws where the text is no HTML that we would write. */
export function tagsOf(page: string): Tag[] {
  const tags: Tag[] = []
  let rest = page.replace(/^<!doctype html>/, '')
  while (rest !== '') {
    const start = rest.indexOf('<')
    const textBefore = rest.slice(0, start < 0 ? rest.length : start)
    if (textBefore.includes('>')) throw new Error(`A bare > in: ${textBefore.slice(0, 80)}`)
    if (start < 0) break
    const head = /^<(\/?)([a-z][a-z0-9]*)/.exec(rest.slice(start))
    if (head === null) throw new Error(`No tag: ${rest.slice(start, start + 80)}`)
    const { attributes, end } = attributesFrom(rest, start + head[0].length)
    const [, slash = '', name = ''] = head
    tags.push({ name, closing: slash === '/', attributes, textBefore })
    rest = rest.slice(end)
    if ((name === 'script' || name === 'style') && slash === '') rest = rest.slice(rest.indexOf(`</${name}>`))
  }
  return tags
}

function attributesFrom(text: string, from: number): { attributes: Record<string, string>; end: number } {
  const attributes: Record<string, string> = {}
  let at = from
  for (;;) {
    attribute.lastIndex = at
    const found = attribute.exec(text)
    if (found === null) break
    const [whole, name = '', quoted, bare] = found
    if (name in attributes) throw new Error(`Twice ${name} in: ${text.slice(from, from + 120)}`)
    attributes[name] = quoted ?? bare ?? ''
    at += whole.length
  }
  const end = /^\/?>/.exec(text.slice(at))
  if (end === null) throw new Error(`An open tag: ${text.slice(from, from + 120)}`)
  return { attributes, end: at + end[0].length }
}

const empty = new Set(['meta', 'link', 'input', 'br', 'path', 'circle'])

/** Every tag that opens closes, in order. */
export function nestingProblems(tags: readonly Tag[]): string[] {
  const open: string[] = []
  const problems: string[] = []
  for (const { name, closing } of tags) {
    if (!closing && !empty.has(name)) open.push(name)
    if (closing && open.pop() !== name) problems.push(`</${name}> closes something else`)
  }
  return [...problems, ...open.map((name) => `<${name}> stays open`)]
}
