import type { RecordedLicence } from '@weerklank/core/feedback/form.contract'

export type LicenceDraft = {
  holder: string
  number: string
  validFrom: string
  expiresOn: string
  note: string
}
export type LicenceField = 'holder' | 'number' | 'expiresOn'

/** What stands in the fields at first: a known licence, or the name of the organisation. */
export function draftOf(known: RecordedLicence | null, organisation: string): LicenceDraft {
  if (known === null) return { holder: organisation, number: '', validFrom: '', expiresOn: '', note: '' }
  const { holder, number, validFrom, expiresOn, note } = known
  return { holder, number, validFrom: validFrom ?? '', expiresOn, note }
}

/** The fields that are not right yet, in their order on the screen. */
export function licenceProblems(draft: LicenceDraft): LicenceField[] {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(draft.expiresOn)
  return [
    ...(draft.holder.trim() === '' ? (['holder'] as const) : []),
    ...(draft.number.trim() === '' ? (['number'] as const) : []),
    ...(!isDay || draft.expiresOn < draft.validFrom ? (['expiresOn'] as const) : []),
  ]
}
