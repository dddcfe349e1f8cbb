import type { Kysely } from 'kysely'
import { condition, protect } from '../policy.ts'

const { round, memberOnly, signedIn, purpose, role } = condition
const both = (...rules: string[]) => rules.join(' and ')
const either = (...rules: string[]) => `(${rules.join(' or ')})`

const practitioner = both(
  signedIn,
  either(...['professional', 'facilitator', 'trainer', 'coach'].map((name) => role(name))),
)
const byTicket = both(round(), `not ${memberOnly}`)
const counted = either(both(round(), memberOnly, purpose('results')), byTicket)
/** The program itself, while an open round begins anew: nobody who is signed in, and nobody with a ticket. */
const renewal = both(round(), purpose('system'), purpose('renewal'))

/**
 * An open round can begin anew with new tickets for everybody (ADR 0014): what was counted goes. To delete without looking
 * is all that is added: the counts of an open round stay as unreadable as they were.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await protect(db, 'round_group', {
    select: round(),
    insert: both(round(), practitioner),
    update: either(byTicket, renewal),
  })
  for (const table of ['round_tally', 'round_words']) {
    await protect(db, table, { select: counted, insert: byTicket, update: byTicket, delete: renewal })
  }
}
