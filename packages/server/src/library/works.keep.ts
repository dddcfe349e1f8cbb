import type { RelationId, TrajectoryId } from '@weerklank/core/shared/ids'
import { type Insertable, type Selectable, sql } from 'kysely'
import { anyOf } from '../db/dialect.ts'
import type { Trx } from '../schema.ts'
import type { WorksTraceTable } from './works.table.ts'

/** A trace as it is reckoned; since when it is told stands with the row. */
export type TraceRow = Omit<Insertable<WorksTraceTable>, 'told_at' | 'shared' | 'in_use'>

/** Collaborations (and the teams that they are), or trajectories. */
type Scope = { relations: readonly RelationId[] } | { trajectories: readonly TrajectoryId[] }

/**
 * Puts these in the place of what stands. Where nothing changed nothing is written: most nights that is nearly everywhere. What was
 * told of a trace already stays marked so. Gives how many there are.
 */
export async function keepTraces(trx: Trx, scope: Scope, rows: readonly TraceRow[]): Promise<number> {
  const stood = await trx.selectFrom('works_trace').selectAll().where(within(scope)).execute()
  // Somebody who left and came back takes part twice: one deed with her is one trace.
  const once = [...new Map(rows.map((row) => [keyOf(row), row])).values()]
  const changed = changedIn({ stood, once })
  if (changed.length > 0) await rewrite(trx, { scope: narrowed(scope, changed), stood, once })
  return once.length
}

const column = (scope: Scope) => ('relations' in scope ? 'relation_id' : 'trajectory_id')
const idsIn = (scope: Scope): readonly string[] =>
  'relations' in scope ? scope.relations : scope.trajectories
const within = (scope: Scope) => sql<boolean>`${sql.ref(column(scope))} = ${anyOf(idsIn(scope))}`
const narrowed = (scope: Scope, ids: readonly string[]): Scope =>
  'relations' in scope ? { relations: ids as RelationId[] } : { trajectories: ids as TrajectoryId[] }

type Both = { stood: readonly Selectable<WorksTraceTable>[]; once: readonly TraceRow[] }
type Scoped = Pick<TraceRow, 'relation_id' | 'trajectory_id'>
const scopeOf = ({ relation_id, trajectory_id }: Scoped): string => relation_id ?? trajectory_id ?? ''

function changedIn({ stood, once }: Both): string[] {
  const [was, is] = [textsBy(stood), textsBy(once)]
  return [...new Set([...was.keys(), ...is.keys()])].filter((scope) => was.get(scope) !== is.get(scope))
}

/** All traces of each collaboration or trajectory as one text, to lay beside another. */
function textsBy(rows: readonly TraceRow[]): Map<string, string> {
  const groups = Map.groupBy(rows, scopeOf)
  return new Map([...groups].map(([key, own]) => [key, own.map(textOf).toSorted().join()]))
}

const textOf = (row: TraceRow) =>
  JSON.stringify([
    ...[keyOf(row), row.deed, row.kind, row.context, row.situation, row.colleague_ids],
    ...[row.done_at, row.before_count, row.after_count, row.nap, row.tau_u],
  ])

const keyOf = (row: Scoped & Pick<TraceRow, 'source' | 'person_id' | 'subject_id' | 'instrument_id'>) =>
  [row.source, scopeOf(row), row.person_id, row.subject_id, row.instrument_id].join(' ')

async function rewrite(trx: Trx, { scope, stood, once }: Both & { scope: Scope }): Promise<void> {
  // The first night nothing stands there, and looking for what is not there would take longest of all.
  if (stood.length > 0) await trx.deleteFrom('works_trace').where(within(scope)).execute()
  const told = new Map(stood.map((row) => [keyOf(row), row.told_at]))
  const changed = new Set(idsIn(scope))
  const rows = once.filter((row) => changed.has(scopeOf(row)))
  for (let from = 0; from < rows.length; from += 500) {
    const some = rows.slice(from, from + 500)
    await trx
      .insertInto('works_trace')
      .values(some.map((row) => ({ ...row, told_at: told.get(keyOf(row)) ?? null })))
      .execute()
  }
}
