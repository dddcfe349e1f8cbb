/** Kiosks in the worlds of the fuzz: the link that sets one up, one that stands there, and a code for it. */
import { kioskEndpoints } from '@weerklank/core/access/kiosks.contract'
import { waysInEndpoints } from '@weerklank/core/feedback/ways-in.contract'
import fc from 'fast-check'
import type { Actor, Link, Scope, Sent } from './fuzz.world.fixture.ts'
import { browser } from './test-browser.ts'
import { buildProfessional } from './test-factories.ts'
import { asMember } from './test-member.ts'
import type { Story } from './test-requests.ts'
import type { Running } from './test-running.ts'

export type Kiosk = {
  scope: Scope
  /** Whose texts its pages may hold: the name of the organisation, and nothing of anybody. */
  sees: readonly Scope[]
  /** By which its device is known. */
  cookie: string
  /** The path of a link that still sets one up. */
  setUp: string
  code: string
}

type At = { scope: Scope; sees: readonly Scope[] }

export async function buildKiosk(app: Running, story: Story, { scope, sees }: At): Promise<Kiosk> {
  const admin = asMember(app, await buildProfessional(app, { name: 'Karin', role: 'administrator' }))
  const make = async () =>
    new URL((await admin.call(kioskEndpoints.makeKiosk, { body: { name: 'De hal' } })).url).pathname
  const hall = browser(app)
  await hall.post(await make(), [])
  const params = { relation: story.relation.id, invitation: story.openInvitation }
  const { code } = await asMember(app, story.by).call(waysInEndpoints.kioskCode, { params })
  const cookie = Array.from(hall.jar, ([name, value]) => `${name}=${value}`).join('; ')
  return { scope, sees, cookie, setUp: await make(), code }
}

/** What people do at a kiosk, and what nobody means to: codes of elsewhere, no code, a link that is used. */
export function atKiosks(kiosks: readonly Kiosk[], nobody: Actor): fc.Arbitrary<Sent> {
  const codes = ['', 'x', 'AAAA 2222', '\0', ...kiosks.map(({ code }) => code)]
  return fc
    .record({
      kiosk: fc.constantFrom(...kiosks),
      isKnown: fc.boolean(),
      isSetUp: fc.boolean(),
      method: fc.constantFrom('GET', 'POST'),
      code: fc.constantFrom(...codes),
      query: fc.constantFrom('', '?lang=en', '?fout=wrong', '?fout=x', '?lang=%00'),
    })
    .map(({ kiosk, isKnown, isSetUp, method, code, query }): Sent => {
      const link: Link = { path: isSetUp ? kiosk.setUp : '/kiosk', sees: kiosk.sees, who: null }
      const form = ['content-type', 'application/x-www-form-urlencoded'] as const
      return {
        ...{ method, path: link.path + query, actor: nobody, link, endpoint: null },
        headers: isKnown ? [form, ['cookie', kiosk.cookie]] : [form],
        body: method === 'GET' ? null : new TextEncoder().encode(new URLSearchParams({ code }).toString()),
      }
    })
}
