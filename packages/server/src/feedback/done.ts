import { type Instrument, instrumentKey } from '@weerklank/core/feedback/instrument'
import { scoreOf } from '@weerklank/core/feedback/instrument.score'
import type { AgreementId, ParticipantId, RelationId, RuptureId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import { anyOf } from '../db/dialect.ts'
import type { Trx } from '../schema.ts'

/** One answer as one number, of one person. */
export type ScoredCheck = {
  participant: ParticipantId
  /** The same in all versions. */
  instrument: string
  at: Instant
  value: number
}

/** The checks of some people that have a score, oldest first. What is shut, or kept to some colleagues, is not read. */
export async function scoredChecks(
  trx: Trx,
  { instruments }: { instruments: ReadonlyMap<string, Instrument> },
  of: { relations: readonly RelationId[]; participants: readonly ParticipantId[] },
): Promise<ScoredCheck[]> {
  const rows = await trx
    .selectFrom('response')
    .select(['participant_id', 'instrument_id', 'instrument_version', 'answers', 'answered_at'])
    .where('relation_id', '=', anyOf(of.relations))
    .where('participant_id', '=', anyOf(of.participants))
    .where('sealed', '=', false)
    .where('readers', 'is', null)
    .orderBy('answered_at')
    .execute()
  return rows.flatMap((row) => {
    const version = { id: row.instrument_id, version: row.instrument_version }
    const instrument = instruments.get(instrumentKey(version))
    const value = instrument === undefined ? null : scoreOf(instrument, row.answers)
    if (value === null) return []
    return [{ participant: row.participant_id, instrument: row.instrument_id, at: row.answered_at, value }]
  })
}

/** Something that was done about the working together, and whom it touched. */
export type Done = {
  id: AgreementId | RuptureId
  deed: 'agreement' | 'repair'
  relation: RelationId
  participant: ParticipantId
  at: Instant
}

/** Agreements that were made, and strain that was solved or partly so and is part of the file: not what somebody keeps to herself. */
export async function doneIn(trx: Trx, relations: readonly RelationId[]): Promise<Done[]> {
  const agreements = await trx
    .selectFrom('agreement')
    .innerJoin('agreement_participant as with', (join) =>
      join
        .onRef('with.workspace_id', '=', 'agreement.workspace_id')
        .onRef('with.agreement_id', '=', 'agreement.id'),
    )
    .select(['agreement.id', 'agreement.relation_id', 'with.participant_id', 'made_at'])
    .where('agreement.relation_id', '=', anyOf(relations))
    .execute()
  const repairs = await trx
    .selectFrom('rupture')
    .select(['id', 'relation_id', 'participant_id', 'closed_at'])
    .where('relation_id', '=', anyOf(relations))
    .where('shared_at', 'is not', null)
    .where('outcome', 'in', ['solved', 'partly'])
    .execute()
  return [
    ...agreements.map((row) => done(row, 'agreement', row.made_at)),
    ...repairs.flatMap((row) => (row.closed_at === null ? [] : [done(row, 'repair', row.closed_at)])),
  ]
}

type Row = { id: Done['id']; relation_id: RelationId; participant_id: ParticipantId }

const done = (row: Row, deed: Done['deed'], at: Instant): Done => ({
  ...{ id: row.id, deed, relation: row.relation_id, participant: row.participant_id, at },
})
