import {
  defaultAddressForm,
  type RelationContext,
  type RelationKind,
  type Situation,
  type Voice,
} from '@weerklank/core/relation/relation'
import type { Participant, RelationDetails } from '@weerklank/core/relation/relation.contract'
import type { AddressForm, RespondLanguage } from '@weerklank/core/shared/language'

/** Someone in the form. */
export type PersonDraft = {
  id: string
  /** A colleague with an account here, chosen by name (null until chosen); everyone else answers by link. */
  colleague: { member: string | null } | null
  /** Kept already: who a colleague is cannot change any more. */
  known: boolean
  name: string
  voice: Voice | null
  detail: string
  /** Null: as people with this voice are spoken to. */
  address: AddressForm | null
  language: RespondLanguage
}

/** How often a check is planned, in days; `once` is one contact and no more, `other` a number of one's own. */
export const rhythms = ['7', '14', '30', 'once', 'other'] as const
export type Rhythm = (typeof rhythms)[number]

/** What stands in the form, whole or not. */
export type RelationDraft = {
  /** Made once when the form opens, so that sending twice is one collaboration. */
  id: string
  title: string
  people: PersonDraft[]
  kind: RelationKind | null
  /** Kept while the kind needs none, so that a slip of the hand loses nothing. */
  context: RelationContext | null
  situation: Situation | null
  purpose: string
  rhythm: Rhythm
  otherDays: string
}

/** An empty form, with room for one person. */
export function emptyDraft(id: string, person: PersonDraft): RelationDraft {
  return {
    id,
    title: '',
    people: [person],
    kind: null,
    context: null,
    situation: null,
    purpose: '',
    rhythm: '14',
    otherDays: '',
  }
}

export function emptyPerson(id: string, language: RespondLanguage): PersonDraft {
  return {
    id,
    colleague: null,
    known: false,
    name: '',
    voice: null,
    detail: '',
    address: null,
    language,
  }
}

export function emptyColleague(id: string, language: RespondLanguage): PersonDraft {
  return { ...emptyPerson(id, language), colleague: { member: null }, voice: 'colleague' }
}

/** The form of what is kept. The reader herself is not in it: she takes part anyway. */
export function draftOf(details: RelationDetails, reader: string): RelationDraft {
  const { id, title, kind, context, situation, purpose, checkEveryDays, participants } = details
  const days = String(checkEveryDays)
  const rhythm = details.singleContact ? 'once' : (rhythms.find((one) => one === days) ?? 'other')
  return {
    id,
    title,
    people: participants.filter(({ active, member }) => active && member !== reader).map(personOf),
    kind,
    context,
    situation,
    purpose,
    rhythm,
    otherDays: rhythm === 'other' ? days : '',
  }
}

/** Who took part before and can be added again, with her earlier answers. */
export function peopleWhoLeft(details: RelationDetails, reader: string): PersonDraft[] {
  return details.participants
    .filter(({ active, member }) => !active && (member === null || member !== reader))
    .map(personOf)
}

function personOf({ id, name, voice, detail, address, language, member }: Participant): PersonDraft {
  return {
    id,
    colleague: member === null ? null : { member },
    known: true,
    name,
    voice,
    detail,
    address: address === defaultAddressForm(voice) ? null : address,
    language,
  }
}

/** How this person is spoken to; `je` while no voice is chosen. */
export function addressOf({ address, voice }: PersonDraft): AddressForm {
  return address ?? (voice === null ? 'je' : defaultAddressForm(voice))
}

/** Whether this kind of working together has a context and a situation (S004 table 2). */
export function hasSetting(kind: RelationKind | null): boolean {
  return kind !== null && kind !== 'interpersonal'
}
