import type { AuditAction } from '@weerklank/core/audit/audit'
import type { AnalysisId, PersonId } from '@weerklank/core/shared/ids'
import type { MemberSession } from '../access/access.ts'
import { recordOf, writeRecords } from '../audit/audit.ts'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'

type Deed = {
  session: MemberSession
  analysis: AnalysisId
  action: AuditAction
  /** Whose words were shown: each of them can read that they were. */
  persons?: readonly (PersonId | null)[]
}

/** The line for what a member did in an analysis on which she works, with beside it everybody whose words it showed. */
export async function recordInAnalysis(trx: Trx, world: World, deed: Deed): Promise<void> {
  const { session, analysis, action, persons = [] } = deed
  const { workspace, member, token } = session
  const line = recordOf(world, {
    ...{ workspace: workspace.id, actor: member.id, roles: member.roles, token },
    ...{ basis: 'takes-part', action, relation: null },
    subject: { kind: 'analysis', id: analysis },
  })
  // In the order of their identifiers: that in which they were shown is nobody's business.
  const shown = [...new Set(persons.flatMap((id) => (id === null ? [] : [`p:${id}`])))].sort()
  await writeRecords(trx, [{ ...line, shown }])
}
