/** Buddies in the trajectory of a story: a pair of which one left, a proposal, what they wish, and who is not to be together. */
import { standardRules } from '@weerklank/core/learning/pairing.rules'
import type { BuddyPairId, BuddyRoundId, BuddyTieId, LearnerId, MemberId } from '@weerklank/core/shared/ids'
import { localDay } from '@weerklank/core/shared/time'
import { asMaintenance } from './access/accounts.ts'
import { insertPair, insertRound, insertTie, keepWish, reportMet } from './learning/buddy.repository.ts'
import type { Trx } from './schema.ts'
import type { Running } from './test-running.ts'
import type { BuiltLearning } from './test-story-learning.ts'

type Of = { learning: BuiltLearning; by: MemberId }
export type BuiltBuddies = { formed: BuddyPairId; proposed: BuddyPairId; tie: BuddyTieId }

export async function buildBuddies(app: Running, { learning, by }: Of): Promise<BuiltBuddies> {
  const [lina, samira] = learning.learners
  if (lina === undefined || samira === undefined)
    throw new Error('A trajectory of the story has two learners')
  const ids = {
    formed: app.world.newId<BuddyPairId>(),
    proposed: app.world.newId<BuddyPairId>(),
    tie: app.world.newId<BuddyTieId>(),
  }
  const at = app.clock.now()
  const day = localDay(at, 'Europe/Amsterdam')
  const within = { workspace_id: app.workspace, trajectory_id: learning.trajectory }
  await asMaintenance(app.owner, async (trx) => {
    const [first, second] = [
      await round(trx, app, { within, by, isFormed: true }),
      await round(trx, app, { within, by, isFormed: false }),
    ]
    const pair = {
      ...{ ...within, points: 3, pinned: false, overruled: [], reason: '', talks: [at], talked: null },
      ...{ ended_on: null, end_reason: null, follows: null },
    }
    // Her buddy was deleted since: a number of nobody.
    const nobody = app.world.newId<LearnerId>()
    const was = { ...pair, id: ids.formed, round_id: first, learner_ids: [lina.id, nobody], formed_on: day }
    await insertPair(trx, was)
    const proposed = [lina.id, samira.id]
    await insertPair(trx, {
      ...pair,
      id: ids.proposed,
      round_id: second,
      learner_ids: proposed,
      formed_on: null,
    })
    await reportMet(trx, { ...within, pair_id: ids.formed, learner_id: lina.id, met_on: day, at })
    for (const { id: learner_id } of learning.learners) {
      await keepWish(trx, {
        ...{ ...within, learner_id, wants: true, languages: ['nl'], half_days: ['tu-morning'] },
        ...{ ways: ['online'], region: 'Ede', themes: ['listening'], changed_at: at },
      })
    }
    const tie = { ...within, id: ids.tie, kind: 'conflict' as const, at, asked_by: null }
    await insertTie(trx, { ...tie, learner_id: lina.id, other_id: samira.id })
    const asked = { id: app.world.newId<BuddyTieId>(), kind: 'avoid' as const, asked_by: lina.id }
    await insertTie(trx, { ...within, ...asked, at, learner_id: lina.id, other_id: samira.id })
  })
  return ids
}

type Round = {
  within: Pick<Parameters<typeof insertRound>[1], 'workspace_id' | 'trajectory_id'>
  by: MemberId
  isFormed: boolean
}

/** Of which the proposal does not look at who is not to be together: it can be formed as it lies. */
async function round(trx: Trx, app: Running, { within, by, isFormed }: Round): Promise<BuddyRoundId> {
  const id = app.world.newId<BuddyRoundId>()
  const at = app.clock.now()
  const hard = standardRules.hard.filter((rule) => rule !== 'conflict' && rule !== 'avoid')
  await insertRound(trx, {
    ...{ ...within, id, number: isFormed ? 1 : 2, seed: 1, rules: { ...standardRules, hard } },
    ...{ talk_days: [localDay(at, 'Europe/Amsterdam')], made_by: by, made_at: at },
    ...{ outcome: { crossing: 1, isSplit: false, isProven: true }, formed_at: isFormed ? at : null },
  })
  return id
}
