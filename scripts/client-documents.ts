/** Content files that are written for clients: they stand in a folder of such, or say so with `audience: client`. */
import type { Text } from './text-literals.ts'

/** All in here is read by a client, or said aloud to one. */
const FOR_CLIENTS = /^content\/(instruments|openers)\//

/** Markdown with front matter, or JSON whose Dutch texts stand under keys called `nl`; empty for every other file. */
export function clientDocuments(path: string, read: () => string): Text[] {
  if (path.endsWith('.md')) return fromMarkdown(path, read())
  return path.endsWith('.json') ? fromJson(path, read()) : []
}

function fromMarkdown(file: string, whole: string): Text[] {
  const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(whole)
  if (match === null || !/^audience:\s*client\s*$/m.test(match[1] ?? '')) return []
  const text = match[2] ?? ''
  const start = whole.length - text.length
  return [{ file, line: whole.slice(0, start).split('\n').length, start, text }]
}

function fromJson(file: string, whole: string): Text[] {
  const document: unknown = JSON.parse(whole)
  if (typeof document !== 'object' || document === null) return []
  const saysSo = 'audience' in document && document.audience === 'client'
  if (!saysSo && !FOR_CLIENTS.test(file)) return []
  return dutchStrings(document, false).map((text) => {
    const start = whole.indexOf(JSON.stringify(text))
    return { file, line: whole.slice(0, Math.max(0, start)).split('\n').length, start, text }
  })
}

function dutchStrings(value: unknown, isDutch: boolean): string[] {
  if (typeof value === 'string') return isDutch ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => dutchStrings(part, isDutch || key === 'nl'))
}
