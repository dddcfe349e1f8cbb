import type { Contact } from '@weerklank/core/relation/relation.contract'
import { type Instant, millis } from '@weerklank/core/shared/time'

const lastShown = 2

/** What is planned, the first one first; and the last contacts, newest first. */
export function contactsInSight(
  contacts: readonly Contact[],
  now: Instant,
): { planned: Contact[]; last: Contact[] } {
  const isPlanned = ({ at }: Contact) => millis(at) > millis(now)
  const newestFirst = contacts.toSorted((a, b) => millis(b.at) - millis(a.at))
  return {
    planned: newestFirst.filter(isPlanned).reverse(),
    last: newestFirst.filter((contact) => !isPlanned(contact)).slice(0, lastShown),
  }
}
