/** Content files: all of them are written for clients, or said aloud to one, unless they say or stand where it is otherwise. */
import type { Text } from './text-literals.ts'

/** Read by colleagues only. */
const FOR_COLLEAGUES = /^content\/journal\//
/** All in here is said, whatever its key: each file is in one language. */
const ALL_SAID = /^content\/languages\//
/** What stands under these keys is said in that language. */
const LANGUAGES = new Set(['nl', 'en'])

/** Markdown, or JSON whose texts stand under keys of a language; empty for what is for colleagues, and for every other file. */
export function clientDocuments(path: string, read: () => string): Text[] {
  if (FOR_COLLEAGUES.test(path)) return []
  if (path.endsWith('.md')) return fromMarkdown(path, read())
  return path.endsWith('.json') ? fromJson(path, read()) : []
}

function fromMarkdown(file: string, whole: string): Text[] {
  const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(whole)
  if (/^audience:\s*professional\s*$/m.test(match?.[1] ?? '')) return []
  const text = match?.[2] ?? whole
  const start = whole.length - text.length
  return [{ file, line: whole.slice(0, start).split('\n').length, start, text }]
}

function fromJson(file: string, whole: string): Text[] {
  return stringsSaid(JSON.parse(whole), ALL_SAID.test(file)).map((text) => {
    const start = whole.indexOf(JSON.stringify(text))
    return { file, line: whole.slice(0, Math.max(0, start)).split('\n').length, start, text }
  })
}

function stringsSaid(value: unknown, isSaid: boolean): string[] {
  if (typeof value === 'string') return isSaid ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => stringsSaid(part, isSaid || LANGUAGES.has(key)))
}
