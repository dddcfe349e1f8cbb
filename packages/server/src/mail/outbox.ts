import type { MailMessageId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { MailProblem } from '@weerklank/core/shared/mail-problem'
import type { Instant } from '@weerklank/core/shared/time'
import { inContext } from '../db/context.ts'
import type { World } from '../deps.ts'
import { enqueue } from '../jobs/jobs.ts'
import type { Db, Trx } from '../schema.ts'
import type { Mail } from './mail.ts'
import { headerText } from './mailbox.ts'

/** The work of sending one mail. */
export const mailJobKind = 'mail'

/** A letter with a link to an address that was typed for it: forgotten once it is sent or given up. */
export const checkLinkKind = 'check-link'

type Outgoing = { workspace: WorkspaceId; kind: string; mail: Mail }

/**
 * Puts a mail in the outbox, in the transaction of the deed that calls for it: both are stored or neither. It is sent
 * soon after. Not for what signs somebody in: that is sent by `Mailer.send` and kept nowhere.
 */
export async function enqueueMail(trx: Trx, world: World, of: Outgoing): Promise<MailMessageId> {
  if (!trx.isTransaction) throw new Error('A mail is written in the transaction of its deed')
  const id = world.newId<MailMessageId>()
  const now = world.now()
  await trx.insertInto('mail_message').values(rowOf({ id, now }, of)).execute()
  await planSending(trx, world, { workspace: of.workspace, message: id, at: now })
  return id
}

function rowOf({ id, now }: { id: MailMessageId; now: Instant }, { workspace, kind, mail }: Outgoing) {
  return {
    workspace_id: workspace,
    id,
    kind,
    to_address: mail.to.slice(0, 254),
    to_name: headerText(mail.name ?? ''),
    subject: headerText(mail.subject),
    body_text: mail.text,
    body_html: mail.html ?? '',
    unsubscribe_url: mail.unsubscribeUrl ?? '',
    created_at: now,
    waiting_since: now,
    claimed_until: null,
    sent_at: null,
    given_up_at: null,
    last_error: null,
  }
}

/** Plans the sending; asked again it is planned again, which sends nothing twice. */
export async function planSending(
  trx: Trx,
  world: World,
  of: { workspace: WorkspaceId; message: MailMessageId; at: Instant },
): Promise<void> {
  const payload = { workspace: of.workspace, message: of.message }
  await enqueue(trx, world, { kind: mailJobKind, key: `${of.message} ${of.at}`, payload, runAt: of.at })
}

/**
 * Notes for the administrator that a mail with a sign-in link was meant and could not be sent: to whom and why, never the
 * link. One line per person: asking ten times makes no ten lines.
 */
export function noteMissed(deps: { db: Db; world: World }) {
  return async (missed: { to: string; subject: string; problem: MailProblem }): Promise<void> => {
    const workspace = await workspaceOf(deps.db, missed.to)
    if (workspace === undefined) return
    const kind = 'sign-in'
    const mail = { to: missed.to, subject: missed.subject, text: '' }
    const id = deps.world.newId<MailMessageId>()
    const now = deps.world.now()
    await inContext(deps.db, { workspace, actor: 'system', relations: [] }, async (trx) => {
      await trx
        .deleteFrom('mail_message')
        .where('kind', '=', kind)
        .where('to_address', '=', missed.to)
        .execute()
      const row = { ...rowOf({ id, now }, { workspace, kind, mail }), given_up_at: now }
      await trx
        .insertInto('mail_message')
        .values({ ...row, last_error: missed.problem, attempts: 1 })
        .execute()
    })
  }
}

async function workspaceOf(db: Db, email: string): Promise<WorkspaceId | undefined> {
  const row = await db
    .selectFrom('auth.user')
    .innerJoin('auth.membership', 'auth.membership.user_id', 'auth.user.id')
    .select('workspace_id')
    .where('auth.user.email', '=', email.toLowerCase())
    .orderBy('workspace_id')
    .executeTakeFirst()
  return row?.workspace_id
}
