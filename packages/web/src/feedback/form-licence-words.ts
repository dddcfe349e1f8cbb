import type { LicenceState } from '@weerklank/core/feedback/form.licence'
import { type DaySeen, shortDay } from '@weerklank/core/shared/day-words'
import type { formLicenceText } from './form-licence.text.ts'

/** The day that matters of a licence, in words; empty where there is none. At noon it is that day in every zone of Europe. */
export function licenceDay(licence: LicenceState, seen: DaySeen): string {
  const day =
    'until' in licence
      ? licence.until
      : 'from' in licence
        ? licence.from
        : 'since' in licence
          ? licence.since
          : null
  return day === null ? '' : shortDay(`${day}T12:00:00.000Z`, seen)
}

/** How the right to use a form stands, as one sentence. */
export function licenceSentence(
  licence: LicenceState,
  text: (typeof formLicenceText)['nl'],
  seen: DaySeen,
): string {
  const day = licenceDay(licence, seen)
  return licence.state === 'ending'
    ? text.state.ending(day, licence.daysLeft)
    : text.state[licence.state](day)
}
