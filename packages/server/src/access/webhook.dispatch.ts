import type { WebhookEvent } from '@weerklank/core/access/webhook'
import { deliveryDays } from '@weerklank/core/access/webhook'
import type { RelationId, WebhookDeliveryId, WorkspaceId } from '@weerklank/core/shared/ids'
import { addDays, type Instant } from '@weerklank/core/shared/time'
import { inContext } from '../db/context.ts'
import { anyOf } from '../db/dialect.ts'
import type { World } from '../deps.ts'
import type { Job, JobHandler } from '../jobs/jobs.ts'
import type { Db, Trx } from '../schema.ts'
import { planSend } from './webhook.deliver.ts'

type Deps = { db: Db; world: World }
type Happened = { event: WebhookEvent; about: string; rule: string | null; at: Instant }

/** Makes one message per program of a member who takes part, and plans its sending. */
export function webhookEvents({ db, world }: Deps): JobHandler {
  return async ({ payload }) => {
    const workspace = payload.workspace as WorkspaceId
    const relation = payload.relation as RelationId
    await inContext(db, { workspace, actor: 'system', relations: [relation] }, async (trx) => {
      const webhooks = await listeners(trx, relation)
      if (webhooks.length === 0) return
      const happened = await whatHappened(trx, relation, payload)
      for (const webhook of webhooks) {
        await forgetOld(trx, webhook.id, world.now())
        for (const one of happened.filter(({ event }) => webhook.events.includes(event))) {
          await tell(trx, world, { workspace, relation, webhook, one })
        }
      }
    })
    return null
  }
}

/** Programs of members who take part now and still work here. */
async function listeners(trx: Trx, relation: RelationId) {
  const row = await trx
    .selectFrom('relation')
    .select('member_ids')
    .where('id', '=', relation)
    .executeTakeFirst()
  if (row === undefined || row.member_ids.length === 0) return []
  return trx
    .selectFrom('webhook')
    .innerJoin('member', (join) =>
      join
        .onRef('member.workspace_id', '=', 'webhook.workspace_id')
        .onRef('member.id', '=', 'webhook.member_id'),
    )
    .select(['webhook.id', 'webhook.member_id', 'webhook.events'])
    .where('webhook.member_id', '=', anyOf(row.member_ids))
    .where('member.ended_at', 'is', null)
    .where('webhook.stopped_at', 'is', null)
    .execute()
}

/** The answer and what it opened, or one signal that opened by itself; by identifier and rule, never what was said. */
async function whatHappened(trx: Trx, relation: RelationId, payload: Job['payload']): Promise<Happened[]> {
  const { response, signal, at = '' } = payload
  const column = response === undefined ? 'id' : 'response_id'
  const signals = await trx
    .selectFrom('signal')
    .select(['id', 'rule'])
    .where('relation_id', '=', relation)
    .where(column, '=', (response ?? signal ?? '') as never)
    .orderBy('id')
    .execute()
  const opened = signals.map(({ id, rule }) => ({ event: 'signal.opened' as const, about: id, rule, at }))
  if (response === undefined) return opened
  return [{ event: 'response.received', about: response, rule: null, at }, ...opened]
}

type Told = {
  workspace: WorkspaceId
  relation: RelationId
  webhook: Awaited<ReturnType<typeof listeners>>[number]
  one: Happened
}

async function tell(trx: Trx, world: World, { workspace, relation, webhook, one }: Told): Promise<void> {
  const id = world.newId<WebhookDeliveryId>()
  const made = await trx
    .insertInto('webhook_delivery')
    .values({
      ...{ workspace_id: workspace, id, webhook_id: webhook.id, member_id: webhook.member_id },
      ...{ event: one.event, relation_id: relation, about_id: one.about, rule: one.rule, at: one.at },
      ...{ delivered_at: null, given_up_at: null },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made !== undefined) await planSend(trx, world, { workspace, delivery: id })
}

async function forgetOld(trx: Trx, webhook: Told['webhook']['id'], now: Instant): Promise<void> {
  await trx
    .deleteFrom('webhook_delivery')
    .where('webhook_id', '=', webhook)
    .where('at', '<', addDays(now, -deliveryDays))
    .execute()
}
