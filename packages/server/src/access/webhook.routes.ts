import { randomBytes } from 'node:crypto'
import { isWebhookUrl } from '@weerklank/core/access/webhook'
import {
  type Webhook,
  type WebhookDeliveries,
  type Webhooks,
  webhookEndpoints,
} from '@weerklank/core/access/webhooks.contract'
import { AppError } from '@weerklank/core/shared/errors'
import type { WebhookId } from '@weerklank/core/shared/ids'
import type { Selectable } from 'kysely'
import { recordOwn } from '../audit/audit.ts'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'
import { type MemberApi, type MemberSession, serveSelf } from './access.ts'
import type { Seal } from './seal.ts'
import type { WebhookTargets } from './webhook.address.ts'
import { planSend } from './webhook.deliver.ts'
import type { WebhookDeliveryTable, WebhookTable } from './webhook.table.ts'

export type WebhookDeps = {
  world: World
  /** Closes the secrets with which messages are signed. */
  seal: Seal
  targets: WebhookTargets
}

/** So many messages the log shows. */
const shown = 50

/** Where programs of a member are told that something happened in her collaborations. */
export function serveWebhooks(to: MemberApi, deps: WebhookDeps): void {
  serveSelf(to, webhookEndpoints.webhooks, async (session, _input, trx) => {
    await recordOwn(trx, deps.world, { session, action: 'webhooks.read' })
    return webhooksFor(trx, session, deps)
  })
  serveSelf(to, webhookEndpoints.makeWebhook, async (session, { body }, trx) => {
    const made = await make(trx, session, { deps, body })
    return { ...made, webhooks: await webhooksFor(trx, session, deps) }
  })
  serveSelf(to, webhookEndpoints.switchWebhook, async (session, { params, body }, trx) => {
    await switchOn(trx, session, { deps, id: params.webhook, on: body.on })
    return webhooksFor(trx, session, deps)
  })
  serveSelf(to, webhookEndpoints.removeWebhook, async (session, { params }, trx) => {
    await findOne(trx, params.webhook)
    await trx.deleteFrom('webhook').where('id', '=', params.webhook).execute()
    await note(trx, session, { deps, id: params.webhook, action: 'webhook.removed' })
    return webhooksFor(trx, session, deps)
  })
  serveDeliveries(to, deps)
}

function serveDeliveries(to: MemberApi, deps: WebhookDeps): void {
  serveSelf(to, webhookEndpoints.deliveries, async (session, { params }, trx) => {
    await findOwn(trx, session, params.webhook)
    await recordOwn(trx, deps.world, { session, action: 'webhooks.read' })
    return deliveriesOf(trx, params.webhook)
  })
  serveSelf(to, webhookEndpoints.sendAgain, async (session, { params }, trx) => {
    await findOwn(trx, session, params.webhook)
    const { workspace } = session
    const known = await trx
      .updateTable('webhook_delivery')
      .set({ given_up_at: null })
      .where('id', '=', params.delivery)
      .where('webhook_id', '=', params.webhook)
      .returning('id')
      .executeTakeFirst()
    if (known === undefined) throw new AppError('not-found')
    await planSend(trx, deps.world, { workspace: workspace.id, delivery: params.delivery, again: true })
    await note(trx, session, { deps, id: params.webhook, action: 'webhook.sent-again' })
    return deliveriesOf(trx, params.webhook)
  })
}

type Deed = {
  deps: WebhookDeps
  id: WebhookId
  action: 'webhook.made' | 'webhook.changed' | 'webhook.removed' | 'webhook.sent-again'
}

function note(trx: Trx, session: MemberSession, { deps, id, action }: Deed): Promise<void> {
  return recordOwn(trx, deps.world, { session, action, subject: { kind: 'webhook', id } })
}

async function make(
  trx: Trx,
  session: MemberSession,
  { deps, body }: { deps: WebhookDeps; body: { url: string; events: Webhook['events'] } },
): Promise<{ id: WebhookId; secret: string }> {
  if (session.member.roles.includes('guest')) throw new AppError('not-allowed')
  if (!isWebhookUrl(body.url, deps.targets) || !URL.canParse(body.url)) {
    throw new AppError('invalid-input', { fields: { url: 'not an address that messages may be sent to' } })
  }
  await enforceFew(trx, session)
  const secret = `whs_${randomBytes(32).toString('base64url')}`
  const id = deps.world.newId<WebhookId>()
  await trx
    .insertInto('webhook')
    .values({
      ...{ workspace_id: session.workspace.id, id, member_id: session.member.id },
      ...{ url: body.url, secret: deps.seal.seal(secret), events: body.events },
      ...{ created_at: deps.world.now(), failing_since: null, stopped_at: null, stopped_why: null },
    })
    .execute()
  await note(trx, session, { deps, id, action: 'webhook.made' })
  return { id, secret }
}

