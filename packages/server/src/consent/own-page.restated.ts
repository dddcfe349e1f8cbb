import type { Answers, Instrument } from '@weerklank/core/feedback/instrument'
import { scoreOf } from '@weerklank/core/feedback/instrument.score'
import type { ParticipantId, RelationId, ResponseId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import { sql } from 'kysely'
import { type Context, setContext } from '../db/context.ts'
import type { Trx } from '../schema.ts'

/** An answer that is not for all any more. */
export type KeptAnswer = {
  id: ResponseId
  relation: RelationId
  participant: ParticipantId
  answeredAt: Instant
  instrument: string
  answers: Answers
  /** What was asked; undefined when it is not published here any more. */
  asked: Instrument | undefined
}

/**
 * Takes an answer out of the occasions to talk that hang on other answers: someone else's that is laid beside it, and later
 * ones of her own that are compared with it. A low mark stays told, without what it was before; the others go. Called in her
 * own context for the purpose `readers`, and leaves that of the program.
 */
export async function takeOutRestated(trx: Trx, kept: KeptAnswer, own: Context): Promise<void> {
  const later = sql`s.relation_id = ${kept.relation} and s.participant_id = ${kept.participant}
    and r.workspace_id = s.workspace_id and r.id = s.response_id and r.instrument_id = ${kept.instrument}
    and r.answered_at > ${kept.answeredAt}::timestamptz`
  // In her own name: also what she keeps to some is hers to change.
  await sql`
    update signal s set finding = jsonb_set(s.finding, '{previous}', 'null') from response r
    where ${later} and s.rule = 'low-item' and (s.finding->>'previous')::float8 =
      (${JSON.stringify(kept.answers)}::jsonb->>(s.finding->>'item'))::float8`.execute(trx)
  // Nobody deletes a signal by a link; the program does, for what she decided.
  const { workspace } = own
  await setContext(trx, { workspace, actor: 'system', relations: [kept.relation], purpose: 'deletion' })
  await sql`
    delete from signal where relation_id = ${kept.relation} and finding->>'by' = ${kept.participant}::text
      and (finding->>'otherAt')::timestamptz = ${kept.answeredAt}::timestamptz`.execute(trx)
  // Which of these rest on this very answer is not stored, so all that may do so go; a fall says from where it fell.
  const score = kept.asked === undefined ? null : scoreOf(kept.asked, kept.answers)
  const isFall =
    kept.asked === undefined
      ? sql`s.rule = 'drop'`
      : sql`s.rule = 'drop' and (s.finding->>'previous')::float8 = ${score}::float8`
  await sql`
    delete from signal s using response r
    where ${later} and (s.rule in ('ceiling', 'own-limits', 'no-change') or ${isFall})`.execute(trx)
}
