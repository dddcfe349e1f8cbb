import { buddiesAtMost } from '@weerklank/core/learning/buddy'
import type { BuddyOutcome } from '@weerklank/core/learning/buddy.contract'
import { suggestedTalkDays } from '@weerklank/core/learning/buddy.task'
import { groupPoints } from '@weerklank/core/learning/pairing'
import { AppError } from '@weerklank/core/shared/errors'
import type { BuddyPairId, LearnerId } from '@weerklank/core/shared/ids'
import { addCalendarDays } from '@weerklank/core/shared/local-hours'
import { localDay } from '@weerklank/core/shared/time'
import type { Trx } from '../schema.ts'
import { judge } from './buddy.adjust.ts'
import { buddyPool, presentIn, rulesOf, runningPairs } from './buddy.load.ts'
import { type BuddyPlace, done, leftOf, newPair, talksFor, tellBuddies } from './buddy.propose.ts'
import * as buddies from './buddy.repository.ts'

export type AfterStop = {
  pair: BuddyPairId
  version: number
  to: { kind: 'rematch'; with: LearnerId } | { kind: 'join'; pair: BuddyPairId } | { kind: 'alone' }
  reason: string
}

/** How the one who is left goes on after the others stopped. Her pair ends and stays as history. */
export async function goOn(trx: Trx, place: BuddyPlace, of: AfterStop): Promise<BuddyOutcome> {
  const { loaded } = place
  const pair = formedPair(place, of)
  const [learner, ...others] = presentIn(loaded, pair)
  if (pair.ended_on !== null || learner === undefined || others.length > 0) throw new AppError('conflict')
  const { to } = of
  if (to.kind === 'alone') {
    await end(trx, place, { pair, why: 'alone' })
    return done
  }
  return to.kind === 'rematch'
    ? rematch(trx, place, { pair, members: [learner, to.with], reason: of.reason })
    : join(trx, place, { pair, learner, other: to.pair, reason: of.reason })
}

/** A formed pair, when it is as it was looked at. */
export function formedPair(
  { loaded }: BuddyPlace,
  { pair, version }: { pair: BuddyPairId; version: number },
): buddies.PairRow {
  const row = loaded.pairs.find(({ id }) => id === pair)
  if (row === undefined || row.formed_on === null) throw new AppError('not-found')
  if (row.version !== version) throw new AppError('conflict')
  return row
}

const today = ({ session, deps }: BuddyPlace) => localDay(deps.world.now(), session.workspace.timeZone)

function end(
  trx: Trx,
  place: BuddyPlace,
  { pair, why }: { pair: buddies.PairRow; why: 're-matched' | 'joined' | 'alone' },
): Promise<void> {
  return buddies.updatePair(trx, pair.id, { ended_on: today(place), end_reason: why })
}

const roundOf = ({ loaded }: BuddyPlace, pair: buddies.PairRow): buddies.RoundRow => {
  const round = loaded.rounds.find(({ id }) => id === pair.round_id)
  if (round === undefined) throw new Error(`A pair without its round: ${pair.id}`)
  return round
}

async function rematch(
  trx: Trx,
  place: BuddyPlace,
  of: { pair: buddies.PairRow; members: LearnerId[]; reason: string },
): Promise<BuddyOutcome> {
  const { loaded } = place
  const round = roundOf(place, of.pair)
  const rules = rulesOf(round)
  const against = judge(place, { groups: [of.members], rules: { ...rules, hard: [...rules.hard, 'taken'] } })
  if (against.outcome !== null) return against.outcome
  if (against.unmet.length > 0 && of.reason === '') return { kind: 'reason-needed', rules: against.unmet }
  for (const pair of leftOf(loaded, of.members)) await end(trx, place, { pair, why: 're-matched' })
  const pool = buddyPool(loaded, { among: 'taking-part' })
  const now = today(place)
  const ahead = round.talk_days.filter((day) => day > now)
  const days = ahead.length > 0 ? ahead : suggestedTalkDays(now, addCalendarDays(now, 42))
  const points = groupPoints(pool, of.members, rules)
  const pair = newPair(place, { round: round.id, pair: { members: of.members, points, pinned: false } })
  await buddies.insertPair(trx, {
    ...{ ...pair, formed_on: now, follows: of.pair.id },
    ...{ overruled: against.unmet, reason: against.unmet.length > 0 ? of.reason : '' },
    talks: talksFor(place, { pool, members: of.members, days }),
  })
  await tellBuddies(trx, place, of.members)
  return done
}

async function join(
  trx: Trx,
  place: BuddyPlace,
  of: { pair: buddies.PairRow; learner: LearnerId; other: BuddyPairId; reason: string },
): Promise<BuddyOutcome> {
  const { loaded } = place
  const other = runningPairs(loaded).find(({ id }) => id === of.other)
  if (other === undefined) throw new AppError('not-found')
  const members = [...presentIn(loaded, other), of.learner]
  if (members.length > buddiesAtMost) throw new AppError('conflict')
  const against = judge(place, {
    groups: [members],
    rules: rulesOf(roundOf(place, other)),
    isTakenFine: true,
  })
  if (against.outcome !== null) return against.outcome
  if (against.unmet.length > 0 && of.reason === '') return { kind: 'reason-needed', rules: against.unmet }
  await end(trx, place, { pair: of.pair, why: 'joined' })
  await buddies.updatePair(trx, other.id, {
    ...{ learner_ids: members, follows: of.pair.id },
    ...(against.unmet.length > 0 && { overruled: against.unmet, reason: of.reason }),
  })
  await tellBuddies(trx, place, members)
  return done
}
