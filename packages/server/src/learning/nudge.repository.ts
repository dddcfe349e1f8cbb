import type { PlannedNudge } from '@weerklank/core/learning/nudge'
import { nudgeDay } from '@weerklank/core/learning/nudge'
import type { LearnerId, NudgeId, PersonId, TrajectoryId, WorkspaceId } from '@weerklank/core/shared/ids'
import { type Day, type Instant, localDay } from '@weerklank/core/shared/time'
import type { Insertable, Selectable, Updateable } from 'kysely'
import { anyOf } from '../db/dialect.ts'
import type { Trx } from '../schema.ts'
import type { TrajectoryEventTable, TrajectoryMomentTable, TrajectoryTable } from './learning.table.ts'
import type { NudgeSentTable, NudgeTable } from './nudge.table.ts'

export type NudgeRow = Selectable<NudgeTable>
export type SentRow = Selectable<NudgeSentTable>

/** What days are counted from, of one trajectory. */
export type Dates = {
  trajectory: Pick<Selectable<TrajectoryTable>, 'id' | 'title' | 'starts_on' | 'status'>
  events: readonly Pick<Selectable<TrajectoryEventTable>, 'id' | 'title' | 'at'>[]
  moments: readonly Pick<Selectable<TrajectoryMomentTable>, 'id' | 'key' | 'kind' | 'title' | 'opens_on'>[]
  timeZone: string
}

/** The dates of a trajectory, and what its workspace is called; undefined when it is out of reach. */
export async function datesOf(
  trx: Trx,
  id: TrajectoryId,
): Promise<(Dates & { workspaceName: string }) | undefined> {
  const trajectory = await trx
    .selectFrom('trajectory')
    .select(['id', 'title', 'starts_on', 'status'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (trajectory === undefined) return undefined
  const events = await trx
    .selectFrom('trajectory_event')
    .select(['id', 'title', 'at'])
    .where('trajectory_id', '=', id)
    .orderBy('at')
    .execute()
  const moments = await trx
    .selectFrom('trajectory_moment')
    .select(['id', 'key', 'kind', 'title', 'opens_on'])
    .where('trajectory_id', '=', id)
    .orderBy('opens_on')
    .execute()
  const place = await trx.selectFrom('workspace').select(['name', 'time_zone']).executeTakeFirstOrThrow()
  return { trajectory, events, moments, timeZone: place.time_zone, workspaceName: place.name }
}

/** The day a nudge is counted from: an event, the first day of a moment, or the beginning. */
export function anchoredOn(row: Pick<NudgeRow, 'event_id' | 'moment_id'>, dates: Dates): Day {
  const event = dates.events.find(({ id }) => id === row.event_id)
  if (event !== undefined) return localDay(event.at, dates.timeZone)
  return dates.moments.find(({ id }) => id === row.moment_id)?.opens_on ?? dates.trajectory.starts_on
}

/** A nudge on its day, as the rules look at it. */
export function plannedNudge(row: NudgeRow, dates: Dates): PlannedNudge {
  const { id, kind, is_on: isOn, url, fixed_on: fixedOn, offset_days: offsetDays } = row
  const day = nudgeDay({ fixedOn, offsetDays, anchoredOn: anchoredOn(row, dates) })
  return { id, kind, isOn, url, day, moment: kind === 'moment' ? row.moment_id : null }
}

export function nudgesOf(trx: Trx, trajectory: TrajectoryId): Promise<NudgeRow[]> {
  return trx
    .selectFrom('nudge')
    .selectAll()
    .where('trajectory_id', '=', trajectory)
    .orderBy('changed_at')
    .orderBy('id')
    .execute()
}

/** Whether it was new: a repeat of the same nudge changes nothing. */
export async function insertNudge(trx: Trx, row: Insertable<NudgeTable>): Promise<boolean> {
  const made = await trx
    .insertInto('nudge')
    .values(row)
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

/** False when somebody else changed it meanwhile. */
export async function updateNudge(
  trx: Trx,
  of: { id: NudgeId; trajectory: TrajectoryId; version: number },
  change: Updateable<NudgeTable>,
): Promise<boolean> {
  const changed = await trx
    .updateTable('nudge')
    .set({ ...change, version: of.version + 1 })
    .where('id', '=', of.id)
    .where('trajectory_id', '=', of.trajectory)
    .where('version', '=', of.version)
    .returning('id')
    .executeTakeFirst()
  return changed !== undefined
}

/** What went to some people, in every trajectory that is in reach. */
export function sentTo(trx: Trx, persons: readonly PersonId[]): Promise<SentRow[]> {
  return trx
    .selectFrom('nudge_sent')
    .selectAll()
    .where('person_id', '=', anyOf(persons))
    .orderBy('at')
    .execute()
}

/** To how many people each nudge of a trajectory went. */
export async function sentCounts(trx: Trx, trajectory: TrajectoryId): Promise<ReadonlyMap<NudgeId, number>> {
  const rows = await trx
    .selectFrom('nudge_sent')
    .select(({ fn }) => ['nudge_id', fn.countAll<string>().as('people')])
    .where('trajectory_id', '=', trajectory)
    .groupBy('nudge_id')
    .execute()
  return new Map(rows.map(({ nudge_id: id, people }) => [id, Number(people)]))
}

/** Nudges that went to one learner of this trajectory, newest first. */
export function sentToLearner(trx: Trx, learner: LearnerId): Promise<SentRow[]> {
  return trx
    .selectFrom('nudge_sent')
    .selectAll()
    .where('learner_id', '=', learner)
    .orderBy('at', 'desc')
    .execute()
}

export async function noteSent(trx: Trx, row: Insertable<NudgeSentTable>): Promise<void> {
  await trx.insertInto('nudge_sent').values(row).execute()
}

type Person = { workspace: WorkspaceId; person: PersonId }

/**
 * Holds the choice of one person until the transaction ends, so that two trajectories never decide about her week at once;
 * since when she wants no nudges, null while she does.
 */
export async function holdChoice(trx: Trx, of: Person & { now: Instant }): Promise<Instant | null> {
  await trx
    .insertInto('nudge_choice')
    .values({ workspace_id: of.workspace, person_id: of.person, off_since: null, changed_at: of.now })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'person_id']).doNothing())
    .execute()
  const row = await trx
    .selectFrom('nudge_choice')
    .select('off_since')
    .where('person_id', '=', of.person)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return row.off_since
}

/** Which of these people want no nudges. */
export async function optedOut(trx: Trx, persons: readonly PersonId[]): Promise<ReadonlySet<PersonId>> {
  const rows = await trx
    .selectFrom('nudge_choice')
    .select('person_id')
    .where('person_id', '=', anyOf(persons))
    .where('off_since', 'is not', null)
    .execute()
  return new Set(rows.map(({ person_id: id }) => id))
}

/** Wants none from now on, or wants them again; asked again it stands as it was. */
export async function choose(trx: Trx, of: Person & { isOff: boolean; now: Instant }): Promise<void> {
  const since = await holdChoice(trx, of)
  if ((since !== null) === of.isOff) return
  await trx
    .updateTable('nudge_choice')
    .set({ off_since: of.isOff ? of.now : null, changed_at: of.now })
    .where('person_id', '=', of.person)
    .execute()
}
