import { pairStatus } from '@weerklank/core/learning/buddy'
import type { BuddyLeft, BuddyPair, BuddyRoom, BuddyRound } from '@weerklank/core/learning/buddy.contract'
import { suggestedTalkDays } from '@weerklank/core/learning/buddy.task'
import { groupPoints, rulesAmong } from '@weerklank/core/learning/pairing'
import { offersFor, whyLeft } from '@weerklank/core/learning/pairing.left'
import {
  hardRules,
  ownWishRules,
  type PairingRules,
  type Pool,
  standardRules,
} from '@weerklank/core/learning/pairing.rules'
import { pairWhy } from '@weerklank/core/learning/pairing.why'
import { mayWithTrajectory, type TrajectoryStatus } from '@weerklank/core/learning/trajectory'
import type { LearnerId } from '@weerklank/core/shared/ids'
import { addCalendarDays } from '@weerklank/core/shared/local-hours'
import type { Day } from '@weerklank/core/shared/time'
import {
  type BuddyLearner,
  buddyPool,
  type LoadedBuddies,
  memberFacts,
  pairsIn,
  presentIn,
  proposalOf,
  rulesOf,
  runningPairs,
  takesPart,
} from './buddy.load.ts'
import type { PairRow, RoundRow, WishRow } from './buddy.repository.ts'

type Of = { today: Day; status: TrajectoryStatus; until: Day | null }

/** All that a lead sees of buddies; reviewing it is reviewing what leaves: register and names, nothing anybody wrote. */
export function presentBuddies(loaded: LoadedBuddies, { today, status, until }: Of): BuddyRoom {
  const latest = loaded.rounds.at(-1)
  const rules = latest === undefined ? standardRules : rulesOf(latest)
  const last = until !== null && until > today ? until : addCalendarDays(today, 42)
  return {
    people: loaded.people.map((one) => presentPerson(one, loaded.wishes.get(one.id))),
    // Who asked not to be with whom is between her and the program: a lead meets it only as "cannot".
    ties: loaded.ties.flatMap(({ id, kind, learner_id: learner, other_id: other, asked_by }) =>
      asked_by === null ? [{ id, kind, learner, other }] : [],
    ),
    rounds: loaded.rounds.map((round) => presentRound(loaded, round)).reverse(),
    left: leftNow(loaded, rules),
    suggested: {
      // What people asked for themselves holds in every new proposal.
      rules: {
        hard: hardRules.filter((rule) => rules.hard.includes(rule) || ownWishRules.includes(rule)),
        soft: rules.soft,
      },
      ...{ seed: (latest?.seed ?? 0) + 1, talkDays: suggestedTalkDays(today, last) },
    },
    mayChange: mayWithTrajectory(status, 'people').allowed,
    today,
  }
}

function presentPerson(one: BuddyLearner, wish: WishRow | undefined): BuddyRoom['people'][number] {
  return {
    ...{ id: one.id, number: one.number, name: one.name, status: one.status },
    ...{ organisation: one.organisation, function: one.function },
    hasMail: one.email !== '' || one.member_id !== null,
    wish:
      wish === undefined
        ? null
        : {
            ...{ wants: wish.wants, languages: wish.languages, halfDays: wish.half_days },
            ...{ ways: wish.ways, region: wish.region, themes: wish.themes },
          },
  }
}

function presentRound(loaded: LoadedBuddies, round: RoundRow): BuddyRound {
  const isProposal = round.formed_at === null
  const pool = buddyPool(loaded, { among: 'all', before: round.number })
  const rules = rulesOf(round)
  const { crossing = rules.soft.crossing, isSplit = false, isProven = false } = round.outcome
  return {
    ...{ number: round.number, seed: round.seed, talkDays: [...round.talk_days] },
    rules: { hard: [...rules.hard], soft: rules.soft },
    outcome: { crossing, isSplit, isProven },
    ...{ madeAt: round.made_at, formedAt: round.formed_at, version: round.version },
    pairs: pairsIn(loaded, round).map((pair) => presentPair(loaded, { pool, rules, pair, isProposal })),
  }
}

