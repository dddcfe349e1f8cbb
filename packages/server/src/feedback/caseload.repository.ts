import { type CaseloadFacts, unseenFromDays } from '@weerklank/core/feedback/caseload'
import type { RelationId } from '@weerklank/core/shared/ids'
import { addDays, type Instant } from '@weerklank/core/shared/time'
import { sql } from 'kysely'
import { type Context, setContext } from '../db/context.ts'
import { anyOf } from '../db/dialect.ts'
import type { Trx } from '../schema.ts'

export type OwnRelation = Omit<CaseloadFacts, 'id'> & { id: RelationId; title: string }

/** So many are in reach at once: each row is looked up among them, so few are cheaper than many (measured; ADR 0004). */
const batchSize = 20

/** A page of them in order, with how many there are in all, ask for a talk, and were not seen for long besides. */
export type Caseload = { page: OwnRelation[]; total: number; asking: number; unseen: number }

type CaseloadRow = {
  id: RelationId
  title: string
  started_at: Instant
  single_contact: boolean
  attention_at: Instant | null
  total: number
  asking: number
  unseen: number
}

type Wanted = { now: Instant; from: number; size: number }

/** One's own collaborations that are going on. Leaves those of the page in reach, to look inside. */
export async function ownCaseload(trx: Trx, context: Context, wanted: Wanted): Promise<Caseload> {
  const rows = await rowsInOrder(trx, wanted)
  // Beyond the end no row tells how many there are.
  const [first] = rows.length > 0 ? rows : await rowsInOrder(trx, { ...wanted, from: 0, size: 1 })
  const ids = rows.map(({ id }) => id)
  await setContext(trx, { ...context, relations: ids })
  const met = new Map(ids.length === 0 ? [] : (await metIn(trx, ids, wanted.now)).map((one) => [one.id, one]))
  const page = rows.map((row) => ({
    ...{ id: row.id, title: row.title, startedAt: row.started_at, singleContact: row.single_contact },
    ...{ lastContactAt: met.get(row.id)?.last ?? null, isPlanned: (met.get(row.id)?.next ?? null) !== null },
    attentionAt: row.attention_at,
  }))
  return { page, total: first?.total ?? 0, asking: first?.asking ?? 0, unseen: first?.unseen ?? 0 }
}

/** The order of `inCaseloadOrder`, by their own rows alone. What is planned has its latest contact ahead, so it is not missed. */
async function rowsInOrder(trx: Trx, { now, from, size }: Wanted): Promise<CaseloadRow[]> {
  const unseenSince = addDays(now, -unseenFromDays)
  const { rows } = await sql<CaseloadRow>`
    with own as (
      select id, title, started_at, single_contact, attention_at, coalesce(latest_contact_at, started_at) as seen_at,
        case when attention_at is not null then 0
          when not single_contact and coalesce(latest_contact_at, started_at) <= ${unseenSince} then 1 else 2 end as place
      from relation where closed_at is null)
    select id, title, started_at, single_contact, attention_at, count(*) over ()::int as total,
      (count(*) filter (where place = 0) over ())::int as asking, (count(*) filter (where place = 1) over ())::int as unseen
    from own
    order by place, attention_at desc, case when place = 1 then seen_at end, title, id
    offset ${from} limit ${size}`.execute(trx)
  return rows
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
      select from invitation i where i.workspace_id = c.workspace_id and i.contact_id = c.id
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
