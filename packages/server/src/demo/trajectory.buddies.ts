import { standardRules } from '@weerklank/core/learning/pairing.rules'
import type { BuddyPairId, BuddyRoundId } from '@weerklank/core/shared/ids'
import { addCalendarDays } from '@weerklank/core/shared/local-hours'
import { localDay } from '@weerklank/core/shared/time'
import { setContext } from '../db/context.ts'
import { loadBuddies, proposalOf } from '../learning/buddy.load.ts'
import { form } from '../learning/buddy.propose.ts'
import { insertPair, insertRound, pairsOf, reportMet, updatePair } from '../learning/buddy.repository.ts'
import { learnerContext } from '../learning/own/own.door.ts'
import { asLead, learnerCalled, type TrajectoryTelling } from './trajectory.telling.ts'
import { trajectoryPairs } from './trajectory.words.ts'

/** Five pairs across organisations, chosen by the lead and made as the app makes them: with times for three talks. */
export async function makePairs(told: TrajectoryTelling): Promise<void> {
  const { trx, deps, place, trajectory, session, clock } = told
  await asLead(told)
  const round = deps.world.newId<BuddyRoundId>()
  const today = localDay(clock.at, place.timeZone)
  const base = { workspace_id: place.workspace, trajectory_id: trajectory }
  const talkDays = [7, 21, 35].map((days) => addCalendarDays(today, days))
  await insertRound(trx, {
    ...{ ...base, id: round, number: 1, rules: standardRules, seed: 1, talk_days: talkDays },
    ...{ outcome: { crossing: 0, isSplit: false, isProven: false } },
    ...{ made_by: session.member.id, made_at: clock.at, formed_at: null },
  })
  for (const { keys } of trajectoryPairs) {
    await insertPair(trx, {
      ...{ ...base, id: deps.world.newId<BuddyPairId>(), round_id: round, points: 3, pinned: true },
      ...{
        learner_ids: keys.map((key) => learnerCalled(told, key).id),
        overruled: [],
        reason: '',
        talks: [],
      },
      ...{ talked: null, formed_on: null, ended_on: null, end_reason: null, follows: null },
    })
  }
  const loaded = await loadBuddies(trx, trajectory)
  const made = await form(trx, { session, trajectory, deps, loaded }, proposalOf(loaded)?.version ?? 0)
  if (made.kind !== 'done') throw new Error('The pairs of the demo can be made')
}

/** Whether they exchanged in between: two say so themselves, of others the lead wrote it down. */
export async function meetBuddies(told: TrajectoryTelling): Promise<void> {
  await asLead(told)
  const pairs = await pairsOf(told.trx, told.trajectory)
  for (const { keys, talked } of trajectoryPairs) {
    const [first] = keys.map((key) => learnerCalled(told, key))
    const pair = pairs.find(({ learner_ids }) => first !== undefined && learner_ids.includes(first.id))
    if (pair === undefined || first === undefined || talked === null) continue
    await asLead(told)
    await updatePair(told.trx, pair.id, { talked })
    if (!talked || first.stopped !== undefined) continue
    const { place, trajectory, clock } = told
    await setContext(told.trx, learnerContext({ workspace: place.workspace, learner: first.id, trajectory }))
    await reportMet(told.trx, {
      ...{ workspace_id: place.workspace, trajectory_id: trajectory, pair_id: pair.id },
      ...{ learner_id: first.id, met_on: localDay(clock.at, place.timeZone), at: clock.at },
    })
  }
}
