import type { Role } from '@weerklank/core/access/access'
import type { AuditBasis } from '@weerklank/core/audit/audit'
import type {
  ConsentMethod,
  ConsentStatus,
  DeciderRole,
  Purpose,
  ReadingLevel,
} from '@weerklank/core/consent/consent'
import { consentState } from '@weerklank/core/consent/consent-state'
import { asksAgainFrom } from '@weerklank/core/consent/consent-text'
import type { ConsentEventId, PersonId, RelationId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { Language } from '@weerklank/core/shared/language'
import { type Instant, localDay } from '@weerklank/core/shared/time'
import type { Context } from '../db/context.ts'
import type { World } from '../deps.ts'
import { asConsentPerson, type Family } from './consent.person.ts'
import { asEvent, type EventRow } from './consent.repository.ts'
import type { ConsentTexts } from './consent-texts.ts'

export type ConsentDeps = {
  world: World
  consentTexts: ConsentTexts
  /** The address under which people reach this server, without a slash at the end. */
  publicUrl: string
}

/** A yes or a no of one decider about one purpose of one person. */
export type Choice = {
  /** Made with the form: a repeat is the same word. */
  id: ConsentEventId
  person: PersonId
  purpose: Purpose
  isYes: boolean
  textVersion: number
  readingLevel: ReadingLevel
  language: Language
  decidedBy: PersonId
  decidedAs: DeciderRole
  method: ConsentMethod
}

/** In whose hands the choice comes in, for the record. */
export type Hand = {
  workspace: { id: WorkspaceId; timeZone: string }
  context: Context
  basis: AuditBasis
  roles?: readonly Role[]
  relation: RelationId | null
}

/** Where a person stands for a purpose at a moment, from the words that were said about it. */
export function statusOf(
  of: {
    deps: ConsentDeps
    hand: Pick<Hand, 'workspace'>
    family: Family
    events: readonly EventRow[]
    at: Instant
  },
  purpose: Purpose,
): ConsentStatus {
  const { timeZone } = of.hand.workspace
  return consentState(of.events.map(asEvent), {
    person: asConsentPerson(of.family),
    purpose,
    today: localDay(of.at, timeZone),
    timeZone,
    asksAgainFrom: asksAgainFrom(of.deps.consentTexts.values(), purpose),
  })
}