function presentPair(
  loaded: LoadedBuddies,
  of: { pool: Pool; rules: PairingRules; pair: PairRow; isProposal: boolean },
): BuddyPair {
  const { pool, rules, pair, isProposal } = of
  // Whoever was deleted since is in the pair as a number of nobody.
  const members = loaded.people.flatMap(({ id }) => (pair.learner_ids.includes(id) ? [id] : []))
  const met = loaded.meetings.filter((one) => one.pair_id === pair.id).map(({ met_on }) => met_on)
  const status = pairStatus(
    {
      ...{ members: pair.learner_ids, formedOn: pair.formed_on, endedOn: pair.ended_on },
      ...{ talked: pair.talked, meetings: met.length },
    },
    (id) => memberFacts(loaded, id),
  )
  return {
    ...{
      id: pair.id,
      members: [...members, ...pair.learner_ids.filter((id) => !members.includes(id))],
      pinned: pair.pinned,
      version: pair.version,
    },
    points: isProposal ? groupPoints(pool, members, rules) : pair.points,
    why: pairWhy(pool, members),
    broken: isProposal ? brokenIn(loaded, { pool, rules, members }) : [],
    ...{ overruled: pair.overruled, reason: pair.reason, talks: [...pair.talks], talked: pair.talked },
    ...{ state: status.state, exchanged: status.exchanged, evaluation: status.evaluation },
    ...{ memberStopped: [...status.memberStopped], consent: status.consent, met: [...new Set(met)] },
    ...{ formedOn: pair.formed_on, endedOn: pair.ended_on, endReason: pair.end_reason },
    offers: offersOf(loaded, pair, rules),
  }
}

/** What forbids a proposed pair by now; somebody who stopped takes part in none. */
function brokenIn(
  loaded: LoadedBuddies,
  { pool, rules, members }: { pool: Pool; rules: PairingRules; members: readonly LearnerId[] },
): BuddyPair['broken'] {
  const gone = loaded.people.some((one) => members.includes(one.id) && !takesPart(one))
  const found = rulesAmong(
    pool,
    members,
    rules.hard.filter((rule) => rule !== 'taken' && rule !== 'pinned'),
  )
  return gone && !found.includes('wants') ? [...found, 'wants'] : found
}

/** For whoever is left of a pair whose others stopped. */
function offersOf(loaded: LoadedBuddies, pair: PairRow, rules: PairingRules): BuddyPair['offers'] {
  const [learner, ...others] = presentIn(loaded, pair)
  const isOpen = pair.formed_on !== null && pair.ended_on === null
  if (!isOpen || learner === undefined || others.length > 0) return null
  const running = runningPairs(loaded)
  const taken = new Set(running.flatMap((one) => presentIn(loaded, one)))
  const free = loaded.people.filter((one) => takesPart(one) && !taken.has(one.id)).map(({ id }) => id)
  const pool = buddyPool(loaded, { among: 'taking-part' })
  const pairs = running.map((one) => presentIn(loaded, one))
  const offers = offersFor(pool, learner, { free, pairs, rules })
  return {
    learner,
    rematch: offers.rematch.slice(0, 10).map((one) => ({ ...one, why: pairWhy(pool, [learner, one.with]) })),
    join: offers.join.slice(0, 10).flatMap(({ members, points }) => {
      const found = running.find((one) => members.every((id) => one.learner_ids.includes(id)))
      return found === undefined ? [] : [{ pair: found.id, points }]
    }),
  }
}

/** Who has no buddy: in the proposal where there is one, else now. */
function leftNow(loaded: LoadedBuddies, rules: PairingRules): BuddyLeft[] {
  const proposal = proposalOf(loaded)
  const pairs = proposal === undefined ? [] : pairsIn(loaded, proposal)
  if (loaded.rounds.length === 0) return []
  const isAnew = proposal !== undefined && !rules.hard.includes('taken')
  const placed = new Set([
    ...pairs.flatMap(({ learner_ids }) => learner_ids),
    ...(isAnew ? [] : runningPairs(loaded).flatMap((pair) => presentIn(loaded, pair))),
  ])
  const pool = buddyPool(loaded, { among: 'taking-part' })
  return loaded.people
    .filter((one) => takesPart(one) && !placed.has(one.id))
    .map(({ id }) => ({ learner: id, reason: asSent(whyLeft(pool, id, rules)) }))
}

const asSent = (why: ReturnType<typeof whyLeft>): BuddyLeft['reason'] =>
  why.why === 'rules' ? { ...why, rules: [...why.rules] } : why
