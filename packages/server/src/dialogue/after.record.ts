import type { AuditAction } from '@weerklank/core/audit/audit'
import type { PersonId } from '@weerklank/core/shared/ids'
import type { MemberSession } from '../access/access.ts'
import { record } from '../audit/audit.ts'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'
import type { MeetingRow } from './meeting.repository.ts'

/** The line for what a colleague did at a table; open screens are told of it unless it was only looking. */
export async function noteAtTable(
  trx: Trx,
  session: MemberSession,
  of: { world: World; meeting: MeetingRow; action: AuditAction; person?: PersonId; isRead?: true },
): Promise<void> {
  await record(trx, of.world, {
    ...{ workspace: session.workspace.id, actor: session.member.id, roles: session.member.roles },
    ...{ basis: 'takes-part', action: of.action, relation: of.meeting.relation_id },
    ...{ subject: { kind: 'meeting', id: of.meeting.id }, token: session.token },
    ...(of.person && { person: of.person }),
  })
  if (of.isRead !== true) session.changedMeetings.add(of.meeting.id)
}
