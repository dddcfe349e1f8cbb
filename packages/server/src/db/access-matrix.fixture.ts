/** Every actor tries every operation on rows within and outside her reach, each attempt taken back. */
import { type RawBuilder, sql } from 'kysely'
import type { Db, Schema, Trx } from '../schema.ts'
import type { Place } from './access-matrix.expected.ts'
import { type Context, setContext } from './context.ts'
import { appRole } from './policy.ts'

type Row = Record<string, unknown>
type Rows = Partial<Record<Place, Row>>

/**
 * Identifiers that say whose a row is: of Lina and hers, of the other person in her collaboration; and of the colleague
 * who asks, whose own rows these are where a table is about members.
 */
export type Whose = {
  own: ReadonlySet<string>
  next: ReadonlySet<string>
  members: ReadonlySet<string>
  /** Hashes of the links in the contexts: of her links, only these are tried. */
  links: ReadonlySet<string>
}

type Of = { workspace: string; whose: Whose; table: string }

/** What the owner sees of every workspace: row-level security binds her too until she says so. */
export async function asOwner<Result>(owner: Db, work: (trx: Trx) => Promise<Result>): Promise<Result> {
  return owner.transaction().execute(async (trx) => {
    await sql`set local app.maintenance = 'on'`.execute(trx)
    return work(trx)
  })
}

/** Tables of secrets that no context of these comes in by: any of their rows will do. */
const notDoors = ['api_token', 'kiosk_code', 'portfolio_share', 'peer_feedback', 'collection_link']

/** Rows of one table, one for each place that it has. */
async function rowsIn(owner: Db, of: Of): Promise<Rows> {
  const all = await asOwner(owner, async (trx) => {
    const query = sql<{ row: Row }>`select to_jsonb(t) as row from ${sql.table(of.table)} t`
    return (await query.execute(trx)).rows.map(({ row }) => row)
  })
  const found: Rows = {}
  for (const row of all) {
    const place = placeOf(row, of)
    const isLink = typeof row.token_hash === 'string' && !notDoors.includes(of.table)
    const isOtherLink = isLink && !of.whose.links.has(String(row.token_hash))
    if (place !== 'own' || !isOtherLink) found[place] ??= row
  }
  return found
}

/** Columns that say of whom a row is. */
const says = [
  'id',
  'analysis_id',
  'relation_id',
  'participant_id',
  'person_id',
  'child_id',
  'author_id',
  'meeting_id',
  'place_id',
  'trajectory_id',
  'learner_id',
]
const saysMember = ['member_id', 'made_by']

function placeOf(row: Row, of: Of): Place {
  if (row.workspace_id !== of.workspace) return 'abroad'
  const isMember = of.table === 'member'
  const columns = isMember ? [...saysMember, 'id'] : says
  const values = columns.map((column) => row[column]).filter((value) => typeof value === 'string')
  if (values.some((value) => of.whose.next.has(value))) return 'next'
  const isOurs = saysMember.some((column) => of.whose.members.has(String(row[column])))
  const known = isMember ? of.whose.members : of.whose.own
  // A row that names nobody (the workspace itself, the ends of the chains) is everybody's.
  const namesNobody = [...says, ...saysMember].every((column) => row[column] === undefined)
  return isOurs || namesNobody || values.some((value) => known.has(value)) ? 'own' : 'aside'
}

type Table = { name: string; rows: Rows; attempts: Attempt[] }

/** One statement of the matrix. `all` is about every row at once: without looking at any (`blind`) or while looking. */
type Attempt = { place: Place | 'blind' | 'seeing'; letter: string; statement: string }

/** What can be tried on a table: the four operations on a row in each place, and changes of whatever it holds. */
export async function openTable(owner: Db, name: string, of: Omit<Of, 'table'>): Promise<Table> {
  const columns = await columnsOf(owner, name)
  const rows = await rowsIn(owner, { ...of, table: name })
  const table = sql.table(name)
  // By its schema: PostgreSQL has types of its own, one of them called circle.
  const kind = sql.table(`public.${name}`)
  const change = changeOf(name, columns)
  const keys = ['workspace_id', ...columns.filter((column) => column.key).map(({ column }) => column)]
  const attempts: [Attempt['place'], string, RawBuilder<unknown>][] = []
  for (const [place, row] of Object.entries(rows) as [Place, Row][]) {
    const isRow = sql.join(
      keys.map((key) => sql`${sql.ref(key)}::text = ${sql.lit(String(row[key]))}`),
      sql` and `,
    )
    const json = sql.lit(JSON.stringify(row))
    attempts.push(
      [place, 'r', sql`select 1 from ${table} where ${isRow}`],
      [
        place,
        'i',
        sql`insert into ${table} select * from jsonb_populate_record(null::${kind}, ${json}::jsonb)`,
      ],
      [place, 'u', sql`update ${table} set ${change} where ${isRow}`],
      [place, 'd', sql`delete from ${table} where ${isRow}`],
    )
  }
  attempts.push(
    ['blind', 'u', sql`update ${table} set ${change}`],
    ['blind', 'd', sql`delete from ${table}`],
    ['seeing', 'u', sql`update ${table} set ${change} where workspace_id is not null`],
    ['seeing', 'd', sql`delete from ${table} where workspace_id is not null`],
  )
  const compiled = attempts.map(([place, letter, statement]) => ({
    ...{ place, letter },
    statement: statement.compile(owner).sql,
  }))
  return { name, rows, attempts: compiled }
}

