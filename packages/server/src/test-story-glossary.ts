/** Words and tensions of the network of a story: each client put a word in, says what she means by one, and looked at a tension. */
import type {
  CircleId,
  ContributionId,
  GlossaryWordId,
  MeaningId,
  MeetingId,
  ParticipantId,
  RelationId,
  TensionId,
} from '@weerklank/core/shared/ids'
import { localDay } from '@weerklank/core/shared/time'
import { asMaintenance } from './access/accounts.ts'
import type { Trx } from './schema.ts'
import type { Running } from './test-running.ts'

type Of = {
  relation: RelationId
  circle: CircleId
  meeting: MeetingId
  clients: readonly ParticipantId[]
}

export type BuiltGlossary = {
  /** With meanings and an agreed one. */
  word: GlossaryWordId
  /** At which nobody wrote anything. */
  bare: GlossaryWordId
  /** Handed to the table. */
  meaning: MeaningId
  tension: TensionId
}

type Building = BuiltGlossary & {
  within: { workspace_id: Running['workspace']; relation_id: RelationId; circle_id: CircleId }
  now: string
  day: string
}

export async function buildGlossary(app: Running, of: Of): Promise<BuiltGlossary> {
  const now = app.clock.now()
  const building: Building = {
    ...{ word: app.world.newId(), bare: app.world.newId() },
    ...{ meaning: app.world.newId(), tension: app.world.newId() },
    within: { workspace_id: app.workspace, relation_id: of.relation, circle_id: of.circle },
    ...{ now, day: localDay(now, 'Europe/Amsterdam') },
  }
  await asMaintenance(app.owner, async (trx) => {
    await insertTension(trx, building, of)
    for (const [at, participant] of of.clients.entries()) {
      await insertHers(trx, app, { building, participant, at })
    }
    await trx
      .insertInto('glossary_meaning')
      .values({
        ...{
          ...building.within,
          id: building.meaning,
          word_id: building.word,
          participant_id: null,
        },
        ...{ body: 'Wie het voor het zeggen heeft.', changed_at: null },
      })
      .execute()
    await trx
      .insertInto('glossary_agreed')
      .values({
        ...{ ...building.within, word_id: building.word, seq: 1, body: 'Wie het laatste woord heeft.' },
        ...{ agreed_on: building.day, meeting_id: of.meeting },
      })
      .execute()
  })
  const { word, bare, meaning, tension } = building
  return { word, bare, meaning, tension }
}

async function insertTension(trx: Trx, { within, tension, now, day }: Building, { meeting, clients }: Of) {
  await trx
    .insertInto('tension')
    .values({
      ...{ ...within, id: tension, pair: 'rigid-flexible' as const, participant_id: clients[0] ?? null },
      ...{ left_pole: 'houvast', right_pole: 'meebewegen' },
      ...{ left_good: 'Ieder weet waar zij aan toe is.', right_good: 'Het past bij vandaag.' },
      ...{ situation: 'Bij het plannen van bezoek.', asks: '', room: 'mdo' as const, meeting_id: meeting },
      ...{ look_on: day, resting_since: null, created_at: now, changed_at: now, version: 1 },
    })
    .execute()
}

type Hers = { building: Building; participant: ParticipantId; at: number }

async function insertHers(trx: Trx, app: Running, { building, participant, at }: Hers): Promise<void> {
  const { within, now, day, tension } = building
  const isFirst = at === 0
  const word = isFirst ? building.word : at === 1 ? building.bare : app.world.newId<GlossaryWordId>()
  const hers = { ...within, participant_id: participant }
  await trx
    .insertInto('glossary_word')
    .values({
      ...{ ...hers, id: word, word: `regie ${at + 1}`, card_ids: [app.world.newId<ContributionId>()] },
      ...{ differs: false, created_at: now },
    })
    .execute()
  await trx
    .insertInto('glossary_meaning')
    .values({
      // The second explains the word of the first: at her own nobody wrote anything.
      ...{ ...hers, id: app.world.newId<MeaningId>(), word_id: at === 1 ? building.word : word },
      ...{ body: 'Dat ik zelf kies wie er komt.', changed_at: now },
    })
    .execute()
  await trx
    .insertInto('tension_look')
    .values({ ...hers, tension_id: tension, looked_on: day, lean: isFirst ? -1 : 2 })
    .execute()
}
