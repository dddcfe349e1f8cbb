import { mayStartRelation } from '@weerklank/core/access/access'
import { type GuestInput, guestsEndpoints } from '@weerklank/core/access/guests.contract'
import type { ParticipantInput } from '@weerklank/core/relation/relation.contract'
import { AppError } from '@weerklank/core/shared/errors'
import type { MemberId, ParticipantId, RelationId } from '@weerklank/core/shared/ids'
import { millis } from '@weerklank/core/shared/time'
import { recordDeed } from '../audit/audit.ts'
import { newLimiter } from '../http/limit.ts'
import type { Trx } from '../schema.ts'
import { type MemberApi, type MemberSession, serveInRelation } from './access.ts'
import { addMember } from './accounts.ts'
import { type Account, accountFor, type InviteDeps, letKnow } from './members.account.ts'
import { returnPlace } from './members.place.ts'
import { memberOf } from './members.repository.ts'

export type GuestsDeps = InviteDeps & {
  /** Lets someone take part in a collaboration; the relation room does that. Gives as which participant. */
  takePart: (
    trx: Trx,
    of: { session: MemberSession; relation: RelationId },
    person: ParticipantInput,
  ) => Promise<ParticipantId>
}

const invitations = { max: 30, windowMs: 3_600_000 }

/** People of other organisations in one collaboration: let in by who takes part, counted by nobody. */
export function serveGuests(to: MemberApi, deps: GuestsDeps): void {
  const limit = newLimiter(invitations, () => millis(to.now()))
  serveInRelation(to, guestsEndpoints.inviteGuest, async (session, { params, body }, trx) => {
    // A guest is let in by the people of the house, not by another guest.
    if (!mayStartRelation(session.member.roles).allowed) throw new AppError('not-allowed')
    limit(session.member.id)
    const account = await accountFor(trx, deps.world, body)
    const member = await placeFor(trx, { session, deps, account }, body)
    const participant = await deps.takePart(
      trx,
      { session, relation: params.relation },
      {
        ...{ id: body.id, name: body.name, voice: body.voice, detail: body.organisation, member },
        ...{ address: 'je', language: 'nl' },
      },
    )
    const deed = { session, relation: params.relation, subject: participant }
    await recordDeed(trx, deps.world, { ...deed, action: 'guest.invited' })
    const { workspace } = session
    const invited = await letKnow(trx, deps, { workspace, by: session.member.name, account, name: body.name })
    return { participant, invited }
  })
}

type At = { session: MemberSession; deps: GuestsDeps; account: Account }

/** The place of the account in this workspace: her own if she has one, else that of a guest. */
async function placeFor(trx: Trx, at: At, guest: GuestInput): Promise<MemberId> {
  const { session, deps, account } = at
  const place = { workspace: session.workspace.id, user: account.id }
  const known = await memberOf(trx, account.id)
  if (known === undefined) {
    const { name, organisation } = guest
    return addMember(trx, deps.world, { ...place, name, organisation, roles: ['guest'] })
  }
  if (known.ended_at === null) return known.id
  // A colleague who left is let in again by the administrator, not by the back door.
  if (!known.roles.includes('guest')) throw new AppError('invalid-input', { fields: { email: 'ended' } })
  await returnPlace(trx, { ...place, member: known.id })
  return known.id
}
