/** Every actor tries every operation on rows within and outside her reach, each attempt rolled back. */
import { type CompiledQuery, type RawBuilder, sql } from 'kysely'
import pg from 'pg'
import { asMaintenance } from '../access/accounts.ts'
import type { Db, Trx } from '../schema.ts'
import type { Context } from './context.ts'
import { setContext } from './context.ts'

/**
 * Where a row stands, seen from Lina: `own` is hers or of her collaboration, `next` is of another person in the same
 * collaboration, `aside` of another collaboration in the workspace, `abroad` of another workspace.
 */
export const places = ['own', 'next', 'aside', 'abroad'] as const
export type Place = (typeof places)[number]
export type Row = Record<string, unknown>
export type Rows = Partial<Record<Place, Row>>

/** Identifiers that say whose a row is: of Lina and hers, of the other person in her collaboration, of others. */
export type Whose = { own: ReadonlySet<string>; next: ReadonlySet<string> }

/** Rows of one table, one for each place that it has. */
export async function rowsIn(owner: Db, table: string, of: { workspace: string; whose: Whose }): Promise<Rows> {
  const all = await asMaintenance(owner, async (trx) => {
    const query = sql<{ row: Row }>`select to_jsonb(t) as row from ${sql.table(table)} t`
    return (await query.execute(trx)).rows.map(({ row }) => row)
  })
  const found: Rows = {}
  for (const row of all) found[placeOf(row, of)] ??= row
  return found
}

/** What a row says of itself, besides of whom it is, decides nothing: its moment, its maker. */
const says = ['id', 'relation_id', 'participant_id', 'person_id', 'child_id', 'member_id', 'made_by', 'export_id']

function placeOf(row: Row, of: { workspace: string; whose: Whose }): Place {
  if (row.workspace_id !== of.workspace) return 'abroad'
  const values = says.flatMap((column) => (typeof row[column] === 'string' ? [row[column]] : []))
  if (values.some((value) => of.whose.next.has(value))) return 'next'
  const isKnown = values.some((value) => of.whose.own.has(value))
  // A row that names nobody (the workspace itself, the ends of the chains) is everybody's.
  return isKnown || says.every((column) => row[column] === undefined) ? 'own' : 'aside'
}

export type Operation = 'read' | 'insert' | 'update' | 'delete'

/** The rights of one actor on one row, as `riud`, a dash for each operation that the database refuses. */
export async function rightsOn(trx: Trx, table: Table, row: Row): Promise<string> {
  const tried = {
    r: sql`select 1 from ${sql.table(table.name)} where ${isRow(table, row)}`,
    i: sql`insert into ${sql.table(table.name)}
      select * from jsonb_populate_record(null::${sql.table(table.name)}, ${JSON.stringify(row)}::jsonb)`,
    u: sql`update ${sql.table(table.name)} set ${table.change} where ${isRow(table, row)}`,
    d: sql`delete from ${sql.table(table.name)} where ${isRow(table, row)}`,
  }
  let rights = ''
  for (const [letter, statement] of Object.entries(tried)) {
    rights += (await gotThrough(trx, statement.compile(trx))) ? letter : '-'
  }
  return rights
}

/** What is changed or deleted without looking at any row, and so past the rule of who may see it; as `ud`. */
export async function blindRights(trx: Trx, table: Table): Promise<{ blind: string; seeing: string }> {
  const name = sql.table(table.name)
  const through = async (letter: string, statement: RawBuilder<unknown>) =>
    (await gotThrough(trx, statement.compile(trx))) ? letter : '-'
  const seeing = sql`where workspace_id is not null`
  return {
    blind:
      (await through('u', sql`update ${name} set ${table.change}`)) +
      (await through('d', sql`delete from ${name}`)),
    seeing:
      (await through('u', sql`update ${name} set ${table.change} ${seeing}`)) +
      (await through('d', sql`delete from ${name} ${seeing}`)),
  }
}

/**
 * Whether the rules let a statement through: it touched a row, or a constraint stopped it, which PostgreSQL asks only
 * after row-level security (class 23: an insert of a row that exists, a delete of one to which others refer). Refused is
 * 42501, or no row touched. Anything else is a fault of this test and is thrown.
 */
async function gotThrough(trx: Trx, query: CompiledQuery): Promise<boolean> {
  await sql`savepoint attempt`.execute(trx)
  try {
    const result = await trx.executeQuery(query)
    return (result.numAffectedRows ?? BigInt(result.rows.length)) > 0n
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error
    if (error.code === '42501') return false
    if (error.code?.startsWith('23') === true) return true
    throw error
  } finally {
    await sql`rollback to savepoint attempt`.execute(trx)
  }
}

export type Table = { name: string; keys: readonly string[]; change: RawBuilder<unknown> }

const isRow = (table: Table, row: Row) =>
  sql.join(
    table.keys.map((key) => sql`${sql.ref(key)}::text = ${String(row[key])}`),
    sql` and `,
  )

/** A value for each kind of column, none of which the story writes. */
const otherValue: Readonly<Record<string, RawBuilder<unknown>>> = {
  text: sql`'changed'`,
  timestamptz: sql`'2001-02-03T04:05:06Z'`,
  date: sql`'2001-02-01'`,
  int4: sql`4321`,
  int8: sql`4321`,
  jsonb: sql`'{"changed": true}'`,
  bytea: sql`'\\x01'`,
  uuid: sql`'00000000-0000-4000-8000-000000000001'`,
}

/** The key of a table, and a change of a column outside its key where it has one. */
export async function describeTable(owner: Db, name: string): Promise<Table> {
  const { rows } = await sql<{ column: string; type: string; key: boolean }>`
    select a.attname as column, t.typname as type,
      coalesce(a.attnum = any (i.indkey), false) as key
    from pg_attribute a
    join pg_type t on t.oid = a.atttypid
    join pg_index i on i.indrelid = a.attrelid and i.indisprimary
    where a.attrelid = ${name}::regclass and a.attnum > 0 and not a.attisdropped
      and a.attname <> 'workspace_id' and a.attgenerated = ''
    order by key, typname = 'uuid', a.attnum`.execute(owner)
  const changed = rows.find((row) => otherValue[row.type] !== undefined)
  const value = otherValue[changed?.type ?? '']
  if (changed === undefined || value === undefined) throw new Error(`No column of ${name} can be changed`)
  return {
    name,
    keys: ['workspace_id', ...rows.filter((row) => row.key).map((row) => row.column)],
    change: sql`${sql.ref(changed.column)} = ${value}`,
  }
}

/** Runs attempts in one context, or in none, and takes everything back. */
export async function attempting<Result>(
  db: Db,
  context: Context | null,
  work: (trx: Trx) => Promise<Result>,
): Promise<Result> {
  const trx = await db.startTransaction().execute()
  try {
    if (context !== null) await setContext(trx, context)
    return await work(trx)
  } finally {
    await trx.rollback().execute()
  }
}
