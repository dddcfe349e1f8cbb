import type { Context as HonoContext } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'

const yearSeconds = 365 * 86_400

/** The secret of a kiosk on its device. Behind TLS no other host can set or read it; that asks for the path of the whole host. */
function kioskMark(publicUrl: string) {
  const secure = publicUrl.startsWith('https:')
  return {
    name: secure ? '__Host-weerklank.kiosk' : 'weerklank.kiosk',
    options: { path: '/', httpOnly: true, sameSite: 'Strict' as const, secure, maxAge: yearSeconds },
  }
}

/** Where the question or form stands that is open on a kiosk now, so that it is shut when the kiosk begins anew. */
function openMark(publicUrl: string) {
  const { name, options } = kioskMark(publicUrl)
  return { name: `${name}-open`, options: { ...options, maxAge: 7_200 } }
}

export const kioskOn = (c: HonoContext, publicUrl: string) => getCookie(c, kioskMark(publicUrl).name)
export const openOn = (c: HonoContext, publicUrl: string) => getCookie(c, openMark(publicUrl).name)

export function markKiosk(c: HonoContext, publicUrl: string, secret: string): void {
  const { name, options } = kioskMark(publicUrl)
  setCookie(c, name, secret, options)
}

export function markOpen(c: HonoContext, publicUrl: string, path: string | null): void {
  const { name, options } = openMark(publicUrl)
  if (path !== null) setCookie(c, name, path, options)
  else if (getCookie(c, name) !== undefined) deleteCookie(c, name, options)
}
