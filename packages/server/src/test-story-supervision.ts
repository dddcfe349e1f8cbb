/** A collaboration that is shared for supervision: with whom, and the question. */
import type { MemberId, OwnChallengeId, RelationId, SupervisionId } from '@weerklank/core/shared/ids'
import { addDays } from '@weerklank/core/shared/time'
import { asMaintenance } from './access/accounts.ts'
import { buildProfessional } from './test-factories.ts'
import type { Person } from './test-member.ts'
import type { Running } from './test-running.ts'

/** Something that a colleague recognised in herself. */
export async function buildChallenge(
  app: Running,
  of: { relation: RelationId; by: MemberId },
): Promise<{ challenge: OwnChallengeId }> {
  const challenge = app.world.newId<OwnChallengeId>()
  const at = app.clock.now()
  await asMaintenance(app.owner, (trx) =>
    trx
      .insertInto('own_challenge')
      .values({
        ...{ workspace_id: app.workspace, id: challenge, relation_id: of.relation, author_id: of.by },
        ...{ challenge: 'unsure', at, changed_at: at, outcome: null, closed_at: null },
      })
      .execute(),
  )
  return { challenge }
}

export async function buildSupervision(
  app: Running,
  of: { relation: RelationId; by: MemberId },
): Promise<{ supervision: SupervisionId; supervisor: Person }> {
  const supervisor = await buildProfessional(app, { name: 'Fien', role: 'coach' })
  const supervision = app.world.newId<SupervisionId>()
  const at = app.clock.now()
  await asMaintenance(app.owner, (trx) =>
    trx
      .insertInto('supervision_share')
      .values({
        ...{ workspace_id: app.workspace, id: supervision, relation_id: of.relation },
        ...{ sharer_id: of.by, supervisor_id: supervisor.member, question: 'Hoe begin ik hierover?' },
        ...{ shared_at: at, ends_at: addDays(at, 14), ended_at: null, ended_by: null },
      })
      .execute(),
  )
  return { supervision, supervisor }
}
