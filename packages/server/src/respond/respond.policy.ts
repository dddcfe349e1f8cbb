import { createHash } from 'node:crypto'
import { script } from './respond.script.ts'
import { style } from './respond.style.ts'

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

/** The `Content-Security-Policy` of every page of the respondent: exactly our own script and style run, nothing is loaded. */
export const respondPolicy = [
  "default-src 'none'",
  `script-src ${hashOf(script)}`,
  `style-src ${hashOf(style)}`,
  'img-src data:',
  "connect-src 'self'",
  "form-action 'self'",
  // The script sets text and attributes only; text never becomes markup.
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')
