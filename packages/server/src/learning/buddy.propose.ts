import type { BuddyOutcome } from '@weerklank/core/learning/buddy.contract'
import { talkTimes } from '@weerklank/core/learning/buddy.task'
import { type ProposedPair, proposePairs, rulesAmong } from '@weerklank/core/learning/pairing'
import type { PairingRules } from '@weerklank/core/learning/pairing.rules'
import { pairWhy } from '@weerklank/core/learning/pairing.why'
import { AppError } from '@weerklank/core/shared/errors'
import type { BuddyPairId, BuddyRoundId, LearnerId, TrajectoryId } from '@weerklank/core/shared/ids'
import { type Day, type Instant, localDay } from '@weerklank/core/shared/time'
import type { MemberSession } from '../access/access.ts'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'
import { mailBuddy } from './buddy.letter.ts'
import {
  buddyPool,
  buddyTies,
  type LoadedBuddies,
  pairsIn,
  presentIn,
  proposalOf,
  rulesOf,
  runningPairs,
  takesPart,
} from './buddy.load.ts'
import * as buddies from './buddy.repository.ts'

/** Where something is done about buddies: in a trajectory that is held, by whom, as it was loaded. */
export type BuddyPlace = {
  session: MemberSession
  trajectory: TrajectoryId
  deps: { world: World; publicUrl: string }
  loaded: LoadedBuddies
}

export const done: BuddyOutcome = { kind: 'done' }

/** The proposal that lies there, when it is the one that was looked at. */
export function openProposal(loaded: LoadedBuddies, version: number): buddies.RoundRow {
  const proposal = proposalOf(loaded)
  if (proposal === undefined || proposal.version !== version) throw new AppError('conflict')
  return proposal
}

type Wanted = { rules: PairingRules; seed: number; talkDays: readonly Day[]; version: number | null }

/** Proposes anew, or for the first time in this round. Pinned pairs stay; one that a rule forbids by now stops it. */
export async function propose(trx: Trx, place: BuddyPlace, wanted: Wanted): Promise<BuddyOutcome> {
  const { loaded, session, trajectory, deps } = place
  const lying = proposalOf(loaded)
  if ((lying?.version ?? null) !== wanted.version) throw new AppError('conflict')
  const kept = lying === undefined ? [] : pairsIn(loaded, lying).filter(({ pinned }) => pinned)
  const among = { among: 'taking-part' as const, pinned: kept.map((pair) => pair.learner_ids) }
  const gone = kept.find((pair) => presentIn(loaded, pair).length < pair.learner_ids.length)
  if (gone !== undefined) return { kind: 'forbidden', rules: ['wants'], members: gone.learner_ids }
  const made = proposePairs({
    people: buddyPool(loaded, among).people,
    ties: buddyTies(loaded, among),
    ...{ rules: wanted.rules, seed: wanted.seed },
  })
  const broken = made.brokenPins[0]
  if (broken !== undefined) {
    return { kind: 'forbidden', rules: [...broken.rules], members: [...broken.members] }
  }
  const { crossing, isSplit, isProven } = made
  const values = {
    ...{ rules: wanted.rules, seed: wanted.seed, talk_days: wanted.talkDays },
    ...{ outcome: { crossing, isSplit, isProven }, made_at: deps.world.now(), made_by: session.member.id },
  }
  const id = lying?.id ?? deps.world.newId<BuddyRoundId>()
  if (lying !== undefined) await buddies.updateRound(trx, { ...lying, ...values, version: lying.version + 1 })
  else {
    await buddies.insertRound(trx, {
      ...{ workspace_id: session.workspace.id, trajectory_id: trajectory, id, ...values, formed_at: null },
      number: (loaded.rounds.at(-1)?.number ?? 0) + 1,
    })
  }
  const dropped = lying === undefined ? [] : pairsIn(loaded, lying).filter(({ pinned }) => !pinned)
  await buddies.deleteProposed(
    trx,
    dropped.map((pair) => pair.id),
  )
  for (const pair of made.pairs.filter(({ pinned }) => !pinned)) {
    await buddies.insertPair(trx, newPair(place, { round: id, pair }))
  }
  return done
}

