import type { Answers } from '@weerklank/core/feedback/instrument'
import type { RelationContext, RelationKind, Situation, Voice } from '@weerklank/core/relation/relation'
import type { MemberId, PersonId, ResponseId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { Day, Instant } from '@weerklank/core/shared/time'
import type { ColumnType, Generated } from 'kysely'

/** The administrative register: who was asked, what she decided, how often she took part. No content. */
export type ResearchRegisterTable = {
  workspace_id: WorkspaceId
  person_id: PersonId
  /** `P07`: as the researcher knows her. */
  code: string
  consent: 'not-asked' | 'waiting' | 'given' | 'refused' | 'withdrawn'
  consent_at: Instant | null
}

/** How often someone took part in a month, whether or not her answers may be used. */
export type ResearchMomentTable = {
  workspace_id: WorkspaceId
  person_id: PersonId
  kind: 'check'
  month: Day
  received: number
}

/** The material: exists only with consent, and is used only while that is in force (foreign key to consent_grant). */
export type ResearchAnswerTable = {
  workspace_id: WorkspaceId
  id: string
  person_id: PersonId
  purpose: ColumnType<'research', never, never>
  /** False while the consent is on hold; always that of the grant (foreign key). */
  in_use: Generated<boolean>
  response_id: ResponseId
  voice: Voice
  kind: RelationKind
  context: RelationContext | null
  situation: Situation | null
  instrument_id: string
  instrument_version: number
  answers: ColumnType<Answers, string, never>
  answered_on: Day
}

export type ResearchExportTable = {
  workspace_id: WorkspaceId
  id: string
  title: string
  made_at: Instant
  made_by: MemberId
  rows: number
  published_at: Instant | null
}

export type ResearchExportPersonTable = {
  workspace_id: WorkspaceId
  export_id: string
  person_id: PersonId
  withdrawn_at: Instant | null
}
