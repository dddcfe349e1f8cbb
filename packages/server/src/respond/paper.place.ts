import type { PaperFacts } from '@weerklank/core/feedback/paper'
import { AppError } from '@weerklank/core/shared/errors'
import type { ParticipantId, PersonId, RelationId } from '@weerklank/core/shared/ids'
import type { MemberSession } from '../access/access.ts'
import type { FeedbackDeps } from '../feedback/feedback.deps.ts'
import { enforceAsked } from '../feedback/feedback.invitations.ts'
import { planOf } from '../relation/relation.ts'
import type { Trx } from '../schema.ts'

/**
 * Whose paper it is, and between which days it can have been filled in: for a check and for a form. A colleague answers by
 * herself, and who left or does not want to be asked is asked nothing on paper either.
 */
export async function paperPlace(
  trx: Trx,
  session: MemberSession,
  of: { deps: FeedbackDeps; relation: RelationId; participant: ParticipantId },
): Promise<{ person: PersonId; facts: PaperFacts }> {
  const { deps, relation, participant } = of
  const row = await trx
    .selectFrom('participant')
    .select(['person_id', 'member_id', 'left_at'])
    .where('id', '=', participant)
    .where('relation_id', '=', relation)
    .executeTakeFirst()
  const plan = await planOf(trx, relation)
  if (row === undefined || plan === undefined) throw new AppError('not-found')
  if (row.member_id !== null || row.left_at !== null) throw new AppError('conflict')
  await enforceAsked(trx, session, { deps, participant })
  const facts = { now: deps.world.now(), began: plan.startedAt, timeZone: session.workspace.timeZone }
  return { person: row.person_id, facts }
}
