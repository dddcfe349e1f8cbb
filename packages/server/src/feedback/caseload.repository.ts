import type { CaseloadFacts } from '@weerklank/core/feedback/caseload'
import type { RelationId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import { sql } from 'kysely'
import { type Context, setContext } from '../db/context.ts'
import { anyOf } from '../db/dialect.ts'
import type { Trx } from '../schema.ts'

export type OwnRelation = Omit<CaseloadFacts, 'id'> & { id: RelationId; title: string }

/** So many are in reach at once: each contact is looked up among them (ADR 0004). */
const batchSize = 50

/** One's own collaborations that are going on, by name, with when one saw each other. Leaves the context as it came. */
export async function ownRelations(trx: Trx, context: Context, now: Instant): Promise<OwnRelation[]> {
  const rows = await trx
    .selectFrom('relation')
    .select(['id', 'title', 'started_at', 'single_contact', 'attention_at'])
    .where('closed_at', 'is', null)
    .orderBy('title')
    .orderBy('id')
    .execute()
  const met = new Map<RelationId, Met>()
  await inBatches(trx, context, {
    ids: rows.map(({ id }) => id),
    look: async (ids) => {
      for (const one of await metIn(trx, ids, now)) met.set(one.id, one)
    },
  })
  return rows.map((row) => ({
    ...{ id: row.id, title: row.title, startedAt: row.started_at, singleContact: row.single_contact },
    ...{ lastContactAt: met.get(row.id)?.last ?? null, isPlanned: (met.get(row.id)?.next ?? null) !== null },
    attentionAt: row.attention_at,
  }))
}

type Met = { id: RelationId; last: Instant | null; next: Instant | null }

/** The last contact that was and the first that will be; by the index, without reading those between. */
async function metIn(trx: Trx, ids: readonly RelationId[], now: Instant): Promise<Met[]> {
  const { rows } = await sql<Met>`
    select r.id,
      (select max(at) from contact c where c.workspace_id = r.workspace_id and c.relation_id = r.id and c.at <= ${now}) as last,
      (select min(at) from contact c where c.workspace_id = r.workspace_id and c.relation_id = r.id and c.at > ${now}) as next
    from relation r where r.id = ${anyOf(ids)}`.execute(trx)
  return rows
}

/** How many contacts there were since a moment, and of how many somebody said how it was. Leaves the context as it came. */
export async function countContacts(
  trx: Trx,
  context: Context,
  between: { from: Instant; to: Instant },
): Promise<{ contacts: number; checked: number }> {
  const open = await trx.selectFrom('relation').select('id').where('closed_at', 'is', null).execute()
  const sum = { contacts: 0, checked: 0 }
  await inBatches(trx, context, {
    ids: open.map(({ id }) => id),
    look: async (ids) => {
      const counted = await countIn(trx, ids, between)
      sum.contacts += counted.contacts
      sum.checked += counted.checked
    },
  })
  return sum
}

/** That somebody answered may be known, also of half a picture that is shut and of what she keeps to some. */
async function countIn(trx: Trx, ids: readonly RelationId[], { from, to }: { from: Instant; to: Instant }) {
  const { rows } = await sql<{ contacts: number; checked: number }>`
    select count(*)::int as contacts, count(*) filter (where exists (
      select from invitation i where i.workspace_id = c.workspace_id and i.relation_id = c.relation_id and i.contact_id = c.id
        and (i.kept_apart_at is not null
          or exists (select from response r where r.workspace_id = i.workspace_id and r.id = i.response_id)
          or exists (select from mutual_picture p where p.workspace_id = i.workspace_id and p.invitation_id = i.id
            and p.client_at is not null))))::int as checked
    from contact c where c.relation_id = ${anyOf(ids)} and c.at > ${from} and c.at <= ${to}`.execute(trx)
  return rows[0] ?? { contacts: 0, checked: 0 }
}

async function inBatches(
  trx: Trx,
  context: Context,
  of: { ids: readonly RelationId[]; look: (ids: readonly RelationId[]) => Promise<void> },
): Promise<void> {
  for (let from = 0; from < of.ids.length; from += batchSize) {
    const relations = of.ids.slice(from, from + batchSize)
    await setContext(trx, { ...context, relations })
    await of.look(relations)
  }
  await setContext(trx, context)
}
