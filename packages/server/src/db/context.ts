import type { MemberId, ParticipantId, RelationId, WorkspaceId } from '@weerklank/core/shared/ids'
import { type Kysely, sql, type Transaction } from 'kysely'

/**
 * In whose name a transaction works. Row-level security shows and takes only what belongs to it: the workspace, and the
 * relations that are listed (a page's worth, not thousands: each row is looked up in the list). A participant as actor
 * narrows to what is that respondent's own.
 */
export type Context = {
  workspace: WorkspaceId
  actor: { member: MemberId } | { participant: ParticipantId } | 'link' | 'system'
  relations: readonly RelationId[]
  /** Hash of the link by which a respondent comes in, until it is known whose link it is. */
  token?: string
  purpose?: 'audit'
}

/** Opens one transaction, sets its context, and runs the work in it: everything or nothing is stored. */
export async function inContext<Schema, Result>(
  db: Kysely<Schema>,
  context: Context,
  work: (trx: Transaction<Schema>) => Promise<Result>,
): Promise<Result> {
  return db.transaction().execute(async (trx) => {
    await setContext(trx, context)
    return work(trx)
  })
}

/** Replaces the context of a running transaction, e.g. when a link turned out to belong to one relation. */
export async function setContext<Schema>(trx: Transaction<Schema>, context: Context): Promise<void> {
  // A literal, because set_config() does not reach the shards of a distributed database (architecture.md).
  await sql.raw(`set local app.ctx = '${contextLiteral(context)}'`).execute(trx)
}

/** Who acts, as it stands in the context and in the audit: `<member id>`, `participant:<id>`, `link` or `system`. */
export function actorText(actor: Context['actor']): string {
  if (typeof actor === 'string') return actor
  return 'member' in actor ? actor.member : `participant:${actor.participant}`
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const hash = /^[0-9a-f]{64}$/

/**
 * The context as the text of an SQL literal. Only values of known shape come in, so no quote or backslash can: a value
 * of another shape throws.
 */
export function contextLiteral(context: Context): string {
  const { workspace, actor, relations, token, purpose } = context
  const participant = typeof actor === 'object' && 'participant' in actor ? actor.participant : undefined
  const member = typeof actor === 'object' && 'member' in actor ? actor.member : undefined
  for (const id of [workspace, ...relations, participant, member]) {
    if (id !== undefined && !uuid.test(id))
      throw new Error('Not an identifier in the context of a transaction')
  }
  if (token !== undefined && !hash.test(token))
    throw new Error('Not a token hash in the context of a transaction')
  return JSON.stringify({
    workspace,
    actor: actorText(actor),
    relations: relations.join(' '),
    ...(member && { member }),
    ...(participant && { participant }),
    ...(token && { token }),
    ...(purpose && { purpose }),
  })
}
