import { whyTogether } from '@weerklank/core/learning/buddy.words'
import { pairWhy } from '@weerklank/core/learning/pairing.why'
import type { LearnerId } from '@weerklank/core/shared/ids'
import type { Day } from '@weerklank/core/shared/time'
import { type Context, setContext } from '../../db/context.ts'
import type { Trx } from '../../schema.ts'
import { buddyPool, type LoadedBuddies, loadBuddies, takesPart } from '../buddy.load.ts'
import type { PairRow, TieRow, WishRow } from '../buddy.repository.ts'
import type { OwnLearner } from './own.section.ts'

export type OwnBuddy = { id: LearnerId; name: string; work: string; takesPart: boolean }

/** A learner and her buddies: what she may know of them, and nothing of anybody else. */
export type OwnBuddies = {
  wish: WishRow | undefined
  /** With whom she asked not to be. */
  avoids: readonly { tie: TieRow; name: string }[]
  /** Her pair now; null without. */
  pair: { row: PairRow; buddies: readonly OwnBuddy[]; why: readonly string[] } | null
  /** Days on which one of them said that they talked; `own` those that she reported. */
  met: readonly { day: Day; own: boolean }[]
  /** Pairs that ended, the newest first. */
  before: readonly { row: PairRow; buddies: readonly OwnBuddy[] }[]
}

/**
 * Does something with what a lead reaches, for a learner who does not: names of her buddies, or of whom she does not want to be
 * with. The program reads it; only what belongs to her leaves.
 */
export async function asProgram<Result>(
  trx: Trx,
  page: OwnLearner,
  act: () => Promise<Result>,
): Promise<Result> {
  const program: Context = {
    ...{ workspace: page.workspace.id, actor: 'system', relations: [], leads: [page.trajectory.id] },
  }
  await setContext(trx, program)
  const result = await act()
  await setContext(trx, page.context)
  return result
}

export async function readOwnBuddies(trx: Trx, page: OwnLearner): Promise<OwnBuddies> {
  const own = page.learner.id
  const loaded = await asProgram(trx, page, () => loadBuddies(trx, page.trajectory.id))
  const mine = loaded.pairs.filter((pair) => pair.formed_on !== null && pair.learner_ids.includes(own))
  const row = mine.find((pair) => pair.ended_on === null)
  return {
    wish: loaded.wishes.get(own),
    avoids: loaded.ties
      .filter((tie) => tie.asked_by === own)
      .map((tie) => ({ tie, name: nameOf(loaded, tie.other_id) })),
    pair:
      row === undefined ? null : { row, buddies: buddiesIn(loaded, row, own), why: whyOf(loaded, page, row) },
    met: metOf(loaded, row, own),
    before: mine
      .filter((pair) => pair.ended_on !== null)
      .map((pair) => ({ row: pair, buddies: buddiesIn(loaded, pair, own) }))
      .reverse(),
  }
}

const nameOf = (loaded: LoadedBuddies, id: LearnerId) =>
  loaded.people.find((one) => one.id === id)?.name ?? ''

function buddiesIn(loaded: LoadedBuddies, pair: PairRow, own: LearnerId): OwnBuddy[] {
  return loaded.people
    .filter(({ id }) => id !== own && pair.learner_ids.includes(id))
    .map((one) => ({
      ...{ id: one.id, name: one.name, takesPart: takesPart(one) },
      work: [one.function, one.organisation].filter((text) => text !== '').join(', '),
    }))
}

function whyOf(loaded: LoadedBuddies, page: OwnLearner, pair: PairRow): string[] {
  const number = loaded.rounds.find(({ id }) => id === pair.round_id)?.number ?? 0
  const pool = buddyPool(loaded, { among: 'all', before: number })
  const members = pair.learner_ids.filter((id) => pool.placeOf.has(id))
  if (members.length < 2) return []
  return whyTogether(pairWhy(pool, members), {
    ...{ members: members.length, language: page.listener.language },
  })
}

function metOf(
  loaded: LoadedBuddies,
  pair: PairRow | undefined,
  own: LearnerId,
): { day: Day; own: boolean }[] {
  const reported = loaded.meetings.filter(({ pair_id }) => pair_id === pair?.id)
  const days = [...new Set(reported.map(({ met_on }) => met_on))]
  return days.map((day) => ({
    day,
    own: reported.some((one) => one.met_on === day && one.learner_id === own),
  }))
}
