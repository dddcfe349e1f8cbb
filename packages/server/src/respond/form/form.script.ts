import { readFileSync } from 'node:fs'
import { compactScript } from '../respond.compact.ts'

/**
 * The script of the pages of a form: opens questions that follow from an answer on the same page, reads aloud, and keeps what
 * was filled in when the page is left. Without it everything works by sending the page.
 */
export const formScript = `try{${compactScript(readFileSync(new URL('../browser/form.js', import.meta.url), 'utf8'))}}catch{}`
