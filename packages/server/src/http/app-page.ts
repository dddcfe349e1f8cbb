import { randomBytes } from 'node:crypto'
import type { Context as HonoContext } from 'hono'
import { appPolicy } from './security-headers.ts'
import type { WebFiles } from './static-files.ts'

/** Stands in the built page where each answer puts a nonce of its own (`html.cspNonce` in vite.config.ts). */
export const noncePlace = 'nonce-of-this-answer'

/** The page of the web app, with a nonce that only the scripts of this one answer know; null when it was not built. */
export function sendAppPage(c: HonoContext, files: WebFiles): Response | null {
  const page = files.get('/index.html')
  if (page === undefined) return null
  const nonce = randomBytes(16).toString('base64url')
  // Not kept by the browser: a stored page would come back with the nonce of another answer.
  return c.body(page.plain.toString().replaceAll(noncePlace, nonce), 200, {
    'Content-Type': page.type,
    'Content-Security-Policy': appPolicy(nonce),
    'Cache-Control': 'no-store',
  })
}
