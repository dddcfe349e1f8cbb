import { buddiesAtMost } from '@weerklank/core/learning/buddy'
import type { BuddyChange, BuddyOutcome } from '@weerklank/core/learning/buddy.contract'
import { groupPoints, rulesAmong } from '@weerklank/core/learning/pairing'
import type { PairingRules, SoftRule } from '@weerklank/core/learning/pairing.rules'
import { pairWhy } from '@weerklank/core/learning/pairing.why'
import { AppError } from '@weerklank/core/shared/errors'
import type { BuddyPairId, LearnerId } from '@weerklank/core/shared/ids'
import type { Trx } from '../schema.ts'
import { buddyPool, pairsIn, rulesOf } from './buddy.load.ts'
import { type BuddyPlace, done, newPair, openProposal } from './buddy.propose.ts'
import * as buddies from './buddy.repository.ts'

/** What a change makes of pairs: those that get other members (none: it is gone), and a new one. */
type Moved = {
  changed: readonly { pair: buddies.PairRow; members: readonly LearnerId[] }[]
  added: readonly LearnerId[] | null
}

/** Changes a proposal by hand; what is changed so is pinned. */
export async function adjust(
  trx: Trx,
  place: BuddyPlace,
  { version, change, reason }: { version: number; change: BuddyChange; reason: string },
): Promise<BuddyOutcome> {
  const proposal = openProposal(place.loaded, version)
  const pairs = pairsIn(place.loaded, proposal)
  if (change.kind === 'pin') {
    if (!pairs.some(({ id }) => id === change.pair)) throw new AppError('not-found')
    await buddies.updatePair(trx, change.pair, { pinned: change.pinned })
    await buddies.updateRound(trx, { ...proposal, version: proposal.version + 1 })
    return done
  }
  const moved = moveOf(pairs, change)
  const groups = [...moved.changed.map(({ members }) => members), ...(moved.added ? [moved.added] : [])]
  const against = judge(place, { groups: change.kind === 'leave' ? [] : groups, rules: rulesOf(proposal) })
  if (against.outcome !== null) return against.outcome
  if (against.unmet.length > 0 && reason === '') return { kind: 'reason-needed', rules: against.unmet }
  await keep(trx, place, { proposal, moved, reason })
  return done
}

function moveOf(pairs: readonly buddies.PairRow[], change: Exclude<BuddyChange, { kind: 'pin' }>): Moved {
  const pairOf = (id: LearnerId) => pairs.find(({ learner_ids }) => learner_ids.includes(id))
  const instead = (pair: buddies.PairRow, out: LearnerId, come: LearnerId) => ({
    pair,
    members: pair.learner_ids.map((id) => (id === out ? come : id)),
  })
  switch (change.kind) {
    case 'swap': {
      const [first, second] = [pairOf(change.one), pairOf(change.other)]
      if (first?.id === second?.id) throw new AppError('conflict')
      return {
        changed: [
          ...(first ? [instead(first, change.one, change.other)] : []),
          ...(second ? [instead(second, change.other, change.one)] : []),
        ],
        added: null,
      }
    }
    case 'join': {
      const pair = pairOf(change.with)
      if (pairOf(change.learner) !== undefined || change.learner === change.with)
        throw new AppError('conflict')
      if (pair === undefined) return { changed: [], added: [change.with, change.learner] }
      if (pair.learner_ids.length >= buddiesAtMost) throw new AppError('conflict')
      return { changed: [{ pair, members: [...pair.learner_ids, change.learner] }], added: null }
    }
    case 'leave': {
      const pair = pairOf(change.learner)
      if (pair === undefined) throw new AppError('conflict')
      const members = pair.learner_ids.filter((id) => id !== change.learner)
      return { changed: [{ pair, members: members.length > 1 ? members : [] }], added: null }
    }
  }
}

/**
 * Whether groups may be buddies: a rule that forbids is never set aside, one that counts is when a reason is given. All of
 * them must take part.
 */
export function judge(
  { loaded }: Pick<BuddyPlace, 'loaded'>,
  of: { groups: readonly (readonly LearnerId[])[]; rules: PairingRules; isTakenFine?: boolean },
): { outcome: BuddyOutcome | null; unmet: SoftRule[] } {
  const pool = buddyPool(loaded, { among: 'taking-part' })
  const on = of.rules.hard.filter(
    (rule) => rule !== 'pinned' && (rule !== 'taken' || of.isTakenFine !== true),
  )
  const unmet = new Set<SoftRule>()
  for (const members of of.groups) {
    if (!members.every((id) => pool.placeOf.has(id))) throw new AppError('not-found')
    const rules = rulesAmong(pool, members, on)
    if (rules.length > 0) return { outcome: { kind: 'forbidden', rules, members: [...members] }, unmet: [] }
    for (const rule of pairWhy(pool, members).unmet) if (of.rules.soft[rule] > 0) unmet.add(rule)
  }
  return { outcome: null, unmet: [...unmet] }
}

async function keep(
  trx: Trx,
  place: BuddyPlace,
  { proposal, moved, reason }: { proposal: buddies.RoundRow; moved: Moved; reason: string },
): Promise<void> {
  const pool = buddyPool(place.loaded, { among: 'taking-part' })
  const rules = rulesOf(proposal)
  const told = (members: readonly LearnerId[]) => {
    const overruled = pairWhy(pool, members).unmet.filter((rule) => rules.soft[rule] > 0)
    // Nobody is asked why where nothing is set aside.
    const isOverruled = overruled.length > 0 && reason !== ''
    return {
      ...{ points: groupPoints(pool, members, rules), pinned: true },
      ...{ overruled: isOverruled ? overruled : [], reason: isOverruled ? reason : '' },
    }
  }
  const gone: BuddyPairId[] = []
  for (const { pair, members } of moved.changed) {
    if (members.length === 0) gone.push(pair.id)
    else await buddies.updatePair(trx, pair.id, { learner_ids: [...members], ...told(members) })
  }
  await buddies.deleteProposed(trx, gone)
  if (moved.added !== null) {
    const { points, ...rest } = told(moved.added)
    const pair = newPair(place, {
      round: proposal.id,
      pair: { members: moved.added, points, pinned: true },
    })
    await buddies.insertPair(trx, { ...pair, ...rest })
  }
  // What a hand changed nobody showed to be the best.
  const outcome = { ...proposal.outcome, isProven: false }
  await buddies.updateRound(trx, { ...proposal, outcome, version: proposal.version + 1 })
}
