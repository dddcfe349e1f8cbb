import { allowed, type Decision, refused } from '../shared/decision.ts'
import { type Day, type Instant, localDay } from '../shared/time.ts'
import type { FormModel } from './form.ts'

/** The right to use a form: from and up to and including which day, as the calendar of the organisation says it. */
export type Licence = { validFrom: Day | null; expiresOn: Day }

/** How the right to use a form stands today. `daysLeft` 0 is its last day; `since` is the last day on which it held. */
export type LicenceState =
  | { state: 'not-needed' }
  | { state: 'missing' }
  | { state: 'not-yet'; from: Day }
  | { state: 'valid'; until: Day }
  | { state: 'ending'; until: Day; daysLeft: number }
  | { state: 'expired'; since: Day }

/** So many days before its end one is told of it. */
export const licenceWarnDays = 30

type Of = { needed: boolean; licences: readonly Licence[]; now: Instant; timeZone: string }

/**
 * How the right to use a form stands. The local day of the zone decides, so a licence ends at midnight there, also in the
 * nights of 23 and 25 hours. Licences that follow each other without a gap count as one.
 */
export function licenceState({ needed, licences, now, timeZone }: Of): LicenceState {
  if (!needed) return { state: 'not-needed' }
  const today = localDay(now, timeZone)
  const until = coveredUntil(licences, today)
  if (until !== null) {
    const daysLeft = daysApart(today, until)
    return daysLeft <= licenceWarnDays ? { state: 'ending', until, daysLeft } : { state: 'valid', until }
  }
  const [from] = licences
    .flatMap(({ validFrom }) => (validFrom !== null && validFrom > today ? validFrom : []))
    .sort()
  if (from !== undefined) return { state: 'not-yet', from }
  const since = licences
    .map(({ expiresOn }) => expiresOn)
    .sort()
    .at(-1)
  return since === undefined ? { state: 'missing' } : { state: 'expired', since }
}

/** The last day up to which every day from `day` on is covered; null when that day itself is not. */
function coveredUntil(licences: readonly Licence[], day: Day): Day | null {
  let next = day
  let until: Day | null = null
  const inOrder = licences.toSorted((one, other) => compare(one.validFrom ?? '', other.validFrom ?? ''))
  for (const { validFrom, expiresOn } of inOrder) {
    if ((validFrom ?? '') > next || expiresOn < next) continue
    until = expiresOn
    next = dayAfter(expiresOn)
  }
  return until
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)
const dayMs = 86_400_000
const dayAfter = (day: Day): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + dayMs).toISOString().slice(0, 10)
// Calendar days have no zone and no summer time: between two of them lies a whole number of 24 hours.
const daysApart = (from: Day, to: Day) =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs)

export type LicenceRefusal = 'licence-missing' | 'licence-not-yet' | 'licence-expired'

/** Whether a form may be switched on as far as its licence goes. */
export function mayPublishForm(licence: LicenceState): Decision<LicenceRefusal> {
  switch (licence.state) {
    case 'missing':
      return refused('licence-missing')
    case 'not-yet':
      return refused('licence-not-yet')
    case 'expired':
      return refused('licence-expired')
    default:
      return allowed
  }
}

/**
 * Whether somebody may be asked with a form now. It says nothing of what is on its way: whoever holds a link may answer
 * it, and that answer is kept, also when the licence ran out meanwhile (docs/adr/0015).
 */
export function mayAskForm(form: {
  status: 'draft' | 'published' | 'retired'
  licence: LicenceState
}): Decision<LicenceRefusal | 'not-published'> {
  return form.status === 'published' ? mayPublishForm(form.licence) : refused('not-published')
}

/** Whether somebody has to be told of this licence: it ends soon, has not begun, or is not there. */
export function asksAttention({ state }: LicenceState): boolean {
  return state !== 'not-needed' && state !== 'valid'
}

// Words by which an owner keeps the use to herself, and by which she gives it to everybody (Dutch and English).
const keeps =
  /all rights reserved|alle rechten|permission (is )?(required|needed|must)|(prior|written|explicit) (written )?(permission|consent)|without (the )?(\w+ ){0,3}(permission|licen[cs]e)|zonder (\w+ ){0,3}toestemming|toestemming (is )?(nodig|vereist)|licen[cs]e (is )?(required|needed|must)|licentie (is )?(nodig|vereist)|licensed (to|by|from)|must (be licensed|obtain)|not (be )?(reproduced|copied|distributed)|niet (worden )?(gekopieerd|verspreid|verveelvoudigd)|non-?commercial|\bnc\b|proprietary/i
const gives =
  /\bcc0\b|\bcc[- ]by(-sa)?\b|creative commons|public domain|publiek domein|no (permission|licen[cs]e) (is )?(required|needed)|(permission|licen[cs]e) (is )?not (required|needed)|(geen|zonder) (toestemming|licentie) (nodig|vereist)|free(ly)? (of charge|available|to use)|royalty[- ]free|vrij (te gebruiken|beschikbaar)|\b(mit|apache|bsd|isc)\b.{0,12}licen[cs]e|\b(mit|apache-2\.0|bsd-[23]-clause|isc|cc-by-4\.0|cc-by-sa-4\.0|cc0-1\.0)\b/i

/**
 * Whether a form says of itself that its use needs a licence. Where it names an owner and gives nothing to everybody, it
 * does: asking without the right is the worse mistake, and who keeps forms can say otherwise.
 */
export function saysLicenceNeeded(form: Pick<FormModel, 'copyright' | 'licence'>): boolean {
  const said = [form.copyright?.text, ...Object.values(form.copyright?.translations ?? {}), form.licence]
    .filter((one) => one !== undefined)
    .join(' \n ')
    .trim()
  if (said === '') return false
  const free = gives.test(said)
  // "No permission is required" holds the words of both.
  const kept = keeps.test(said.replaceAll(/no (permission|licen[cs]e) (is )?(required|needed)/gi, ''))
  return kept || !free
}
