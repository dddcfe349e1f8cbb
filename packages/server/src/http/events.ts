import type { RelationId, WorkspaceId } from '@weerklank/core/shared/ids'

/** Tells open screens that something in a relation changed: which, never what. Called after the transaction is stored. */
export type Announce = (change: { workspace: WorkspaceId; relation: RelationId }) => void
