import { markerWord } from '@weerklank/core/feedback/rupture'
import { ruptureKindWord, ruptureOutcomeWord, ruptureStepWord } from '@weerklank/core/feedback/rupture.words'
import type { ParticipantId } from '@weerklank/core/shared/ids'
import type { Language } from '@weerklank/core/shared/language'
import { anyOf } from '../db/dialect.ts'
import { type Html, html } from '../http/html.ts'
import type { Trx } from '../schema.ts'

export type OwnStrain = Awaited<ReturnType<typeof strainOf>>[number]

/**
 * What colleagues wrote down and shared about strain with her, with the steps of repair; asks for context `access`. What
 * somebody kept to herself is not in reach.
 */
export async function strainOf(trx: Trx, places: readonly ParticipantId[]) {
  const rows = await trx
    .selectFrom('rupture')
    .select(['id', 'relation_id', 'kind', 'markers', 'body', 'noticed_at', 'review_on', 'outcome'])
    .where('participant_id', '=', anyOf(places))
    .orderBy('noticed_at')
    .orderBy('id')
    .execute()
  const steps = await trx
    .selectFrom('rupture_step')
    .select(['rupture_id', 'step', 'state', 'body', 'at'])
    .where('participant_id', '=', anyOf(places))
    .orderBy('at')
    .orderBy('step')
    .execute()
  return rows.map((row) => ({ ...row, steps: steps.filter((step) => step.rupture_id === row.id) }))
}

/** As she takes it along: in words, and as data. */
export function strainInWords(row: OwnStrain, language: Language) {
  return {
    noticedAt: row.noticed_at,
    kind: row.kind,
    inWords: [ruptureKindWord(row.kind, language), ...row.markers.map((one) => markerWord(one, language))],
    text: row.body,
    steps: row.steps.map(({ step, state, body, at }) => ({
      ...{ step, state, at, text: body },
      inWords: ruptureStepWord(step, language),
    })),
    reviewOn: row.review_on,
    outcome: row.outcome === null ? null : ruptureOutcomeWord(row.outcome, language),
  }
}

/** On the page that can be kept. */
export function strainBlock(one: ReturnType<typeof strainInWords>, moment: (at: string) => string): Html {
  const steps = one.steps.map(({ at, inWords, text }) => html`<li>${moment(at)}: ${inWords}. ${text}</li>`)
  return html`<li>${moment(one.noticedAt)}: ${one.inWords.join('; ')}. ${one.text} ${one.outcome ?? ''}<ul>${steps}</ul></li>`
}
