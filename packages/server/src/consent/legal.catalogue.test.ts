/** The list of data against the database itself: a column that nobody described, or that is gone, fails here. */
import { catalogue, columnsOf } from '@weerklank/core/consent/legal/catalogue'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testApp } from '../test-app.ts'

/** Of the machine itself: which migrations were carried out. */
const ofTheMachine = ['kysely_migration', 'kysely_migration_lock']

async function realColumns(): Promise<Record<string, string[]>> {
  await using app = await testApp()
  const { rows } = await sql<{ table: string; columns: string[] }>`
    select case when n.nspname = 'public' then c.relname else n.nspname || '.' || c.relname end as table,
      array_agg(a.attname::text) as columns
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind in ('r', 'p', 'v', 'm', 'f')
      and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_toast%'
    group by 1`.execute(app.owner)
  if (rows.length < 40) throw new Error('The catalogue of the database was not read')
  const ours = rows.filter(({ table }) => !ofTheMachine.includes(table))
  return Object.fromEntries(ours.map(({ table, columns }) => [table, columns.toSorted()]))
}

test('every table and every column is described once, and nothing that is not there', async () => {
  const described = Object.entries(catalogue).map(([table, entry]) => [table, columnsOf(entry).toSorted()])
  expect(Object.fromEntries(described)).toEqual(await realColumns())
})
