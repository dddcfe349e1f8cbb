/** A network with a family for the tests of its words: Noor with an account, Lina and her mother by link, and a held table. */

import { meetingEndpoints } from '@weerklank/core/dialogue/meeting.contract'
import type { ContributionId, MeetingId, ParticipantId, PlaceId } from '@weerklank/core/shared/ids'
import { asMaintenance } from '../db/maintenance.ts'
import type { TestApp } from '../test-app.ts'
import { buildCircle } from '../test-story-circles.ts'

export type Network = Awaited<ReturnType<typeof buildNetwork>>

export async function buildNetwork(app: TestApp) {
  const noor = await app.professional()
  const family = [{ name: 'Lina' }, { name: 'Karin', voice: 'mother' as const }]
  const relation = await app.relation({ by: noor, participants: family })
  const clients = relation.relation.participants.filter(({ member }) => member === null).map(({ id }) => id)
  const circle = await buildCircle(app, { relation: relation.id, by: noor.member, clients })
  return { noor, as: app.as(noor), params: { relation: relation.id }, circle, clients }
}

/** A table of the network at which Noor sits, with words on cards; gives their identifiers. */
export async function holdTable(app: TestApp, of: Network, words: readonly string[]) {
  const id = app.world.newId<MeetingId>()
  const place = app.world.newId<PlaceId>()
  const seat = { voice: 'professional', address: 'je', language: 'nl', bornOn: null } as const
  await of.as.call(meetingEndpoints.planMeeting, {
    body: {
      ...{
        id,
        relation: of.params.relation,
        format: 'stilstaan',
        title: 'Stilstaan',
        purpose: '',
        place: '',
      },
      ...{ plannedAt: app.clock.now(), videoUrl: '', themes: [], questions: [], warmUp: null },
      shadowQuestion: 'Wat kost dit?',
      places: [
        { id: place, name: 'Noor', role: 'facilitator', member: of.noor.member, participant: null, ...seat },
      ],
    },
  })
  const cards = words.map((body) => ({ id: app.world.newId<ContributionId>(), body }))
  await asMaintenance(app.owner, async (trx) => {
    const { person_id } = await trx
      .selectFrom('meeting_place')
      .select('person_id')
      .where('id', '=', place)
      .executeTakeFirstOrThrow()
    for (const { id: card, body } of cards) {
      app.clock.advance(1_000)
      const at = app.clock.now()
      await trx
        .insertInto('meeting_text')
        .values({
          ...{ workspace_id: app.workspace, id: card, meeting_id: id, place_id: place, person_id },
          ...{ step_key: 'words', round: 1, kind: 'card', body, at, changed_at: at },
          ...{ revealed_at: at, is_anonymous: false },
        })
        .execute()
    }
  })
  return { meeting: id, cards: cards.map(({ id: card }) => card) }
}

/** What the people of a circle said of a tension, as it is kept. */
export async function insertLooks(
  app: TestApp,
  of: Network,
  looks: readonly { tension: string; participant: ParticipantId; on: string; lean: number | null }[],
) {
  await asMaintenance(app.owner, async (trx) => {
    for (const { tension, participant, on, lean } of looks) {
      await trx
        .insertInto('tension_look')
        .values({
          ...{ workspace_id: app.workspace, relation_id: of.params.relation, circle_id: of.circle.circle },
          ...{
            tension_id: tension as never,
            participant_id: participant,
            looked_on: on,
            lean: lean as never,
          },
        })
        .execute()
    }
  })
}
