import type { PlaceInput } from '@weerklank/core/dialogue/meeting.contract'
import { AppError } from '@weerklank/core/shared/errors'
import type { MeetingId, PlaceId } from '@weerklank/core/shared/ids'
import type { MemberSession } from '../access/access.ts'
import { record } from '../audit/audit.ts'
import { nameParents } from '../consent/consent.ts'
import type { Trx } from '../schema.ts'
import type { MeetingDeps } from './meeting.deps.ts'
import { type PlaceRow, placesOf } from './meeting.repository.ts'

type Of = { session: MemberSession; deps: MeetingDeps; meeting: MeetingId }

/**
 * Keeps which of the people at the table are parents with authority of a child or youth whom only this table knows, so that
 * uses that need a parent's yes can be given. Of who is in a collaboration that is kept there.
 */
export async function keepParentsAt(trx: Trx, of: Of, inputs: readonly PlaceInput[]): Promise<void> {
  const { session, deps } = of
  if (inputs.every(({ parents }) => parents === undefined)) return
  const places = (await placesOf(trx, [of.meeting])).filter(({ left_at }) => left_at === null)
  const { workspace, context } = session
  for (const { id, parents } of inputs) {
    const child = places.find((place) => place.id === id)
    if (parents === undefined || child === undefined) continue
    const people = parents.map((parent) => parentAt(places, { child, parent }).person_id)
    const others = places.map(({ person_id }) => person_id)
    const asked = { deps, workspace, context: { ...context, meetings: [of.meeting] }, others }
    const person = child.person_id
    if (!(await nameParents(trx, { ...asked, child: person, parents: people }))) continue
    await record(trx, deps.world, {
      ...{ workspace: workspace.id, actor: session.member.id, roles: session.member.roles },
      ...{ action: 'person.edited', subject: { kind: 'person', id: person }, relation: null, person },
      ...{ basis: 'takes-part', token: session.token },
    })
  }
}

type Seated = { child: PlaceRow; parent: PlaceId }

function parentAt(places: readonly PlaceRow[], { child, parent }: Seated): PlaceRow {
  const found = places.find((place) => place.id === parent)
  const isStranger = child.member_id === null && child.participant_id === null
  const isYoung = (place: PlaceRow) => place.voice === 'child' || place.voice === 'youth'
  if (!isStranger || !isYoung(child)) throw new AppError('invalid-input', { fields: { places: 'no-child' } })
  // Who works here does not decide for a child at her table, and a child for nobody.
  if (found === undefined || found.member_id !== null || isYoung(found)) {
    throw new AppError('invalid-input', { fields: { places: 'no-parent' } })
  }
  return found
}
