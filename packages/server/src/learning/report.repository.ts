import type { ReportDraft } from '@weerklank/core/learning/report'
import type { KeptReport, QuoteSource } from '@weerklank/core/learning/report.contract'
import type { ReportFacts, ReportLearner } from '@weerklank/core/learning/report.facts'
import type { ReportNumber } from '@weerklank/core/learning/report.numbers'
import { stopReasons } from '@weerklank/core/learning/trajectory'
import type {
  LearnerId,
  MemberId,
  PersonId,
  TrajectoryExportId,
  TrajectoryId,
  TrajectoryQuoteId,
  WorkspaceId,
} from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Trx } from '../schema.ts'
import type { TrajectoryExportTable, TrajectoryQuoteTable } from './report.table.ts'

export type QuoteRow = Selectable<TrajectoryQuoteTable>

export async function findTrajectory(trx: Trx, id: TrajectoryId) {
  return trx
    .selectFrom('trajectory')
    .select(['id', 'title', 'purpose', 'starts_on'])
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function findReport(trx: Trx, trajectory: TrajectoryId): Promise<KeptReport | undefined> {
  return trx
    .selectFrom('trajectory_report')
    .select(['title', 'parts', 'version'])
    .where('trajectory_id', '=', trajectory)
    .executeTakeFirst() as Promise<KeptReport | undefined>
}

/** Keeps a report over the version that its writer saw; false when somebody kept another one since. */
export async function keepReport(
  trx: Trx,
  of: {
    workspace: WorkspaceId
    trajectory: TrajectoryId
    draft: ReportDraft
    over: number
    by: MemberId
    at: Instant
  },
): Promise<boolean> {
  const { workspace: workspace_id, trajectory: trajectory_id, draft, over } = of
  const row = {
    ...{ title: draft.title, parts: JSON.stringify(draft.parts) },
    ...{ changed_by: of.by, changed_at: of.at, version: over + 1 },
  }
  if (over === 0) {
    const made = await trx
      .insertInto('trajectory_report')
      .values({ workspace_id, trajectory_id, ...row })
      .onConflict((conflict) => conflict.columns(['workspace_id', 'trajectory_id']).doNothing())
      .executeTakeFirst()
    return made.numInsertedOrUpdatedRows === 1n
  }
  const changed = await trx
    .updateTable('trajectory_report')
    .set(row)
    .where('trajectory_id', '=', trajectory_id)
    .where('version', '=', over)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

export type Person = ReportLearner & { id: LearnerId; person: PersonId; organisation: string }

/** The register of a trajectory, in the order of the numbers. */
export async function registerOf(trx: Trx, trajectory: TrajectoryId): Promise<Person[]> {
  const rows = await trx
    .selectFrom('learner')
    .select(['id', 'person_id', 'number', 'voice', 'function', 'organisation', 'status'])
    .select(['stop_reason', 'exit_talk', 'shared', 'in_use'])
    .where('trajectory_id', '=', trajectory)
    .orderBy('number')
    .execute()
  const receipts = await trx
    .selectFrom('moment_receipt')
    .innerJoin('trajectory_moment as m', (join) =>
      join.onRef('m.workspace_id', '=', 'moment_receipt.workspace_id').onRef('m.id', '=', 'moment_id'),
    )
    .select(['learner_id', 'm.key', 'way', 'discarded'])
    .where('moment_receipt.trajectory_id', '=', trajectory)
    .orderBy('m.position')
    .execute()
  const byLearner = Map.groupBy(receipts, ({ learner_id: learner }) => learner)
  return rows.map((row) => ({
    ...{ id: row.id, person: row.person_id, number: row.number, voice: row.voice },
    ...{ function: row.function, organisation: row.organisation, exitTalk: row.exit_talk },
    hasConsent: row.shared !== null && row.in_use,
    hasStopped: row.status === 'stopped',
    stopReason: stopReasons.find((reason) => reason === row.stop_reason) ?? null,
    receipts: (byLearner.get(row.id) ?? []).map(({ key: moment, way, discarded: isDiscarded }) => ({
      ...{ moment, way, isDiscarded },
    })),
  }))
}

export async function momentsOf(trx: Trx, trajectory: TrajectoryId): Promise<ReportFacts['moments']> {
  return trx
    .selectFrom('trajectory_moment')
    .select(['key', 'kind', 'title', 'opens_on as opensOn', 'closes_on as closesOn'])
    .where('trajectory_id', '=', trajectory)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

export async function eventsOf(trx: Trx, trajectory: TrajectoryId) {
  return trx
    .selectFrom('trajectory_event')
    .select(['title', 'at', 'is_open as isOpen'])
    .where('trajectory_id', '=', trajectory)
    .orderBy('at')
    .orderBy('id')
    .execute()
}

/** Answers that are shared, with the moment at which they were given; row-level security says so too. */
export async function answersOf(trx: Trx, trajectory: TrajectoryId) {
  return trx
    .selectFrom('learning_answer as a')
    .innerJoin('trajectory_moment as m', (join) =>
      join.onRef('m.workspace_id', '=', 'a.workspace_id').onRef('m.id', '=', 'a.moment_id'),
    )
    .select(['a.id', 'a.learner_id', 'a.goal_id', 'm.key as moment', 'item_key as item', 'choice', 'body'])
    .where('a.trajectory_id', '=', trajectory)
    .where('shared', 'is not', null)
    .where('in_use', '=', true)
    .orderBy('m.position')
    .orderBy('a.id')
    .execute()
}

/** Goals that were handed in and are shared. */
export async function goalsOf(trx: Trx, trajectory: TrajectoryId) {
  return trx
    .selectFrom('learning_goal as g')
    .innerJoin('trajectory_moment as m', (join) =>
      join.onRef('m.workspace_id', '=', 'g.workspace_id').onRef('m.id', '=', 'g.moment_id'),
    )
    .select(['g.id', 'g.learner_id', 'm.key as moment', 'text', 'status'])
    .where('g.trajectory_id', '=', trajectory)
    .where('shared', 'is not', null)
    .where('in_use', '=', true)
    .orderBy('m.position')
    .orderBy('g.id')
    .execute()
}

export async function mentionsOf(trx: Trx, trajectory: TrajectoryId) {
  return trx
    .selectFrom('learning_mention as t')
    .innerJoin('trajectory_moment as m', (join) =>
      join.onRef('m.workspace_id', '=', 't.workspace_id').onRef('m.id', '=', 't.moment_id'),
    )
    .select(['t.id', 't.learner_id', 'm.key as moment', 't.kind', 'level', 'code', 'body'])
    .where('t.trajectory_id', '=', trajectory)
    .where('shared', 'is not', null)
    .where('in_use', '=', true)
    .orderBy('m.position')
    .orderBy('t.id')
    .execute()
}

export async function quotesOf(trx: Trx, trajectory: TrajectoryId): Promise<QuoteRow[]> {
  return trx
    .selectFrom('trajectory_quote')
    .selectAll()
    .where('trajectory_id', '=', trajectory)
    .orderBy('asked_at')
    .orderBy('id')
    .execute()
}

/** The quotes that were asked of one learner, the oldest first. */
export async function ownQuotes(trx: Trx, learner: LearnerId): Promise<QuoteRow[]> {
  return trx
    .selectFrom('trajectory_quote')
    .selectAll()
    .where('learner_id', '=', learner)
    .orderBy('asked_at')
    .orderBy('id')
    .execute()
}

/** False when this one was asked already. */
export async function insertQuote(trx: Trx, row: Insertable<TrajectoryQuoteTable>): Promise<boolean> {
  const done = await trx
    .insertInto('trajectory_quote')
    .values(row)
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n
}

export async function changeQuote(
  trx: Trx,
  id: TrajectoryQuoteId,
  change: Updateable<TrajectoryQuoteTable>,
): Promise<void> {
  await trx.updateTable('trajectory_quote').set(change).where('id', '=', id).execute()
}

/** The row of a quote that says where its words come from. */
export const sourceColumn: Readonly<Record<QuoteSource, 'answer_id' | 'goal_id' | 'mention_id'>> = {
  ...{ answer: 'answer_id', goal: 'goal_id', mention: 'mention_id' },
}

/** Keeps that a file leaves and who is in it; false when its identifier is known. */
export async function insertExport(
  trx: Trx,
  row: Omit<Insertable<TrajectoryExportTable>, 'numbers'> & { numbers: readonly ReportNumber[] },
  inIt: { persons: readonly PersonId[]; quoted: ReadonlySet<PersonId> },
): Promise<boolean> {
  const done = await trx
    .insertInto('trajectory_export')
    .values({ ...row, numbers: JSON.stringify(row.numbers) })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .executeTakeFirst()
  if (done.numInsertedOrUpdatedRows !== 1n) return false
  const { workspace_id, id: export_id, trajectory_id } = row
  const rows = inIt.persons.map((person_id) => ({
    ...{ workspace_id, export_id, trajectory_id, person_id, withdrawn_at: null },
    is_quoted: inIt.quoted.has(person_id),
  }))
  if (rows.length > 0) await trx.insertInto('trajectory_export_person').values(rows).execute()
  return true
}

export async function exportsOf(trx: Trx, trajectory: TrajectoryId, only?: TrajectoryExportId) {
  return trx
    .selectFrom('trajectory_export')
    .innerJoin('member', (join) =>
      join
        .onRef('member.workspace_id', '=', 'trajectory_export.workspace_id')
        .onRef('member.id', '=', 'made_by'),
    )
    .select(['trajectory_export.id', 'title', 'format', 'made_at', 'published_at', 'numbers'])
    .select('member.name as made_by')
    .where('trajectory_id', '=', trajectory)
    .$if(only !== undefined, (query) => query.where('trajectory_export.id', '=', only ?? ('' as never)))
    .orderBy('made_at', 'desc')
    .orderBy('trajectory_export.id')
    .execute()
}

/** Who withdrew since from the files of a trajectory, by number. */
export async function withdrawnFrom(trx: Trx, trajectory: TrajectoryId) {
  return trx
    .selectFrom('trajectory_export_person as p')
    .innerJoin('learner', (join) =>
      join
        .onRef('learner.workspace_id', '=', 'p.workspace_id')
        .onRef('learner.person_id', '=', 'p.person_id')
        .onRef('learner.trajectory_id', '=', 'p.trajectory_id'),
    )
    .select(['p.export_id', 'number'])
    .where('p.trajectory_id', '=', trajectory)
    .where('p.withdrawn_at', 'is not', null)
    .orderBy('number')
    .execute()
}

/** The first time stays. */
export async function setPublished(trx: Trx, id: TrajectoryExportId, at: Instant): Promise<void> {
  await trx
    .updateTable('trajectory_export')
    .set({ published_at: at })
    .where('id', '=', id)
    .where('published_at', 'is', null)
    .execute()
}

/** Names of the people of a trajectory, to take them out of words: by the program, for that alone. */
export async function namesOf(trx: Trx, trajectory: TrajectoryId): Promise<string[]> {
  const rows = await trx
    .selectFrom('learner_name')
    .select('name')
    .where('trajectory_id', '=', trajectory)
    .execute()
  return rows.map(({ name }) => name)
}
