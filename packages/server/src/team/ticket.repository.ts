import type { MemberId, RoundGroupId, RoundId } from '@weerklank/core/shared/ids'
import type { RoundForm } from '@weerklank/core/team/round'
import { type Selectable, sql } from 'kysely'
import type { Trx } from '../schema.ts'
import type { RoundTallyTable, RoundTicketTable, RoundViewTallyTable, RoundWordsTable } from './team.table.ts'

export type TicketRow = Selectable<RoundTicketTable>

/** The ticket of the link by which someone came in. */
export async function findTicket(trx: Trx, hash: string): Promise<TicketRow | undefined> {
  return trx.selectFrom('round_ticket').selectAll().where('token_hash', '=', hash).executeTakeFirst()
}

/** Uses a ticket; false when it was used before. Whoever is here at the same moment waits, and finds it used. */
export async function useTicket(trx: Trx, hash: string): Promise<boolean> {
  const used = await trx
    .updateTable('round_ticket')
    .set({ used: true })
    .where('token_hash', '=', hash)
    .where('used', '=', false)
    .executeTakeFirst()
  return used.numUpdatedRows === 1n
}

export async function countPerson(trx: Trx, group: RoundGroupId): Promise<void> {
  await trx
    .updateTable('round_group')
    .set((eb) => ({ answered: eb('answered', '+', 1) }))
    .where('id', '=', group)
    .execute()
}

/** Raises the counts of what one person answered. All at once and in the order of the items, so that nobody waits in a ring. */
export async function countAnswers(
  trx: Trx,
  rows: readonly Omit<Selectable<RoundTallyTable>, 'n'>[],
): Promise<void> {
  if (rows.length === 0) return
  await trx
    .insertInto('round_tally')
    .values(rows.map((row) => ({ ...row, n: 1 })))
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'round_id', 'group_id', 'item_id', 'value'])
        .doUpdateSet((eb) => ({ n: eb('round_tally.n', '+', 1) })),
    )
    .execute()
}

/** The same of what she chose about other groups. */
export async function countViews(
  trx: Trx,
  rows: readonly Omit<Selectable<RoundViewTallyTable>, 'n'>[],
): Promise<void> {
  if (rows.length === 0) return
  await trx
    .insertInto('round_view_tally')
    .values(rows.map((row) => ({ ...row, n: 1 })))
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'round_id', 'group_id', 'about_id', 'item_id', 'value'])
        .doUpdateSet((eb) => ({ n: eb('round_view_tally.n', '+', 1) })),
    )
    .execute()
}

/** The groups that a ticket of this group asks about: in a swap the one it guesses, otherwise every other one. */
export async function othersOf(
  trx: Trx,
  of: { round: RoundId; group: RoundGroupId; form: RoundForm },
): Promise<{ id: RoundGroupId; name: string }[]> {
  if (of.form === 'check') return []
  const groups = await trx
    .selectFrom('round_group')
    .select(['id', 'name', 'about_id'])
    .where('round_id', '=', of.round)
    .where('parent_id', 'is not', null)
    .orderBy('name')
    .orderBy('id')
    .execute()
  const own = groups.find(({ id }) => id === of.group)
  const others = groups.filter(({ id }) => (of.form === 'swap' ? own?.about_id === id : id !== of.group))
  return others.map(({ id, name }) => ({ id, name }))
}

/** Puts words among the others, in the order of the alphabet: theirs is not that in which they came. */
export async function addWords(trx: Trx, { texts, ...place }: Selectable<RoundWordsTable>): Promise<void> {
  await trx
    .insertInto('round_words')
    .values({ ...place, texts })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'round_id', 'group_id', 'item_id']).doUpdateSet({
        texts: sql<string[]>`(
          select array_agg(text order by text collate "C") from unnest(round_words.texts || excluded.texts) text
        )`,
      }),
    )
    .execute()
}

/** What stands above the questions: whose place it is, and who will see the counts. */
export async function namesOnPage(
  trx: Trx,
  readers: readonly MemberId[],
): Promise<{ workspace: string; timeZone: string; readers: string[] }> {
  const place = await trx.selectFrom('workspace').select(['name', 'time_zone']).executeTakeFirstOrThrow()
  const people = await trx
    .selectFrom('member')
    .select('name')
    .where('id', 'in', [...readers])
    .where('ended_at', 'is', null)
    .orderBy('name')
    .execute()
  return { workspace: place.name, timeZone: place.time_zone, readers: people.map(({ name }) => name) }
}
