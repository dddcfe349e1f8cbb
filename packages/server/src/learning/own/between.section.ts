import type { Trx } from '../../schema.ts'
import { loadNudges } from '../nudge.content.ts'
import * as nudges from '../nudge.repository.ts'
import { newestCard, type OwnCard } from './between.page.ts'
import type { OwnLearner, OwnSection } from './own.section.ts'

const content = loadNudges()

/** The part of a learner's first page about what comes between: her newest card. */
export const betweenSection: OwnSection = {
  key: 'between',
  show: async (trx, page) => newestCard({ page, content, cards: await cardsOf(trx, page) }),
}

/** The cards that went to her in this trajectory, newest first, as they are now. */
export async function cardsOf(trx: Trx, page: OwnLearner): Promise<OwnCard[]> {
  const sent = await nudges.sentToLearner(trx, page.learner.id)
  const rows = new Map((await nudges.nudgesOf(trx, page.trajectory.id)).map((row) => [row.id, row]))
  return sent.flatMap(({ nudge_id: id, at }) => {
    const row = rows.get(id)
    return row === undefined ? [] : [{ row, at }]
  })
}
