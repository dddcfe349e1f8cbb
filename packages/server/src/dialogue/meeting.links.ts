import { endsAt, meetingLinkDays } from '@weerklank/core/dialogue/meeting'
import { meetingEndpoints } from '@weerklank/core/dialogue/meeting.contract'
import { AppError } from '@weerklank/core/shared/errors'
import type { PlaceId } from '@weerklank/core/shared/ids'
import { addDays, type Instant, millis } from '@weerklank/core/shared/time'
import { type MemberApi, type MemberSession, serveInMeeting } from '../access/access.ts'
import { setContext } from '../db/context.ts'
import { newToken } from '../http/link-token.ts'
import { checkLinkKind, enqueueMail } from '../mail/outbox.ts'
import type { Trx } from '../schema.ts'
import { keepAddress } from './after.repository.ts'
import type { MeetingDeps } from './meeting.deps.ts'
import { placeMail } from './meeting.letter.ts'
import { openFor } from './meeting.open.ts'
import { recordAtMeeting } from './meeting.record.ts'
import * as repository from './meeting.repository.ts'

/** The ways to a place at the table, without an account: a link that is shown once (as QR too), or mailed. */
export function serveLinks(to: MemberApi, deps: MeetingDeps): void {
  const { world } = deps
  serveInMeeting(to, meetingEndpoints.invitePlace, async (session, { params, body }, trx) => {
    const meeting = await openFor(trx, session, { meeting: params.meeting, act: 'invite' })
    const place = await findPlace(trx, meeting, params.place)
    const made = await newPlaceLink(trx, { deps, meeting, place })
    if (body.email !== null)
      await mailLink(trx, session, { deps, meeting, place, url: made.url, to: body.email })
    const action = body.email === null ? 'meeting.linked' : 'meeting.mailed'
    await recordAtMeeting(trx, world, { session, meeting, action, place })
    return { ...made, mailed: body.email !== null }
  })
  serveInMeeting(to, meetingEndpoints.endPlaceLinks, async (session, { params }, trx) => {
    const meeting = await openFor(trx, session, { meeting: params.meeting, act: 'invite' })
    const place = await findPlace(trx, meeting, params.place)
    await repository.revokeLinks(trx, place.id, world.now())
    await recordAtMeeting(trx, world, { session, meeting, action: 'meeting.unlinked', place })
    return { done: true as const }
  })
}

async function findPlace(
  trx: Trx,
  meeting: repository.MeetingRow,
  id: PlaceId,
): Promise<repository.PlaceRow> {
  const place = (await repository.placesOf(trx, [meeting.id])).find((row) => row.id === id)
  if (place === undefined || place.left_at !== null) throw new AppError('not-found')
  // A colleague signs in: a link in her name would be a second way to her.
  if (place.member_id !== null) throw new AppError('not-allowed')
  return place
}

type OfPlace = {
  deps: Pick<MeetingDeps, 'world' | 'publicUrl'>
  meeting: repository.MeetingRow
  place: repository.PlaceRow
}

/** Makes a link to a place and gives it, once: only its hash is stored. The links before it end. */
export async function newPlaceLink(
  trx: Trx,
  { deps, meeting, place }: OfPlace,
): Promise<{ url: string; until: Instant }> {
  const now = deps.world.now()
  const { token, hash } = newToken(place.workspace_id)
  const until = linkUntil(meeting, now)
  await repository.revokeLinks(trx, place.id, now)
  await repository.insertLink(trx, {
    ...{ workspace_id: place.workspace_id, token_hash: hash, meeting_id: meeting.id, place_id: place.id },
    ...{ person_id: place.person_id, created_at: now, expires_at: until, revoked_at: null },
  })
  return { url: `${deps.publicUrl}/g/${token}`, until }
}

/** Long enough for the questions afterwards, also of a meeting that was put off. */
function linkUntil(meeting: repository.MeetingRow, now: Instant): Instant {
  const end = endsAt({ plannedAt: meeting.planned_at, minutes: meeting.minutes })
  return addDays(millis(end) > millis(now) ? end : now, meetingLinkDays)
}

async function mailLink(
  trx: Trx,
  session: MemberSession,
  of: OfPlace & { url: string; to: string },
): Promise<void> {
  const { deps, meeting, place } = of
  const { workspace } = session
  const mail = placeMail({
    ...{ to: of.to, url: of.url, publicUrl: deps.publicUrl, workspace },
    ...{ plannedAt: meeting.planned_at, listener: place },
  })
  // Of the kind that is forgotten once it is sent: its address was typed for it, and it holds the link.
  await setContext(trx, session.context)
  // The questions afterwards go there too; it is forgotten when they are over.
  await keepAddress(trx, place, of.to)
  await enqueueMail(trx, deps.world, { workspace: workspace.id, kind: checkLinkKind, mail })
}
