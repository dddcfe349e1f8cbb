import type { LearnerId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import type { Insertable, Selectable } from 'kysely'
import type { Trx } from '../../schema.ts'
import type { LearnerLinkTable } from '../learning.table.ts'
import type { OwnLearner } from './own.section.ts'

export type LearnerLinkRow = Selectable<LearnerLinkTable>

export async function findLink(trx: Trx, hash: string): Promise<LearnerLinkRow | undefined> {
  return trx.selectFrom('learner_link').selectAll().where('token_hash', '=', hash).executeTakeFirst()
}

/** A learner with her trajectory and name, as far as they are in reach. */
export async function findLearner(trx: Trx, id: LearnerId) {
  const learner = await trx.selectFrom('learner').selectAll().where('id', '=', id).executeTakeFirst()
  if (learner === undefined) return undefined
  const trajectory = await trx
    .selectFrom('trajectory')
    .selectAll()
    .where('id', '=', learner.trajectory_id)
    .executeTakeFirst()
  const called = await trx
    .selectFrom('learner_name')
    .select(['name', 'email'])
    .where('learner_id', '=', id)
    .executeTakeFirst()
  if (trajectory === undefined || called === undefined) return undefined
  return { learner, trajectory, name: called.name, email: called.email }
}

export async function insertLink(trx: Trx, row: Insertable<LearnerLinkTable>): Promise<void> {
  await trx.insertInto('learner_link').values(row).execute()
}

/** Ends the links of a learner that still open her pages. */
export async function revokeLinks(trx: Trx, learner: LearnerId, at: Instant): Promise<void> {
  await trx
    .updateTable('learner_link')
    .set({ revoked_at: at })
    .where('learner_id', '=', learner)
    .where('revoked_at', 'is', null)
    .execute()
}

/** Whoever comes to her own pages for the first time takes part from then on. */
export async function comeIn(trx: Trx, { learner, now }: OwnLearner): Promise<void> {
  if (learner.seen_at !== null) return
  await trx
    .updateTable('learner')
    .set({ seen_at: now, ...(learner.status === 'invited' && { status: 'active' as const }) })
    .where('id', '=', learner.id)
    .where('seen_at', 'is', null)
    .execute()
}
