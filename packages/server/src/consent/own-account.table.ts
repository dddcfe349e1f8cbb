import type { PersonId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'

/** The account that a person linked with her own page. */
export type PersonAccountTable = {
  workspace_id: WorkspaceId
  person_id: PersonId
  user_id: string
  linked_at: Instant
}

/** Where a user has a page of her own; in the schema of the sign-in data. */
export type PersonPlaceTable = { user_id: string; workspace_id: WorkspaceId; person_id: PersonId }