type Column = { column: string; type: string; key: boolean }

async function columnsOf(owner: Db, name: string): Promise<Column[]> {
  const { rows } = await sql<Column>`
    select a.attname as column, t.typname as type, coalesce(a.attnum = any (i.indkey), false) as key
    from pg_attribute a
    join pg_type t on t.oid = a.atttypid
    join pg_index i on i.indrelid = a.attrelid and i.indisprimary
    where a.attrelid = ${name}::regclass and a.attnum > 0 and not a.attisdropped
      and a.attname <> 'workspace_id' and a.attgenerated = ''
    -- Some tables let only some columns change: what may change is tried first.
    order by key, not has_column_privilege(${appRole}, a.attrelid, a.attnum, 'update'), typname = 'uuid', a.attnum`.execute(
    owner,
  )
  return rows
}

/** A value for each kind of column, none of which the story writes. */
const otherValue: Readonly<Record<string, string>> = {
  text: `'changed'`,
  timestamptz: `'2001-02-03T04:05:06Z'`,
  date: `'2001-02-01'`,
  int4: '4321',
  int8: '4321',
  jsonb: `'{"changed": true}'`,
  bytea: `'\\x01'`,
  uuid: `'00000000-0000-4000-8000-000000000001'`,
}

/** A real change: of a column outside the key where the table has one. */
function changeOf(name: string, columns: readonly Column[]): RawBuilder<unknown> {
  const changed = columns.find((column) => otherValue[column.type] !== undefined)
  if (changed === undefined) throw new Error(`No column of ${name} can be changed`)
  return sql`${sql.ref(changed.column)} = ${sql.raw(otherValue[changed.type] ?? '')}`
}

export type Rights = Partial<Record<Attempt['place'], string>>

/**
 * The rights in one context, or in none, on a table: for each place a letter per operation, a dash where the rules refuse
 * it. All attempts run in one transaction that is taken back.
 */
export async function rightsOn(
  db: Db,
  context: Context | null,
  tables: readonly Table[],
): Promise<Map<string, Rights>> {
  const trx = await db.startTransaction().execute()
  try {
    await sql.raw(attempt).execute(trx)
    if (context !== null) await setContext<Schema>(trx, context)
    return await tryAll(trx, tables)
  } finally {
    await trx.rollback().execute()
  }
}

async function tryAll(trx: Trx, tables: readonly Table[]): Promise<Map<string, Rights>> {
  const all = tables.flatMap((table) => table.attempts.map((one) => ({ table: table.name, ...one })))
  const { rows: outcomes } = await sql<{ outcome: string }>`
    select pg_temp.attempt(statement) as outcome
    from unnest(${all.map((one) => one.statement)}::text[]) with ordinality as a (statement, n) order by n`.execute(
    trx,
  )
  const rights = new Map<string, Rights>(tables.map((table) => [table.name, {}]))
  for (const [index, { table, place, letter }] of all.entries()) {
    const of = rights.get(table) ?? {}
    of[place] = (of[place] ?? '') + (gotThrough(outcomes[index]?.outcome ?? '', table) ? letter : '-')
  }
  return rights
}

/** Runs a statement and takes it back; answers how many rows it touched, or the SQLSTATE that stopped it. */
const attempt = `create function pg_temp.attempt(statement text) returns text language plpgsql as $$
declare touched bigint;
begin
  execute statement;
  get diagnostics touched = row_count;
  raise exception using errcode = 'ZZ001', message = 'rows ' || touched;
exception when others then
  return case when sqlstate = 'ZZ001' then sqlerrm else sqlstate end;
end $$`

/**
 * Whether the rules let a statement through: it touched a row, or a constraint stopped it, which PostgreSQL asks only
 * after row-level security (class 23: an insert of a row that exists, a delete of one to which others refer). Refused is
 * 42501, or no row touched. Anything else is a fault of this test and is thrown.
 */
function gotThrough(outcome: string, table: string): boolean {
  if (outcome === 'rows 0' || outcome === '42501') return false
  if (outcome.startsWith('rows ') || outcome.startsWith('23')) return true
  throw new Error(`An attempt on ${table} ended with ${outcome}`)
}
