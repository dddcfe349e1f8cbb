/** A plan by which each client is asked, and what went out by it. */
import type { InvitationId, MemberId, ParticipantId, RelationId } from '@weerklank/core/shared/ids'
import { asMaintenance } from './access/accounts.ts'
import type { Running } from './test-running.ts'

type Of = {
  relation: RelationId
  by: MemberId
  asked: readonly { client: ParticipantId; invitation: InvitationId }[]
}

export async function buildPlans(app: Running, of: Of): Promise<void> {
  const at = app.clock.now()
  await asMaintenance(app.owner, async (trx) => {
    for (const { client, invitation } of of.asked) {
      const place = { workspace_id: app.workspace, relation_id: of.relation, participant_id: client }
      await trx
        .insertInto('check_plan')
        .values({
          ...{ ...place, rhythm: 'weeks', every_weeks: 3, weekends: false },
          ...{ email: `${client}@post.example`, email_agreed_at: at, since: at, set_by: of.by },
          ...{ paused_until: null, stopped_at: null },
        })
        .execute()
      await trx
        .insertInto('check_notice')
        .values({ ...place, invitation_id: invitation, asked_id: invitation, number: 0, by_mail: true, at })
        .execute()
    }
  })
}
