import type {
  ContactKind,
  NoteKind,
  RelationContext,
  RelationKind,
  Situation,
  Voice,
} from '@weerklank/core/relation/relation'
import type {
  ContactId,
  MemberId,
  NoteId,
  ParticipantId,
  PersonId,
  RelationId,
  WorkspaceId,
} from '@weerklank/core/shared/ids'
import type { AddressForm, RespondLanguage } from '@weerklank/core/shared/language'
import type { Day, Instant } from '@weerklank/core/shared/time'
import type { ColumnType } from 'kysely'

export type RelationTable = {
  workspace_id: WorkspaceId
  id: RelationId
  title: string
  kind: RelationKind
  context: RelationContext | null
  situation: Situation | null
  purpose: string
  check_every_days: number
  /** One contact and no more: nothing returns, so that nothing is missed. */
  single_contact: ColumnType<boolean, boolean | undefined, boolean>
  started_at: Instant
  closed_at: Instant | null
  version: number
  created_by: MemberId
  /** The members who take part now: derived from the participants, kept by relation.people.ts alone. */
  member_ids: MemberId[]
  /** Title, purpose and names in lower case, to find the relation by. */
  search_text: string
  /** When the newest open signal was opened; null when nothing asks for attention. Kept by the feedback room. */
  attention_at: Instant | null
  /** When its latest contact was or will be; null without any. Derived, kept by relation.repository.ts alone. */
  latest_contact_at: ColumnType<Instant | null, never, never>
}

export type ParticipantTable = {
  workspace_id: WorkspaceId
  id: ParticipantId
  relation_id: RelationId
  member_id: MemberId | null
  /** Who it is apart from this collaboration; of a colleague the member's own identifier. */
  person_id: PersonId
  name: string
  voice: Voice
  detail: string
  address: AddressForm
  language: RespondLanguage
  joined_at: Instant
  left_at: Instant | null
  /** Asked at `{own}` of a check in own words; the last words that were used. */
  own_question: ColumnType<string | null, string | null | undefined, string | null>
  own_goal: ColumnType<string | null, string | null | undefined, string | null>
}

export type RelationNoteTable = {
  workspace_id: WorkspaceId
  id: NoteId
  relation_id: RelationId
  kind: NoteKind
  body: string
  told_by: string
  at: Instant
  created_by: MemberId
}

export type ContactTable = {
  workspace_id: WorkspaceId
  id: ContactId
  relation_id: RelationId
  kind: ContactKind
  at: Instant
  place: string
  created_by: MemberId
}

/** What the professional wrote about a contact; absent until she did. */
export type ContactSummaryTable = {
  workspace_id: WorkspaceId
  contact_id: ContactId
  relation_id: RelationId
  body: string
}

/** Who someone is apart from the collaborations she takes part in. */
export type PersonTable = {
  workspace_id: WorkspaceId
  id: PersonId
  name: string
  /** Only of children and youths: `2014-05-09`. */
  born_on: Day | null
  created_at: Instant
}

export type PersonParentTable = {
  workspace_id: WorkspaceId
  child_id: PersonId
  parent_id: PersonId
  authority: 'parent' | 'guardian' | 'none'
  created_at: Instant
}
