/** Programs around the people of a story: a token of a colleague, and one that is told what happens. */
import type {
  ApiTokenId,
  MemberId,
  RelationId,
  WebhookDeliveryId,
  WebhookId,
} from '@weerklank/core/shared/ids'
import { addDays } from '@weerklank/core/shared/time'
import { asMaintenance } from './access/accounts.ts'
import { newSecret } from './access/api-token.ts'
import type { Running } from './test-running.ts'

/** A token of the colleague, and a message about her collaboration that did not arrive yet. */
export async function buildPrograms(
  app: Running,
  of: { relation: RelationId; by: MemberId },
): Promise<WebhookId> {
  const at = app.clock.now()
  const row = { workspace_id: app.workspace, member_id: of.by }
  const webhook = app.world.newId<WebhookId>()
  const { hash } = newSecret(app.workspace)
  await asMaintenance(app.owner, async (trx) => {
    const token = {
      id: app.world.newId<ApiTokenId>(),
      name: 'Koppeling',
      token_hash: hash,
      scopes: ['relations:read' as const],
    }
    const times = { created_at: at, expires_at: addDays(at, 30), revoked_at: null, last_used_on: null }
    await trx
      .insertInto('api_token')
      .values({ ...row, ...token, ...times })
      .execute()
    const told = {
      url: 'https://epd.example/weerklank',
      secret: 'sealed',
      events: ['response.received' as const],
    }
    const running = { created_at: at, failing_since: null, stopped_at: null, stopped_why: null }
    await trx
      .insertInto('webhook')
      .values({ ...row, id: webhook, ...told, ...running })
      .execute()
    const about = { relation_id: of.relation, about_id: app.world.newId<string>(), rule: null }
    const message = {
      id: app.world.newId<WebhookDeliveryId>(),
      webhook_id: webhook,
      event: 'response.received' as const,
    }
    await trx
      .insertInto('webhook_delivery')
      .values({ ...row, ...message, ...about, at, delivered_at: null, given_up_at: null })
      .execute()
  })
  return webhook
}
