import { describe, expect, it } from 'vitest'
import { buildContact, buildInvitation, seenEn, seenNl } from './check.factory.ts'
import { inviteDialogText } from './invite-dialog.text.ts'
import { contactChoices, openInvitations } from './invite-view.ts'

const at = { today: '2026-11-19T13:00:00Z', tuesday: '2026-11-17T09:00:00Z', old: '2026-10-01T09:00:00Z' }
const contact = (id: keyof typeof at, place = '') => buildContact({ id, at: at[id], place })

function choose(parts: Partial<Parameters<typeof contactChoices>[0]>) {
  const words = inviteDialogText.nl.contact
  return contactChoices({ contacts: [], invitations: [], participant: 'lina', seen: seenNl, words, ...parts })
}

describe('the contact that is likely meant', () => {
  const asked = (contactId: string, status: string, participant = 'lina') =>
    buildInvitation({ contact: contactId, participant, status: status as 'open' })
  it.each([
    ['none yet: one is made for today', { contacts: [] }, 'today'],
    ['today’s, also when it is still to come', { contacts: [contact('today'), contact('tuesday')] }, 'today'],
    ['the last one', { contacts: [contact('tuesday'), contact('old')] }, 'tuesday'],
    ['not one of long ago', { contacts: [contact('old')] }, 'today'],
    [
      'not one that she was asked about',
      { contacts: [contact('tuesday')], invitations: [asked('tuesday', 'open')] },
      'today',
    ],
    [
      'a withdrawn question does not count',
      { contacts: [contact('tuesday')], invitations: [asked('tuesday', 'revoked')] },
      'tuesday',
    ],
    [
      'nor does a question to someone else',
      { contacts: [contact('tuesday')], invitations: [asked('tuesday', 'answered', 'samira')] },
      'tuesday',
    ],
    [
      'never one of another day to come',
      { contacts: [buildContact({ at: '2026-11-24T09:00:00Z' }), contact('tuesday')] },
      'tuesday',
    ],
  ])('%s', (_, parts, likely) => {
    expect(choose(parts).likely).toBe(likely)
  })
})

it('names the contacts, and which were asked about', () => {
  const { choices } = choose({
    contacts: [contact('today', 'thuis'), contact('tuesday')],
    invitations: [buildInvitation({ contact: 'tuesday', status: 'answered' })],
  })
  expect(choices.map(({ label }) => label)).toEqual([
    'vandaag, 14.00 uur, thuis',
    'dinsdag 17 november, 10.00 uur (al gevraagd)',
    'Een contact van vandaag (komt erbij)',
    'Geen contact: hoe het samen gaat',
  ])
  expect(choose({ contacts: [contact('today')], seen: seenEn }).choices[0]?.label).toBe('today, 14:00')
})

it('offers the last few contacts only', () => {
  const contacts = Array.from({ length: 9 }, (_, day) =>
    buildContact({ at: `2026-11-1${9 - day}T07:00:00Z` }),
  )
  expect(choose({ contacts }).choices.length).toBe(6)
})

it('lists the links that wait, newest first', () => {
  const [old, fresh] = [
    buildInvitation({ sentAt: '2026-11-01T09:00:00Z' }),
    buildInvitation({ sentAt: '2026-11-18T09:00:00Z' }),
  ]
  const invitations = [
    old,
    buildInvitation({ status: 'answered' }),
    buildInvitation({ status: 'expired' }),
    fresh,
  ]
  expect(openInvitations({ invitations })).toEqual([fresh, old])
})
