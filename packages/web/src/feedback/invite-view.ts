import type { Invitation, RelationFeedback } from '@weerklank/core/feedback/feedback.contract'
import type { Contact, RelationDetails } from '@weerklank/core/relation/relation.contract'
import { daysBetween, localDay, millis } from '@weerklank/core/shared/time'
import { momentWords } from '../language/moment-words.ts'
import type { Seen } from '../language/use-seen.ts'

/** An invitation with its link, which is known only right after it was made. */
export type MadeInvitation = Invitation & { url: string }

export type InviteSource = {
  relation: RelationDetails
  invitations: RelationFeedback['invitations']
  seen: Seen
}

/** A contact to ask about, `today`: one that is made now, or `none`: how it goes between us, without a contact. */
export type ContactChoice = { value: string; label: string }

export const madeToday = 'today'
export const noContact = 'none'
const shownAtMost = 4
const freshDays = 14

export type ContactWords = { madeToday: string; noContact: string; asked: (moment: string) => string }

type Source = {
  contacts: readonly Contact[]
  invitations: RelationFeedback['invitations']
  participant: string
  seen: Seen
  words: ContactWords
}

/**
 * The contacts one can ask about, newest first, and the one that is likely meant: the last one, if it is of the past two
 * weeks and this person was not asked about it yet, else one that is made for today.
 */
export function contactChoices(source: Source): { choices: ContactChoice[]; likely: string } {
  const { seen, words } = source
  const asked = askedContacts(source)
  const recent = source.contacts.filter(({ at }) => localDay(at, seen.timeZone) <= seen.today)
  const [last] = recent
  const isMeant = last !== undefined && !asked.has(last.id) && daysBetween(last.at, seen.now) <= freshDays
  return {
    choices: [
      ...recent.slice(0, shownAtMost).map((contact) => {
        const moment = momentWords(contact.at, seen)
        const label = contact.place === '' ? moment : `${moment}, ${contact.place}`
        return { value: contact.id, label: asked.has(contact.id) ? words.asked(label) : label }
      }),
      { value: madeToday, label: words.madeToday },
      { value: noContact, label: words.noContact },
    ],
    likely: isMeant ? last.id : madeToday,
  }
}

function askedContacts({ invitations, participant }: Source): ReadonlySet<string> {
  return new Set(
    invitations
      .filter((one) => one.participant === participant && one.status !== 'revoked')
      .flatMap(({ contact }) => contact ?? []),
  )
}

/** The links that still wait for an answer, newest first. */
export function openInvitations({ invitations }: Pick<RelationFeedback, 'invitations'>): Invitation[] {
  return invitations
    .filter(({ status }) => status === 'open')
    .sort((a, b) => millis(b.sentAt) - millis(a.sentAt))
}
