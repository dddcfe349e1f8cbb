/** What other rooms may ask of teams and networks: what somebody takes part in and wrote there, for her own page. */
import type { ParticipantId } from '@weerklank/core/shared/ids'
import type { Language } from '@weerklank/core/shared/language'
import type { Instant } from '@weerklank/core/shared/time'
import { anyOf } from '../db/dialect.ts'
import type { Trx } from '../schema.ts'
import { ownCheckAnswers } from './circle-check.own.ts'
import { ownTies } from './network.own.ts'

export { roundsAround } from '@weerklank/core/team/round-follow'
export { type CircleLine, circleLines, type TeamRound, teamRounds } from './team.follow.ts'

/** A team or network as it stands on somebody's own page: from which sides she speaks, and her own words. */
export type OwnInCircle = {
  title: string
  kind: 'team' | 'network'
  sides: string[]
  joinedAt: Instant
  leftAt: Instant | null
  /** What she wrote down for the family, what she means by words, and tensions that she put in. */
  wrote: string[]
}

/** The teams and networks in which somebody takes part by these places, with her words and nobody else's. */
export async function ownInCircles(
  trx: Trx,
  places: readonly ParticipantId[],
  language: Language,
): Promise<OwnInCircle[]> {
  if (places.length === 0) return []
  const rows = await trx
    .selectFrom('circle_person')
    .innerJoin('circle', (join) =>
      join
        .onRef('circle.id', '=', 'circle_person.circle_id')
        .onRef('circle.workspace_id', '=', 'circle_person.workspace_id'),
    )
    .innerJoin('relation', (join) =>
      join
        .onRef('relation.id', '=', 'circle.relation_id')
        .onRef('relation.workspace_id', '=', 'circle.workspace_id'),
    )
    .select(['circle.id', 'circle.kind', 'title', 'side_ids', 'joined_at', 'left_at', 'participant_id'])
    .where('participant_id', '=', anyOf(places))
    .orderBy('joined_at')
    .orderBy('circle.id')
    .execute()
  const sides = new Map(
    (await trx.selectFrom('circle_side').select(['id', 'name']).execute()).map(({ id, name }) => [id, name]),
  )
  const wrote = [
    ...(await wordsOf(trx, places)),
    ...(await ownTies(trx, places, language)),
    ...(await ownCheckAnswers(trx, places, language)),
  ]
  return rows.map((row) => ({
    ...{ title: row.title, kind: row.kind, joinedAt: row.joined_at, leftAt: row.left_at },
    sides: row.side_ids.flatMap((id) => sides.get(id) ?? []),
    wrote: wrote.filter(({ circle_id }) => circle_id === row.id).map(({ text }) => text),
  }))
}

async function wordsOf(trx: Trx, places: readonly ParticipantId[]) {
  const told = await trx
    .selectFrom('family_word')
    .select(['circle_id', 'text'])
    .where('participant_id', '=', anyOf(places))
    .orderBy('id')
    .execute()
  const meant = await trx
    .selectFrom('glossary_meaning')
    .select(['circle_id', 'body as text'])
    .where('participant_id', '=', anyOf(places))
    .orderBy('id')
    .execute()
  return [...told, ...meant, ...(await tensionsOf(trx, places)), ...(await looksOf(trx, places))]
}

/** The tensions that she put in, as they stand now: others may have changed the words since. */
async function tensionsOf(trx: Trx, places: readonly ParticipantId[]) {
  const rows = await trx
    .selectFrom('tension')
    .select(['circle_id', 'left_pole', 'right_pole', 'left_good', 'right_good', 'situation', 'asks'])
    .where('participant_id', '=', anyOf(places))
    .orderBy('id')
    .execute()
  return rows.map(({ circle_id, left_pole, right_pole, ...row }) => {
    const parts = [row.left_good, row.right_good, row.situation, row.asks].filter((part) => part !== '')
    return { circle_id, text: `${left_pole} ↔ ${right_pole}: ${parts.join(' – ')}` }
  })
}

/** The tensions that she sees, with the pole to which she saw us lean. */
async function looksOf(trx: Trx, places: readonly ParticipantId[]) {
  const rows = await trx
    .selectFrom('tension_look')
    .innerJoin('tension', (join) =>
      join
        .onRef('tension.id', '=', 'tension_look.tension_id')
        .onRef('tension.workspace_id', '=', 'tension_look.workspace_id'),
    )
    .select(['tension_look.circle_id', 'left_pole', 'right_pole', 'lean'])
    .where('tension_look.participant_id', '=', anyOf(places))
    .orderBy('looked_on')
    .execute()
  return rows.map(({ circle_id, left_pole: left, right_pole: right, lean }) => {
    const leant = lean === null || lean === 0 ? '' : `: ${lean < 0 ? left : right}`
    return { circle_id, text: `${left} ↔ ${right}${leant}` }
  })
}
