import type { AuditAction } from '@weerklank/core/audit/audit'
import type { PersonId, TrajectoryId } from '@weerklank/core/shared/ids'
import type { MemberSession } from '../access/access.ts'
import { recordOf, writeRecords } from '../audit/audit.ts'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'

type Deed = {
  session: MemberSession
  trajectory: TrajectoryId
  action: AuditAction
  /** Whom it is about, where that is one person. */
  person?: PersonId
  /** Whose names or words were shown: each of them can read that they were. */
  persons?: readonly PersonId[]
}

/** The line for what a member did in a trajectory that she leads or whose monitor she reads. */
export async function recordInTrajectory(trx: Trx, world: World, deed: Deed): Promise<void> {
  const { session, trajectory, action, person, persons = [] } = deed
  const { workspace, member, token } = session
  const line = recordOf(world, {
    ...{ workspace: workspace.id, actor: member.id, roles: member.roles, token },
    ...{ basis: 'takes-part', action, relation: null },
    subject: { kind: 'trajectory', id: trajectory },
    ...(person && { person }),
  })
  // In the order of their identifiers: that in which they were shown is nobody's business.
  const shown = [...new Set(persons.map((id) => `p:${id}`))].sort()
  await writeRecords(trx, [{ ...line, ...(shown.length > 0 && { shown }) }])
}
