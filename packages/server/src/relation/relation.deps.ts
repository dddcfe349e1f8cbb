import type { RelationId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import type { MemberSession } from '../access/access.ts'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'

export type RelationDeps = {
  world: World
  /** Plans the look whether a check is missing; the feedback room does that. */
  planWindowCheck: (
    trx: Trx,
    of: { workspace: WorkspaceId; relation: RelationId; firstAt: Instant },
  ) => Promise<void>
  /** Ends or gives back the places of guests, after a change of who takes part or whether it is open. */
  settleGuests: (trx: Trx, of: { session: MemberSession; relation: RelationId }) => Promise<void>
}
