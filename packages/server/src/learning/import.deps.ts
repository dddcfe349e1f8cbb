import type { MemberId, TrajectoryId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { ConsentDeps } from '../consent/consent.ts'
import type { Imported } from './learning.table.ts'

/** Where a trajectory comes in, and whose it becomes. */
export type Importing = {
  deps: ConsentDeps
  workspace: { id: WorkspaceId; timeZone: string }
  trajectory: TrajectoryId
  lead: MemberId
  imported: Imported
}
