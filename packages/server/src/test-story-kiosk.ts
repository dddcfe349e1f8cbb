/** A kiosk of the workspace, and a code for a question of each client. */
import type { InvitationId, KioskId, MemberId, ParticipantId, RelationId } from '@weerklank/core/shared/ids'
import { addMilliseconds } from '@weerklank/core/shared/time'
import { asMaintenance } from './access/accounts.ts'
import { hashOfCode, newToken } from './http/link-token.ts'
import type { Running } from './test-running.ts'

type Of = {
  relation: RelationId
  by: MemberId
  asked: readonly { client: ParticipantId; invitation: InvitationId }[]
}

export async function buildKiosk(app: Running, of: Of): Promise<void> {
  const { workspace } = app
  const at = app.clock.now()
  await asMaintenance(app.owner, async (trx) => {
    await trx
      .insertInto('kiosk')
      .values({
        ...{ workspace_id: workspace, id: app.world.newId<KioskId>(), name: 'De hal' },
        ...{ setup_hash: newToken(workspace).hash, token_hash: newToken(workspace).hash },
        ...{ created_by: of.by, created_at: at, set_up_at: at, revoked_at: null, last_used_on: null },
      })
      .execute()
    for (const { client, invitation } of of.asked) {
      await trx
        .insertInto('kiosk_code')
        .values({
          ...{ workspace_id: workspace, token_hash: hashOfCode(workspace, app.world.newId<string>()) },
          ...{ invitation_id: invitation, relation_id: of.relation, participant_id: client },
          ...{ made_by: of.by, expires_at: addMilliseconds(at, 900_000) },
        })
        .execute()
    }
  })
}
