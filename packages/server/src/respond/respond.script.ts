import { readFileSync } from 'node:fs'
import { compactScript } from './respond.compact.ts'

/**
 * How the questions of a page are answered: on lines below each other; or with faces, one question on the screen; or so with a
 * drawing. A `plain` page has no questions.
 */
export type PageKind = 'plain' | 'line' | 'faces' | 'draw'

/**
 * In this order each file finds what it uses. They are modules for the editor and the compiler, and one script for the phone.
 * `steps` offers what `scale` offers, together with what shows an answer.
 */
const controls = { line: ['scale'], faces: ['still', 'steps'], draw: ['draw', 'steps'] } as const
const filesOf = (kind: PageKind) =>
  kind === 'plain'
    ? (['rows', 'queue', 'after'] as const)
    : (['screen', 'rows', 'queue', ...controls[kind], 'answers', 'voice', 'page'] as const)

function modules(kind: PageKind): string {
  const sources = filesOf(kind).map((file) =>
    readFileSync(new URL(`./browser/${file}.js`, import.meta.url), 'utf8')
      .replace(/^import [^;]*? from '[^']*'\n/gm, '')
      .replace(/^export /gm, ''),
  )
  return compactScript(sources.join('\n'))
}

const root = 'document.documentElement.className'

/**
 * The script of the respondent's pages of one kind: its sentences come with the page, so that it is the same for everyone. It
 * stands in the head. At once: the lines get their room, so that nothing moves later. When the page is there: everything
 * else; if that fails the radio buttons come back. A browser too old to read this at all never had the lines.
 */
const scriptOf = (kind: PageKind) =>
  `${root}="js";addEventListener("DOMContentLoaded",()=>{try{${modules(kind)}}catch{${root}=""}})`

export const scripts: Readonly<Record<PageKind, string>> = {
  plain: scriptOf('plain'),
  line: scriptOf('line'),
  faces: scriptOf('faces'),
  draw: scriptOf('draw'),
}
