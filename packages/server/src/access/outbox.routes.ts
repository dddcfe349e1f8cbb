import { type OutboxMessage, outboxEndpoints } from '@weerklank/core/access/outbox.contract'
import type { AuditAction } from '@weerklank/core/audit/audit'
import { AppError } from '@weerklank/core/shared/errors'
import type { MailMessageId } from '@weerklank/core/shared/ids'
import type { Selectable } from 'kysely'
import { recordOwn } from '../audit/audit.ts'
import type { World } from '../deps.ts'
import type { MailMessageTable } from '../mail/mail.table.ts'
import { checkLinkKind, enqueueMail, planSending } from '../mail/outbox.ts'
import type { Trx } from '../schema.ts'
import { type MemberApi, type MemberSession, serveRole } from './access.ts'
import { testMail } from './test.mail.ts'

type Deps = { world: World; publicUrl: string; canSend: boolean }
const role = 'administrator'
const shownAtMost = 200
/** Letters with a link by which whoever reads it could act as whoever it is for: their text is shown to nobody. */
const secretKinds: readonly string[] = ['sign-in', 'own-account', 'question', checkLinkKind]

/** What waits to be mailed or could not be, for whoever looks after the workspace: nothing stays unsent in silence. */
export function serveOutbox(to: MemberApi, deps: Deps): void {
  const { world, canSend } = deps
  const note = (trx: Trx, session: MemberSession, of: { action: AuditAction; id: MailMessageId }) =>
    recordOwn(trx, world, { session, action: of.action, subject: { kind: 'mail', id: of.id } })
  serveRole(to, outboxEndpoints.outbox, {
    role,
    handle: async (session, _input, trx) => {
      await recordOwn(trx, world, { session, action: 'outbox.read' })
      return { canSend, messages: (await unsent(trx)).map(present) }
    },
  })
  serveRole(to, outboxEndpoints.testMail, {
    role,
    handle: async (session, _input, trx) => {
      const id = await mailToSelf(trx, session, deps)
      await note(trx, session, { action: 'mail.tested', id })
      return { done: true } as const
    },
  })
  serveRole(to, outboxEndpoints.retryMail, {
    role,
    handle: async (session, { params }, trx) => {
      await retry(trx, world, { session, id: params.message })
      await note(trx, session, { action: 'mail.retried', id: params.message })
      return { done: true } as const
    },
  })
  serveRole(to, outboxEndpoints.removeMail, {
    role,
    handle: async (session, { params }, trx) => {
      const { numDeletedRows } = await trx
        .deleteFrom('mail_message')
        .where('id', '=', params.message)
        .executeTakeFirst()
      if (numDeletedRows === 0n) throw new AppError('not-found')
      await note(trx, session, { action: 'mail.removed', id: params.message })
      return { done: true } as const
    },
  })
}

type Row = Selectable<MailMessageTable>

function unsent(trx: Trx): Promise<Row[]> {
  return trx
    .selectFrom('mail_message')
    .selectAll()
    .where('sent_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(shownAtMost)
    .execute()
}

function present(row: Row): OutboxMessage {
  const hasFailed = row.given_up_at !== null
  return {
    id: row.id,
    kind: row.kind,
    to: { name: row.to_name, address: row.to_address },
    subject: row.subject,
    text: secretKinds.includes(row.kind) ? null : row.body_text,
    state: hasFailed ? 'failed' : 'waiting',
    createdAt: new Date(row.created_at).toISOString(),
    attempts: row.attempts,
    problem: row.last_error,
    // Of the others nothing is left to send.
    canRetry: hasFailed && row.kind !== 'sign-in' && row.kind !== checkLinkKind,
  }
}

async function retry(
  trx: Trx,
  world: World,
  of: { session: MemberSession; id: MailMessageId },
): Promise<void> {
  const { id } = of
  const row = await trx
    .selectFrom('mail_message')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw new AppError('not-found')
  if (!present(row).canRetry || row.sent_at !== null) throw new AppError('conflict')
  const now = world.now()
  await trx
    .updateTable('mail_message')
    .set({ given_up_at: null, attempts: 0, waiting_since: now })
    .where('id', '=', id)
    .execute()
  await planSending(trx, world, { workspace: of.session.workspace.id, message: id, at: now })
}

async function mailToSelf(trx: Trx, session: MemberSession, deps: Deps): Promise<MailMessageId> {
  const { email } = await trx
    .selectFrom('member')
    .innerJoin('auth.user', 'auth.user.id', 'member.user_id')
    .select('email')
    .where('member.id', '=', session.member.id)
    .executeTakeFirstOrThrow()
  const { name, language } = session.member
  const mail = testMail({ to: { name, address: email }, language, publicUrl: deps.publicUrl })
  return enqueueMail(trx, deps.world, { workspace: session.workspace.id, kind: 'test', mail })
}
