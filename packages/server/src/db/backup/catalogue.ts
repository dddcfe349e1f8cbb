import type pg from 'pg'

/** Where the product keeps its tables. */
const schemas = ['public', 'auth']

export type Table = {
  schema: string
  name: string
  /** The columns that hold something of their own, in order; computed ones are left out. */
  columns: string[]
  /** Row-level security binds the owner too. */
  isForced: boolean
  /** With `app.maintenance` said, this login sees and writes every row. */
  isOpenToMaintenance: boolean
}

/** The condition that policy.ts gives the owner, as PostgreSQL writes it back. */
const maintenance = "(current_setting('app.maintenance'::text, true) = 'on'::text)"

const tablesQuery = `
  select n.nspname as schema, c.relname as name, c.relforcerowsecurity as "isForced",
    array(select a.attname::text from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      order by a.attnum) as columns,
    not row_security_active(c.oid)
      or (exists (select from pg_policy p where p.polrelid = c.oid and p.polpermissive and p.polcmd = '*'
            and pg_get_expr(p.polqual, p.polrelid) = $2
            and exists (select from unnest(p.polroles) as of(role)
              where case when of.role = 0 then true else pg_has_role(of.role, 'usage') end))
          and not exists (select from pg_policy p where p.polrelid = c.oid and not p.polpermissive))
      as "isOpenToMaintenance"
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = any ($1) and c.relkind in ('r', 'p') and not c.relispartition
    -- What an extension brought along is made by installing the extension.
    and not exists (select from pg_depend d
      where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
  order by n.nspname collate "C", c.relname collate "C"`

/** Every table of ours, straight from the database: a table that a migration adds is in it by itself. */
export async function readTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(tablesQuery, [schemas, maintenance])
  return rows
}

export type ForeignKey = { table: string; name: string; definition: string }

const foreignKeysQuery = `
  select format('%I.%I', n.nspname, c.relname) as table, quote_ident(k.conname) as name,
    pg_get_constraintdef(k.oid) as definition
  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
  where k.contype = 'f' and k.conparentid = 0 and n.nspname = any ($1)
  order by n.nspname, c.relname, k.conname`

/** The foreign keys of our tables, with the SQL that makes them again. */
export async function readForeignKeys(client: pg.ClientBase): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(foreignKeysQuery, [schemas])
  return rows
}
