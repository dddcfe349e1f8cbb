import type { RelationId } from '@weerklank/core/shared/ids'
import type { Insertable, Selectable } from 'kysely'
import { anyOf } from '../db/dialect.ts'
import type { Trx } from '../schema.ts'
import type { WorksTraceTable } from './works.table.ts'

/** A trace as it is reckoned; since when it is told stands with the row. */
export type TraceRow = Omit<Insertable<WorksTraceTable>, 'told_at' | 'shared' | 'in_use'>

/**
 * Puts these in the place of what stands for some collaborations. Where nothing changed nothing is written: most nights that is nearly
 * everywhere. What was told of a trace already stays marked so. Gives how many there are.
 */
export async function keepTraces(
  trx: Trx,
  relations: readonly RelationId[],
  rows: readonly TraceRow[],
): Promise<number> {
  const stood = await trx
    .selectFrom('works_trace')
    .selectAll()
    .where('relation_id', '=', anyOf(relations))
    .execute()
  // Somebody who left and came back takes part twice: one deed with her is one trace.
  const once = [...new Map(rows.map((row) => [keyOf(row), row])).values()]
  const changed = changedIn(relations, { stood, once })
  if (changed.size > 0) await rewrite(trx, { changed, stood, once })
  return once.length
}

type Both = { stood: readonly Selectable<WorksTraceTable>[]; once: readonly TraceRow[] }

function changedIn(relations: readonly RelationId[], { stood, once }: Both): Set<RelationId> {
  const [was, is] = [textsBy(stood), textsBy(once)]
  return new Set(relations.filter((relation) => was.get(relation) !== is.get(relation)))
}

/** All traces of each collaboration as one text, to lay beside another. */
function textsBy(rows: readonly TraceRow[]): Map<RelationId, string> {
  const groups = Map.groupBy(rows, ({ relation_id }) => relation_id)
  return new Map([...groups].map(([key, own]) => [key, own.map(textOf).toSorted().join()]))
}

const textOf = (row: TraceRow) =>
  JSON.stringify([
    ...[keyOf(row), row.deed, row.kind, row.context, row.situation, row.colleague_ids],
    ...[row.done_at, row.before_count, row.after_count, row.nap, row.tau_u],
  ])

const keyOf = (row: Pick<TraceRow, 'person_id' | 'subject_id' | 'instrument_id'>) =>
  `${row.person_id} ${row.subject_id} ${row.instrument_id}`

async function rewrite(
  trx: Trx,
  { changed, stood, once }: Both & { changed: ReadonlySet<RelationId> },
): Promise<void> {
  await trx
    .deleteFrom('works_trace')
    .where('relation_id', '=', anyOf([...changed]))
    .execute()
  const told = new Map(stood.map((row) => [keyOf(row), row.told_at]))
  const rows = once.filter(({ relation_id }) => changed.has(relation_id))
  for (let from = 0; from < rows.length; from += 500) {
    const some = rows.slice(from, from + 500)
    await trx
      .insertInto('works_trace')
      .values(some.map((row) => ({ ...row, told_at: told.get(keyOf(row)) ?? null })))
      .execute()
  }
}
