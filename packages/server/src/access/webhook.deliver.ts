import { isGivenUp, nextTryAt, type WebhookTry } from '@weerklank/core/access/webhook'
import type {
  MemberId,
  RelationId,
  WebhookDeliveryId,
  WebhookId,
  WorkspaceId,
} from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import { sql } from 'kysely'
import { record } from '../audit/audit.ts'
import { inContext, setContext } from '../db/context.ts'
import type { World } from '../deps.ts'
import { enqueue, type JobHandler } from '../jobs/jobs.ts'
import { enqueueMail } from '../mail/outbox.ts'
import type { Db, Trx } from '../schema.ts'
import type { Seal } from './seal.ts'
import type { WebhookTargets } from './webhook.address.ts'
import { stoppedMail } from './webhook.mail.ts'
import { type Message, sendMessage } from './webhook.send.ts'

/** The work of sending one message. */
export const webhookSendKind = 'webhook-send'

/** For what secrets of webhooks are sealed. */
export const webhookSecrets = 'webhooks'

export type DeliverDeps = {
  db: Db
  world: World
  /** Opens the secrets of webhooks. */
  seal: Seal
  targets: WebhookTargets
  /** The address of this installation, for the mail that says that messages stopped. */
  publicUrl: string
}

type Which = { workspace: WorkspaceId; delivery: WebhookDeliveryId }

/** Plans the sending of a message; `again` says that someone asked for it, and sends it also where it arrived before. */
export async function planSend(trx: Trx, world: World, of: Which & { again?: true }): Promise<void> {
  const { workspace, delivery, again } = of
  const now = world.now()
  const payload = { workspace, delivery, ...(again && { again: 'yes' }) }
  // Asked again while one waits is asked once: jobs go one after the other, for everybody.
  const key = again ? `${delivery} again` : delivery
  await enqueue(trx, world, { kind: webhookSendKind, key, payload, runAt: now })
}

/** Sends one message, writes down how it went, and says when to try again. */
export function webhookSend(deps: DeliverDeps): JobHandler {
  return async ({ payload }) => {
    const of = {
      workspace: payload.workspace as WorkspaceId,
      delivery: payload.delivery as WebhookDeliveryId,
    }
    const context = { workspace: of.workspace, actor: 'system', relations: [] } as const
    const found = await inContext(deps.db, context, (trx) => toSend(trx, deps, of))
    if (found === null || (found.isDone && payload.again === undefined)) return null
    // Outside a transaction: nothing waits for a machine elsewhere.
    const tried = await sendMessage(found.message, { targets: deps.targets, now: deps.world.now() })
    return inContext(deps.db, context, (trx) => settle(trx, deps, { ...of, ...found, tried }))
  }
}

type Found = { message: Message; webhook: WebhookId; isDone: boolean }

/** The message as it goes out; null when nobody is to be told any more. */
async function toSend(trx: Trx, deps: DeliverDeps, of: Which): Promise<Found | null> {
  const { rows } = await sql<Row>`
    select d.id, d.webhook_id as webhook, d.event, d.relation_id as relation, d.member_id as member, d.about_id as about, d.rule, d.at,
      d.delivered_at is not null or d.given_up_at is not null as "isDone", w.url, w.secret,
      w.stopped_at is null and m.ended_at is null as listens
    from webhook_delivery d
    join webhook w on w.workspace_id = d.workspace_id and w.id = d.webhook_id
    join member m on m.workspace_id = w.workspace_id and m.id = w.member_id
    where d.id = ${of.delivery}`.execute(trx)
  const [row] = rows
  if (row === undefined) return null
  const secret = deps.seal.open(row.secret)
  if (secret === null) {
    // The server has another secret than when it was made: nobody could know the message by its signature.
    await stop(trx, deps, { ...of, webhook: row.webhook })
    return null
  }
  if (!row.listens || !(await takesPart(trx, of.workspace, row))) {
    await giveUp(trx, of, deps.world.now())
    return null
  }
  const body = JSON.stringify(bodyOf(row, of.workspace))
  const message = { url: row.url, body, secret, id: row.id, event: row.event }
  return { message, webhook: row.webhook, isDone: row.isDone }
}