const webhooksAtMost = 10

/** Every answer is told to each of them in turn. */
async function enforceFew(trx: Trx, { member }: MemberSession): Promise<void> {
  const { many } = await trx
    .selectFrom('webhook')
    .select((of) => of.fn.countAll<string>().as('many'))
    .where('member_id', '=', member.id)
    .executeTakeFirstOrThrow()
  if (Number(many) >= webhooksAtMost) {
    throw new AppError('invalid-input', { fields: { url: `at most ${webhooksAtMost} addresses` } })
  }
}

/** Row-level security leaves her own, and for an administrator those of all. */
async function findOne(trx: Trx, id: WebhookId): Promise<Selectable<WebhookTable>> {
  const row = await trx.selectFrom('webhook').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new AppError('not-found')
  return row
}

/** The log tells in which collaborations something happened: that is for whoever takes part in them. */
async function findOwn(trx: Trx, session: MemberSession, id: WebhookId): Promise<void> {
  const row = await findOne(trx, id)
  if (row.member_id !== session.member.id) throw new AppError('not-found')
}

async function switchOn(
  trx: Trx,
  session: MemberSession,
  { deps, id, on }: { deps: WebhookDeps; id: WebhookId; on: boolean },
): Promise<void> {
  const row = await findOne(trx, id)
  // The answer shows the addresses either way.
  if ((row.stopped_at === null) === on)
    return recordOwn(trx, deps.world, { session, action: 'webhooks.read' })
  const stopped = on
    ? { stopped_at: null, stopped_why: null, failing_since: null }
    : { stopped_at: deps.world.now(), stopped_why: 'by-hand' as const }
  await trx.updateTable('webhook').set(stopped).where('id', '=', id).execute()
  await note(trx, session, { deps, id, action: 'webhook.changed' })
}

async function webhooksFor(trx: Trx, { member }: MemberSession, deps: WebhookDeps): Promise<Webhooks> {
  const rows = await trx
    .selectFrom('webhook')
    .innerJoin('member', (join) =>
      join
        .onRef('member.workspace_id', '=', 'webhook.workspace_id')
        .onRef('member.id', '=', 'webhook.member_id'),
    )
    .selectAll('webhook')
    .select('member.name as by')
    .orderBy('webhook.created_at', 'desc')
    .orderBy('webhook.id', 'desc')
    .execute()
  const own = rows.filter((row) => row.member_id === member.id)
  const others = rows.filter((row) => row.member_id !== member.id)
  return {
    mayMake: !member.roles.includes('guest'),
    thisMachine: deps.targets.thisMachine,
    own: own.map(present),
    others: member.roles.includes('administrator')
      ? others.map((row) => ({ ...present(row), by: row.by }))
      : null,
  }
}

function present(row: Selectable<WebhookTable>): Webhook {
  const stopped = row.stopped_why === 'failing' ? 'failing' : 'stopped'
  return {
    ...{ id: row.id, url: row.url, events: row.events, createdAt: row.created_at },
    state: row.stopped_at === null ? 'on' : stopped,
    failingSince: row.failing_since,
  }
}

async function deliveriesOf(trx: Trx, webhook: WebhookId): Promise<WebhookDeliveries> {
  const rows = await trx
    .selectFrom('webhook_delivery')
    .selectAll()
    .where('webhook_id', '=', webhook)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(shown)
    .execute()
  return { deliveries: rows.map(presentDelivery) }
}

function presentDelivery(row: Selectable<WebhookDeliveryTable>): WebhookDeliveries['deliveries'][number] {
  const settled = row.delivered_at === null ? 'given-up' : 'delivered'
  const isWaiting = row.delivered_at === null && row.given_up_at === null
  return {
    ...{ id: row.id, event: row.event, at: row.at, relation: row.relation_id },
    state: isWaiting ? 'waiting' : settled,
    tries: row.tries.map(({ at, status, problem, ms }) => ({ at, status, problem, ms })),
  }
}
