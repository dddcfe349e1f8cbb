import type { MailMessageId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { MailProblem } from '@weerklank/core/shared/mail-problem'
import { addDays, addMilliseconds, type Instant, millis } from '@weerklank/core/shared/time'
import { sql } from 'kysely'
import { inContext } from '../db/context.ts'
import type { World } from '../deps.ts'
import type { Log } from '../http/log.ts'
import type { JobHandler } from '../jobs/jobs.ts'
import type { Db, Trx } from '../schema.ts'
import { type Delivery, logMissed, type Mail, type Transport } from './mail.ts'
import { checkLinkKind } from './outbox.ts'

const minute = 60_000
/** Longer than a mail server may take; see `patience`. */
const claimMs = 10 * minute
const firstRetryMs = minute
const longestRetryMs = 6 * 60 * minute
/** With the times between them: some eighteen hours. */
const triesAtMost = 8
/** Without a mail server a mail waits for somebody to pass it on, or for a server; not for ever. */
const withoutServerMs = 60 * minute
const waitsAtMostDays = 7
/** That something was sent may be asked for a month. */
const keptDays = 30

type Deps = { db: Db; world: World; log: Log; transport: Transport | null }
type Message = { workspace: WorkspaceId; id: MailMessageId }
type Attempt = { mail: Mail; attempts: number; claimedUntil: Instant }

/**
 * Sends one mail of the outbox, at most once. It is claimed before it is sent; when a claim ends without a word, the
 * process died while sending and nobody knows whether the mail went: then a person decides, not the program.
 */
export function sendMail(deps: Deps): JobHandler {
  return async ({ payload }) => {
    const message = { workspace: payload.workspace as WorkspaceId, id: payload.message as MailMessageId }
    const inSystem = <Result>(work: (trx: Trx) => Promise<Result>) =>
      inContext(deps.db, { workspace: message.workspace, actor: 'system', relations: [] }, work)
    const taken = await inSystem((trx) => takeUp(trx, message, deps))
    if (!('mail' in taken)) return taken.next
    const delivery = (await deps.transport?.deliver(taken.mail, message.id)) ?? noServer
    return inSystem((trx) => close(trx, message, { deps, attempt: taken, delivery }))
  }
}

const noServer: Delivery = { sent: false, problem: 'no-server' }

/** The mail to send now, claimed; or when to look again, or never. */
async function takeUp(trx: Trx, message: Message, deps: Deps): Promise<Attempt | { next: Instant | null }> {
  const now = deps.world.now()
  const row = await trx
    .selectFrom('mail_message')
    .selectAll()
    .where('id', '=', message.id)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined || row.sent_at !== null || row.given_up_at !== null) return { next: null }
  if (row.claimed_until !== null && millis(row.claimed_until) > millis(now))
    return { next: row.claimed_until }
  if (row.claimed_until !== null) return giveUp(trx, message, { now, problem: 'interrupted' })
  if (millis(addDays(row.waiting_since, waitsAtMostDays)) < millis(now))
    return giveUp(trx, message, { now, problem: 'too-old' })
  if (deps.transport === null) {
    await change(trx, message, { last_error: 'no-server' })
    return { next: addMilliseconds(now, withoutServerMs) }
  }
  const attempts = row.attempts + 1
  const claimedUntil = addMilliseconds(now, claimMs)
  await change(trx, message, { attempts, claimed_until: claimedUntil })
  const html = row.body_html === '' ? {} : { html: row.body_html }
  const stop = row.unsubscribe_url === '' ? {} : { unsubscribeUrl: row.unsubscribe_url }
  const { to_address: to, to_name: name, subject, body_text: text } = row
  const mail = { to, name, subject, text, ...html, ...stop }
  return { mail, attempts, claimedUntil }
}

/** Writes down how it went. */
async function close(
  trx: Trx,
  message: Message,
  of: { deps: Deps; attempt: Attempt; delivery: Delivery },
): Promise<Instant | null> {
  const { deps, attempt, delivery } = of
  const now = deps.world.now()
  if (delivery.sent) {
    await end(trx, message, { last_error: null, given_up_at: null, sent_at: now, claimed_until: null })
    await forgetOld(trx, now)
    return null
  }
  logMissed(deps.log, delivery)
  const { problem } = delivery
  if (delivery.isFinal === true || attempt.attempts >= triesAtMost)
    return (await giveUp(trx, message, { now, problem })).next
  await change(trx, message, { last_error: problem, claimed_until: null })
  return addMilliseconds(now, Math.min(firstRetryMs * 4 ** (attempt.attempts - 1), longestRetryMs))
}

async function giveUp(
  trx: Trx,
  message: Message,
  of: { now: Instant; problem: MailProblem },
): Promise<{ next: null }> {
  await end(trx, message, { given_up_at: of.now, last_error: of.problem, claimed_until: null })
  return { next: null }
}

type Change = Partial<{
  attempts: number
  claimed_until: Instant | null
  sent_at: Instant | null
  given_up_at: Instant | null
  last_error: MailProblem | null
}>

async function change(trx: Trx, message: Message, to: Change): Promise<void> {
  await trx.updateTable('mail_message').set(to).where('id', '=', message.id).execute()
}

/** How it ended. An address that somebody typed for one letter is forgotten with it, and what stood in it too. */
async function end(trx: Trx, message: Message, to: Change): Promise<void> {
  const isTyped = sql<boolean>`kind = ${checkLinkKind}`
  const unlessTyped = (column: 'to_address' | 'body_text' | 'body_html' | 'unsubscribe_url') =>
    to.sent_at !== undefined && column !== 'to_address'
      ? ''
      : sql<string>`case when ${isTyped} then '' else ${sql.ref(column)} end`
  await trx
    .updateTable('mail_message')
    .set({
      ...to,
      to_address: unlessTyped('to_address'),
      body_text: unlessTyped('body_text'),
      body_html: unlessTyped('body_html'),
      unsubscribe_url: unlessTyped('unsubscribe_url'),
    })
    .where('id', '=', message.id)
    .execute()
}

async function forgetOld(trx: Trx, now: Instant): Promise<void> {
  await trx.deleteFrom('mail_message').where('sent_at', '<', addDays(now, -keptDays)).execute()
}
