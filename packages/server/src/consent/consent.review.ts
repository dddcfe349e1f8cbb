import type { Purpose } from '@weerklank/core/consent/consent'
import type { PersonId } from '@weerklank/core/shared/ids'
import type { Trx } from '../schema.ts'
import { familyOf } from './consent.person.ts'
import { endGrant, eventsOf, grantsOf, holdGrant, releaseGrant } from './consent.repository.ts'
import { type ConsentDeps, type Hand, statusOf } from './consent.ts'
import { keepRegister } from './register.repository.ts'

/**
 * Brings consent in force in line with what the rules say now, without a new word: a birthday, another parent, a date of
 * birth that was corrected, a text that asks again. Consent that lapsed is put on hold; one that counts again goes on.
 */
export async function reviewConsent(
  trx: Trx,
  of: { deps: ConsentDeps; hand: Pick<Hand, 'workspace' | 'context'>; person: PersonId },
): Promise<void> {
  const { deps, hand, person } = of
  const at = deps.world.now()
  const family = await familyOf(trx, person)
  const said = await eventsOf(trx, [person])
  for (const { purpose, held_at } of await grantsOf(trx, person)) {
    const events = said.filter((row) => row.purpose === purpose)
    const status = statusOf({ deps, hand, family, events, at }, purpose as Purpose)
    const { state } = status
    const which = { person, purpose: purpose as Purpose }
    if (state === 'given' && held_at !== null) await releaseGrant(trx, which)
    if (state === 'waiting' || state === 'not-asked') await holdGrant(trx, { ...which, at })
    if (state === 'refused' || state === 'withdrawn' || state === 'not-offered') {
      await endGrant(trx, person, which.purpose)
    }
    if (purpose === 'research' && state !== 'not-offered' && (state === 'given') === (held_at !== null)) {
      await keepRegister(trx, { workspace: hand.workspace.id, person, state, at })
    }
  }
}
