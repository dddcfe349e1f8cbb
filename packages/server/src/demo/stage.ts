import type { MemberId, ParticipantId, RelationId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import { type MemberSession, openSession } from '../access/access.ts'
import { setContext } from '../db/context.ts'
import type { World } from '../deps.ts'
import type { Content } from '../feedback/instruments.ts'
import type { Trx } from '../schema.ts'
import { demoId } from './identifiers.ts'
import type { MemberKey } from './people.ts'
import type { Story } from './story.ts'

/** The workspace in which stories are told, and who its members are. */
export type Place = {
  workspace: WorkspaceId
  timeZone: string
  members: Readonly<Record<MemberKey, MemberId>>
}

/** One story being told: its clock stands at the deed that is done. */
export type Stage = {
  trx: Trx
  place: Place
  content: Content
  story: Story
  relation: RelationId
  starts: Instant
  world: World
  clock: { at: Instant }
  /** Works as a member of the relation from here on. */
  as: (member: MemberKey) => Promise<MemberSession>
  /** The participant that a key of the story names: a person, or a member of the workspace. */
  participant: (key: string) => ParticipantId
  /** Tells which participant belongs to which key. */
  know: (key: string, participant: ParticipantId) => void
  /** When each person who was ever asked was last heard; the start for whoever never answered. */
  heard: Map<string, Instant>
}

export function setStage(of: Pick<Stage, 'trx' | 'place' | 'content' | 'story'>, starts: Instant): Stage {
  const { trx, place, story } = of
  const clock = { at: starts }
  const relation = demoId<RelationId>(starts, story.key)
  let made = 0
  const world: World = {
    now: () => clock.at,
    newId: <Id extends string>() => demoId<Id>(clock.at, `${story.key} ${made++}`),
  }
  const sessions = new Map<MemberKey, MemberSession>()
  const known = new Map<string, ParticipantId>()
  return {
    ...of,
    relation,
    starts,
    world,
    clock,
    as: async (member) => {
      const at = { workspace: place.workspace, member: place.members[member], now: clock.at }
      const session = sessions.get(member) ?? (await openSession(trx, at, { one: relation }))
      sessions.set(member, session)
      await setContext(trx, session.context)
      return session
    },
    participant: (key) => {
      const participant = known.get(key)
      if (participant === undefined) throw new Error(`${story.key}: ${key} does not take part`)
      return participant
    },
    know: (key, participant) => void known.set(key, participant),
    heard: new Map(),
  }
}
