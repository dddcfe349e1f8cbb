import { ageBand, ageOn } from '@weerklank/core/consent/age'
import type { Authority } from '@weerklank/core/consent/person'
import type { RelationPerson } from '@weerklank/core/consent/person.contract'
import type { Day } from '@weerklank/core/shared/time'

export type ParentDraft = {
  /** Stands for the row; also the identifier of a parent who is new. */
  key: string
  /** Who it is: someone known, or `new`; null while that is still to be chosen. */
  who: string | null
  name: string
  authority: Authority | null
}

export type FamilyDraft = { bornOn: string; parents: readonly ParentDraft[] }

export function familyDraft({ bornOn, parents }: Pick<RelationPerson, 'bornOn' | 'parents'>): FamilyDraft {
  return {
    bornOn: bornOn ?? '',
    parents: parents.map(({ person, name, authority }) => ({ key: person, who: person, name, authority })),
  }
}

/** What is still wrong: the id of the field, in the order of the form. */
export function familyProblems({ bornOn, parents }: FamilyDraft, today: Day): string[] {
  const isBornRight = bornOn === '' || (bornOn >= '1900-01-01' && bornOn <= today)
  return [
    ...(isBornRight ? [] : [fieldIds.bornOn]),
    ...parents.flatMap(({ key, who, name, authority }) => [
      ...(who === null ? [fieldIds.who(key)] : []),
      ...(who === 'new' && name.trim() === '' ? [fieldIds.name(key)] : []),
      ...(authority === null ? [fieldIds.authority(key)] : []),
    ]),
  ]
}

export const fieldIds = {
  bornOn: 'gezin-geboren',
  who: (key: string) => `gezin-wie-${key}`,
  name: (key: string) => `gezin-naam-${key}`,
  authority: (key: string) => `gezin-gezag-${key}`,
}

/** The whole list, as it is sent; a row that is not complete is left out. */
export function familyBody({ bornOn, parents }: FamilyDraft) {
  return {
    bornOn: bornOn === '' ? null : bornOn,
    parents: parents.flatMap(({ key, who, name, authority }) =>
      who === null || authority === null
        ? []
        : [{ person: who === 'new' ? key : who, name: name.trim(), authority }],
    ),
  }
}

/** Whole years, and who decides at that age. Null for a day that is no day (yet). */
export function ageShown(bornOn: string, today: Day) {
  if (!/^\d{4}-\d\d-\d\d$/.test(bornOn) || bornOn > today) return null
  const years = ageOn(bornOn, today)
  return { years, band: ageBand(years) }
}
