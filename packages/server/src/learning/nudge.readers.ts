import type { NudgeLearner } from '@weerklank/core/learning/nudge'
import type { LearnerId, PersonId, TrajectoryId } from '@weerklank/core/shared/ids'
import type { AddressForm, RespondLanguage } from '@weerklank/core/shared/language'
import { localDay } from '@weerklank/core/shared/time'
import type { Trx } from '../schema.ts'
import { withBuddy } from './nudge.buddies.ts'
import type { SentRow } from './nudge.repository.ts'

/** Somebody in a trajectory, as far as a nudge needs to know her: from the register, nothing that she wrote. */
export type Reader = {
  id: LearnerId
  person: PersonId
  email: string
  language: RespondLanguage
  address: AddressForm
  /** Whether she wants nudges at all is decided where her choice is held. */
  standing: Omit<NudgeLearner, 'isOptedOut'>
}

/** Everybody in a trajectory, and what went to each of them there. */
export type NudgeReaders = { all: readonly Reader[]; sent: ReadonlyMap<LearnerId, readonly SentRow[]> }

/** The readers of a trajectory that is led, or one of them. */
export async function nudgeReaders(
  trx: Trx,
  of: { trajectory: TrajectoryId; timeZone: string; only?: LearnerId },
): Promise<NudgeReaders> {
  const { trajectory, timeZone, only } = of
  const rows = await trx
    .selectFrom('learner')
    .innerJoin('learner_name', (join) =>
      join
        .onRef('learner_name.workspace_id', '=', 'learner.workspace_id')
        .onRef('learner_name.learner_id', '=', 'learner.id'),
    )
    .select(['learner.id', 'person_id', 'email', 'language', 'address', 'status', 'joined_at'])
    .where('learner.trajectory_id', '=', trajectory)
    .where((eb) => (only === undefined ? eb.lit(true) : eb('learner.id', '=', only)))
    .orderBy('learner.number')
    .execute()
  const received = await receivedOf(trx, trajectory)
  const paired = await withBuddy(trx, trajectory)
  return {
    all: rows.map((row) => ({
      ...{
        id: row.id,
        person: row.person_id,
        email: row.email,
        language: row.language,
        address: row.address,
      },
      standing: {
        takesPart: row.status === 'active',
        hasBuddy: paired.has(row.id),
        since: localDay(row.joined_at, timeZone),
        received: received.get(row.id) ?? [],
      },
    })),
    sent: await sentIn(trx, trajectory),
  }
}

async function receivedOf(trx: Trx, trajectory: TrajectoryId): Promise<ReadonlyMap<LearnerId, string[]>> {
  const rows = await trx
    .selectFrom('moment_receipt')
    .select(['learner_id', 'moment_id'])
    .where('trajectory_id', '=', trajectory)
    .execute()
  const by = Map.groupBy(rows, (row) => row.learner_id)
  return new Map([...by].map(([learner, some]) => [learner, some.map((row) => row.moment_id)]))
}

async function sentIn(trx: Trx, trajectory: TrajectoryId): Promise<ReadonlyMap<LearnerId, SentRow[]>> {
  const rows = await trx
    .selectFrom('nudge_sent')
    .selectAll()
    .where('trajectory_id', '=', trajectory)
    .execute()
  return Map.groupBy(rows, (row) => row.learner_id)
}
