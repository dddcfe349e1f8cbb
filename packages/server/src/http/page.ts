import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Language } from '@weerklank/core/shared/language'
import type { Context as HonoContext } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { html } from './html.ts'

/** What the pages that the server writes itself have in common: how they are sent, and what stands at their head. */

/** The direction of writing: a language that is written from the right gets its line here, the style follows. */
export const directions: Readonly<Record<Language, 'ltr' | 'rtl'>> = { nl: 'ltr', en: 'ltr' }

export const otherLanguages: Readonly<Record<Language, Language>> = { nl: 'en', en: 'nl' }

/** One sound and its echo: the product's mark. */
export const productMark = html`<svg width="24" height="24" aria-hidden="true"><circle cx="6" cy="12" r="4"/><path d="M12 5q5 7 0 14M17 3q6 9 0 18"/></svg>`

const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)
// Quality 5 is as small as 9 on these pages (docs/benchmarks.md) and many times as fast.
const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }

type Sent = { page: string; status: ContentfulStatusCode; policy: string }

/** Sends a page: small on the wire, never kept by a browser or a proxy, with its own policy. */
export async function sendHtml(c: HonoContext, { page, status, policy }: Sent): Promise<Response> {
  const headers = {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': policy,
    'Cache-Control': 'no-store',
    'X-Robots-Tag': 'noindex',
    Vary: 'Accept-Encoding, Accept-Language',
  }
  const accepted = c.req.header('accept-encoding') ?? ''
  if (/\bbr\b/.test(accepted)) {
    const packed = new Uint8Array(await toBrotli(page, brotliOptions))
    return c.body(packed, status, { ...headers, 'Content-Encoding': 'br' })
  }
  if (/\bgzip\b/.test(accepted)) {
    const packed = new Uint8Array(await toGzip(page, { level: 9 }))
    return c.body(packed, status, { ...headers, 'Content-Encoding': 'gzip' })
  }
  return c.body(page, status, headers)
}
