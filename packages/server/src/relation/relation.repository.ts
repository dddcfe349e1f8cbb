import type { ContactId, MemberId, NoteId, RelationId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import { anyOf } from '../db/dialect.ts'
import type { Trx } from '../schema.ts'
import type {
  ContactTable,
  ParticipantTable,
  PersonTable,
  RelationNoteTable,
  RelationTable,
} from './relation.table.ts'

export type RelationRow = Selectable<RelationTable>
export type ParticipantRow = Selectable<ParticipantTable>
export type NoteRow = Selectable<RelationNoteTable>
/** A contact, with what was written about it where the context may read that; else that is empty. */
export type ContactRow = Selectable<ContactTable> & { summary: string }
type Written = Updateable<ContactTable> & { summary: string }

/** Adds a relation; false when its id exists already. */
export async function insertRelation(trx: Trx, row: Insertable<RelationTable>): Promise<boolean> {
  const result = await trx
    .insertInto('relation')
    .values(row)
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

export async function findRelation(trx: Trx, id: RelationId): Promise<RelationRow | undefined> {
  return trx.selectFrom('relation').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Changes a relation if it still is of the given version; false when someone else was first. */
export async function updateRelation(
  trx: Trx,
  at: { id: RelationId; version: number },
  change: Updateable<RelationTable>,
): Promise<boolean> {
  const result = await trx
    .updateTable('relation')
    .set({ ...change, version: at.version + 1 })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/**
 * Brings the columns that a list works with in line with the people and the words of a relation: who of the members
 * takes part, and the text it is found by.
 */
export async function refreshDerived(trx: Trx, id: RelationId): Promise<void> {
  await sql`
    update relation set
      member_ids = array(select member_id from participant
        where relation_id = ${id} and member_id is not null and left_at is null),
      search_text = lower(concat_ws(' ', title, purpose,
        (select string_agg(name, ' ') from participant where relation_id = ${id})))
    where id = ${id}
  `.execute(trx)
}

export async function setClosed(trx: Trx, id: RelationId, closedAt: Instant | null): Promise<void> {
  await trx.updateTable('relation').set({ closed_at: closedAt }).where('id', '=', id).execute()
}

/** Whether a member takes part in a relation now. */
export async function takesPart(trx: Trx, of: { relation: RelationId; member: MemberId }): Promise<boolean> {
  const row = await trx
    .selectFrom('participant')
    .select('id')
    .where('relation_id', '=', of.relation)
    .where('member_id', '=', of.member)
    .where('left_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** The people of some relations, also those who left; in the order in which they came. */
export async function participantsOf(trx: Trx, relations: readonly RelationId[]): Promise<ParticipantRow[]> {
  if (relations.length === 0) return []
  return trx
    .selectFrom('participant')
    .selectAll()
    .where('relation_id', '=', anyOf(relations))
    .orderBy('joined_at')
    .orderBy('id')
    .execute()
}

export async function insertPersons(trx: Trx, rows: Insertable<PersonTable>[]): Promise<void> {
  if (rows.length > 0) await trx.insertInto('person').values(rows).execute()
}

export async function insertParticipants(trx: Trx, rows: Insertable<ParticipantTable>[]): Promise<void> {
  if (rows.length > 0) await trx.insertInto('participant').values(rows).execute()
}

export async function updateParticipant(
  trx: Trx,
  row: Pick<ParticipantRow, 'id' | 'relation_id'>,
  change: Updateable<ParticipantTable>,
): Promise<void> {
  await trx
    .updateTable('participant')
    .set(change)
    .where('id', '=', row.id)
    .where('relation_id', '=', row.relation_id)
    .execute()
}

export async function notesOf(trx: Trx, relation: RelationId): Promise<NoteRow[]> {
  return trx
    .selectFrom('relation_note')
    .selectAll()
    .where('relation_id', '=', relation)
    .orderBy('at')
    .orderBy('id')
    .execute()
}

/** Adds a note; false when its id exists already. */
export async function insertNote(trx: Trx, row: Insertable<RelationNoteTable>): Promise<boolean> {
  const result = await trx
    .insertInto('relation_note')
    .values(row)
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

export async function findNote(trx: Trx, relation: RelationId, id: NoteId): Promise<NoteRow | undefined> {
  return trx
    .selectFrom('relation_note')
    .selectAll()
    .where('id', '=', id)
    .where('relation_id', '=', relation)
    .executeTakeFirst()
}

export async function deleteNote(trx: Trx, relation: RelationId, id: NoteId): Promise<boolean> {
  const result = await trx
    .deleteFrom('relation_note')
    .where('id', '=', id)
    .where('relation_id', '=', relation)
    .executeTakeFirst()
  return result.numDeletedRows === 1n
}

/** A summary stands apart from its contact, because not everybody who sees when a contact is may read it. */
function contacts(trx: Trx) {
  return trx
    .selectFrom('contact')
    .leftJoin('contact_summary', (join) =>
      join
        .onRef('contact_summary.workspace_id', '=', 'contact.workspace_id')
        .onRef('contact_summary.contact_id', '=', 'contact.id'),
    )
    .selectAll('contact')
    .select(sql<string>`coalesce(contact_summary.body, '')`.as('summary'))
}

/** The contacts of some relations, newest first; with `between` only those in that stretch of time. */
export async function contactsOf(
  trx: Trx,
  relations: readonly RelationId[],
  between?: { from: Instant; to: Instant },
): Promise<ContactRow[]> {
  if (relations.length === 0) return []
  return contacts(trx)
    .where('contact.relation_id', '=', anyOf(relations))
    .$if(between !== undefined, (query) =>
      query.where('at', '>=', between?.from ?? '').where('at', '<', between?.to ?? ''),
    )
    .orderBy('at', 'desc')
    .orderBy('id')
    .execute()
}

/** Adds a contact; false when its id exists already. */
export async function insertContact(
  trx: Trx,
  { summary, ...row }: Insertable<ContactTable> & { summary: string },
): Promise<boolean> {
  const result = await trx
    .insertInto('contact')
    .values(row)
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .executeTakeFirst()
  if (result.numInsertedOrUpdatedRows !== 1n) return false
  await refreshLatestContact(trx, row.relation_id)
  if (summary !== '') await putSummary(trx, row, summary)
  return true
}

async function putSummary(
  trx: Trx,
  { id, relation_id }: Pick<ContactRow, 'id' | 'relation_id'>,
  body: string,
): Promise<void> {
  await sql`
    insert into contact_summary (workspace_id, contact_id, relation_id, body)
    select workspace_id, id, relation_id, ${body} from contact where id = ${id} and relation_id = ${relation_id}
    on conflict (workspace_id, contact_id) do update set body = excluded.body`.execute(trx)
}

export async function findContact(
  trx: Trx,
  relation: RelationId,
  id: ContactId,
): Promise<ContactRow | undefined> {
  return contacts(trx)
    .where('contact.id', '=', id)
    .where('contact.relation_id', '=', relation)
    .executeTakeFirst()
}

export async function updateContact(
  trx: Trx,
  row: Pick<ContactRow, 'id' | 'relation_id'>,
  { summary, ...change }: Written,
): Promise<void> {
  await trx
    .updateTable('contact')
    .set(change)
    .where('id', '=', row.id)
    .where('relation_id', '=', row.relation_id)
    .execute()
  await refreshLatestContact(trx, row.relation_id)
  if (summary !== '') return putSummary(trx, row, summary)
  await trx
    .deleteFrom('contact_summary')
    .where('contact_id', '=', row.id)
    .where('relation_id', '=', row.relation_id)
    .execute()
}

export async function deleteContact(trx: Trx, relation: RelationId, id: ContactId): Promise<boolean> {
  const result = await trx
    .deleteFrom('contact')
    .where('id', '=', id)
    .where('relation_id', '=', relation)
    .executeTakeFirst()
  if (result.numDeletedRows !== 1n) return false
  await refreshLatestContact(trx, relation)
  return true
}

/** Locks first: of two who write a contact at once, the second must see what the first wrote. */
async function refreshLatestContact(trx: Trx, id: RelationId): Promise<void> {
  await sql`select 1 from relation where id = ${id} for no key update`.execute(trx)
  await sql`
    update relation set latest_contact_at = (select max(at) from contact where relation_id = ${id}) where id = ${id}
  `.execute(trx)
}

/** Whether a check was asked for after a contact; such a contact stays. */
export async function hasInvitation(trx: Trx, relation: RelationId, id: ContactId): Promise<boolean> {
  const row = await trx
    .selectFrom('invitation')
    .select('id')
    .where('relation_id', '=', relation)
    .where('contact_id', '=', id)
    .executeTakeFirst()
  return row !== undefined
}