type Row = {
  id: string
  webhook: WebhookId
  event: string
  relation: RelationId
  member: MemberId
  about: string
  rule: string | null
  at: Instant
  isDone: boolean
  listens: boolean
  url: string
  secret: string
}

async function giveUp(trx: Trx, { delivery }: Which, at: Instant): Promise<void> {
  await trx
    .updateTable('webhook_delivery')
    .set({ given_up_at: at })
    .where('id', '=', delivery)
    .where('delivered_at', 'is', null)
    .execute()
}

/** Asked anew at each try: who left the collaboration hears no more of it. */
async function takesPart(
  trx: Trx,
  workspace: WorkspaceId,
  { relation, member }: Pick<Row, 'relation' | 'member'>,
): Promise<boolean> {
  await setContext(trx, { workspace, actor: 'system', relations: [relation] })
  const row = await trx
    .selectFrom('relation')
    .select('member_ids')
    .where('id', '=', relation)
    .executeTakeFirst()
  return row?.member_ids.includes(member) ?? false
}

/** Identifiers only: whoever may read what they name asks for it with a token. */
function bodyOf({ id, event, at, relation, about, rule }: Row, workspace: WorkspaceId): object {
  const what = event === 'signal.opened' ? { signal: about, rule } : { response: about }
  return { id, event, at, workspace, relation, ...what }
}

/** Writes down one try; gives the moment of the next, or null when it arrived or was given up. */
async function settle(
  trx: Trx,
  deps: DeliverDeps,
  of: Which & Found & { tried: WebhookTry },
): Promise<Instant | null> {
  const { tried } = of
  const arrived = tried.problem === null
  const row = await trx
    .updateTable('webhook_delivery')
    .set({ tries: sql<string>`tries || ${JSON.stringify([tried])}::jsonb` })
    .where('id', '=', of.delivery)
    .returning('tries')
    .executeTakeFirst()
  if (row === undefined) return null
  const failing = await noteFailing(trx, of.webhook, arrived ? null : tried.at)
  if (!arrived && isGivenUp(failing, tried.at)) await stop(trx, deps, of)
  const next = arrived || isGivenUp(failing, tried.at) ? null : nextTryAt(row.tries.length, tried.at)
  if (next !== null) return next
  await trx
    .updateTable('webhook_delivery')
    .set(arrived ? { delivered_at: tried.at, given_up_at: null } : { given_up_at: tried.at })
    .where('id', '=', of.delivery)
    .execute()
  return null
}

/** Since when nothing arrives; null once something did. */
async function noteFailing(trx: Trx, webhook: WebhookId, at: Instant | null): Promise<Instant | null> {
  const since = at === null ? null : sql<Instant>`coalesce(failing_since, ${at}::timestamptz)`
  const row = await trx
    .updateTable('webhook')
    .set({ failing_since: since })
    .where('id', '=', webhook)
    .returning('failing_since')
    .executeTakeFirst()
  return row?.failing_since ?? null
}

/** Sends nothing there any more, and says so to whoever administers the workspace. Once, however many messages wait. */
async function stop(
  trx: Trx,
  deps: DeliverDeps,
  of: { workspace: WorkspaceId; webhook: WebhookId },
): Promise<void> {
  const { world, publicUrl } = deps
  const stopped = await trx
    .updateTable('webhook')
    .set({ stopped_at: world.now(), stopped_why: 'failing' })
    .where('id', '=', of.webhook)
    .where('stopped_at', 'is', null)
    .returning('url')
    .executeTakeFirst()
  if (stopped === undefined) return
  const subject = { kind: 'webhook', id: of.webhook }
  const { workspace } = of
  await record(trx, world, { workspace, actor: 'system', action: 'webhook.stopped', subject, relation: null })
  for (const to of await administrators(trx)) {
    const mail = stoppedMail({ to, host: new URL(stopped.url).host, publicUrl })
    await enqueueMail(trx, world, { workspace, kind: 'webhook-stopped', mail })
  }
}

function administrators(trx: Trx) {
  return trx
    .selectFrom('member')
    .innerJoin('auth.user', 'auth.user.id', 'member.user_id')
    .select(['auth.user.email as address', 'member.name'])
    .where('ended_at', 'is', null)
    .where(sql<boolean>`roles @> array['administrator']`)
    .execute()
}
