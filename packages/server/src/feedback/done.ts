import { type Answers, type Instrument, instrumentKey } from '@weerklank/core/feedback/instrument'
import { scoreOf } from '@weerklank/core/feedback/instrument.score'
import type { ScoredCheck } from '@weerklank/core/library/works'
import type { AgreementId, ParticipantId, RelationId, RuptureId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import { sql } from 'kysely'
import { anyOf } from '../db/dialect.ts'
import type { Trx } from '../schema.ts'

/** The checks of one person with one instrument that have a score, oldest first. */
export type CheckSeries = {
  participant: ParticipantId
  /** The same in all versions. */
  instrument: string
  checks: readonly ScoredCheck[]
}

/** The scores of the checks of some people. What is shut, or kept to some colleagues, is not read. */
export async function checkSeries(
  trx: Trx,
  { instruments }: { instruments: ReadonlyMap<string, Instrument> },
  of: { relations: readonly RelationId[]; participants: readonly ParticipantId[] },
): Promise<CheckSeries[]> {
  const rows = await answersOf(trx, of)
  const found = rows.map(({ participant_id: participant, ...row }): CheckSeries => {
    const version = { id: row.instrument_id, version: row.instrument_version }
    const instrument = instruments.get(instrumentKey(version))
    const checks = row.answers.flatMap(([moment, answers]) => {
      const value = instrument === undefined ? null : scoreOf(instrument, answers)
      return value === null ? [] : [{ moment, value }]
    })
    return { participant, instrument: row.instrument_id, checks }
  })
  const both = Map.groupBy(found, ({ participant, instrument }) => `${participant} ${instrument}`)
  return [...both.values()].flatMap((versions) => {
    const [first] = versions
    if (first === undefined || versions.length === 1) return versions
    const checks = versions.flatMap((one) => one.checks).toSorted((a, b) => a.moment - b.moment)
    return [{ ...first, checks }]
  })
}

/** One row for all answers of somebody to a version: a row for each would cost as much as all the rest (docs/benchmarks.md). */
function answersOf(
  trx: Trx,
  of: { relations: readonly RelationId[]; participants: readonly ParticipantId[] },
) {
  const answers = sql<[moment: number, Answers][]>`json_agg(json_build_array(
    floor(date_part('epoch', answered_at) * 1000), answers) order by answered_at)`
  return trx
    .selectFrom('response')
    .select(['participant_id', 'instrument_id', 'instrument_version', answers.as('answers')])
    .where('relation_id', '=', anyOf(of.relations))
    .where('participant_id', '=', anyOf(of.participants))
    .where('sealed', '=', false)
    .where('readers', 'is', null)
    .groupBy(['participant_id', 'instrument_id', 'instrument_version'])
    .execute()
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
  const agreements = trx
    .selectFrom('agreement')
    .innerJoin('agreement_participant as with', (join) =>
      join
        .onRef('with.workspace_id', '=', 'agreement.workspace_id')
        .onRef('with.agreement_id', '=', 'agreement.id'),
    )
    .select(['agreement.id', 'agreement.relation_id', 'with.participant_id', 'made_at'])
    .where('agreement.relation_id', '=', anyOf(relations))
    .execute()
  const repairs = trx
    .selectFrom('rupture')
    .select(['id', 'relation_id', 'participant_id', 'closed_at'])
    .where('relation_id', '=', anyOf(relations))
    .where('shared_at', 'is not', null)
    .where('outcome', 'in', ['solved', 'partly'])
    .execute()
  const [agreed, repaired] = await Promise.all([agreements, repairs])
  return [
    ...agreed.map((row) => done(row, 'agreement', row.made_at)),
    ...repaired.flatMap((row) => (row.closed_at === null ? [] : [done(row, 'repair', row.closed_at)])),
  ]
}

type Row = { id: Done['id']; relation_id: RelationId; participant_id: ParticipantId }

const done = (row: Row, deed: Done['deed'], at: Instant): Done => ({
  ...{ id: row.id, deed, relation: row.relation_id, participant: row.participant_id, at },
})
