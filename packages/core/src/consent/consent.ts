import { assertNever } from '../shared/assert-never.ts'
import { allowed, type Decision, refused } from '../shared/decision.ts'
import type { ConsentEventId, PersonId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'
import { ageBand } from './age.ts'

/** What content may be used for, each asked apart (domain.md §8.1; P3, running a course, is a contract and no purpose here). */
export const purposes = [
  'care-talk',
  'research',
  'recording-analysis',
  'recording-training',
  'analysis',
  'quotes-team',
  'quotes-publish',
  'network-map',
  'anonymous-survey',
  'parents-read',
] as const
export type Purpose = (typeof purposes)[number]

/** A no before any yes is a refusal, a no after it a withdrawal; both are kept as what was said. */
export const consentDecisions = ['given', 'refused', 'withdrawn'] as const
export type ConsentDecision = (typeof consentDecisions)[number]

/** How it was said: on one's own page, or to a professional who writes it down. */
export const consentMethods = ['own-page', 'spoken', 'paper'] as const
export type ConsentMethod = (typeof consentMethods)[number]

/** The three ways a consent text is written; which one someone read is kept with what she said. */
export const readingLevels = ['professional', 'parent', 'child'] as const
export type ReadingLevel = (typeof readingLevels)[number]

/** As what someone decides. A guardian counts as a parent with authority. */
export const deciderRoles = ['self', 'parent', 'guardian'] as const
export type DeciderRole = (typeof deciderRoles)[number]

/** One word of one decider, as it was said; words are only ever added. */
export type ConsentEvent = {
  id: ConsentEventId
  purpose: Purpose
  decision: ConsentDecision
  textVersion: number
  decidedBy: PersonId
  method: ConsentMethod
  at: Instant
}

/** Why a yes is still to come: never said, or said before it could count, or written down and not confirmed by herself. */
export type AwaitedWhy = 'not-answered' | 'not-confirmed' | 'came-of-age' | 'new-text' | 'said-no-since'

/** Someone whose yes is still to come. `person` is null when no parent with authority is known. */
export type Awaited =
  | { who: 'self'; person: PersonId; why: AwaitedWhy }
  | { who: 'parent'; person: PersonId | null; why: AwaitedWhy }

/**
 * Where one person stands for one purpose. `assentOpen`: a child under 12 was not asked what she thinks of it herself; her
 * yes is not needed, her no counts.
 */
export type ConsentStatus =
  | { state: 'not-offered'; why: 'no-names-kept' | 'under-12' | 'from-16' }
  | { state: 'not-asked'; waitingFor: readonly Awaited[]; assentOpen: boolean }
  | { state: 'waiting'; since: Instant; waitingFor: readonly Awaited[]; assentOpen: boolean }
  | { state: 'given'; since: Instant; by: readonly PersonId[]; assentOpen: boolean }
  | { state: 'refused' | 'withdrawn'; since: Instant; by: readonly PersonId[] }

export type ConsentState = ConsentStatus['state']
export const consentStates = [
  'not-offered',
  'not-asked',
  'waiting',
  'given',
  'refused',
  'withdrawn',
] as const satisfies readonly ConsentState[]

/** On what ground something may be done with what people tell (domain.md §8.1). */
export const legalBases = ['care', 'consent', 'information'] as const
export type LegalBasis = (typeof legalBases)[number]

/**
 * The ground of a purpose. Care needs no consent in the sense of the AVG, but it is voluntary; staff cannot freely consent
 * towards their employer, so an anonymous survey informs and is voluntary.
 */
export function legalBasis(purpose: Purpose): LegalBasis {
  switch (purpose) {
    case 'care-talk':
      return 'care'
    case 'anonymous-survey':
      return 'information'
    case 'research':
    case 'recording-analysis':
    case 'recording-training':
    case 'analysis':
    case 'quotes-team':
    case 'quotes-publish':
    case 'network-map':
    case 'parents-read':
      return 'consent'
    default:
      return assertNever(purpose)
  }
}

/**
 * Whether new content may be made or used for a purpose. Where consent is the ground only a yes that is in force will do;
 * care goes on until someone says no; an anonymous survey has nobody to ask.
 */
export function mayUse(purpose: Purpose, state: ConsentState): Decision<Exclude<ConsentState, 'given'>> {
  if (state === 'given') return allowed
  const basis = legalBasis(purpose)
  switch (basis) {
    case 'consent':
      return refused(state)
    case 'care':
      return state === 'refused' || state === 'withdrawn' ? refused(state) : allowed
    case 'information':
      return allowed
    default:
      return assertNever(basis)
  }
}

/** What happens to the content that is there already. */
export type ContentEffect = 'in-use' | 'on-hold' | 'removed'

/**
 * What a state means for the content there is. Only a no removes it, and at once. Consent that lapsed without a no (a youth
 * became 12 or 16, a guardian came, a text asks again) puts it on hold: it stays, nothing is added to it, and no report,
 * export or quote takes from it until everyone has answered. What was told in care stays in the care record.
 */
export function contentEffect(purpose: Purpose, state: ConsentState): ContentEffect {
  if (mayUse(purpose, state).allowed || legalBasis(purpose) === 'care') return 'in-use'
  return state === 'refused' || state === 'withdrawn' ? 'removed' : 'on-hold'
}

export type ParentReadRefusal = 'no-authority' | 'from-16' | 'youth-did-not-agree'

/**
 * Whether a parent or guardian may read what the child answered herself (domain.md §8.2): with authority, under 12; from 12
 * to 15 only when the youth agrees (`parents-read` in force); from 16, and of grown-ups (`null`), never.
 */
export function mayParentRead(
  childAge: number | null,
  youthAgrees: boolean,
  hasAuthority: boolean,
): Decision<ParentReadRefusal> {
  const band = ageBand(childAge)
  if (band === 'alone') return refused('from-16')
  if (!hasAuthority) return refused('no-authority')
  return band === 'child' || youthAgrees ? allowed : refused('youth-did-not-agree')
}
