/** Source files whose texts are read by clients. They are found by what they do, so that a new one cannot escape. */
import { importEdges } from './imports.ts'
import type { Source } from './sources.ts'
import type { Text } from './text-literals.ts'

const SERVER = /^packages\/server\/src\//
const DICTIONARY = /\.(text|words|sentences|mail|letter)\.ts$/
/** What the server writes as a page goes to people outside the app: clients, and whoever answers without an account. */
const PAGES = 'packages/server/src/http/html.ts'
const LEGAL = /^packages\/core\/src\/consent\/legal\/.*\.text\.ts$/

/**
 * Everything on the server that writes a page, a mail or a text, every dictionary of core that such a file imports, and what is
 * told of the law. Screens of colleagues (web) are not among them.
 */
export function clientSources(root: string, sources: Source[]): Source[] {
  const edges = importEdges(root, sources)
  const writers = new Set(edges.filter(({ to }) => to === PAGES).map(({ from }) => from))
  for (const { path } of sources) if (SERVER.test(path) && DICTIONARY.test(path)) writers.add(path)
  const used = edges.filter(({ from, to }) => writers.has(from) && DICTIONARY.test(to)).map(({ to }) => to)
  const all = new Set([...writers, ...used])
  return sources.filter(({ path }) => all.has(path) || LEGAL.test(path))
}

/** A statement for the database or a sheet of style: long, and read by no person. */
export function isForMachines({ text }: Text): boolean {
  return (
    /^\s*(select|insert into|update \w+ set|delete from|with \w+ as)\b/.test(text) ||
    /\{[^{}]*:[^{}]*[;}]/.test(text)
  )
}
