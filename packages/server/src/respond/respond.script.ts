import { readFileSync } from 'node:fs'
import { compactScript } from './respond.compact.ts'

/** In this order each file finds what it uses. They are modules for the editor and the compiler, and one script for the phone. */
const files = ['screen', 'rows', 'queue', 'scale', 'answers', 'voice', 'page'] as const

function modules(): string {
  const sources = files.map((file) =>
    readFileSync(new URL(`./browser/${file}.js`, import.meta.url), 'utf8')
      .replace(/^import [^;]*? from '[^']*'\n/gm, '')
      .replace(/^export /gm, ''),
  )
  return compactScript(sources.join('\n'))
}

const root = 'document.documentElement.className'

/**
 * The script of every page of the respondent: its sentences come with the page, so that it is the same for everyone. It
 * stands in the head. At once: the lines get their room, so that nothing moves later. When the page is there: everything
 * else; if that fails the radio buttons come back. A browser too old to read this at all never had the lines.
 */
export const script = `${root}="js";document.addEventListener("DOMContentLoaded",()=>{try{${modules()}}catch{${root}=""}})`
