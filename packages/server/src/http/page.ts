import type { Language } from '@weerklank/core/shared/language'
import type { Context as HonoContext } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { html } from './html.ts'
import { pack } from './pack.ts'

/** What the pages that the server writes itself have in common: how they are sent, and what stands at their head. */

/** The direction of writing: a language that is written from the right gets its line here, the style follows. */
export const directions: Readonly<Record<Language, 'ltr' | 'rtl'>> = { nl: 'ltr', en: 'ltr' }

export const otherLanguages: Readonly<Record<Language, Language>> = { nl: 'en', en: 'nl' }

/** One sound and its echo: the product's mark. */
export const productMark = html`<svg width="24" height="24" aria-hidden="true"><circle cx="6" cy="12" r="4"/><path d="M12 5q5 7 0 14M17 3q6 9 0 18"/></svg>`

type Sent = {
  page: string
  status: ContentfulStatusCode
  policy: string
  /** For pages with a budget on the wire. */
  isTight?: boolean
}

/** Sends a page: small on the wire, never kept by a browser or a proxy, with its own policy. */
export async function sendHtml(c: HonoContext, { page, status, policy, isTight }: Sent): Promise<Response> {
  const headers = {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': policy,
    'Cache-Control': 'no-store',
    'X-Robots-Tag': 'noindex',
    Vary: 'Accept-Encoding, Accept-Language',
  }
  const packed = await pack(page, c.req.header('accept-encoding') ?? '', isTight)
  if (packed === null) return c.body(page, status, headers)
  return c.body(new Uint8Array(packed.bytes), status, { ...headers, 'Content-Encoding': packed.encoding })
}
