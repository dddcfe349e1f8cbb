import type { ConsentEventId, PersonId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { Language } from '@weerklank/core/shared/language'
import type { Instant } from '@weerklank/core/shared/time'
import type { Generated } from 'kysely'

/** The way into one's own page; only the hash of the secret is kept. */
export type PersonLinkTable = {
  workspace_id: WorkspaceId
  token_hash: string
  person_id: PersonId
  created_at: Instant
  expires_at: Instant
  revoked_at: Instant | null
}

/** Published wordings: (purpose, version) → the text in its three reading levels. */
export type ConsentTextTable = { purpose: string; version: number; definition: unknown }

/** What was decided; added to, never changed. */
export type ConsentEventTable = {
  workspace_id: WorkspaceId
  id: ConsentEventId
  person_id: PersonId
  purpose: string
  decision: 'given' | 'refused' | 'withdrawn'
  text_version: number
  reading_level: 'professional' | 'parent' | 'child'
  language: Language
  decided_by: PersonId
  decided_as: 'self' | 'parent' | 'guardian'
  method: 'own-page' | 'spoken' | 'paper'
  at: Instant
  recorded_by: string
}

/** A row only while consent is in force; what may exist only with consent refers to it. */
export type ConsentGrantTable = {
  workspace_id: WorkspaceId
  person_id: PersonId
  purpose: string
  event_id: ConsentEventId
  since: Instant
  /** On hold since: what is there stays, nothing is added or used (core, `contentEffect`). */
  held_at: Instant | null
  /** The same as a part of the key: what may exist or be used only with consent in force refers to it. */
  in_force: Generated<boolean>
}

/** What a withdrawal or a deletion did: numbers and titles, never what was deleted. */
export type ReceiptTable = {
  workspace_id: WorkspaceId
  id: string
  person_id: PersonId
  kind: 'withdrawal' | 'deletion'
  at: Instant
  report: unknown
}
