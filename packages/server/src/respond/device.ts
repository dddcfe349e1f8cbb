import { randomBytes, timingSafeEqual } from 'node:crypto'
import { addMilliseconds, type Instant } from '@weerklank/core/shared/time'
import type { Context as HonoContext } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { hashOf } from '../http/link-token.ts'
import { kioskOn } from './kiosk.device.ts'

/** How long a device is known as the one that gave an answer. */
export const deviceMinutes = 120

/**
 * Who has the page of an answered link open: on the device that gave the answer, on one where somebody is signed in (then it
 * is that person's device, whoever answered on it), or anywhere else.
 */
export type Device = 'hers' | 'signed-in' | 'other'

export type DeviceDeps = {
  publicUrl: string
  /** What the cookie of a session is called. */
  sessionCookie: string
}

/**
 * The cookie that says: this device gave this answer. One name, so that a device has one at most: the next answer on it takes
 * its place. Behind TLS no other host can set or read it; that asks for the path of the whole host.
 */
export function deviceMark(publicUrl: string) {
  const secure = publicUrl.startsWith('https:')
  const path = secure ? '/' : '/f'
  return {
    name: secure ? '__Host-weerklank.answered' : 'weerklank.answered',
    options: { path, httpOnly: true, sameSite: 'Strict' as const, secure, maxAge: deviceMinutes * 60 },
  }
}

const isSignedIn = (c: HonoContext, { sessionCookie }: DeviceDeps) =>
  getCookie(c, sessionCookie) !== undefined

/** A new secret for the device that sends an answer; null where somebody is signed in, and at a kiosk: what is hers is not opened there. */
export function newDevice(c: HonoContext, deps: DeviceDeps): { secret: string; hash: string } | null {
  if (isSignedIn(c, deps) || kioskOn(c, deps.publicUrl) !== undefined) return null
  const secret = randomBytes(32).toString('base64url')
  return { secret, hash: hashOf(secret) }
}

/** Leaves the secret of the answer that was just stored on the device, in the place of that of an answer before. */
export function markDevice(c: HonoContext, deps: DeviceDeps, device: { secret: string } | null): void {
  const { name, options } = deviceMark(deps.publicUrl)
  if (device !== null) setCookie(c, name, device.secret, options)
  else forgetDevice(c, deps)
}

/** Takes it away: for a device that others use after her. */
export function forgetDevice(c: HonoContext, deps: Pick<DeviceDeps, 'publicUrl'>): void {
  const { name, options } = deviceMark(deps.publicUrl)
  if (getCookie(c, name) !== undefined) deleteCookie(c, name, options)
}

/** Whose device this is, as far as an answer is concerned. */
export function deviceOf(
  c: HonoContext,
  deps: DeviceDeps,
  answer: { device_hash: string | null; stored_at: Instant | null; now: Instant },
): Device {
  if (isSignedIn(c, deps)) return 'signed-in'
  const secret = getCookie(c, deviceMark(deps.publicUrl).name)
  const { device_hash: hash, stored_at: at, now } = answer
  if (secret === undefined || hash === null || at === null) return 'other'
  const isSame = timingSafeEqual(Buffer.from(hashOf(secret), 'hex'), Buffer.from(hash, 'hex'))
  return isSame && now < addMilliseconds(at, deviceMinutes * 60_000) ? 'hers' : 'other'
}
