/** Two checks of the network of a story: one that asks, in which the mother answered, and one that is open. */
import type {
  CircleCheckId,
  CircleId,
  CircleSideId,
  MemberId,
  ParticipantId,
  PersonId,
  RelationId,
} from '@weerklank/core/shared/ids'
import { addDays, localDay } from '@weerklank/core/shared/time'
import { asMaintenance } from './access/accounts.ts'
import type { Trx } from './schema.ts'
import type { Running } from './test-running.ts'

type Of = {
  relation: RelationId
  by: MemberId
  clients: readonly ParticipantId[]
  circle: CircleId
  professionals: CircleSideId
  family: CircleSideId
}

export type BuiltChecks = {
  asking: CircleCheckId
  open: CircleCheckId
  /** Everybody who belongs to the network: the clients, their professionals, and a partner of another organisation. */
  people: readonly ParticipantId[]
}

/** Puts the professionals and a partner into the circle, so that a check can be asked of five. */
export async function buildCircleChecks(app: Running, of: Of): Promise<BuiltChecks> {
  const [asking, open] = [app.world.newId<CircleCheckId>(), app.world.newId<CircleCheckId>()]
  return asMaintenance(app.owner, async (trx) => {
    const joined = await joinCircle(trx, app, of)
    const people = [...of.clients, ...joined]
    const within = { workspace_id: app.workspace, circle_id: of.circle, relation_id: of.relation }
    for (const [check, isOpen] of [
      [asking, false],
      [open, true],
    ] as const) {
      await insertCheck(trx, app, { ...of, check, isOpen, people })
      for (const participant of isOpen ? people : of.clients.slice(1))
        await trx
          .insertInto('circle_answer')
          .values({
            ...{ ...within, check_id: check, participant_id: participant, sealed: !isOpen },
            side_id: of.clients.includes(participant) ? of.family : of.professionals,
            marks: JSON.stringify({ along: 6, 'same-way': 7, price: 4 }),
            ...{ words: 'Ik wil weten wie mij belt.', answered_at: app.clock.now() },
          })
          .execute()
    }
    return { asking, open, people }
  })
}

async function joinCircle(trx: Trx, app: Running, of: Of): Promise<ParticipantId[]> {
  const now = app.clock.now()
  const [person, partner] = [app.world.newId<PersonId>(), app.world.newId<ParticipantId>()]
  await trx
    .insertInto('person')
    .values({ workspace_id: app.workspace, id: person, name: 'Els', born_on: null, created_at: now })
    .execute()
  await trx
    .insertInto('participant')
    .values({
      ...{ workspace_id: app.workspace, id: partner, relation_id: of.relation, member_id: null },
      ...{ person_id: person, name: 'Els', voice: 'partner' as const, detail: 'wijkteam' },
      ...{ address: 'je' as const, language: 'nl' as const, joined_at: now, left_at: null },
    })
    .execute()
  const colleagues = await trx
    .selectFrom('participant')
    .select('id')
    .where('relation_id', '=', of.relation)
    .where('id', 'not in', [...of.clients])
    .execute()
  const here = await trx
    .selectFrom('circle_person')
    .select('participant_id')
    .where('circle_id', '=', of.circle)
    .execute()
  const known = new Set(here.map(({ participant_id }) => participant_id))
  for (const { id } of colleagues.filter((one) => !known.has(one.id)))
    await trx
      .insertInto('circle_person')
      .values({
        ...{ workspace_id: app.workspace, circle_id: of.circle, relation_id: of.relation },
        ...{ participant_id: id, side_ids: [of.professionals], joined_at: now, seen_at: null, left_at: null },
      })
      .execute()
  return colleagues.map(({ id }) => id)
}

async function insertCheck(
  trx: Trx,
  app: Running,
  of: Of & { check: CircleCheckId; isOpen: boolean; people: readonly ParticipantId[] },
): Promise<void> {
  const now = app.clock.now()
  const from = addDays(now, of.isOpen ? -10 : -1)
  await trx
    .insertInto('circle_check')
    .values({
      ...{ workspace_id: app.workspace, id: of.check, circle_id: of.circle, relation_id: of.relation },
      ...{ instrument_id: 'midcourse', instrument_version: 1, asks_from: from, closes_at: addDays(from, 7) },
      ...{ talk_on: localDay(addDays(from, 9), 'Europe/Amsterdam'), meeting_id: null, min_share: 60 },
      ...{ asked_ids: [...of.people], opened_at: of.isOpen ? addDays(from, 5) : null },
      ...{
        opened_by: of.isOpen ? ('all-in' as const) : null,
        opened_with: of.isOpen ? of.people.length : null,
        opened_asked: of.isOpen ? of.people.length : null,
        created_by: of.by,
        created_at: from,
        version: 1,
      },
    })
    .execute()
}
