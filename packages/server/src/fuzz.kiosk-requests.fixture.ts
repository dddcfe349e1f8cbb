/** What is sent to kiosks. */
import fc from 'fast-check'
import type { Kiosk } from './fuzz.kiosk.fixture.ts'
import type { Actor, Link, Scope, Sent } from './fuzz.world.fixture.ts'

/** What people do at a kiosk, and what nobody means to: codes of elsewhere, no code, a link that is used. */
export function atKiosks(kiosks: readonly Kiosk<Scope>[], nobody: Actor): fc.Arbitrary<Sent> {
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
