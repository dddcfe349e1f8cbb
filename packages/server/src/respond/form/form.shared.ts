import { kioskReturn } from '@weerklank/core/access/kiosk'
import { isSharedDevice } from '@weerklank/core/feedback/shared-device'
import { screenLanguage } from '@weerklank/core/shared/language'
import type { Context as HonoContext } from 'hono'
import { sendHtml } from '../../http/page.ts'
import { respondPolicies } from '../respond.policy.ts'
import { sharedDevicePage } from '../shared-device.page.ts'
import { type FormRespondDeps, pathOf } from './form.answer.ts'
import { unmarkDevice } from './form.device.ts'
import type { FormLink } from './form.link.ts'
import type { Seen } from './form.show.ts'
import { typingOver } from './form.typed.ts'

/**
 * The page in place of the form on a device of the house, where it is done or shut; null where it may be filled in. Nothing
 * that was filled in is shown to whoever has the device next: it is shut too once its owner has opened her own lock again.
 */
export async function shutHere(c: HonoContext, deps: FormRespondDeps, seen: Seen): Promise<Response | null> {
  const { link, people } = seen
  const { way, relation_id: relation } = link.token
  if (way === 'paper') return typingOver(c, deps, seen)
  if (!isSharedDevice(way)) return null
  if (link.status === 'open' && !(way === 'device' && (await isOpenAgain(c, deps)))) return null
  unmarkDevice(c, deps.publicUrl, link.asked.id)
  const { language, address } = people.person
  const workspace = link.asked.workspace_name
  const listener = { language: screenLanguage(language), address }
  const page = sharedDevicePage({
    ...{ frame: { listener, workspace, path: pathOf(c) }, way, relation },
    ...{ key: link.asked.response_id, isStored: link.status === 'answered' },
  })
  return sendHtml(c, { page, status: 200, policy: respondPolicies.plain })
}

/** The one who works here is back at her own device. */
async function isOpenAgain(c: HonoContext, deps: FormRespondDeps): Promise<boolean> {
  const who = await deps.door(c.req.raw.headers)
  return who !== null && !who.handedOver
}

/** A kiosk returns to its beginning by itself: soon when somebody is done, later when nobody goes on. */
export function returnKiosk(c: HonoContext, { token, status }: FormLink): void {
  if (token.way !== 'kiosk') return
  c.header('Refresh', `${status === 'open' ? kioskReturn.idle : kioskReturn.done};url=/kiosk`)
}
