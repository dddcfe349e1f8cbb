/** What could give somebody away, looked for from outside: in everything that the database holds, before and after. */
import { sql } from 'kysely'
import type { Db } from '../schema.ts'

/** Every table of the database with its rows as text, each table sorted: order is looked at elsewhere. */
export type Dump = ReadonlyMap<string, readonly string[]>

export async function dumpOf(owner: Db): Promise<Dump> {
  return owner.transaction().execute(async (trx) => {
    await sql`set local app.maintenance = 'on'`.execute(trx)
    const { rows: tables } = await sql<{ name: string }>`
      select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname in ('public', 'auth') order by 1`.execute(trx)
    const dump = new Map<string, string[]>()
    for (const { name } of tables) {
      const { rows } = await sql<{ row: string }>`
        select to_jsonb(t)::text as row from ${sql.raw(name)} t`.execute(trx)
      dump.set(name, rows.map(({ row }) => row).sort())
    }
    return dump
  })
}

/** The tables in which rows came, went or changed, with the new rows. */
export function changesBetween(before: Dump, after: Dump): Record<string, string[]> {
  const changed = [...after].flatMap(([table, rows]) => {
    const known = new Set(before.get(table) ?? [])
    const isSame = rows.length === known.size && rows.every((row) => known.has(row))
    return isSame ? [] : [[table, rows.filter((row) => !known.has(row))] as const]
  })
  return Object.fromEntries(changed)
}

const identifiers = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64}/g
const moments = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d/g
const addresses = /\b\d{1,3}(?:\.\d{1,3}){3}\b/g

/**
 * What was born with an answer and could tell whose it is: identifiers, moments and network addresses in rows that came or
 * changed, which stood nowhere before.
 */
export function bornBetween(before: Dump, after: Dump): string[] {
  const earlier = [...before.values()].flat().join('\n')
  const later = Object.values(changesBetween(before, after)).flat().join('\n')
  const found = [identifiers, moments, addresses].flatMap((pattern) => later.match(pattern) ?? [])
  return [...new Set(found)].filter((one) => !earlier.includes(one))
}

/** The tables that an answer may touch, and what may stand in a column of theirs. */
export const countingTables = [
  'public.round_group',
  'public.round_tally',
  'public.round_ticket',
  'public.round_words',
]

/** The same where groups are asked about each other. */
export const viewTables = [...countingTables, 'public.round_view_tally'].sort()

/** Columns of the counting tables by which an answer could be dated, ordered, or tied to someone. */
export async function tellingColumns(owner: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select format('%s.%s', table_name, column_name) as name from information_schema.columns
    where format('%s.%s', table_schema, table_name) = any (${viewTables})
      and (data_type like '%time%' or data_type = 'date' or data_type in ('inet', 'cidr', 'json', 'jsonb', 'bytea')
        or is_identity = 'YES' or column_default is not null
        or column_name ~ '(member|person|participant|user|author|by|seq|order|position)(_|$)')
    order by 1`.execute(owner)
  return rows.map(({ name }) => name)
}
