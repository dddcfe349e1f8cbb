import type { MemberFacts } from '@weerklank/core/learning/buddy'
import {
  type Pairable,
  type PairingRules,
  type Pool,
  poolOf,
  standardRules,
  type Ties,
} from '@weerklank/core/learning/pairing.rules'
import type { LearnerId, TrajectoryId } from '@weerklank/core/shared/ids'
import type { Selectable } from 'kysely'
import type { Trx } from '../schema.ts'
import * as buddies from './buddy.repository.ts'
import type { LearnerTable } from './learning.table.ts'

export type BuddyLearner = Selectable<LearnerTable> & { name: string; email: string }

/** All that the pairing of a trajectory rests on. The transaction must reach it as that of a lead. */
export type LoadedBuddies = {
  /** In the order of their numbers. */
  people: readonly BuddyLearner[]
  wishes: ReadonlyMap<LearnerId, buddies.WishRow>
  ties: readonly buddies.TieRow[]
  /** The oldest first. */
  rounds: readonly buddies.RoundRow[]
  pairs: readonly buddies.PairRow[]
  meetings: readonly buddies.MetRow[]
  evaluated: ReadonlyMap<LearnerId, 'talk' | 'mail'>
}

export async function loadBuddies(trx: Trx, trajectory: TrajectoryId): Promise<LoadedBuddies> {
  const wishes = await buddies.wishesOf(trx, trajectory)
  return {
    people: await learnersOf(trx, trajectory),
    wishes: new Map(wishes.map((wish) => [wish.learner_id, wish])),
    ties: await buddies.tiesOf(trx, trajectory),
    rounds: await buddies.roundsOf(trx, trajectory),
    pairs: await buddies.pairsOf(trx, trajectory),
    meetings: await buddies.meetingsOf(trx, trajectory),
    evaluated: await evaluatedOf(trx, trajectory),
  }
}

function learnersOf(trx: Trx, trajectory: TrajectoryId): Promise<BuddyLearner[]> {
  return trx
    .selectFrom('learner')
    .innerJoin('learner_name', (join) =>
      join
        .onRef('learner_name.workspace_id', '=', 'learner.workspace_id')
        .onRef('learner_name.learner_id', '=', 'learner.id'),
    )
    .selectAll('learner')
    .select(['name', 'email'])
    .where('learner.trajectory_id', '=', trajectory)
    .orderBy('number')
    .execute()
}

/** How the evaluation of buddies came in, per learner; what was thrown away did not count. */
async function evaluatedOf(trx: Trx, trajectory: TrajectoryId): Promise<Map<LearnerId, 'talk' | 'mail'>> {
  const rows = await trx
    .selectFrom('moment_receipt')
    .innerJoin('trajectory_moment', (join) =>
      join
        .onRef('trajectory_moment.workspace_id', '=', 'moment_receipt.workspace_id')
        .onRef('trajectory_moment.id', '=', 'moment_receipt.moment_id'),
    )
    .select(['learner_id', 'way'])
    .where('moment_receipt.trajectory_id', '=', trajectory)
    .where('kind', '=', 'buddy')
    .where('discarded', '=', false)
    .execute()
  return new Map(rows.map(({ learner_id, way }) => [learner_id, way === 'mail' ? 'mail' : 'talk']))
}

/** Who takes part now and can have a buddy. */
export const takesPart = ({ status }: Pick<BuddyLearner, 'status'>) =>
  status === 'invited' || status === 'active'

/** The rules of a round; one that a file brought has none of its own. */
export const rulesOf = ({ rules }: Pick<buddies.RoundRow, 'rules'>): PairingRules => ({
  hard: rules.hard ?? standardRules.hard,
  soft: { ...standardRules.soft, ...rules.soft },
})

/** The proposal that lies there. */
export const proposalOf = ({ rounds }: LoadedBuddies) => rounds.find(({ formed_at }) => formed_at === null)

export const pairsIn = ({ pairs }: LoadedBuddies, round: Pick<buddies.RoundRow, 'id'>) =>
  pairs.filter(({ round_id }) => round_id === round.id)

/** Who of a pair takes part still. */
export function presentIn(loaded: LoadedBuddies, { learner_ids }: Pick<buddies.PairRow, 'learner_ids'>) {
  return loaded.people.filter((one) => takesPart(one) && learner_ids.includes(one.id)).map(({ id }) => id)
}

/** Pairs that work together now: formed, not ended, with at least two who take part. */
export function runningPairs(loaded: LoadedBuddies): buddies.PairRow[] {
  return loaded.pairs.filter(
    (pair) => pair.formed_on !== null && pair.ended_on === null && presentIn(loaded, pair).length > 1,
  )
}

function pairableOf(one: BuddyLearner, wish: buddies.WishRow | undefined): Pairable {
  return {
    ...{ id: one.id, organisation: one.organisation, function: one.function, voice: one.voice },
    wants: wish?.wants ?? true,
    languages: wish === undefined || wish.languages.length === 0 ? [one.language] : wish.languages,
    ...{ halfDays: wish?.half_days ?? [], ways: wish?.ways ?? [], themes: wish?.themes ?? [] },
    region: wish?.region ?? '',
  }
}

/**
 * The people as pairing sees them. `among`: who takes part, for making pairs; or everybody, for telling of pairs there were.
 * `before`: only pairs of rounds with a lower number count as earlier ones.
 */
export function buddyPool(loaded: LoadedBuddies, of: PoolOf): Pool {
  const people = loaded.people.filter((one) => of.among === 'all' || takesPart(one))
  return poolOf(
    people.map((one) => pairableOf(one, loaded.wishes.get(one.id))),
    buddyTies(loaded, of),
  )
}

type PoolOf = {
  among: 'taking-part' | 'all'
  before?: number
  pinned?: readonly (readonly LearnerId[])[]
}

/** What there is between these people. */
export function buddyTies(loaded: LoadedBuddies, of: PoolOf): Ties {
  const { among, before = Number.POSITIVE_INFINITY, pinned = [] } = of
  const numbers = new Map(loaded.rounds.map(({ id, number }) => [id, number]))
  const tied = (kind: buddies.TieRow['kind']) =>
    loaded.ties
      .filter((tie) => tie.kind === kind)
      .map(({ learner_id, other_id }) => [learner_id, other_id] as const)
  return {
    ...{ avoid: tied('avoid'), manager: tied('manager'), conflict: tied('conflict'), pinned },
    earlier: loaded.pairs
      .filter((pair) => pair.formed_on !== null && (numbers.get(pair.round_id) ?? 0) < before)
      .map(({ learner_ids }) => learner_ids),
    taken: among === 'all' ? [] : runningPairs(loaded).flatMap((pair) => presentIn(loaded, pair)),
  }
}

export function memberFacts(loaded: LoadedBuddies, id: LearnerId): MemberFacts | undefined {
  const one = loaded.people.find((learner) => learner.id === id)
  if (one === undefined) return undefined
  const consent = one.shared !== null && one.in_use
  return { stopped: one.status === 'stopped', consent, evaluated: loaded.evaluated.get(id) ?? null }
}
