import type { CircleId, ParticipantId } from '@weerklank/core/shared/ids'
import type { Language } from '@weerklank/core/shared/language'
import { tieWords } from '@weerklank/core/team/network.words'
import { anyOf } from '../db/dialect.ts'
import type { Trx } from '../schema.ts'

/** What somebody told on maps by these places, in words: at which moment, of whom, how often and whether it is useful. */
export async function ownTies(
  trx: Trx,
  places: readonly ParticipantId[],
  language: Language,
): Promise<{ circle_id: CircleId; text: string }[]> {
  const rows = await trx
    .selectFrom('network_tie')
    .innerJoin('network_wave', (join) =>
      join
        .onRef('network_wave.workspace_id', '=', 'network_tie.workspace_id')
        .onRef('network_wave.id', '=', 'network_tie.wave_id'),
    )
    .innerJoin('participant', (join) =>
      join
        .onRef('participant.workspace_id', '=', 'network_tie.workspace_id')
        .onRef('participant.id', '=', 'network_tie.to_participant'),
    )
    .select(['network_tie.circle_id', 'network_wave.title', 'participant.name', 'often', 'useful'])
    .where('from_participant', '=', anyOf(places))
    .orderBy('network_wave.opened_on')
    .orderBy('participant.name')
    .execute()
  return rows.map(({ circle_id, title, name, often, useful }) => ({
    ...{ circle_id, text: `${title}: ${name}, ${tieWords({ often, useful }, language)}` },
  }))
}