/** A pair as a proposal has it; by hand it is pinned, so that a new proposal keeps it. */
export function newPair(
  { session, trajectory, deps }: BuddyPlace,
  { round, pair }: { round: BuddyRoundId; pair: ProposedPair },
): buddies.NewPair {
  return {
    ...{ workspace_id: session.workspace.id, trajectory_id: trajectory, round_id: round },
    ...{ id: deps.world.newId<BuddyPairId>(), learner_ids: [...pair.members], points: pair.points },
    ...{ pinned: pair.pinned, overruled: [], reason: '', talks: [], talked: null },
    ...{ formed_on: null, ended_on: null, end_reason: null, follows: null },
  }
}

/** Makes the proposed pairs buddies: with dates, a letter to each, and the end of pairs that they were in. */
export async function form(trx: Trx, place: BuddyPlace, version: number): Promise<BuddyOutcome> {
  const { loaded, deps, session } = place
  const proposal = openProposal(loaded, version)
  const pairs = pairsIn(loaded, proposal)
  if (pairs.length === 0) throw new AppError('conflict')
  const forbidden = whatForbids(place, proposal, pairs)
  if (forbidden !== null) return forbidden
  const now = deps.world.now()
  const today = localDay(now, session.workspace.timeZone)
  const pool = buddyPool(loaded, { among: 'taking-part' })
  for (const pair of pairs) {
    const before = runningPairs(loaded).filter((one) => sharesWith(one, pair.learner_ids))
    for (const one of [...before, ...leftOf(loaded, pair.learner_ids)]) {
      await buddies.updatePair(trx, one.id, { ended_on: today, end_reason: 're-matched' })
    }
    await buddies.updatePair(trx, pair.id, {
      formed_on: today,
      talks: talksFor(place, { pool, members: pair.learner_ids, days: proposal.talk_days }),
      follows: before.length === 1 ? (before[0]?.id ?? null) : null,
    })
  }
  await buddies.updateRound(trx, { ...proposal, formed_at: now, version: proposal.version + 1 })
  await tellBuddies(
    trx,
    place,
    pairs.flatMap(({ learner_ids }) => learner_ids),
  )
  return done
}

const sharesWith = (pair: buddies.PairRow, members: readonly LearnerId[]) =>
  pair.learner_ids.some((id) => members.includes(id))

/** Pairs of which one was left, who gets another buddy now. */
export function leftOf(loaded: LoadedBuddies, members: readonly LearnerId[]): buddies.PairRow[] {
  return loaded.pairs.filter(
    (pair) =>
      pair.formed_on !== null &&
      pair.ended_on === null &&
      presentIn(loaded, pair).length === 1 &&
      presentIn(loaded, pair).some((id) => members.includes(id)),
  )
}

/** Something changed between proposing and forming: a wish, a tie, somebody who stopped. */
function whatForbids(
  { loaded }: BuddyPlace,
  proposal: buddies.RoundRow,
  pairs: readonly buddies.PairRow[],
): BuddyOutcome | null {
  const pool = buddyPool(loaded, { among: 'taking-part' })
  const on = rulesOf(proposal).hard.filter((rule) => rule !== 'pinned')
  for (const { learner_ids: members } of pairs) {
    const there = loaded.people.filter((one) => members.includes(one.id) && takesPart(one))
    const rules = there.length < members.length ? (['wants'] as const) : rulesAmong(pool, members, on)
    if (rules.length > 0) return { kind: 'forbidden', rules: [...rules], members }
  }
  return null
}

/** When their talks could be. */
export function talksFor(
  { session }: BuddyPlace,
  of: { pool: ReturnType<typeof buddyPool>; members: readonly LearnerId[]; days: readonly Day[] },
): Instant[] {
  return talkTimes(of.days, pairWhy(of.pool, of.members).halfDays, session.workspace.timeZone)
}

/** A letter to each; who has no address is told by the lead. */
export async function tellBuddies(trx: Trx, place: BuddyPlace, members: readonly LearnerId[]): Promise<void> {
  for (const learner of place.loaded.people.filter(({ id }) => members.includes(id))) {
    await mailBuddy(trx, place.deps, { learner, workspace: place.session.workspace.name })
  }
}
