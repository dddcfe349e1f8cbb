import type { CircleId, ParticipantId } from '@weerklank/core/shared/ids'
import type { Language } from '@weerklank/core/shared/language'
import type { CircleInstrument } from '@weerklank/core/team/circle-instrument'
import { anyOf } from '../db/dialect.ts'
import type { Trx } from '../schema.ts'

const unknown = { nl: 'weet ik niet', en: 'I do not know' } as const

/** What somebody answered to checks by these places, sealed or not: it is hers. One line for each check, with what she wrote. */
export async function ownCheckAnswers(
  trx: Trx,
  places: readonly ParticipantId[],
  language: Language,
): Promise<{ circle_id: CircleId; text: string }[]> {
  const rows = await trx
    .selectFrom('circle_answer')
    .innerJoin('circle_check', (join) =>
      join
        .onRef('circle_check.workspace_id', '=', 'circle_answer.workspace_id')
        .onRef('circle_check.id', '=', 'circle_answer.check_id'),
    )
    .innerJoin('instrument_version', (join) =>
      join
        .onRef('instrument_version.instrument_id', '=', 'circle_check.instrument_id')
        .onRef('instrument_version.version', '=', 'circle_check.instrument_version'),
    )
    .select(['circle_answer.circle_id', 'marks', 'words', 'definition'])
    .where('participant_id', '=', anyOf(places))
    .orderBy('answered_at')
    .execute()
  return rows.map(({ circle_id, marks, words, definition }) => {
    const { name, items } = definition as unknown as CircleInstrument
    const said = items.flatMap(({ id, label }) => {
      const mark = marks[id]
      return mark === undefined ? [] : [`${label[language]} ${mark === 'unknown' ? unknown[language] : mark}`]
    })
    const parts = [name[language], said.join('; '), words].filter((part) => part !== '')
    return { circle_id, text: parts.join(' – ') }
  })
}
