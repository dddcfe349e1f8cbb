import type { MemberId, RelationId, WorkingNoteId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import type { Insertable, Selectable } from 'kysely'
import type { Trx } from '../schema.ts'
import type { WorkingNoteTable } from './ownership.table.ts'

export type WorkingNoteRow = Selectable<WorkingNoteTable>

/** The author's own notes, the last changed first; with a relation only those about it. */
export function notesBy(
  trx: Trx,
  author: MemberId,
  relation: RelationId | null = null,
): Promise<WorkingNoteRow[]> {
  const query = trx.selectFrom('working_note').selectAll().where('author_id', '=', author)
  return query
    .$if(relation !== null, (some) => some.where('relation_id', '=', relation))
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** The note for the rest of the transaction; another writer waits. */
export function lockNote(trx: Trx, id: WorkingNoteId): Promise<WorkingNoteRow | undefined> {
  return trx.selectFrom('working_note').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** False when the id is taken, by whomever. */
export async function insertNote(trx: Trx, row: Insertable<WorkingNoteTable>): Promise<boolean> {
  const result = await trx
    .insertInto('working_note')
    .values(row)
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

export async function changeNote(
  trx: Trx,
  id: WorkingNoteId,
  change: { body: string; changed_at: Instant; version: number },
): Promise<void> {
  await trx.updateTable('working_note').set(change).where('id', '=', id).execute()
}

export async function deleteNote(trx: Trx, id: WorkingNoteId): Promise<boolean> {
  const result = await trx.deleteFrom('working_note').where('id', '=', id).executeTakeFirst()
  return result.numDeletedRows === 1n
}
