import { type AuditAction, auditKinds } from '@weerklank/core/audit/audit'
import type { PlaceId } from '@weerklank/core/shared/ids'
import type { MemberSession } from '../access/access.ts'
import { record } from '../audit/audit.ts'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'
import type { MeetingRow, PlaceRow } from './meeting.repository.ts'

type Deed = {
  session: MemberSession
  meeting: Pick<MeetingRow, 'id' | 'relation_id'>
  action: AuditAction
  /** Whom it is about, where that is one place. */
  place?: Pick<PlaceRow, 'person_id'> & { id: PlaceId }
}

/** The line for what a member did with a meeting at whose table she sits; open screens are told of what was no reading. */
export async function recordAtMeeting(trx: Trx, world: World, deed: Deed): Promise<void> {
  const { session, meeting, action, place } = deed
  const { workspace, member, token } = session
  await record(trx, world, {
    ...{ workspace: workspace.id, actor: member.id, roles: member.roles, token },
    ...{ basis: 'takes-part', action, relation: meeting.relation_id },
    subject: { kind: 'meeting', id: meeting.id },
    ...(place && { person: place.person_id }),
  })
  if (auditKinds[action] !== 'R') session.changedMeetings.add(meeting.id)
}
