import type { RelationId, SignalId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import { type RawBuilder, sql } from 'kysely'
import type { Trx } from '../schema.ts'

/** The work of telling programs that something happened: one piece per answer or signal. */
export const webhookEventKind = 'webhook-event'

/**
 * For the `with` of the statement that stores an answer, whose row is `stored`: plans that it is told, where there is
 * anybody to tell. Without one it costs a look in an empty table.
 */
export const tellOfAnswer = (at: Instant): RawBuilder<unknown> => sql`
      insert into job (id, kind, dedupe_key, payload, run_at, attempts, last_error)
      select gen_random_uuid(), ${webhookEventKind}::text, ${webhookEventKind}::text || ' ' || s.id,
        jsonb_build_object('workspace', s.workspace_id, 'relation', s.relation_id, 'response', s.id, 'at', ${at}::text),
        ${at}::timestamptz, 0, ''
      from stored s
      where exists (select from webhook w where w.workspace_id = s.workspace_id and w.stopped_at is null)
      on conflict (dedupe_key) do nothing
      returning 1`

type Opened = { relation: RelationId; signal: SignalId }

/** Plans that a signal is told which did not come with an answer, in the transaction that opens it. */
export function tellOfSignal(trx: Trx, of: Opened & { workspace: WorkspaceId; at: Instant }): Promise<void> {
  return tellOfSignals(trx, { workspace: of.workspace, at: of.at, opened: [of] })
}

/** The same for many at once, as one value however many they are. */
export async function tellOfSignals(
  trx: Trx,
  of: { workspace: WorkspaceId; at: Instant; opened: readonly Opened[] },
): Promise<void> {
  if (of.opened.length === 0) return
  const opened = of.opened.map(({ relation, signal }) => ({ relation, signal }))
  await sql`
    insert into job (id, kind, dedupe_key, payload, run_at, attempts, last_error)
    select gen_random_uuid(), ${webhookEventKind}::text, ${webhookEventKind}::text || ' ' || o.signal,
      jsonb_build_object('workspace', ${of.workspace}::text, 'relation', o.relation, 'signal', o.signal,
        'at', ${of.at}::text),
      ${of.at}::timestamptz, 0, ''
    from jsonb_to_recordset(${JSON.stringify(opened)}::jsonb) o(relation text, signal text)
    where exists (select from webhook where workspace_id = ${of.workspace} and stopped_at is null)
    on conflict (dedupe_key) do nothing`.execute(trx)
}
