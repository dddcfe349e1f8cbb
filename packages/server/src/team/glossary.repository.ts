import type {
  CircleId,
  ContributionId,
  GlossaryWordId,
  MeaningId,
  ParticipantId,
} from '@weerklank/core/shared/ids'
import { type Insertable, type Selectable, sql } from 'kysely'
import type { Trx } from '../schema.ts'
import type { GlossaryAgreedTable, GlossaryMeaningTable, GlossaryWordTable } from './glossary.table.ts'

export type WordRow = Selectable<GlossaryWordTable>
export type MeaningRow = Selectable<GlossaryMeaningTable>
export type AgreedRow = Selectable<GlossaryAgreedTable>

/** The words of a circle, in the order of the alphabet. */
export function wordsOf(trx: Trx, circle: CircleId): Promise<WordRow[]> {
  return trx
    .selectFrom('glossary_word')
    .selectAll()
    .where('circle_id', '=', circle)
    .orderBy(sql`lower(word)`)
    .orderBy('id')
    .execute()
}

export function findWord(trx: Trx, circle: CircleId, id: GlossaryWordId): Promise<WordRow | undefined> {
  return trx
    .selectFrom('glossary_word')
    .selectAll()
    .where('circle_id', '=', circle)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** What people mean by the words of a circle; what was handed to the table comes last, in an order that tells nothing. */
export function meaningsOf(trx: Trx, circle: CircleId): Promise<MeaningRow[]> {
  return trx
    .selectFrom('glossary_meaning')
    .selectAll()
    .where('circle_id', '=', circle)
    .orderBy(sql`changed_at nulls last`)
    .orderBy('id')
    .execute()
}

/** Agreed meanings of the words of a circle, the newest of each first. */
export function agreedOf(trx: Trx, circle: CircleId): Promise<AgreedRow[]> {
  return trx
    .selectFrom('glossary_agreed')
    .selectAll()
    .where('circle_id', '=', circle)
    .orderBy('seq', 'desc')
    .execute()
}

/** Gives whether it is new: the circle may have the same word, or another row this identifier. */
export async function insertWord(trx: Trx, row: Insertable<GlossaryWordTable>): Promise<boolean> {
  const made = await trx
    .insertInto('glossary_word')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

/** Remembers with a word that more cards say it, so that they are not carried again. */
export async function addCards(
  trx: Trx,
  of: { circle: CircleId; word: string; cards: readonly ContributionId[] },
): Promise<void> {
  await trx
    .updateTable('glossary_word')
    .set({ card_ids: sql`card_ids || ${of.cards}::uuid[]` })
    .where('circle_id', '=', of.circle)
    .where(sql`lower(word)`, '=', sql`lower(${of.word})`)
    .execute()
}

export async function deleteWord(trx: Trx, circle: CircleId, id: GlossaryWordId): Promise<boolean> {
  const gone = await trx
    .deleteFrom('glossary_word')
    .where('circle_id', '=', circle)
    .where('id', '=', id)
    .executeTakeFirst()
  return gone.numDeletedRows === 1n
}

export async function setDiffers(trx: Trx, id: GlossaryWordId, differs: boolean): Promise<void> {
  await trx.updateTable('glossary_word').set({ differs }).where('id', '=', id).execute()
}

/** What somebody means by a word: her words before it are replaced. */
export async function keepMeaning(trx: Trx, row: Insertable<GlossaryMeaningTable>): Promise<void> {
  await trx
    .insertInto('glossary_meaning')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'word_id', 'participant_id'])
        .doUpdateSet(({ ref }) => ({ body: ref('excluded.body'), changed_at: ref('excluded.changed_at') })),
    )
    .execute()
}

/** What is handed to the table; the same twice is there once. */
export async function keepForTable(trx: Trx, row: Insertable<GlossaryMeaningTable>): Promise<void> {
  await trx
    .insertInto('glossary_meaning')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function deleteOwnMeaning(
  trx: Trx,
  of: { word: GlossaryWordId; participant: ParticipantId },
): Promise<void> {
  await trx
    .deleteFrom('glossary_meaning')
    .where('word_id', '=', of.word)
    .where('participant_id', '=', of.participant)
    .execute()
}

export async function deleteMeaning(trx: Trx, circle: CircleId, id: MeaningId): Promise<boolean> {
  const gone = await trx
    .deleteFrom('glossary_meaning')
    .where('circle_id', '=', circle)
    .where('id', '=', id)
    .executeTakeFirst()
  return gone.numDeletedRows === 1n
}

/** Gives whether it is the next: somebody may have written one at the same moment. */
export async function insertAgreed(trx: Trx, row: Insertable<GlossaryAgreedTable>): Promise<boolean> {
  const made = await trx
    .insertInto('glossary_agreed')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}
