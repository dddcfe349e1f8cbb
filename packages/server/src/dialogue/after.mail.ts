import { meetingLinkDays } from '@weerklank/core/dialogue/meeting'
import type { MemberId, WorkspaceId } from '@weerklank/core/shared/ids'
import { addDays } from '@weerklank/core/shared/time'
import type { World } from '../deps.ts'
import { newToken } from '../http/link-token.ts'
import { checkLinkKind, enqueueMail } from '../mail/outbox.ts'
import type { Trx } from '../schema.ts'
import { type AfterMail, afterMail } from './after.letter.ts'
import { insertLink, type PlaceRow } from './meeting.repository.ts'

export type AfterMailDeps = { world: World; publicUrl: string }

/** Below the link of a place: what is asked after a meeting, and what comes back to her. */
export const afterBelow = '/na'

/**
 * Mails one place, with a link of its own (of those before only hashes are kept; they work as long as they did). False when no
 * address of hers is known. The context must reach the meeting, as a colleague or the program.
 */
export async function mailPlace(
  trx: Trx,
  deps: AfterMailDeps,
  of: { kind: AfterMail; place: PlaceRow; email: string; workspace: { id: WorkspaceId; name: string } },
): Promise<boolean> {
  const { place, workspace } = of
  const to =
    of.email !== '' ? of.email : place.member_id === null ? '' : await memberMail(trx, place.member_id)
  if (to === '') return false
  const { world, publicUrl } = deps
  const url = `${publicUrl}${await wayTo(trx, world, { place, workspace: workspace.id })}`
  const mail = afterMail(of.kind, { place, to, url, publicUrl, workspace: workspace.name })
  // Of the kind that is forgotten once it is sent: it holds her link.
  await enqueueMail(trx, world, { workspace: workspace.id, kind: checkLinkKind, mail })
  return true
}

/** A colleague signs in: a link in her name would be a second way to her. */
async function wayTo(
  trx: Trx,
  world: World,
  { place, workspace }: { place: PlaceRow; workspace: WorkspaceId },
): Promise<string> {
  if (place.member_id !== null) return `/gesprekken/${place.meeting_id}`
  const { token, hash } = newToken(workspace)
  const now = world.now()
  await insertLink(trx, {
    ...{ workspace_id: workspace, token_hash: hash, meeting_id: place.meeting_id, place_id: place.id },
    ...{ person_id: place.person_id, created_at: now, revoked_at: null },
    expires_at: addDays(now, meetingLinkDays),
  })
  return `/g/${token}${afterBelow}`
}

/** The address with which a colleague signs in. */
async function memberMail(trx: Trx, member: MemberId): Promise<string> {
  const row = await trx
    .selectFrom('auth.user')
    .innerJoin('auth.membership', 'auth.membership.user_id', 'auth.user.id')
    .select('auth.user.email')
    .where('auth.membership.member_id', '=', member)
    .executeTakeFirst()
  return row?.email ?? ''
}
