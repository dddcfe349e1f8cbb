import type { PersonId, PersonRequestId, RelationId } from '@weerklank/core/shared/ids'
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import { anyOf } from '../db/dialect.ts'
import type { Schema, Trx } from '../schema.ts'
import { personsOf } from './consent.repository.ts'

/** A request, with the name of whose data it is about and of who handled it, as the collaboration knows them. */
export type RequestRow = Selectable<Schema['person_request']> & { name: string; handler: string }

function withNames(trx: Trx) {
  return trx
    .selectFrom('person_request')
    .selectAll('person_request')
    .select(
      sql<string>`coalesce((select p.name from participant p where p.workspace_id = person_request.workspace_id
        and p.relation_id = person_request.relation_id and p.person_id = person_request.person_id limit 1), '')`.as(
        'name',
      ),
    )
    .select(
      sql<string>`coalesce((select p.name from participant p where p.workspace_id = person_request.workspace_id
        and p.relation_id = person_request.relation_id and p.member_id = person_request.handled_by limit 1), '')`.as(
        'handler',
      ),
    )
}

/** The requests in a collaboration: open ones first, then the newest. */
export async function requestsIn(trx: Trx, relation: RelationId): Promise<RequestRow[]> {
  return withNames(trx)
    .where('relation_id', '=', relation)
    .orderBy(sql`handled_at is not null`)
    .orderBy('at', 'desc')
    .orderBy('id')
    .execute()
}

/** More would be no list that one reads; as the older ones are answered, the next come. */
const openAtMost = 50

/** The requests in these collaborations that nobody answered, the oldest first: whoever asked has waited longest. */
export async function openRequestsIn(trx: Trx, relations: readonly RelationId[]): Promise<RequestRow[]> {
  if (relations.length === 0) return []
  return withNames(trx)
    .where('relation_id', '=', anyOf(relations))
    .where('outcome', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .limit(openAtMost)
    .execute()
}

/** The titles of the member's collaborations, also of those that ended: there too a request waits for an answer. */
export async function relationTitles(trx: Trx): Promise<Map<RelationId, string>> {
  const rows = await trx.selectFrom('relation').select(['id', 'title']).execute()
  return new Map(rows.map((row) => [row.id, row.title]))
}

export async function findRequest(
  trx: Trx,
  relation: RelationId,
  request: PersonRequestId,
): Promise<RequestRow | undefined> {
  return withNames(trx)
    .where('relation_id', '=', relation)
    .where('person_request.id', '=', request)
    .executeTakeFirst()
}

/** What was asked about a person, by herself or by who decides for her, wherever; the newest first. */
export async function requestsBy(trx: Trx, person: PersonId): Promise<RequestRow[]> {
  return withNames(trx).where('person_id', '=', person).orderBy('at', 'desc').orderBy('id').execute()
}

/** What a parent asked for her child; what the child asked herself is hers alone. */
export async function requestsFor(
  trx: Trx,
  of: { child: PersonId; askedBy: PersonId },
): Promise<RequestRow[]> {
  return withNames(trx)
    .where('person_id', '=', of.child)
    .where('asked_by', '=', of.askedBy)
    .orderBy('at', 'desc')
    .orderBy('id')
    .execute()
}

/** The names of those who asked for somebody else, as far as the context reaches them. */
export async function askersOf(trx: Trx, rows: readonly RequestRow[]): Promise<Map<PersonId, string>> {
  const found = await personsOf(trx, askersIn(rows))
  return new Map(found.map((row) => [row.id, row.name]))
}

/** Those who asked for somebody else. */
export function askersIn(rows: readonly RequestRow[]): PersonId[] {
  return [...new Set(rows.filter((row) => row.asked_by !== row.person_id).map((row) => row.asked_by))]
}

/** Adds a request; false when its identifier is known. */
export async function insertRequest(trx: Trx, row: Insertable<Schema['person_request']>): Promise<boolean> {
  const result = await trx
    .insertInto('person_request')
    .values(row)
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

/** Keeps what came of a request; false when it is not there or was handled before. */
export async function setHandled(
  trx: Trx,
  which: { relation: RelationId; request: PersonRequestId },
  change: Updateable<Schema['person_request']>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('person_request')
    .set(change)
    .where('relation_id', '=', which.relation)
    .where('id', '=', which.request)
    .where('outcome', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
