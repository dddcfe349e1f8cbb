import type { Voice } from '@weerklank/core/relation/relation'
import type {
  CircleId,
  CircleSideId,
  MemberId,
  ParticipantId,
  PersonId,
  RelationId,
  WorkspaceId,
} from '@weerklank/core/shared/ids'
import { type Day, type Instant, localDay } from '@weerklank/core/shared/time'
import { mayAsk } from '@weerklank/core/team/circle'
import { type Context, setContext } from '../db/context.ts'
import type { Trx } from '../schema.ts'
import { type OpenCircle, openCircle } from './circle.open.ts'
import * as repository from './network.repository.ts'

/** Somebody who belongs to a team or network now. */
export type CircleMember = {
  participant: ParticipantId
  person: PersonId
  member: MemberId | null
  name: string
  voice: Voice
  sides: readonly CircleSideId[]
  joinedAt: Instant
}

/** From where the map is opened: a member in the collaboration, or somebody by her link. */
export type NetworkReach = {
  workspace: { id: WorkspaceId; timeZone: string }
  context: Context
  relation: RelationId
  now: Instant
  me: { member: MemberId } | { participant: ParticipantId }
}

/** A team or network as its map is read: who belongs to it, and who of them agreed to stand on it. */
export type Network = {
  reach: NetworkReach
  today: Day
  circle: CircleId
  sides: OpenCircle['sides']
  members: readonly CircleMember[]
  agreed: ReadonlyMap<PersonId, Instant>
  /** Who reads, where she belongs to it. */
  me: CircleMember | null
  /** It goes on, and the family, where there is one, takes part. */
  mayAsk: boolean
}

/** Loads who there is; what is to be stored holds the consents that it rests on. */
export async function openNetwork(
  trx: Trx,
  reach: NetworkReach,
  { toStore = false }: { toStore?: boolean } = {},
): Promise<Network> {
  const moment = { now: reach.now, timeZone: reach.workspace.timeZone }
  const circle = await openCircle(trx, reach.relation, moment)
  const joined = await repository.joinedAt(trx, circle.row.id)
  // Whoever left is not there, also not on the maps of earlier moments.
  const members = circle.people
    .filter(({ left_at }) => left_at === null)
    .map((row) => ({
      ...{ participant: row.participant_id, person: row.person_id, member: row.member_id, name: row.name },
      ...{ voice: row.voice, sides: row.side_ids, joinedAt: joined.get(row.participant_id) ?? reach.now },
    }))
  return {
    ...{ reach, circle: circle.row.id, sides: circle.sides, members },
    today: localDay(reach.now, reach.workspace.timeZone),
    agreed: await agreedIn(trx, reach.context, { persons: members.map(({ person }) => person), toStore }),
    me: members.find((one) => isMe(one, reach)) ?? null,
    mayAsk: mayAsk(circle.span, moment).allowed,
  }
}

function isMe(one: CircleMember, { me }: NetworkReach): boolean {
  return 'member' in me ? one.member === me.member : one.participant === me.participant
}

/** Everybody in a team or network reads who is on its map, so that is all that is asked of their consent. */
async function agreedIn(
  trx: Trx,
  context: Context,
  of: { persons: readonly PersonId[]; toStore: boolean },
): Promise<Map<PersonId, Instant>> {
  const persons = [...new Set([...(context.persons ?? []), ...of.persons])]
  await setContext(trx, { ...context, persons })
  const agreed = await repository.agreedSince(trx, of.persons, { toStore: of.toStore })
  await setContext(trx, context)
  return agreed
}

/** Where who reads stands herself. */
export function standingOf({ me, agreed }: Network): 'may-fill' | 'no-consent' | 'not-in-circle' {
  if (me === null) return 'not-in-circle'
  return agreed.has(me.person) ? 'may-fill' : 'no-consent'
}
