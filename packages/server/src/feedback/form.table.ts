import type { FhirVersion } from '@weerklank/core/feedback/fhir.import'
import type { FhirIssue } from '@weerklank/core/feedback/fhir.issue'
import type { Json } from '@weerklank/core/feedback/fhir.json'
import type { ResponseStatus } from '@weerklank/core/feedback/fhir.response'
import type { FormModel } from '@weerklank/core/feedback/form'
import type { FormAnswers } from '@weerklank/core/feedback/form.answers'
import type { FormScores } from '@weerklank/core/feedback/form.score'
import type {
  FormId,
  FormResponseId,
  InstrumentLicenceId,
  MemberId,
  ParticipantId,
  RelationId,
  WorkspaceId,
} from '@weerklank/core/shared/ids'
import type { Day, Instant } from '@weerklank/core/shared/time'
import type { Generated, JSONColumnType } from 'kysely'

export type FormTable = {
  workspace_id: WorkspaceId
  id: FormId
  url: string | null
  title: string
  created_by: MemberId
  created_at: Instant
  changed_at: Instant
  needs_licence: Generated<boolean>
  revision: Generated<number>
}

export type InstrumentLicenceTable = {
  workspace_id: WorkspaceId
  id: InstrumentLicenceId
  form_id: FormId
  holder: string
  number: string
  valid_from: Day | null
  expires_on: Day
  note: Generated<string>
  recorded_by: MemberId
  recorded_at: Instant
  ended_at: Generated<Instant | null>
  ended_by: Generated<MemberId | null>
}

export type FormLicenceNeedTable = {
  workspace_id: WorkspaceId
  id: string
  form_id: FormId
  needed: boolean
  reason: string
  created_by: MemberId
  created_at: Instant
}

export type FormVersionTable = {
  workspace_id: WorkspaceId
  form_id: FormId
  version: number
  label: string | null
  status: 'draft' | 'published' | 'retired'
  fhir_version: FhirVersion
  model: JSONColumnType<FormModel>
  source: JSONColumnType<Json> | null
  report: JSONColumnType<readonly FhirIssue[]>
  created_by: MemberId
  created_at: Instant
  published_at: Instant | null
}

export type FormResponseTable = {
  workspace_id: WorkspaceId
  id: FormResponseId
  form_id: FormId
  version: number
  relation_id: RelationId | null
  participant_id: ParticipantId | null
  created_by: MemberId | null
  status: ResponseStatus
  language: string | null
  answers: JSONColumnType<FormAnswers>
  source: JSONColumnType<Json> | null
  scores: JSONColumnType<FormScores> | null
  answered_at: Instant
  stored_at: Instant
  /** Which colleagues she lets read it; null is every one who takes part, empty is nobody. */
  readers: Generated<MemberId[] | null>
  /** Who typed it over from paper; null where she answered by herself. */
  entered_by: Generated<MemberId | null>
}
