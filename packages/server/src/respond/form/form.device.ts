import { randomBytes, timingSafeEqual } from 'node:crypto'
import { linkDays, renewDays } from '@weerklank/core/feedback/invitation'
import { type FormLinkWay, isSharedDevice, sharedDeviceMinutes } from '@weerklank/core/feedback/shared-device'
import type { Context as HonoContext } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { hashOf } from '../../http/link-token.ts'

const markOf = (publicUrl: string, invitation: string) => {
  const secure = publicUrl.startsWith('https:')
  return {
    name: `${secure ? '__Secure-' : ''}weerklank.form-${invitation}`,
    options: {
      path: '/v',
      httpOnly: true,
      sameSite: 'Strict' as const,
      secure,
      maxAge: (linkDays + renewDays) * 86_400,
    },
  }
}

/** The mark of the device that asks, as it is kept with a draft; null for one without. */
export function deviceHash(c: HonoContext, publicUrl: string, invitation: string): string | null {
  const secret = getCookie(c, markOf(publicUrl, invitation).name)
  return secret === undefined ? null : hashOf(secret)
}

/** Marks the device that asks as the one on which this form is filled in; answers the mark to keep. One of the house forgets it soon. */
export function markDevice(
  c: HonoContext,
  publicUrl: string,
  of: { form_invitation_id: string; way: FormLinkWay },
): string {
  const secret = randomBytes(32).toString('base64url')
  const { name, options } = markOf(publicUrl, of.form_invitation_id)
  setCookie(c, name, secret, {
    ...options,
    ...(isSharedDevice(of.way) && { maxAge: sharedDeviceMinutes * 60 }),
  })
  return hashOf(secret)
}

/** Takes the mark away: what was filled in here is not opened here again. */
export function unmarkDevice(c: HonoContext, publicUrl: string, invitation: string): void {
  const { name, options } = markOf(publicUrl, invitation)
  if (getCookie(c, name) !== undefined) deleteCookie(c, name, options)
}

/** Whether a draft was filled in on the device with this mark. One from before marks is everybody's who has the link. */
export function isSameDevice(
  draft: { device: string | null } | null,
  { hash, way }: { hash: string | null; way: FormLinkWay },
): boolean {
  if (draft === null) return true
  // Whoever has a device of the house, or a paper, is not shown what was begun elsewhere.
  if (draft.device === null) return !isSharedDevice(way)
  return hash !== null && timingSafeEqual(Buffer.from(draft.device, 'hex'), Buffer.from(hash, 'hex'))
}
