import type { BuddyPairId, BuddyRoundId, BuddyTieId, TrajectoryId } from '@weerklank/core/shared/ids'
import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Trx } from '../schema.ts'
import type {
  BuddyMeetingTable,
  BuddyPairTable,
  BuddyRoundTable,
  BuddyTieTable,
  BuddyWishTable,
} from './buddy.table.ts'

export type RoundRow = Selectable<BuddyRoundTable>
export type PairRow = Selectable<BuddyPairTable>
export type MetRow = Selectable<BuddyMeetingTable>
export type WishRow = Selectable<BuddyWishTable>
export type TieRow = Selectable<BuddyTieTable>

/** A round as it is written: what is JSON in the database as what it is. */
export type NewRound = Omit<RoundRow, 'version'>
export type NewPair = Omit<PairRow, 'version'>

export async function insertRound(trx: Trx, round: NewRound): Promise<void> {
  await trx
    .insertInto('buddy_round')
    .values({ ...round, ...asJson(round), version: 1 })
    .execute()
}

const asJson = ({ rules, outcome, talk_days }: Pick<RoundRow, 'rules' | 'outcome' | 'talk_days'>) => ({
  rules: JSON.stringify(rules),
  outcome: JSON.stringify(outcome),
  talk_days: JSON.stringify(talk_days),
})

/** All rounds of a trajectory, the oldest first. */
export function roundsOf(trx: Trx, trajectory: TrajectoryId): Promise<RoundRow[]> {
  return trx
    .selectFrom('buddy_round')
    .selectAll()
    .where('trajectory_id', '=', trajectory)
    .orderBy('number')
    .execute()
}

/** The round itself, held until the transaction is over: two who adjust a proposal come one after the other. */
export async function lockRound(trx: Trx, id: BuddyRoundId): Promise<RoundRow | undefined> {
  return trx.selectFrom('buddy_round').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function updateRound(trx: Trx, round: RoundRow): Promise<void> {
  const { workspace_id: _w, trajectory_id: _t, id, number: _n, ...values } = round
  await trx
    .updateTable('buddy_round')
    .set({ ...values, ...asJson(round) })
    .where('id', '=', id)
    .execute()
}

export async function deleteRound(trx: Trx, id: BuddyRoundId): Promise<void> {
  await trx.deleteFrom('buddy_round').where('id', '=', id).execute()
}

export async function insertPair(trx: Trx, pair: NewPair): Promise<void> {
  const values: Insertable<BuddyPairTable> = { ...pair, talks: JSON.stringify(pair.talks), version: 1 }
  await trx.insertInto('buddy_pair').values(values).execute()
}

/** All pairs of a trajectory in reach, those of the first round first. */
export function pairsOf(trx: Trx, trajectory: TrajectoryId): Promise<PairRow[]> {
  return trx
    .selectFrom('buddy_pair')
    .selectAll()
    .where('trajectory_id', '=', trajectory)
    .orderBy('id')
    .execute()
}

export async function updatePair(
  trx: Trx,
  id: BuddyPairId,
  { talks, ...change }: Partial<Omit<PairRow, 'id' | 'workspace_id' | 'trajectory_id' | 'version'>>,
): Promise<void> {
  const values: Updateable<BuddyPairTable> = {
    ...change,
    ...(talks === undefined ? {} : { talks: JSON.stringify(talks) }),
  }
  await trx
    .updateTable('buddy_pair')
    .set(values)
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** Takes away pairs of a proposal; formed pairs are history. */
export async function deleteProposed(trx: Trx, ids: readonly BuddyPairId[]): Promise<void> {
  if (ids.length === 0) return
  await trx.deleteFrom('buddy_pair').where('id', 'in', ids).where('formed_on', 'is', null).execute()
}

/** That they met, by one of them; once more for the same day changes nothing. */
export async function reportMet(trx: Trx, met: MetRow): Promise<void> {
  await trx
    .insertInto('buddy_meeting')
    .values(met)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function takeBackMet(
  trx: Trx,
  { pair_id, learner_id, met_on }: Pick<MetRow, 'pair_id' | 'learner_id' | 'met_on'>,
): Promise<void> {
  await trx
    .deleteFrom('buddy_meeting')
    .where('pair_id', '=', pair_id)
    .where('learner_id', '=', learner_id)
    .where('met_on', '=', met_on)
    .execute()
}

/** Talks that were reported in a trajectory, the first first. */
export function meetingsOf(trx: Trx, trajectory: TrajectoryId): Promise<MetRow[]> {
  return trx
    .selectFrom('buddy_meeting')
    .selectAll()
    .where('trajectory_id', '=', trajectory)
    .orderBy('met_on')
    .execute()
}

export function wishesOf(trx: Trx, trajectory: TrajectoryId): Promise<WishRow[]> {
  return trx.selectFrom('buddy_wish').selectAll().where('trajectory_id', '=', trajectory).execute()
}

export async function keepWish(trx: Trx, wish: WishRow): Promise<void> {
  await trx
    .insertInto('buddy_wish')
    .values(wish)
    .onConflict((conflict) => conflict.columns(['workspace_id', 'learner_id']).doUpdateSet(wish))
    .execute()
}

export function tiesOf(trx: Trx, trajectory: TrajectoryId): Promise<TieRow[]> {
  return trx
    .selectFrom('buddy_tie')
    .selectAll()
    .where('trajectory_id', '=', trajectory)
    .orderBy('at')
    .execute()
}

export async function insertTie(trx: Trx, tie: Omit<TieRow, 'in_confidence'>): Promise<void> {
  await trx
    .insertInto('buddy_tie')
    .values({ ...tie, in_confidence: tie.asked_by !== null })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** False when it is not there, or not hers to take away. */
export async function deleteTie(trx: Trx, id: BuddyTieId): Promise<boolean> {
  const gone = await trx.deleteFrom('buddy_tie').where('id', '=', id).executeTakeFirst()
  return gone.numDeletedRows > 0n
}
