import { AppError } from '@weerklank/core/shared/errors'
import type { Context, MiddlewareHandler } from 'hono'
import { bearerOf } from './bearer.ts'

/** What a browser says of where a request was made. */
export type Sender = { method: string; origin: string | undefined; fetchSite: string | undefined }

const harmless = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Whether a request that changes something was made by a page of another site.
 *
 * `Sec-Fetch-Site` cannot be forged by a page; `same-site` is refused too: another program on a sibling address is another
 * program. `Origin: null` says nothing: our own pages send it with a form, since they tell nobody where they come from
 * (Referrer-Policy). Absent headers come from old phones and from programs, which carry no cookie of a victim; there the
 * secret in the path, the header `x-weerklank` and SameSite cookies decide.
 */
export function isFromOtherSite(sender: Sender, ownOrigins: ReadonlySet<string>): boolean {
  const { method, origin, fetchSite } = sender
  if (harmless.has(method)) return false
  if (fetchSite !== undefined && fetchSite !== 'same-origin' && fetchSite !== 'none') return true
  if (origin === undefined || origin === 'null') return false
  return !ownOrigins.has(origin)
}

/** Refuses what another site asks to be changed, before anything of the request is read. */
export function refuseOtherSites(urls: readonly string[]): MiddlewareHandler {
  const own = new Set(urls.map((url) => new URL(url).origin))
  return async (c, next) => {
    const sender = {
      method: c.req.method,
      origin: c.req.header('origin'),
      fetchSite: c.req.header('sec-fetch-site'),
    }
    if (!isProgram(c) && isFromOtherSite(sender, own)) throw new AppError('cross-site')
    await next()
  }
}

/**
 * A program with a token: no browser sends one along by itself, and a page of another site cannot, since we allow none to.
 * Signing in is about cookies, whatever else is sent.
 */
function isProgram(c: Context): boolean {
  const { path } = c.req
  const isOurs = /^\/(api|fhir)\//.test(path) && !path.startsWith('/api/auth/')
  return isOurs && bearerOf(c.req.raw.headers) !== null
}
