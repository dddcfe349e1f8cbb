/** What JSON text says and a parser does not: names that stand twice in one object, and how a number was written. */

/** The names that stand twice in one object, each once, at most twenty; the text must be readable JSON. */
export function doubleKeys(text: string): string[] {
  const found = new Set<string>()
  const open: (Set<string> | null)[] = []
  let isKey = false
  for (let at = 0; at < text.length && found.size < 20; at += 1) {
    const mark = text[at]
    if (mark === '"') {
      const end = endOfText(text, at)
      if (isKey) note(text.slice(at, end + 1), open.at(-1), found)
      isKey = false
      at = end
    } else if (mark === '{' || mark === '[') {
      open.push(mark === '{' ? new Set() : null)
      isKey = mark === '{'
    } else if (mark === '}' || mark === ']') open.pop()
    else if (mark === ',') isKey = open.at(-1) !== null
  }
  return [...found]
}

/** Where the quotation mark stands that ends a text; one behind an odd number of backslashes is part of it. */
function endOfText(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0
    while (text[at - 1 - slashes] === '\\') slashes += 1
    if (slashes % 2 === 0) return at
  }
  return text.length
}

function note(written: string, keys: Set<string> | null | undefined, found: Set<string>): void {
  // `\u0061` is another way to write `a`.
  const name = written.includes('\\') ? String(JSON.parse(written)) : written.slice(1, -1)
  if (keys?.has(name) === true) found.add(name)
  keys?.add(name)
}

/** A number that would not be written the same again: `1.50`, `1e3`, or more digits than a number here can hold. */
const inexact = /[:[,\s]-?(?:\d+\.\d*0(?![\d.])|\d+(?:\.\d+)?[eE]|\d{16,}|\d+\.\d{15,}|0\.0{6})/

type Raw = (text: string) => unknown
type Reviver = (key: string, value: unknown, context: { source?: string }) => unknown

/** What the database can keep of a number: more digits than these, or a larger exponent, are no measurement. */
const digitsAtMost = 1_000
const exponentAtMost = 400

/** A number that cannot be kept as it was written. */
export class Unkeepable extends Error {}

function isKeepable(source: string): boolean {
  const exponent = /[eE]([+-]?\d+)$/.exec(source)?.[1] ?? '0'
  return source.length <= digitsAtMost && Math.abs(Number(exponent)) <= exponentAtMost
}

/**
 * JSON text as an object whose numbers are written again as they were, by `JSON.stringify`: FHIR counts the zero of `1.50`.
 * Null when every number is written the same anyway, or when the engine cannot do it. Throws `Unkeepable`; the text must be
 * readable JSON.
 */
export function exactly(text: string): unknown {
  const { rawJSON } = JSON as unknown as { rawJSON?: Raw }
  if (rawJSON === undefined || !inexact.test(text)) return null
  const keep: Reviver = (_, value, { source }) => {
    // One that is endless is told where it stands by who reads it.
    if (typeof value !== 'number' || !Number.isFinite(value)) return value
    if (source === undefined || String(value) === source) return value
    if (!isKeepable(source)) throw new Unkeepable()
    return rawJSON(source)
  }
  return (JSON.parse as (text: string, reviver: Reviver) => unknown)(text, keep)
}

/** What was kept, as it goes out again: with its numbers as they were written, where they are known as text. */
export function asWritten<Kept>(kept: Kept, text: string | null): Kept {
  return text === null ? kept : ((exactly(text) as Kept | null) ?? kept)
}
