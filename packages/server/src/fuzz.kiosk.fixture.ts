/** Kiosks in the worlds of the fuzz: the link that sets one up, one that stands there, and a code for it. */
import { kioskEndpoints } from '@weerklank/core/access/kiosks.contract'
import { waysInEndpoints } from '@weerklank/core/feedback/ways-in.contract'
import { browser } from './test-browser.ts'
import { buildProfessional } from './test-factories.ts'
import { asMember } from './test-member.ts'
import type { Story } from './test-requests.ts'
import type { Running } from './test-running.ts'

export type Kiosk<Scope extends string> = {
  /** Whose texts its pages may hold: the name of the organisation, and nothing of anybody. */
  sees: readonly Scope[]
  /** By which its device is known. */
  cookie: string
  /** The path of a link that still sets one up. */
  setUp: string
  code: string
}

export async function buildKiosk<Scope extends string>(
  app: Running,
  story: Story,
  sees: readonly Scope[],
): Promise<Kiosk<Scope>> {
  const admin = asMember(app, await buildProfessional(app, { name: 'Karin', role: 'administrator' }))
  const make = async () =>
    new URL((await admin.call(kioskEndpoints.makeKiosk, { body: { name: 'De hal' } })).url).pathname
  const hall = browser(app)
  await hall.post(await make(), [])
  const params = { relation: story.relation.id, invitation: story.openInvitation }
  const { code } = await asMember(app, story.by).call(waysInEndpoints.kioskCode, { params })
  const cookie = Array.from(hall.jar, ([name, value]) => `${name}=${value}`).join('; ')
  return { sees, cookie, setUp: await make(), code }
}
