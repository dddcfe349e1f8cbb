import type { MemberId, RelationId } from '@weerklank/core/shared/ids'
import { type Insertable, sql } from 'kysely'
import { anyOf } from '../db/dialect.ts'
import type { Trx } from '../schema.ts'
import type { RelationTable } from './relation.table.ts'

export type Titled = { id: RelationId; title: string }

/** The titles of all collaborations in which a member takes part, also of those that ended. */
export function titlesOf(trx: Trx, member: MemberId): Promise<Titled[]> {
  return trx
    .selectFrom('relation')
    .select(['id', 'title'])
    .where(sql<boolean>`member_ids @> array[${member}::uuid]`)
    .execute()
}

/** Adds relations; gives those of which the identifier was free. */
export async function insertRelations(trx: Trx, rows: Insertable<RelationTable>[]): Promise<RelationId[]> {
  const made = await trx
    .insertInto('relation')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .returning('id')
    .execute()
  return made.map(({ id }) => id)
}

/** As `refreshDerived` of one relation, for some of them at once. */
export async function refreshDerivedOf(trx: Trx, relations: readonly RelationId[]): Promise<void> {
  await sql`
    update relation set member_ids = people.members, search_text = lower(concat_ws(' ', title, purpose, people.names))
    from (
      select relation_id, string_agg(name, ' ') as names,
        coalesce(array_agg(member_id) filter (where member_id is not null and left_at is null), '{}') as members
      from participant where relation_id = ${anyOf(relations)} group by relation_id
    ) people
    where relation.id = people.relation_id and relation.id = ${anyOf(relations)}
  `.execute(trx)
}
